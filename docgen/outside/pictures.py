"""Pictures from outside: whole, of a known form, and within bounds, before they are taken into a deck."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from docgen.errors import DocgenError, WrongValue
from docgen.outside.bounds import MEGABYTE, PICTURE_FILE, PICTURE_PIXELS, PICTURE_SIDE
from docgen.outside.xml import parsed

_PNG = b"\x89PNG\r\n\x1a\n"
_STEP = 1 << 20
# PNG specification, 11.2.2: samples of a pixel by colour type, and the bit depths that each allows.
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# JPEG (ITU-T T.81, B.1.1.3): markers that start a frame, and those that stand without a length.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
# How files of other kinds that Office shows begin.
_OTHERS = {
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\0", b"MM\0*"),
    "image/x-emf": (b"\x01\0\0\0",),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0"),
    "image/emf": (b"\x01\0\0\0",),
    "image/wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0"),
}
# What matplotlib and other programs state at the head of an SVG; it names the standard and defines nothing.
_SVG_TYPE = re.compile(rb'<!DOCTYPE svg PUBLIC "[^"<>\[]*"\s+"[^"<>\[]*"\s*>')
_ACTIVE = re.compile(r"script|foreignobject|iframe|handler|listener", re.IGNORECASE)


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture in pixels. WrongValue for one that is damaged, or larger than the bounds."""
    if not data.startswith(_PNG):
        raise WrongValue("no-png")
    _bounded_file(data)
    chunks = _chunks(data)
    kind, head = next(chunks, (b"", b""))
    if kind != b"IHDR" or len(head) != 13:
        raise WrongValue("picture-damaged")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    _bounded(width, height)
    depth, colours, interlaced = head[8], head[9], head[12]
    if depth not in _DEPTHS.get(colours, ()) or head[10:12] != b"\0\0" or interlaced not in (0, 1):
        raise WrongValue("picture-damaged")
    rows = height * (1 + (width * _SAMPLES[colours] * depth + 7) // 8)
    _must_unpack((body for kind, body in chunks if kind == b"IDAT"), rows if not interlaced else 2 * rows + 8 * height)
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview | bytes]]:
    """The chunks of a PNG by kind, up to its end. WrongValue where one is cut short or changed."""
    place, view = len(_PNG), memoryview(data)
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


def must_be_picture(data: bytes, content_type: str) -> None:
    """Raise WrongValue for what is no picture of that type, or is larger than the bounds."""
    _bounded_file(data)
    if content_type == "image/png":
        png_size(data)
    elif content_type in ("image/jpeg", "image/jpg"):
        _bounded(*_jpeg_size(data))
    elif content_type == "image/svg+xml":
        must_be_quiet_svg(data)
    elif not data.startswith(_OTHERS.get(content_type, ())):
        raise WrongValue("picture-of-other-form", form=content_type)


def must_be_quiet_svg(data: bytes) -> None:
    """Raise WrongValue for an SVG that is damaged, runs anything, or points out of itself."""
    from lxml import etree

    try:
        root = parsed(_SVG_TYPE.sub(b"", data, count=1), "SVG")
    except DocgenError as error:
        raise WrongValue("picture-damaged") from error
    if str(root.tag).rpartition("}")[2] != "svg":
        raise WrongValue("picture-damaged")
    for element in root.iter(tag=etree.Element):
        if _ACTIVE.fullmatch(str(element.tag).rpartition("}")[2]):
            raise WrongValue("svg-not-quiet")
        for key, value in element.attrib.items():
            local = key.rpartition("}")[2].lower()
            leads_out = local == "href" and not value.strip().startswith(("#", "data:image/png", "data:image/jpeg"))
            if local.startswith("on") or leads_out or "javascript:" in value.lower():
                raise WrongValue("svg-not-quiet")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height of a JPEG in pixels, of the segment that starts its frame. WrongValue where there is none."""
    place = 2
    while data.startswith(b"\xff\xd8") and place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker in _FRAMES:
            return int.from_bytes(data[place + 7 : place + 9], "big"), int.from_bytes(data[place + 5 : place + 7], "big")
        length = 0 if marker in _ALONE else int.from_bytes(data[place + 2 : place + 4], "big")
        place += 1 if marker == 0xFF else 2 + length
    raise WrongValue("picture-damaged")


def _bounded_file(data: bytes) -> None:
    if len(data) > PICTURE_FILE:
        raise WrongValue("picture-file-too-large", size=len(data) // MEGABYTE, most=PICTURE_FILE // MEGABYTE)


def _bounded(width: int, height: int) -> None:
    if not width or not height:
        raise WrongValue("picture-damaged")
    if max(width, height) > PICTURE_SIDE or width * height > PICTURE_PIXELS:
        most = PICTURE_PIXELS // 1_000_000
        raise WrongValue("picture-too-large", width=width, height=height, most=most, side=PICTURE_SIDE)
