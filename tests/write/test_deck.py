from __future__ import annotations

import hashlib
import io
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from every_mark import SVG, design, full_deck, png, text
from pptx import Presentation

from docgen.errors import DocgenError
from docgen.placed import Box, PlacedDeck, Run, ShapeMark, TextMark
from docgen.write import write

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@cache
def written() -> bytes:
    return write(full_deck())


@cache
def entries() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide(number: int) -> str:
    return entries()[f"ppt/slides/slide{number}.xml"].decode()


def opened(data: bytes | None = None) -> Any:
    return Presentation(io.BytesIO(written() if data is None else data))


def relationships(part: str) -> dict[str, tuple[str, str, bool]]:
    """Of one part: target, kind and whether external, by relationship id."""
    folder, name = posixpath.split(part)
    data = entries().get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    if data is None:
        return {}
    return {
        entry.attrib["Id"]: (
            entry.attrib["Target"]
            if entry.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join(folder, entry.attrib["Target"])).lstrip("/"),
            entry.attrib["Type"].rsplit("/", 1)[1],
            entry.get("TargetMode") == "External",
        )
        for entry in ElementTree.fromstring(data).iter(_RELATIONSHIP)
    }


def with_mark(mark: ShapeMark | TextMark) -> PlacedDeck:
    """The deck with one more mark on its second slide."""
    deck = full_deck()
    second = replace(deck.slides[1], marks=(*deck.slides[1].marks, mark))
    return replace(deck, slides=(deck.slides[0], second, *deck.slides[2:]))


def test_python_pptx_reads_titles_layouts_and_page_size() -> None:
    deck = opened()

    assert (deck.slide_width.pt, deck.slide_height.pt) == (780, 540)
    assert [layout.name for layout in deck.slide_layouts] == ["本文", "表紙"]
    assert [page.slide_layout.name for page in deck.slides] == ["表紙", "本文", "本文", "本文"]
    assert [page.shapes.title.text_frame.text for page in deck.slides] == [
        'データ集 <試験> & "引用"', "要点", "施策", "表と図",
    ]  # fmt: skip


def test_placeholders_are_the_layouts_own_and_take_their_boxes_from_it() -> None:
    page = opened().slides[1]
    found = {place.placeholder_format.idx: place for place in page.placeholders}

    assert {key: str(place.placeholder_format.type).split()[0] for key, place in found.items()} == {
        0: "TITLE", 11: "FOOTER", 12: "SLIDE_NUMBER", 13: "BODY",
    }  # fmt: skip
    assert not any(place.element.spPr.findall("{*}xfrm") for place in found.values())
    assert (found[12].left.pt, found[12].top.pt) == (690, 514)


def test_the_title_is_read_first_and_the_other_marks_keep_their_order() -> None:
    assert [shape.name for shape in opened().slides[1].shapes] == [
        "title", "messages", "footer", "number", "links", "box", "arrow",
    ]  # fmt: skip


def test_the_table_has_its_grid_heights_merges_and_header_row() -> None:
    table = next(shape for shape in opened().slides[3].shapes if shape.has_table).table

    assert [column.width for column in table.columns] == [1278890, 2532380, 1270000, 1270000]
    assert [row.height.pt for row in table.rows] == [20, 20, 20, 22.5]
    assert table.first_row
    origin = table.cell(1, 0)
    assert (origin.is_merge_origin, origin.span_height, origin.span_width) == (True, 2, 2)
    assert [cell.is_spanned for cell in table.rows[3].cells] == [False, False, False, True]


def test_the_chart_reads_back_with_its_values_and_carries_its_workbook() -> None:
    chart = next(shape for shape in opened().slides[3].shapes if shape.has_chart).chart

    assert list(chart.plots[0].categories) == ["2019", "2020", "2021"]
    assert chart.plots[0].series[0].values == (10.0, None, 12.5)
    assert zipfile.is_zipfile(io.BytesIO(entries()["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"]))
    assert relationships("ppt/charts/chart1.xml")["rId1"][:2] == (
        "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", "package",
    )  # fmt: skip


def test_equal_pictures_share_one_part_and_alternative_texts_are_the_decks() -> None:
    media = {name: data for name, data in entries().items() if name.startswith("ppt/media/")}

    assert media == {
        "ppt/media/image1.png": png(), "ppt/media/image2.svg": SVG, "ppt/media/image3.png": png(200),
    }  # fmt: skip
    described = dict(re.findall(r'name="([^"]+)" descr="([^"]*)"', slide(4)))
    assert described == {
        "values": "指標の値の表", "chart": "縦棒：執行額", "map": "日本地図", "map again": "日本地図（再掲）",
    }  # fmt: skip


