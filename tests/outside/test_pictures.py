"""Pictures from outside are decoded within bounds before they are taken, and what they say of their makers stays behind."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from docgen.errors import WrongValue
from docgen.outside.bounds import SVG_ELEMENTS
from docgen.outside.picture_files import picture_file
from docgen.outside.pictures import must_be_picture, taken_picture
from docgen.outside.svg import must_be_quiet_svg

ORIENTATION, ARTIST = 0x0112, 0x013B
RED, BLUE = (200, 30, 30), (20, 40, 160)


def picture(form: str, mode: str = "RGB", size: tuple[int, int] = (24, 16), orientation: int = 0, **how: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    if orientation:
        how["exif"] = Image.Exif()
        how["exif"][ORIENTATION], how["exif"][ARTIST] = orientation, "Kakuu Taro"
    stream = io.BytesIO()
    image.convert(mode).save(stream, form, **how)
    return stream.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def with_chunk(png: bytes, kind: bytes, body: bytes) -> bytes:
    """A PNG with a further chunk behind its head."""
    return png[:33] + chunk(kind, body) + png[33:]


def is_like(pixel: Any, colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(pixel[:3], colour, strict=True))


def refusal(data: bytes) -> str:
    with pytest.raises(WrongValue) as caught:
        taken_picture(data)
    return caught.value.message.code


@pytest.mark.parametrize(("form", "kept"), [("PNG", "PNG"), ("JPEG", "JPEG"), ("GIF", "PNG"), ("WEBP", "PNG")])
def test_a_picture_is_taken_as_png_or_jpeg(form: str, kept: str) -> None:
    taken = taken_picture(picture(form))
    with Image.open(io.BytesIO(taken.image)) as image:
        assert (image.format, image.size, taken.width, taken.height) == (kept, (24, 16), 24, 16)
        shown = image.convert("RGB")
    assert is_like(shown.getpixel((2, 8)), RED)
    assert is_like(shown.getpixel((22, 8)), BLUE)


def test_what_is_right_already_is_taken_byte_by_byte() -> None:
    for data in (picture("PNG"), picture("JPEG"), picture("JPEG", "L")):
        assert taken_picture(data).image == data


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (24, 16), (2, 8)), (2, (24, 16), (22, 8)), (3, (24, 16), (22, 8)), (4, (24, 16), (2, 8)),
        (5, (16, 24), (8, 2)), (6, (16, 24), (8, 2)), (7, (16, 24), (8, 22)), (8, (16, 24), (8, 22)),
    ],
)  # fmt: skip
def test_a_photograph_is_taken_as_the_camera_was_held(orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    taken = taken_picture(picture("JPEG", orientation=orientation))
    with Image.open(io.BytesIO(taken.image)) as image:
        assert (image.size, (taken.width, taken.height)) == (size, size)
        assert is_like(image.getpixel(red), RED)
        assert ORIENTATION not in image.getexif()


def test_a_deck_does_not_say_who_made_its_pictures() -> None:
    remarks = with_chunk(with_chunk(picture("PNG"), b"tEXt", b"Author\0Taro"), b"eXIf", b"II*\0\x08\0\0\0")
    assert taken_picture(remarks + b"<?php behind the end").image == picture("PNG")
    photograph = picture("JPEG", orientation=1, comment=b"C:\\Users\\taro")
    assert b"Kakuu" in photograph
    for word in (b"Kakuu", b"taro", b"Exif"):
        assert word not in taken_picture(photograph + b"behind the end").image


def test_colours_of_print_become_those_of_screens() -> None:
    with Image.open(io.BytesIO(taken_picture(picture("JPEG", "CMYK")).image)) as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        assert is_like(image.getpixel((2, 8)), RED)


def test_transparency_of_a_gif_stays() -> None:
    image, stream = Image.new("P", (2, 1), 0), io.BytesIO()
    image.putpalette([*RED, *BLUE])
    image.putpixel((1, 0), 1)
    image.save(stream, "GIF", transparency=0)
    with Image.open(io.BytesIO(taken_picture(stream.getvalue()).image)) as taken:
        assert taken.convert("RGBA").tobytes() == bytes((*RED, 0, *BLUE, 255))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_that_is_cut_short_is_damaged(form: str) -> None:
    data = picture(form, size=(64, 64))
    for length in (len(data) // 2, len(data) - 3):
        assert refusal(data[:length]) == "picture-damaged"


@pytest.mark.parametrize("data", [b"", b"hello", b"BM" + b"\0" * 60, b"%PDF-1.7", b"<svg/>", b"RIFF\0\0\0\0WAVE"])
def test_what_is_no_picture_is_not_taken(data: bytes) -> None:
    assert refusal(data) == "no-picture"


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + b"\0\0\0,\0\0\0\0" + struct.pack("<HH", 60_000, 60_000) + b"\0\x02\0;",
        b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 60_000, 60_000) + b"\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xd9",
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)),
        b"RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\x3f\xff\xff\x3fVP8 \0\0\0\0",
    ],
)
def test_a_picture_that_says_it_is_huge_is_not_decoded(data: bytes) -> None:
    assert refusal(data) in ("picture-too-large", "picture-damaged")


def test_a_jpeg_is_not_gone_over_again_and_again() -> None:
    data = picture("JPEG", size=(800, 800), progressive=True)
    scan = data.rindex(b"\xff\xda")
    assert refusal(data[:-2] + data[scan:-2] * 400 + data[-2:]) == "picture-damaged"


@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP"]), st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_a_garbled_picture_is_taken_or_refused(form: str, place: int, garbage: bytes) -> None:
    data = bytearray(picture(form))
    data[place : place + len(garbage)] = garbage
    with suppress(WrongValue):
        assert taken_picture(bytes(data)).width > 0


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "image/jpeg"), ("GIF", "image/gif"), ("PNG", "image/png")])
def test_a_picture_of_a_template_is_decoded_as_well(form: str, kind: str) -> None:
    data = picture(form, size=(64, 64))
    must_be_picture(data, kind)
    with pytest.raises(WrongValue):
        must_be_picture(data[: len(data) // 2], kind)


def svg(inside: str, head: str = "") -> bytes:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{head}<svg {namespaces} width="9" height="9">{inside}</svg>'.encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<rect id="r" width="9" height="9" style="fill:url(#g)" clip-path="url( \'#c\' )"/><use xlink:href="#r"/>',
        "<style>.a { fill: red }</style><text>javascript とは</text>",
        '<animate attributeName="x" to="9"/>',
    ],
)
def test_an_svg_that_only_draws_is_taken(inside: str) -> None:
    must_be_quiet_svg(svg(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<rect onload="x()"/>', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
        '<image href="http://example.go.jp/x.png"/>', '<image xlink:href="file:///etc/passwd"/>', '<use href="other.svg#a"/>',
        '<a href=" java\tscript:alert(1)"><rect/></a>', "<style>@import 'http://example.go.jp/a.css';</style>",
        "<style>rect { fill: url(http://example.go.jp/a) }</style>", '<rect fill="url(\'//example.go.jp/a\')"/>',
        '<g xml:base="http://example.go.jp/"><use href="#a"/></g>', '<set attributeName="xlink:href" to="http://example.go.jp/"/>',
        '<image href="data:image/svg+xml,&lt;svg/&gt;"/>', '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    ],
)  # fmt: skip
def test_an_svg_that_runs_code_or_points_elsewhere_is_not_taken(inside: str) -> None:
    with pytest.raises(WrongValue) as caught:
        must_be_quiet_svg(svg(inside))
    assert caught.value.message.code == "svg-not-quiet"


def test_a_style_sheet_and_a_document_type_of_an_svg_are_not_taken() -> None:
    for head in ('<?xml-stylesheet href="http://example.go.jp/a.css"?>', '<!DOCTYPE svg [<!ENTITY a "b">]>'):
        with pytest.raises(WrongValue):
            must_be_quiet_svg(svg("", head))


def test_an_svg_that_draws_itself_over_and_over_is_not_taken() -> None:
    doubling = "".join(f'<g id="g{n}">{f"<use href=%#g{n - 1}%/>" * 10}</g>'.replace("%", '"') for n in range(1, 9))
    chain = "".join(f'<g id="c{n}"><use href="#c{n + 1}"/></g>' for n in range(2000))
    for inside in (f'<rect id="g0"/>{doubling}', '<g id="a"><use href="#a"/></g>', chain):
        with pytest.raises(WrongValue, match=f"{SVG_ELEMENTS}"):
            must_be_quiet_svg(svg(inside))


def test_an_svg_is_taken_with_the_png_beside_it(tmp_path: Path) -> None:
    (tmp_path / "mark.svg").write_bytes(svg("<rect/>"))
    with pytest.raises(WrongValue, match=r"mark\.png"):
        picture_file(tmp_path / "mark.svg")
    (tmp_path / "mark.png").write_bytes(picture("PNG"))
    taken = picture_file(tmp_path / "mark.svg")
    assert (taken.image, taken.width, taken.svg) == (picture("PNG"), 24, svg("<rect/>"))
