"""A zip of entries that are packed one by one, as they are made, and put together at the end, in any order.

Python's zipfile packs an entry where it stands in the zip; of a deck, the list of all its parts stands first, and is
known last. The bytes are those of zipfile: fixed dates, and no name of the system that wrote them.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

# Layouts and numbers are those of APPNOTE.TXT, PKWARE's description of the format.
_HEADER = struct.Struct("<4s5H3L2H")
_LISTED = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_END_64_PLACE = struct.Struct("<4sLQL")
_LARGE_OFFSET = struct.Struct("<2HQ")
_VERSION, _VERSION_64 = 20, 45
_DEFLATED = 8
_RAW_DEFLATE = -15
# The earliest date that a zip can state, 1 January 1980; the date of a build would differ from run to run.
_DATE = 0x21
_NAME_IN_UTF_8 = 0x800
# A file of its owner, as zipfile has it.
_ATTRIBUTES = 0o600 << 16
_MOST_ENTRIES, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF


class Entry(NamedTuple):
    """A packed entry: its name, the checksum and size of what it holds, and its packed bytes."""

    name: str
    checksum: int
    size: int
    packed: bytes


def packed(name: str, data: bytes) -> Entry:
    """An entry that holds ``data``."""
    return Entry(name, zlib.crc32(data), len(data), zlib.compress(data, wbits=_RAW_DEFLATE))


def packed_alike(name: str, data: bytes) -> Entry:
    """As :func:`packed`, for what many entries hold alike, which is packed once."""
    return _alike(data)._replace(name=name)


@lru_cache(maxsize=256)
def _alike(data: bytes) -> Entry:
    return packed("", data)


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of entries by name, with fixed dates: the same bytes on every system."""
    return b"".join(zip_pieces(packed(name, data) for name, data in entries))


def zip_pieces(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The bytes of the zip of ``entries``, piece by piece."""
    listed: list[bytes] = []
    place = 0
    for entry in entries:
        name = entry.name.encode("utf-8")
        flags = 0 if entry.name.isascii() else _NAME_IN_UTF_8
        told = (flags, _DEFLATED, 0, _DATE, entry.checksum, len(entry.packed), entry.size, len(name))
        yield _HEADER.pack(b"PK\3\4", _VERSION, *told, 0) + name
        yield entry.packed
        listed.append(_listed(told, name, place))
        place += _HEADER.size + len(name) + len(entry.packed)
    directory = b"".join(listed)
    yield directory
    yield _end(len(listed), len(directory), place)


def _listed(told: tuple[int, ...], name: bytes, place: int) -> bytes:
    """An entry in the zip's directory; ``place`` is where it stands in the zip."""
    extra = _LARGE_OFFSET.pack(1, 8, place) if place > _MOST_BYTES else b""
    version = _VERSION_64 if extra else _VERSION
    head = _LISTED.pack(
        b"PK\1\2", version, version, *told, len(extra), 0, 0, 0, _ATTRIBUTES, min(place, _MOST_BYTES)
    )
    return head + name + extra


def _end(count: int, size: int, place: int) -> bytes:
    """What ends a zip: where its directory of ``count`` entries and ``size`` bytes stands."""
    large = b""
    if count > _MOST_ENTRIES or place > _MOST_BYTES:
        versions = (_VERSION_64, _VERSION_64)
        large = _END_64.pack(b"PK\6\6", 44, *versions, 0, 0, count, count, size, place)
        large += _END_64_PLACE.pack(b"PK\6\7", 0, place + size, 1)
    few = min(count, _MOST_ENTRIES)
    return large + _END.pack(b"PK\5\6", 0, 0, few, few, size, min(place, _MOST_BYTES), 0)
