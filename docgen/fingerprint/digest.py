"""Digests of what was written: equal for two shapes that are written alike."""

from __future__ import annotations

import hashlib
import re
import zlib

# What a shape's XML refers to by number differs from build to build with what stands beside it.
_NUMBERS = re.compile(r' (?:id|r:id|r:embed)="[^"]*"')


def digest(data: bytes) -> str:
    """Sixteen hex digits of ``data``."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def shape_digest(xml: str, name: str) -> str:
    """A checksum of a shape's XML after ``name``, the element that names and numbers it.

    Every build makes one of every shape, so it is a quick one: with its length, CRC-32 takes one change in
    four thousand million for none.
    """
    rest = xml[xml.index(name) + len(name) :]
    # All that is taken out ends so, which is looked for more quickly than the rest.
    if 'd="' in rest and ("r:" in rest or "Cxn" in rest):
        rest = _NUMBERS.sub("", rest)
    return f"{zlib.crc32(rest.encode('utf-8', 'surrogatepass')):08x}{len(rest):x}"
