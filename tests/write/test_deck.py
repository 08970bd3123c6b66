from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from support.every_mark import design, full_deck, text
from support.written_deck import entries, opened, relationships, slide

from docgen.errors import DocgenError
from docgen.placed import (
    Box,
    Paragraph,
    PlacedDeck,
    Run,
    ShapeMark,
    TextBody,
    TextMark,
)
from docgen.write import write


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
        "title", "messages", "footer", "number", "links", "box", "arrow", "island",
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


def test_links_lead_to_slides_and_addresses() -> None:
    found = relationships("ppt/slides/slide2.xml").values()

    assert ("ppt/slides/slide4.xml", "slide", False) in found
    assert ("https://example.jp/%E7%B5%B1%E8%A8%88?a=1&b=2", "hyperlink", True) in found
    assert slide(2).count('action="ppaction://hlinksldjump"') == 2
    assert slide(2).count("<ahyp:hlinkClr xmlns:ahyp=") == 3


def test_a_shape_that_leads_somewhere_has_the_link_itself_and_its_text_has_none() -> None:
    body = TextBody((Paragraph((Run("表紙へ", 9),), 12),))
    deck = opened(write(with_mark(ShapeMark("s", Box(30, 30, 90, 20), fill="blue", body=body, link="cover"))))
    shape = next(each for each in deck.slides[1].shapes if each.name == "s")
    assert shape.click_action.target_slide.slide_id == deck.slides[0].slide_id
    assert shape._element.xpath(".//a:rPr/a:hlinkClick") == []


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


def test_printed_slide_numbers_are_fields() -> None:
    assert [slide(number).count('type="slidenum"') for number in range(1, 5)] == [0, 1, 1, 1]
    assert "firstSlideNum" not in entries()["ppt/presentation.xml"].decode()


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
        shapes: list[str] = re.findall("<p:sp>.*?</p:sp>", xml)
        return next(shape for shape in shapes if 'type="title"' in shape)

    assert "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle></a:lstStyle>" in title(page)
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
    assert decorative(3) == ["trunk", "to trunk", "from trunk", "straight", "bent", "up", "elbow", "down", "back", "three", "four"]
    assert decorative(4) == ["other"]


def test_the_deck_states_the_line_breaking_rules_that_it_was_set_with() -> None:
    rules = re.search(r'<p:kinsoku lang="ja-JP" invalStChars="([^"]+)" invalEndChars="([^"]+)"/>',
                      entries()["ppt/presentation.xml"].decode())  # fmt: skip

    assert rules is not None
    assert set("、。」）ーっ") <= set(rules[1])
    assert set("「（") <= set(rules[2])
