"""Pictures from outside: whole, of a known form, and within bounds, before they are taken into a deck."""

from __future__ import annotations

from docgen.errors import WrongValue
from docgen.outside.jpeg import JPEG, read_jpeg
from docgen.outside.picture_size import must_be_bounded_file
from docgen.outside.png import PNG, plain_png, png_size
from docgen.outside.svg import must_be_quiet_svg
from docgen.value import value

_GIF = (b"GIF87a", b"GIF89a")
# How files of other kinds that Office shows begin.
_OTHERS = {
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\0", b"MM\0*"),
    "image/x-emf": (b"\x01\0\0\0",),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0"),
    "image/emf": (b"\x01\0\0\0",),
    "image/wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0"),
}


@value(frozen=True, slots=True)
class TakenPicture:
    """A picture as a deck holds it: the bytes of a PNG or JPEG, and its size in pixels."""

    image: bytes
    width: int
    height: int


def taken_picture(data: bytes) -> TakenPicture:
    """The picture of a file's bytes as a deck holds it: a PNG; a JPEG, upright; a GIF, WebP or JPEG for print as a PNG.

    What the file says of who made it, when, where and with what stays behind. Raises WrongValue for what is none of
    these, is damaged, or is larger than the bounds.
    """
    if data.startswith(PNG):
        width, height = png_size(data)
        return TakenPicture(plain_png(data), width, height)
    if data.startswith(JPEG):
        return _of_jpeg(data)
    form = _form(data)
    if form is None:
        raise WrongValue("no-picture")
    # What only pictures of other forms need is imported here.
    from docgen.outside.decoding import as_png

    made = as_png(data, form)
    return TakenPicture(made, *png_size(made))


def picture_extension(image: bytes) -> str:
    """What the file of a picture that was taken is called: png, jpeg or svg."""
    return "png" if image.startswith(PNG) else "jpeg" if image.startswith(JPEG) else "svg"


def must_be_picture(data: bytes, content_type: str) -> None:
    """Raise WrongValue for what is no picture of that type, or is larger than the bounds."""
    must_be_bounded_file(data)
    if content_type == "image/png":
        png_size(data)
    elif content_type in ("image/jpeg", "image/jpg", "image/pjpeg"):
        from docgen.outside.decoding import must_decode_jpeg

        must_decode_jpeg(read_jpeg(data))
    elif content_type == "image/svg+xml":
        must_be_quiet_svg(data)
    elif content_type == "image/gif" and data.startswith(_GIF):
        from docgen.outside.decoding import must_decode

        must_decode(data, "GIF")
    elif not data.startswith(_OTHERS.get(content_type, ())):
        raise WrongValue("picture-of-other-form", form=content_type)


def _of_jpeg(data: bytes) -> TakenPicture:
    from docgen.outside.decoding import upright_jpeg

    made = upright_jpeg(read_jpeg(data))
    if made.startswith(PNG):
        return TakenPicture(made, *png_size(made))
    upright = read_jpeg(made)
    return TakenPicture(made, upright.width, upright.height)


def _form(data: bytes) -> str | None:
    """What Pillow calls the form of a picture that is converted; None for what is none."""
    if data.startswith(_GIF):
        return "GIF"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None
