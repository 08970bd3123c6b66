"""PNG pictures from outside (PNG specification, third edition): whole and within bounds, by their chunks alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from docgen.errors import WrongValue
from docgen.outside.picture_size import must_be_bounded, must_be_bounded_file

PNG = b"\x89PNG\r\n\x1a\n"
"""How a PNG begins."""

_STEP = 1 << 20
# 11.2.2: samples of a pixel by colour type, and the bit depths that each allows.
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Who made the picture, when, where and with what; nothing of it is drawn.
_REMARKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture in pixels. WrongValue for one that is damaged, or larger than the bounds."""
    if not data.startswith(PNG):
        raise WrongValue("no-png")
    must_be_bounded_file(data)
    chunks = _chunks(data)
    kind, head = next(chunks, (b"", b""))
    if kind != b"IHDR" or len(head) != 13:
        raise WrongValue("picture-damaged")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    must_be_bounded(width, height)
    depth, colours, interlaced = head[8], head[9], head[12]
    if depth not in _DEPTHS.get(colours, ()) or head[10:12] != b"\0\0" or interlaced not in (0, 1):
        raise WrongValue("picture-damaged")
    rows = height * (1 + (width * _SAMPLES[colours] * depth + 7) // 8)
    _must_unpack((body for kind, body in chunks if kind == b"IDAT"), rows if not interlaced else 2 * rows + 8 * height)
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview | bytes]]:
    """The chunks of a PNG by kind, up to its end. WrongValue where one is cut short or changed."""
    place, view = len(PNG), memoryview(data)
    while place + 12 <= len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        end = place + 8 + length
        if end + 4 > len(data) or zlib.crc32(view[place + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            break
        kind = data[place + 4 : place + 8]
        if kind == b"IEND":
            return
        yield kind, view[place + 8 : end]
        place = end + 4
    raise WrongValue("picture-damaged")


def _must_unpack(bodies: Iterator[memoryview | bytes], most: int) -> None:
    """Unpack the points without keeping them. WrongValue where they are not there, damaged, or more than ``most`` bytes."""
    unpacker, size = zlib.decompressobj(), 0
    try:
        for body in bodies:
            waiting: bytes | memoryview = body
            while waiting and not unpacker.eof:
                size += len(unpacker.decompress(waiting, _STEP))
                waiting = unpacker.unconsumed_tail
                if size > most:
                    raise WrongValue("picture-damaged")
    except zlib.error as error:
        raise WrongValue("picture-damaged") from error
    if not unpacker.eof or not size:
        raise WrongValue("picture-damaged")


def plain_png(data: bytes) -> bytes:
    """A sound PNG without remarks on who made it, and without what lies behind its end."""
    view, kept, place, gone = memoryview(data), [data[: len(PNG)]], len(PNG), False
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        kind = data[place + 4 : place + 8]
        gone = gone or kind in _REMARKS
        if kind not in _REMARKS:
            kept.append(view[place:end].tobytes())
        place = end
        if kind == b"IEND":
            break
    return b"".join(kept) if gone or place < len(data) else data
