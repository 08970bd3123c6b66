"""Slide layouts of a pack that states its differences: shared parts, boxes that move, null, pictures."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from support.packs import small_pack

from docgen.blocks.memory import Memory
from docgen.compose.placeholders import placeholder_marks
from docgen.errors import DocgenError, DocgenErrors
from docgen.layout.consistency import inconsistencies
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack, SlideLayout
from docgen.layout.style import style_ladder

MARK = "{kind: body, box: {right: margin, width: 60, top: 2, height: 14}, role: tag, text: 取扱注意, fill: navy}"


def child(folder: Path, text: str) -> Path:
    (folder / "layout.yaml").write_text(f"extends: cabinet_office\n{text}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("width", "height"), [(960, 540), (720, 540), (842, 595), (540, 780)])
def test_another_page_moves_every_box_of_the_parent(tmp_path: Path, width: int, height: int) -> None:
    pack = load_pack(child(tmp_path, f"page: {{width: {width}, height: {height}}}"))
    assert inconsistencies(pack) == ()
    layout = pack.slide_layouts["content"]
    assert layout.slots["body"] == (30, 80, width - 60, height - 116)
    assert layout.placeholders["number"].box == (width - 90, height - 34, 60, 16)
    assert layout.decorations["rule"].box == (30, 71, width - 60, 0)


def test_another_margin_moves_what_keeps_to_it(tmp_path: Path) -> None:
    layout = load_pack(child(tmp_path, "page: {margin: 50}")).slide_layouts["content"]
    assert layout.slots["body"][:3:2] == (50, 680)


def test_a_child_states_one_edge_and_keeps_the_others(tmp_path: Path) -> None:
    pack = load_pack(child(tmp_path, "slide_layouts: {content: {slots: {body: {top: 90}}}}"))
    assert pack.slide_layouts["content"].slots["body"] == (30, 90, 720, 414)


def test_what_stands_in_every_slide_layout_is_in_each_but_where_null_takes_it_away(tmp_path: Path) -> None:
    text = (
        f"every_slide_layout: {{placeholders: {{classification: {MARK}}}}}\n"
        "slide_layouts: {cover: {placeholders: {classification: null}}}"
    )
    pack = load_pack(child(tmp_path, text))
    having = {name for name, layout in pack.slide_layouts.items() if "classification" in layout.placeholders}
    assert having == set(pack.slide_layouts) - {"cover"}


def test_an_error_in_what_every_slide_layout_has_is_said_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(DocgenErrors) as error:
        load_pack(child(tmp_path, "every_slide_layout: {decorations: {rule: {box: {top: x}}}}"))
    (first,) = error.value.errors
    assert (first.what, str(first.where).rpartition("/")[2]) == ("'top' is 'x'", "layout.yaml:2:54")


def test_a_pack_is_called_after_its_folder_where_it_states_no_name(tmp_path: Path) -> None:
    (tmp_path / "bureau").mkdir()
    assert load_pack(child(tmp_path / "bureau", "gap: 11")).name == "bureau"


def printed(pack: LayoutPack, layout: SlideLayout) -> dict[str, str]:
    texts = {"title": "題名", "footer": "A-1 分析"}
    marks = placeholder_marks("s", "s", layout, texts, style_ladder(pack)[0], Memory())
    return {str(mark.placeholder): mark.body.paragraphs[0].runs[0].text for mark in marks}


def test_a_placeholder_with_a_text_of_its_own_prints_it_on_every_slide() -> None:
    pack = small_pack()
    box = (40, 500, 400, 20)
    layout = SlideLayout.model_validate(
        {
            "label": "本文",
            "placeholders": {
                "title": {"kind": "title", "box": (40, 20, 880, 34), "role": "title"},
                "mark": {"kind": "body", "box": (800, 2, 100, 14), "role": "note", "text": "取扱注意"},
                "footer": {"kind": "footer", "box": box, "role": "note", "text": "統計課　{footer}　{running}"},
            },
        }
    )
    assert printed(pack, layout) == {"title": "題名", "mark": "取扱注意", "footer": "統計課　A-1 分析"}


def png(width: int, height: int) -> bytes:
    """A grey PNG picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


LOGO = (
    "every_slide_layout: {decorations: {logo: {picture: logo.png, alt: 標章, align: right,"
    " box: {right: margin, width: 100, top: 4, height: 20}}}}"
)


def test_a_logo_is_as_large_as_its_box_allows_and_keeps_its_proportions(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(30, 20))
    form = next(form for form in design(load_pack(child(tmp_path, LOGO))).layouts if form.name == "content")
    logo = next(each for each in form.decorations if each.name == "logo")
    assert (logo.box.x, logo.box.y, logo.box.width, logo.box.height) == (720, 4, 30, 20)
    assert (logo.alt, logo.image) == ("標章", png(30, 20))


@pytest.mark.parametrize("data", [None, b"GIF89a", b""])
def test_a_logo_that_is_not_there_or_no_png_is_an_error_at_its_line(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(DocgenError, match="the picture cannot be shown") as error:
        load_pack(child(tmp_path, LOGO))
    assert str(error.value.where).endswith("layout.yaml:2:52")
