"""A picture's file, and the SVG that keeps it sharp."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import WrongValue
from docgen.messages import reason_of
from docgen.outside.bounds import MEGABYTE, PICTURE_FILE
from docgen.outside.pictures import taken_picture
from docgen.outside.svg import must_be_quiet_svg
from docgen.value import value


@value(frozen=True, slots=True)
class PictureFile:
    """A picture as a deck holds it: the bytes of a PNG or JPEG, its size in pixels, and the SVG beside it."""

    image: bytes
    width: int
    height: int
    svg: bytes | None = None


def picture_file(file: Path) -> PictureFile:
    """The picture of a file: PNG, JPEG, GIF or WebP; of an SVG the PNG of its name beside it, and the SVG.

    Raises WrongValue for a file that cannot be read, is none of these, is damaged, or is larger than the bounds, and
    for an SVG without its PNG.
    """
    if file.suffix.lower() != ".svg":
        taken = taken_picture(_read(file))
        return PictureFile(taken.image, taken.width, taken.height)
    beside, svg = file.with_suffix(".png"), _read(file)
    if not beside.is_file():
        raise WrongValue("svg-without-png", file=beside.name)
    must_be_quiet_svg(svg)
    taken = taken_picture(_read(beside))
    return PictureFile(taken.image, taken.width, taken.height, svg)


def _read(file: Path) -> bytes:
    try:
        if file.is_file() and file.stat().st_size > PICTURE_FILE:
            size = file.stat().st_size // MEGABYTE
            raise WrongValue("picture-file-too-large", size=size, most=PICTURE_FILE // MEGABYTE)
        return file.read_bytes()
    except OSError as error:
        raise WrongValue("file-unreadable", reason=reason_of(error)) from error
