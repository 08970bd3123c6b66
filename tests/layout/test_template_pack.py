"""Packs on a bureau's template: what is taken from it, and what is said where it cannot be used."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from support.foreign_templates import PACKS, TEMPLATES, make_pack

from docgen.errors import DocgenError, DocgenErrors
from docgen.layout.colours import palette_colour
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack

FOOT = "title_at_bottom"


def test_page_fonts_and_theme_colours_are_the_templates(tmp_path: Path) -> None:
    pack = load_pack(make_pack(tmp_path, FOOT))
    assert (pack.page.width, pack.page.height) == (720, 540)
    assert {face.name for face in pack.fonts.values()} == {"BIZ UDPゴシック"}
    # navy fills dk2 and blue accent1 in the parent; tints follow.
    assert (pack.colours["navy"].rgb, pack.colours["blue"].rgb) == ("0B4F4A", "1B7F79")
    assert palette_colour("rule", pack.colours).slot == "dk2"
    assert pack.colours["red"].rgb == "C00000"


def test_a_placeholder_has_the_templates_box_and_look(tmp_path: Path) -> None:
    pack = load_pack(make_pack(tmp_path, FOOT))
    spec = pack.slide_layouts["content"].placeholders["title"]
    role = pack.roles[spec.role]
    assert (spec.box, spec.anchor, spec.margins.left) == ((30, 464, 660, 46), "middle", 7.2)
    assert (role.size, role.bold, role.align, role.colour, role.font) == (20, True, "left", "paper", "heading")
    assert role.floor == 11
    assert pack.slide_layouts["content"].label == "Title Only"


def test_a_form_knows_what_its_text_inherits_and_what_it_lies_on(tmp_path: Path) -> None:
    made = design(load_pack(make_pack(tmp_path, FOOT)))
    forms = {layout.name: {form.name: form for form in layout.placeholders} for layout in made.layouts}
    title, subtitle = forms["content"]["title"], forms["cover"]["document_type"]
    assert (title.ground, title.type, title.index, title.fitted) == ("navy", "title", 0, True)
    assert (subtitle.type, subtitle.index, subtitle.bullet, round(subtitle.before, 2)) == ("subTitle", 1, False, 7.68)
    assert forms["cover"]["title"].type == "ctrTitle"
    assert "number" not in forms["cover"]
    assert forms["content"]["number"].kind == "slide_number"


def test_spaced_capitals_are_to_be_undone_since_they_are_not_measured(tmp_path: Path) -> None:
    made = design(load_pack(make_pack(tmp_path, "no_japanese_fonts")))
    titles = [form for layout in made.layouts for form in layout.placeholders if form.kind == "title"]
    assert {form.resets for form in titles} == {("cap", "spc")}


def test_a_japanese_font_is_found_by_its_script(tmp_path: Path) -> None:
    assert load_pack(make_pack(tmp_path, "many_layouts")).fonts["body"].name == "BIZ UDPゴシック"


def test_a_placeholder_that_the_template_lacks_gets_a_free_index(tmp_path: Path) -> None:
    more = PACKS[FOOT].replace(
        "      footer: {template: footer}\n", "      footer: {template: footer}\n      tag: {kind: body, box: [500, 4, 90, 20], role: tag}\n"
    )
    pack = load_pack(make_pack(tmp_path, FOOT, more))
    (layout,) = (layout for layout in design(pack).layouts if layout.name == "content")
    (tag,) = (form for form in layout.placeholders if form.name == "tag")
    assert not tag.of_template
    assert tag.index not in {form.index for form in layout.placeholders if form.name != "tag"}


def test_a_colour_may_be_based_on_a_theme_slot(tmp_path: Path) -> None:
    text = PACKS[FOOT] + "colours: {water: {base: accent4, lum_mod: 50}, sea: {slot: accent4}}\n"
    pack = load_pack(make_pack(tmp_path, FOOT, text))
    assert pack.colours["sea"].rgb == "2F5D9B"
    assert palette_colour("water", pack.colours).slot == "accent4"


def test_slots_mean_what_the_masters_colour_map_says(tmp_path: Path) -> None:
    def dark(presentation: Any) -> None:
        (colour_map,) = presentation.slide_masters[0]._element.xpath("./p:clrMap")
        colour_map.set("bg1", "dk2")
        colour_map.set("tx1", "lt1")

    pack = load_pack(make_pack(tmp_path, FOOT, data=changed(dark)))
    assert (pack.colours["paper"].rgb, pack.colours["ink"].rgb) == ("0B4F4A", "FFFFFF")


def test_a_pack_that_extends_one_on_a_template_is_on_it_too(tmp_path: Path) -> None:
    make_pack(tmp_path, FOOT)
    child = tmp_path / "child"
    child.mkdir()
    (child / "layout.yaml").write_text(f"extends: {FOOT}\nwords: {{contents: もくじ}}\n", encoding="utf-8")
    assert load_pack(child).template == load_pack(tmp_path / FOOT).template


def changed(change: Callable[[Any], None], name: str = FOOT) -> bytes:
    presentation = Presentation(io.BytesIO(TEMPLATES[name]()))
    change(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def errors(folder: Path) -> list[DocgenError]:
    with pytest.raises(DocgenError) as caught:
        load_pack(folder)
    return list(caught.value.errors) if isinstance(caught.value, DocgenErrors) else [caught.value]


@pytest.mark.parametrize(
    ("was", "now", "place", "what", "helps"),
    [
        ("template: Title Slide", "template: Titel Slide", 7, "no slide layout 'Titel Slide'", "did you mean 'Title Slide'?"),
        ("template: Title Slide", "template: 99", 7, "no slide layout 99", "Title Slide"),
        ("    template: Title Slide\n", "", 7, "slide layout 'cover' is not mapped", "Title Slide"),
        ("document_type: {template: 1}", "document_type: {template: 7}", 10, "has no placeholder 7", "1 (Subtitle 2)"),
        ("document_type: {template: 1}", "document_type: {template: title}", 10, "is mapped twice", "each placeholder once"),
        ("document_type: {template: 1}", "document_type: {template: 1, kind: footer}", 10, "is of type subTitle", "one of kind footer"),
        ("title: {template: title}\n      document_type", "document_type", 7, "maps no title", "title: {template: title}"),
        ("template: Section Header", "template: Blank", 13, "'Blank' of the template has no title placeholder", "one that has: Title Slide"),
        ("every_slide", "page: {width: 780}\nevery_slide", 4, "the page's width is 780, the template's 720", "leave it out"),
        ("every_slide", 'colours: {navy: {rgb: "000080", slot: dk2}}\nevery_slide', 4, "which is 0B4F4A in the template's theme", "leave rgb out"),
        ("{left: 30, right: 30, top: 40, bottom: 90}", "{left: 30, width: 700, top: 40, bottom: 90}", 23, "slot 'body' reaches over the edge", "720 × 540"),
        ("title: {floor: 11}", "title: {floor: eleven}", None, "'floor' is 'eleven'", "a number"),
    ],
)  # fmt: skip
def test_a_mapping_that_is_wrong_is_said_with_its_place_and_what_there_is(
    tmp_path: Path, was: str, now: str, place: int | None, what: str, helps: str
) -> None:
    assert was in PACKS[FOOT]
    found = errors(make_pack(tmp_path, FOOT, PACKS[FOOT].replace(was, now)))
    (error, *_) = [each for each in found if what in each.what]
    assert helps in str(error)
    assert "layout.yaml:" in str(error.where)
    if place is not None:
        assert f"layout.yaml:{place}:" in str(error.where)


def test_a_kind_without_a_slide_layout_of_the_template_is_said(tmp_path: Path) -> None:
    text = PACKS[FOOT].replace("  contents", "  content_of_all")
    found = errors(make_pack(tmp_path, FOOT, text))
    assert [each.what for each in found] == ["unknown slide layout 'contents'"]


def test_a_theme_without_japanese_fonts_says_how_to_state_them(tmp_path: Path) -> None:
    name = "no_japanese_fonts"
    found = errors(make_pack(tmp_path, name, PACKS[name].partition("\n")[2]))
    assert [each.what for each in found] == [
        "the template's theme names no Japanese font for heading text",
        "the template's theme names no Japanese font for body text",
    ]
    assert "fonts: {heading: {name: BIZ UDPゴシック}}" in str(found[0])


def test_slide_layouts_of_two_masters_are_refused(tmp_path: Path) -> None:
    name = "many_layouts"
    text = PACKS[name].replace("template: Section Header\n    placeholders: {title: {template: title}}", "template: 旧様式\n    placeholders: {title: {template: title}}")
    assert any("is of another slide master than 'Title Slide'" in each.what for each in errors(make_pack(tmp_path, name, text)))


def without_titles() -> bytes:
    def take(presentation: Any) -> None:
        for layout in presentation.slide_layouts:
            for shape in list(layout.placeholders):
                if shape.placeholder_format.type in (1, 3):
                    shape._element.getparent().remove(shape._element)

    return changed(take)


def package(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr({"types": "[Content_Types].xml"}.get(name, name), text)
    return stream.getvalue()


def with_macros() -> bytes:
    stream = io.BytesIO(TEMPLATES[FOOT]())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("ppt/vbaProject.bin", b"\0")
    return stream.getvalue()


COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
WORD = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
MACRO = '<Types><Override ContentType="application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"/></Types>'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"no zip at all", "is no PowerPoint file"),
        (b"", "is no PowerPoint file"),
        (package(types=WORD), "is no PowerPoint file"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "is encrypted (under a password)"),
        (COMPOUND, "is in the format of PowerPoint 97-2003"),
        (package(types=MACRO), "holds macros"),
        (with_macros(), "holds macros"),
        (TEMPLATES[FOOT]()[:9000], "is no PowerPoint file"),
        (package(types=WORD.replace("wordprocessingml.document", "presentationml.presentation")), "cannot be opened"),
        (without_titles(), "has no title placeholder"),
    ],
)
def test_a_file_that_is_no_template_is_said_at_the_line_that_names_it(tmp_path: Path, data: bytes, what: str) -> None:
    found = errors(make_pack(tmp_path, FOOT, data=data))
    assert any(what in each.what for each in found), found
    assert "title_at_bottom/layout.yaml:" in str(found[0].where)


@pytest.mark.parametrize(
    ("text", "what"),
    [("template: gone.pptx", "the template 'gone.pptx' cannot be read"), ("template: [a, b]", "the template is no name of a file"), ("template: .", "cannot be read")],
)
def test_a_template_that_is_not_there_is_said(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "layout.yaml").write_text(f"extends: cabinet_office\n{text}\nslide_layouts: {{content: {{template: 1}}}}\n", encoding="utf-8")
    (error,) = errors(tmp_path)
    assert what in error.what
    assert "layout.yaml:2:11" in str(error.where)


def test_a_potx_is_a_template_as_well(tmp_path: Path) -> None:
    source, target = io.BytesIO(TEMPLATES[FOOT]()), io.BytesIO()
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as made:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"presentation.main+xml", b"template.main+xml")
            made.writestr(name, data)
    pack: LayoutPack = load_pack(make_pack(tmp_path, FOOT, data=target.getvalue()))
    assert pack.page.width == 720


def test_template_without_a_template_of_the_pack_is_an_unknown_key(tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text("extends: cabinet_office\nslide_layouts: {content: {template: Title Only}}\n", encoding="utf-8")
    assert any("unknown key 'template'" in each.what for each in errors(tmp_path))