def test_links_lead_to_slides_and_addresses() -> None:
    found = relationships("ppt/slides/slide2.xml").values()

    assert ("ppt/slides/slide4.xml", "slide", False) in found
    assert ("https://example.jp/%E7%B5%B1%E8%A8%88?a=1&b=2", "hyperlink", True) in found
    assert slide(2).count('action="ppaction://hlinksldjump"') == 2
    assert slide(2).count("<ahyp:hlinkClr xmlns:ahyp=") == 3


def test_notes_stand_with_the_slides_that_have_them() -> None:
    deck = opened()

    assert [page.has_notes_slide for page in deck.slides] == [True, True, False, False]
    assert deck.slides[0].notes_slide.notes_text_frame.text == "表紙\n\n二段落目 <a>"


def test_a_deck_without_notes_has_no_notes_master() -> None:
    bare = replace(full_deck(), slides=tuple(replace(page, notes="") for page in full_deck().slides))

    with zipfile.ZipFile(io.BytesIO(write(bare))) as archive:
        assert not [name for name in archive.namelist() if "notes" in name]


def test_sections_list_every_slide_and_properties_are_the_contents() -> None:
    presentation = entries()["ppt/presentation.xml"].decode()
    names = re.findall(r'<p14:section name="([^"]+)"', presentation)
    properties = opened().core_properties

    assert names == ["既定のセクション", "まとめ", "施策 &amp; 指標"]
    assert re.findall(r'<p14:sldId id="(\d+)"', presentation) == ["256", "257", "258", "259"]
    assert (properties.title, properties.author, properties.keywords) == ("データ集", "内閣府", "指標,施策")
    assert properties.created.isoformat() == properties.modified.isoformat() == "2024-03-30T15:00:00"


def test_shape_ids_are_unique_in_every_slide() -> None:
    for number in range(1, 5):
        ids = re.findall(r'<p:cNvPr id="(\d+)"', slide(number))
        assert len(ids) == len(set(ids)) == len(full_deck().slides[number - 1].marks) + 1


def test_every_relationship_leads_to_a_part_is_used_and_no_part_is_orphaned() -> None:
    parts = {name for name in entries() if "_rels/" not in name and name != "[Content_Types].xml"}
    implicit = {"slideLayout", "slideMaster", "theme", "notesMaster", "notesSlide", "slide"}
    reached = {target for target, _, _ in relationships("").values()}
    for part in parts:
        for key, (target, kind, external) in relationships(part).items():
            assert external or target in parts
            reached.add(target)
            assert kind in implicit | {"presProps", "viewProps", "tableStyles"} or (
                f'"{key}"'.encode() in entries()[part]
            )

    assert parts <= reached


def test_slides_and_shapes_keep_their_identity_when_the_order_changes() -> None:
    deck = full_deck()
    turned = replace(deck, sections=(), slides=tuple(
        replace(page, marks=tuple(reversed(page.marks))) for page in reversed(deck.slides)
    ))  # fmt: skip

    def identities(data: bytes) -> dict[str, set[str]]:
        return {
            page.element.cSld.attrib["name"]: set(
                re.findall(r'name="([^"]+)"[^>]*><a:extLst><a:ext uri="[^"]+"><a16:creationId[^>]* id="([^"]+)"',
                           page.part.blob.decode())
            ) | set(re.findall(r"<p14:creationId[^>]+val=\"(\d+)\"", page.part.blob.decode()))
            for page in opened(data).slides
        }  # fmt: skip

    first = identities(written())
    assert first == identities(write(turned))
    assert list(first) == ["cover", "messages", "flow", "I-1065"]
    assert len(first["messages"]) == 8


def test_printed_slide_numbers_are_fields() -> None:
    assert [slide(number).count('type="slidenum"') for number in range(1, 5)] == [0, 1, 1, 1]
    assert "firstSlideNum" not in entries()["ppt/presentation.xml"].decode()


def test_the_first_number_that_a_slide_prints_says_where_the_deck_begins_to_count() -> None:
    deck = full_deck()
    # The third slide alone: it prints 3.
    with zipfile.ZipFile(io.BytesIO(write(replace(deck, sections=(), slides=deck.slides[2:3])))) as archive:
        assert 'firstSlideNum="3"' in archive.read("ppt/presentation.xml").decode()
        assert archive.read("ppt/slides/slide1.xml").decode().count('type="slidenum"') == 1


