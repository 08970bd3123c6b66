"""Decks on a bureau's template: only what they use of it, whole, valid, and the same bytes each time."""

from __future__ import annotations

import functools
import io
import posixpath
import re
import tempfile
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import RenderPdf, Validate
from pptx import Presentation
from support.foreign_templates import PACKS, READ_IN_INK, TEMPLATES, make_pack
from support.real_deck import ready_fy2023
from support.small_pages import ready

from docgen.checks.check import check_placed
from docgen.layout.load import load_pack
from docgen.pipeline import BuiltDeck, place

NAMES = tuple(TEMPLATES)
in_every_template = pytest.mark.parametrize("name", NAMES)


@functools.cache
def built(name: str) -> BuiltDeck:
    """A page of every kind on a template."""
    with tempfile.TemporaryDirectory() as folder:
        return place(ready(), load_pack(make_pack(Path(folder), name)))


@functools.cache
def deck(name: str) -> bytes:
    return built(name).to_bytes()


def opened(name: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(deck(name)))


def text(name: str, part: str) -> str:
    return opened(name).read(part).decode("utf-8")


@in_every_template
def test_every_kind_of_page_fits_and_its_texts_stand_out(name: str) -> None:
    assert check_placed(built(name).placed, built(name).pack) == ()
    assert len(built(name).placed.slides) >= len(ready().pages)


def test_the_compendium_fits_on_a_page_of_4_to_3_with_the_title_at_its_foot() -> None:
    made = place(ready_fy2023(), built("title_at_bottom").pack)
    assert check_placed(made.placed, made.pack) == ()


def test_a_grey_of_the_template_that_is_hardly_read_is_found_where_the_pack_leaves_it(tmp_path: Path) -> None:
    left = PACKS["title_at_bottom"].replace(READ_IN_INK, "")
    made = place(ready(), load_pack(make_pack(tmp_path, "title_at_bottom", left)))
    found = check_placed(made.placed, made.pack)
    assert {breach.code for breach in found} == {"contrast"}
    marks = {str(dict(breach.message.values)["mark"]).rsplit("/")[-1] for breach in found}
    assert marks == {"document_type", "subtitle", "number", "footer"}


@in_every_template
@pytest.mark.validator
def test_the_deck_is_valid(name: str, validate: Validate) -> None:
    assert validate(deck(name)) == []


