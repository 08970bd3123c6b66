"""Digests of what was written: equal for two shapes that are written alike."""

from __future__ import annotations

import hashlib
import re

# What a shape's XML refers to by number differs from build to build with what stands beside it.
_NUMBERS = re.compile(r' (?:id|r:id|r:embed)="[^"]*"')


def digest(data: bytes) -> str:
    """Sixteen hex digits of ``data``."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def shape_digest(xml: str, name: str) -> str:
    """The digest of a shape's XML without ``name``, the element that names and numbers it."""
    rest = xml.replace(name, "", 1)
    if "r:" in rest or "Cxn" in rest:
        rest = _NUMBERS.sub("", rest)
    return digest(rest.encode("utf-8", "surrogatepass"))
