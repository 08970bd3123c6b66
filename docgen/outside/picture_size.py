"""How large a picture from outside may be."""

from __future__ import annotations

from docgen.errors import WrongValue
from docgen.outside.bounds import MEGABYTE, PICTURE_FILE, PICTURE_PIXELS, PICTURE_SIDE


def must_be_bounded_file(data: bytes) -> None:
    """Raise WrongValue for a file that is larger than the bounds."""
    if len(data) > PICTURE_FILE:
        raise WrongValue("picture-file-too-large", size=len(data) // MEGABYTE, most=PICTURE_FILE // MEGABYTE)


def must_be_bounded(width: int, height: int, pixels: int = PICTURE_PIXELS) -> None:
    """Raise WrongValue for a picture without pixels, or with more than the bounds, or than ``pixels``, allow."""
    if width <= 0 or height <= 0:
        raise WrongValue("picture-damaged")
    if max(width, height) > PICTURE_SIDE or width * height > pixels:
        most = pixels // 1_000_000
        raise WrongValue("picture-too-large", width=width, height=height, most=most, side=PICTURE_SIDE)