@in_every_template
def test_only_the_slide_layouts_that_are_mapped_are_in_the_deck(name: str) -> None:
    layouts = [each for each in opened(name).namelist() if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", each)]
    labels = [re.search(r'<p:cSld name="([^"]*)"', text(name, each)) for each in layouts]
    assert [label[1] for label in labels if label] == ["Title Slide", "Section Header", "Title Only"]
    listed = re.findall(r"<p:sldLayoutId ", text(name, "ppt/slideMasters/slideMaster1.xml"))
    assert len(listed) == 3
    assert len([each for each in opened(name).namelist() if each.startswith("ppt/slideMasters/slide")]) == 1


@in_every_template
def test_no_part_is_orphaned_and_no_relationship_dangles(name: str) -> None:
    package = opened(name)
    parts = set(package.namelist()) - {"[Content_Types].xml"}
    reached, rest = set(), ["_rels/.rels"]
    while rest:
        file = rest.pop()
        reached.add(file)
        folder = posixpath.dirname(posixpath.dirname(file))
        for target, mode in re.findall(r'<Relationship [^>]*?Target="([^"]*)"( TargetMode="External")?', package.read(file).decode()):
            if mode:
                continue
            part = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            assert part in parts, f"{file} leads to {part}, which is not there"
            own = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
            if part not in reached:
                reached.add(part)
                rest += [own] if own in parts else []
    assert parts - reached == set()


@in_every_template
def test_every_relationship_id_that_is_used_is_there_and_the_other_way_round(name: str) -> None:
    package = opened(name)
    for part in package.namelist():
        if re.match(r"ppt/(slideLayouts|slideMasters)/[^/]+\.xml", part):
            rels = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
            kinds = {
                each.attrib["Id"]: posixpath.basename(each.attrib["Type"])
                for each in ElementTree.fromstring(package.read(rels))
            }
            used = set(re.findall(r' r:(?:id|embed|link)="([^"]+)"', package.read(part).decode()))
            assert used <= set(kinds)
            # Those to a master and a theme are implicit.
            assert {kinds[key] for key in set(kinds) - used} <= {"slideMaster", "theme"}


def test_example_slides_and_links_to_them_are_gone() -> None:
    assert "見本です" not in "".join(text("many_layouts", part) for part in opened("many_layouts").namelist() if part.endswith(".xml"))
    assert "hlinkClick" not in text("many_layouts", "ppt/slideLayouts/slideLayout3.xml")
    assert Presentation(io.BytesIO(TEMPLATES["many_layouts"]())).slide_layouts[5]._element.xpath(".//a:hlinkClick")


def test_pictures_of_master_and_slide_layouts_come_along_each_once() -> None:
    media = {name: [each for each in opened(name).namelist() if each.startswith("ppt/media/template")] for name in NAMES}
    assert {name: len(pictures) for name, pictures in media.items()} == {"title_at_bottom": 1, "many_layouts": 3, "no_japanese_fonts": 0}


@in_every_template
def test_the_theme_is_the_templates_and_has_the_font_that_was_measured(name: str) -> None:
    theme = text(name, "ppt/theme/theme1.xml")
    source = Presentation(io.BytesIO(TEMPLATES[name]())).slide_masters[0]
    own = source.part.part_related_by("http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme").blob.decode()
    scheme = r"<a:clrScheme .*?</a:clrScheme>"
    (now,), (before,) = (re.findall(scheme, each, re.DOTALL) for each in (theme, own))
    assert re.findall(r'val="(\w+)"', now) == re.findall(r'val="(\w+)"', before)
    assert theme.count('<a:ea typeface="BIZ UDPゴシック"/>') == 2
    assert theme.count('script="Jpan" typeface="BIZ UDPゴシック"') == 2
    assert re.findall(r'<a:latin typeface="([^"]*)"', theme)[:2] == re.findall(r'<a:latin typeface="([^"]*)"', own)[:2]


@in_every_template
def test_titles_are_the_layouts_placeholders_and_leave_their_look_to_it(name: str) -> None:
    slides = Presentation(io.BytesIO(deck(name))).slides
    for slide in slides:
        title = slide.shapes.title
        assert title is not None
        assert title.text_frame.text.strip() or slide.slide_layout.name == "Title Slide"
        for run in title._element.xpath(".//a:rPr"):
            # No colour, font or weight of its own; a size only where the text had to shrink.
            assert not len(run)
            assert run.get("b") is None
    sizes = {run.get("sz") for slide in slides for run in slide.shapes.title._element.xpath(".//a:rPr")}
    assert None in sizes


def test_what_a_template_would_add_unmeasured_is_undone() -> None:
    slide = text("no_japanese_fonts", "ppt/slides/slide3.xml")
    (title,) = re.findall(r'<p:ph type="title"/>.*?</p:sp>', slide, re.DOTALL)
    assert 'cap="none" spc="0"' in title
    assert "<a:noAutofit/>" in title


def test_a_placeholder_that_the_pack_adds_stands_in_the_slide_layout(tmp_path: Path) -> None:
    added = "      footer: {template: footer}\n      tag: {kind: body, box: [500, 4, 90, 30], role: tag, fill: blue}\n"
    layout = PACKS["title_at_bottom"].replace("      footer: {template: footer}\n", added)
    placed = place(ready(), load_pack(make_pack(tmp_path, "title_at_bottom", layout)))
    presentation: Any = Presentation(io.BytesIO(placed.to_bytes()))
    (own,) = {shape.name for each in presentation.slide_layouts for shape in each.placeholders if shape.name == "tag"}
    assert own == "tag"
    slide = next(slide for slide in presentation.slides if any(shape.name.endswith("/tag") for shape in slide.placeholders))
    (tag,) = (shape for shape in slide.placeholders if shape.name.endswith("/tag"))
    assert tag.placeholder_format.idx in {shape.placeholder_format.idx for shape in slide.slide_layout.placeholders}


def test_two_decks_on_a_template_are_byte_identical() -> None:
    again = place(ready(), built("many_layouts").pack).to_bytes()
    assert again == deck("many_layouts")


@pytest.mark.libreoffice
def test_libreoffice_opens_a_deck_on_a_template(render_pdf: RenderPdf) -> None:
    import pypdfium2

    assert len(pypdfium2.PdfDocument(render_pdf(deck("title_at_bottom")))) == len(built("title_at_bottom").placed.slides)
