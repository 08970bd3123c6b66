"""The slide master rules: nothing on the pages repeats a colour or a font that theme and master have."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest
from conftest import RenderPdf
from pptx import Presentation
from support.real_deck import PACKS, built, deck_bytes, pack_name
from support.small_pages import PAGES, ready
from support.written_deck import written

from docgen.layout.load import load_pack
from docgen.pipeline import place
from docgen.placed import PictureMark

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)
_DRAWN = re.compile(r"ppt/(slides|slideLayouts|slideMasters|charts|notesSlides)/[^/]+\.xml")


def drawn_parts(data: bytes) -> Iterator[tuple[str, str]]:
    package = zipfile.ZipFile(io.BytesIO(data))
    for name in package.namelist():
        if _DRAWN.fullmatch(name):
            yield name, package.read(name).decode("utf-8")


@in_every_pack
def test_no_colour_that_the_theme_has_is_spelled_as_rgb(folder: Path) -> None:
    palette = built(folder).placed.design.palette.values()
    themed = {colour.rgb for colour in palette if colour.slot is not None and colour.lum_mod is None}
    own = {colour.rgb for colour in palette if colour.slot is None}
    spelled = {name: set(re.findall(r'<a:srgbClr val="(\w+)"', text)) for name, text in drawn_parts(deck_bytes(folder))}
    assert {name: rgb & themed for name, rgb in spelled.items() if rgb & themed} == {}
    assert set().union(*spelled.values()) <= own


@in_every_pack
def test_every_font_is_the_themes(folder: Path) -> None:
    faces = {face for _, text in drawn_parts(deck_bytes(folder)) for face in re.findall(r'typeface="([^"]*)"', text)}
    assert faces <= {"+mj-lt", "+mj-ea", "+mj-cs", "+mn-lt", "+mn-ea", "+mn-cs"}


@in_every_pack
def test_a_placeholder_repeats_nothing_of_its_slide_layout(folder: Path) -> None:
    for slide in Presentation(io.BytesIO(deck_bytes(folder))).slides:
        title = slide.shapes.title
        assert title is not None
        for run in title._element.xpath(".//a:rPr"):
            assert not run.xpath("./a:solidFill | ./a:latin | ./a:ea")
            assert run.get("b") is None


@in_every_pack
def test_slide_layouts_repeat_nothing_of_the_masters_title(folder: Path) -> None:
    """Those of pages of content look like the master; others state what they have otherwise, never a font."""
    plain = 0
    for name, text in drawn_parts(deck_bytes(folder)):
        if "slideLayouts" in name:
            (title,) = re.findall(r'<p:ph type="title".*?</p:sp>', text, re.DOTALL)
            assert "typeface" not in title
            plain += "lvl1pPr" not in title
    assert plain >= 2


def test_every_placeholder_of_a_slide_layout_has_a_place_of_its_own() -> None:
    """Some programs take none from the master."""
    layouts = [text for name, text in drawn_parts(written()) if "slideLayouts" in name]
    placeholders = [each for text in layouts for each in re.findall(r"<p:sp>.*?</p:sp>", text, re.DOTALL) if "<p:ph" in each]
    assert len(placeholders) > len(layouts)
    assert [each for each in placeholders if "<a:xfrm>" not in each] == []


def edited(data: bytes, changes: Mapping[str, Mapping[str, str]]) -> bytes:
    """A deck with parts edited as PowerPoint would when a user changes the design: patterns and what they become."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            text = source.read(name)
            for pattern, value in changes.get(name, {}).items():
                changed, count = re.subn(pattern, value, text.decode("utf-8"), flags=re.DOTALL)
                assert count, f"{name} has no {pattern}"
                text = changed.encode("utf-8")
            made.writestr(name, text)
    return target.getvalue()


# Colours that no pack has; text smoothing mixes them, so that areas are counted and not edges.
_ACCENT, _DARK, _TITLE = (255, 0, 200), (0, 90, 40), (200, 120, 0)
_CHANGES = {
    "ppt/theme/theme1.xml": {
        r"(<a:accent1>)<a:srgbClr val=\"\w+\"/>": r'\1<a:srgbClr val="FF00C8"/>',
        r"(<a:dk2>)<a:srgbClr val=\"\w+\"/>": r'\1<a:srgbClr val="005A28"/>',
    },
    "ppt/slideMasters/slideMaster1.xml": {
        r"(<p:titleStyle>.*?<a:defRPr [^>]*>)<a:solidFill>.*?</a:solidFill>": r'\1<a:solidFill><a:srgbClr val="C87800"/></a:solidFill>'
    },
}  # fmt: skip


@pytest.mark.libreoffice
def test_pages_follow_a_change_of_theme_and_master(render_pdf: RenderPdf) -> None:
    """The theme's colours and the master's title colour, edited in their parts, show on the drawn pages."""
    deck = place(ready(PAGES), load_pack(PACKS[0]))
    pages = pypdfium2.PdfDocument(render_pdf(edited(deck.to_bytes(), _CHANGES)))
    before = {colour.rgb for name, colour in deck.placed.design.palette.items() if name in ("blue", "navy")}
    titles = themed = 0
    for slide, page in zip(deck.placed.slides, pages, strict=True):
        picture = page.render(scale=1).to_pil().convert("RGB")
        found = {colour: count for count, colour in picture.getcolors(1 << 24) or ()}
        if any(isinstance(mark, PictureMark) for mark in slide.marks):
            continue  # A picture keeps its own colours.
        assert not {f"{red:02X}{green:02X}{blue:02X}" for red, green, blue in found} & before, slide.id
        titles += found.get(_TITLE, 0) > 0 and slide.kind not in ("cover", "divider")
        themed += found.get(_DARK, 0) > 0 or found.get(_ACCENT, 0) > 0
    assert themed >= len(deck.placed.slides) * 0.8
    assert titles >= len(deck.placed.slides) * 0.6