_CHILD = """
import hashlib, time
time.time = lambda: 2_000_000_000.0
time.localtime = lambda *args: time.gmtime(2_000_000_000)
from every_mark import full_deck
from docgen.write import write
print(hashlib.sha256(write(full_deck())).hexdigest())
"""


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("America/New_York", "77")])
def test_two_writes_are_equal_byte_for_byte_whatever_zone_seed_and_clock(zone: str, seed: str) -> None:
    root = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(root), str(Path(__file__).parent)])
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    answer = subprocess.run(
        [sys.executable, "-c", _CHILD], env=environment, capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == hashlib.sha256(written()).hexdigest()


@pytest.mark.parametrize(
    ("mark", "what"),
    [
        (TextMark("x", Box(0, 0, 9, 9), text(Run("a", 9, link="I-9999"))), "link to 'I-9999'"),
        (TextMark("x", Box(0, 0, 9, 9), text("a"), "subtitle"), "no placeholder 'subtitle'"),
        (ShapeMark("x", Box(0, 0, 9, 9), "roundrect"), "no preset shape"),
        (ShapeMark("x", Box(0, 0, 9, 9), fill="green"), "no colour named 'green'"),
        (ShapeMark("box", Box(0, 0, 9, 9)), "two marks with the id 'box'"),
    ],
)
def test_what_a_mark_names_must_be_there(mark: ShapeMark | TextMark, what: str) -> None:
    with pytest.raises(DocgenError, match=what) as caught:
        write(with_mark(mark))
    assert str(caught.value).startswith("slide messages")


def test_a_slides_layout_must_be_there_and_its_id_its_own() -> None:
    deck = full_deck()
    page = deck.slides[0]
    with pytest.raises(DocgenError, match="no slide layout 'cove'") as caught:
        write(replace(deck, sections=(), slides=(replace(page, layout="cove"),)))
    assert caught.value.hint == "did you mean 'cover'?"
    with pytest.raises(DocgenError, match="two slides with the id"):
        write(replace(deck, slides=(page, page)))


def test_a_deck_without_slides_opens() -> None:
    assert len(opened(write(PlacedDeck(design(), ()))).slides) == 0


def test_layouts_leave_to_the_master_what_equals_it() -> None:
    page, cover = (entries()[f"ppt/slideLayouts/slideLayout{number}.xml"].decode() for number in (1, 2))
    master = entries()["ppt/slideMasters/slideMaster1.xml"].decode()

    def title(xml: str) -> str:
        return next(shape for shape in re.findall("<p:sp>.*?</p:sp>", xml) if 'type="title"' in shape)

    assert "<p:spPr></p:spPr><p:txBody><a:bodyPr/><a:lstStyle></a:lstStyle>" in title(page)
    assert '<a:off x="762000" y="2540000"/>' in title(cover)
    assert 'sz="2800"' in title(cover)
    assert re.search('<p:titleStyle><a:lvl1pPr[^>]*>.*?sz="1800" b="1"', master)
    assert re.findall(r'<p:sldLayoutId id="\d+" r:id="(rId\d+)"', master) == ["rId1", "rId2"]


def test_marks_that_say_nothing_are_decorative_and_no_others() -> None:
    def decorative(number: int) -> list[str]:
        return re.findall(
            r'name="([^"]+)"[^>]*><a:extLst>(?:(?!</a:extLst>).)*adec:decorative', slide(number)
        )

    assert decorative(2) == ["arrow"]
    assert decorative(3) == ["straight", "bent", "up", "elbow", "down", "back", "three", "four"]
    assert decorative(4) == ["other"]


def test_the_deck_states_the_line_breaking_rules_that_it_was_set_with() -> None:
    rules = re.search(r'<p:kinsoku lang="ja-JP" invalStChars="([^"]+)" invalEndChars="([^"]+)"/>',
                      entries()["ppt/presentation.xml"].decode())  # fmt: skip

    assert rules is not None
    assert set("、。」）ーっ") <= set(rules[1])
    assert set("「（") <= set(rules[2])


@pytest.mark.validator
def test_microsofts_validator_finds_nothing_wrong(validate: Callable[[bytes], list[dict[str, Any]]]) -> None:
    assert validate(written()) == []


@pytest.mark.libreoffice
def test_libreoffice_draws_all_text_in_its_place(render_pdf: Callable[[bytes], bytes]) -> None:
    pages = pypdfium2.PdfDocument(render_pdf(written()))
    texts = [page.get_textpage() for page in pages]
    read = [re.sub(r"\s", "", page.get_text_range()) for page in texts]

    assert "データ集" in read[0]
    assert "主要指標の約7割で目標を達成" in read[1]
    assert "47.9%" in read[3]
    # The text after the tab stop at 200 pt of a box that begins at 30 pt.
    after_tab = texts[1].get_text_range().index("3", texts[1].get_text_range().index("表の頁"))
    assert texts[1].get_charbox(after_tab)[0] == pytest.approx(230, abs=2)
    # The footer in its own place and size, not in the master's middle.
    footer = texts[1].get_text_range().index("まとめ")
    left, bottom, _, top = texts[1].get_charbox(footer)
    assert left == pytest.approx(30, abs=1.5)
    assert top - bottom < 7.5
