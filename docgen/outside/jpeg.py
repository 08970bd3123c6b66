"""JPEG pictures from outside (ITU-T T.81): their size, how often they are gone over, and what of them is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.errors import WrongValue
from docgen.outside.bounds import PICTURE_SCANNED
from docgen.outside.picture_size import must_be_bounded, must_be_bounded_file
from docgen.value import value

JPEG = b"\xff\xd8"
"""How a JPEG begins."""

# B.1.1.3: markers that start a frame, that stand without a length, that start a scan, and that end the picture.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _END = 0xDA, 0xD9
# Within a scan the next marker but those that restart it.
_NEXT = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
# Segments that say how the picture is drawn: JFIF, its colour profile, its colour space. The other segments of
# programs, and comments, say who made it, when, where and with what.
_DRAWING = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_REMARKS = frozenset({*range(0xE0, 0xF0), 0xFE})


@value(frozen=True, slots=True)
class Jpeg:
    """A JPEG's size in pixels, its bytes without remarks, and what cameras say of it (Exif)."""

    width: int
    height: int
    plain: bytes
    exif: bytes


def read_jpeg(data: bytes) -> Jpeg:
    """The JPEG of a file. WrongValue for one that is cut short or goes beyond the bounds."""
    must_be_bounded_file(data)
    width = height = scans = 0
    kept, exif, ended = [JPEG], b"", False
    for marker, segment, behind in _segments(data):
        body = segment[4:]
        if marker in _FRAMES and not width and len(body) >= 5:
            height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
            must_be_bounded(width, height)
        if marker == 0xE1 and body[:6] == b"Exif\0\0":
            exif = exif or body
        scans += marker == _SCAN
        if width * height * scans > PICTURE_SCANNED:
            raise WrongValue("picture-damaged")
        if marker not in _REMARKS or (marker in _DRAWING and body.startswith(_DRAWING[marker])):
            kept.append(segment + behind)
        ended = marker == _END
    if not ended or not width or not scans:
        raise WrongValue("picture-damaged")
    return Jpeg(width, height, b"".join(kept), exif)


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The segments by marker up to the end of the picture, each with what of a scan follows it."""
    place = len(JPEG)
    while data.startswith(JPEG) and place + 2 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:  # bytes between segments may be filled up
            place += 1
            continue
        alone = marker in _ALONE or marker == _END
        length = 0 if alone else int.from_bytes(data[place + 2 : place + 4], "big")
        end = place + 2 + length
        if end > len(data) or (not alone and length < 2):
            return
        following = end
        if marker == _SCAN:
            found = _NEXT.search(data, end)
            following = found.start() if found else len(data)
        yield marker, data[place:end], data[end:following]
        if marker == _END:
            return
        place = following
