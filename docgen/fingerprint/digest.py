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


def shape_digest(xml: str, spelled: bytes, *, refers: bool) -> str:
    """A checksum of a shape's XML without the element that names and numbers it, which is ``spelled`` in UTF-8.

    ``refers`` says whether something in it refers by number. Every build makes one of every shape, so it is a quick one:
    with its length, CRC-32 takes one change in four thousand million for none.
    """
    if refers:
        xml = _NUMBERS.sub("", xml)
        spelled = xml.encode()
    return f"{zlib.crc32(spelled):08x}{len(xml):x}"
