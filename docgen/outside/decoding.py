"""Pictures decoded by Pillow, within bounds: that they are whole, and what of them becomes another picture."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from docgen.errors import WrongValue
from docgen.outside.bounds import PICTURE_CONVERTED
from docgen.outside.jpeg import Jpeg
from docgen.outside.picture_size import must_be_bounded, must_be_bounded_file

if TYPE_CHECKING:
    from PIL import Image

# What decoders raise on files that are cut short or garbled.
_DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError, AttributeError, struct.error,
    zlib.error, RuntimeError,
)  # fmt: skip
_ORIENTATION = 0x0112  # Exif: how the camera was held, 1 to 8
_QUALITY = 95


def must_decode(data: bytes, form: str) -> None:
    """Raise WrongValue for a GIF or WebP that is damaged or larger than the bounds; its first picture counts."""
    with _opened(data, form) as image:
        image.load()


def must_decode_jpeg(jpeg: Jpeg) -> None:
    """Raise WrongValue for a JPEG that is damaged; it is decoded at an eighth of its size."""
    with _opened(jpeg.plain, "JPEG") as image:
        image.draft("RGB", (1, 1))
        image.load()


def upright_jpeg(jpeg: Jpeg) -> bytes:
    """A JPEG as the camera was held: its own bytes where it is so already; one in the colours of print as a PNG.

    Remarks on who made it are left out. WrongValue for one that is damaged.
    """
    turned = _orientation(jpeg.exif)
    with _opened(jpeg.plain, "JPEG") as image:
        if turned == 1 and image.mode in ("RGB", "L"):
            image.draft("RGB", (1, 1))
            image.load()
            return jpeg.plain
        must_be_bounded(*image.size, PICTURE_CONVERTED)
        if image.mode not in ("RGB", "L"):
            return _saved(_upright(image.convert("RGB"), turned), "PNG", icc_profile=None)
        profile = image.info.get("icc_profile") or b""
        return _saved(_upright(image, turned), "JPEG", quality=_QUALITY, subsampling=0, icc_profile=profile)


def as_png(data: bytes, form: str) -> bytes:
    """The first picture of a GIF or WebP as a PNG, as the camera was held. WrongValue for one that is damaged."""
    with _opened(data, form) as image:
        must_be_bounded(*image.size, PICTURE_CONVERTED)
        image.load()
        turned = image.getexif().get(_ORIENTATION, 1)
        return _saved(_upright(image, turned), "PNG", icc_profile=image.info.get("icc_profile"))


@contextmanager
def _opened(data: bytes, form: str) -> Iterator[Image.Image]:
    """A picture of one form; what goes wrong with it becomes a WrongValue."""
    from PIL import Image

    must_be_bounded_file(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=(form,)) as image:
                must_be_bounded(*image.size)
                yield image
        except WrongValue:
            raise
        except (*_DAMAGE, Image.DecompressionBombError) as error:
            raise WrongValue("picture-damaged") from error


def _orientation(exif: bytes) -> int:
    """How the camera was held, by the Exif of a JPEG; 1 (upright) where that does not say so or is garbled."""
    from PIL import Image

    read = Image.Exif()
    try:
        read.load(exif)
        return int(read.get(_ORIENTATION, 1))
    except _DAMAGE:
        return 1


def _upright(image: Image.Image, turned: int) -> Image.Image:
    """A picture turned and mirrored so that it is seen as the camera was held."""
    from PIL.Image import Transpose

    turn: Transpose | None = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }.get(turned)  # fmt: skip
    return image if turn is None else image.transpose(turn)


def _saved(image: Image.Image, form: str, **how: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **how)
    return stream.getvalue()
