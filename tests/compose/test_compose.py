"""Composing: slides, continued slides, placeholders, numbers, links, notes, and what cannot be placed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.real_deck import PACKS, ROOT, pack_in, pack_name, runs, words
from support.small_pages import INDICATOR_LIST, NO_DATA, PAGES, TABLE, placed, ready, study

from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.checks.check import check_placed
from docgen.compose import compose
from docgen.errors import DocgenError, DoesNotFit
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.layout.style import Style
from docgen.model import ExcerptSection, Table
from docgen.placed import PlacedSlide, TableMark, TextMark
from docgen.ready import ContentsEntry, ReadyContents, ReadyPage, ReadyTable, Trace
from docgen.slides.draft import Builder, Draft
from docgen.slides.registry import registry

PACK = load_pack(ROOT / "layouts" / "cabinet_office")
in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def page(name: str) -> ReadyPage:
    return next(each for each in PAGES if each.id == name)


def long_table(rows: int) -> ReadyPage:
    table = replace(TABLE, rows=tuple((f"評価{number}", "九割以上", str(number)) for number in range(rows)))
    return replace(page("table/grades"), record=table)


def tables(slide: PlacedSlide) -> list[TableMark]:
    return [mark for mark in slide.marks if isinstance(mark, TableMark)]


def rows_of(slide: PlacedSlide) -> list[str]:
    return [words(row.cells[0].body) for table in tables(slide) for row in table.rows]


def placeholder(slide: PlacedSlide, name: str) -> TextMark:
    return next(mark for mark in slide.marks if isinstance(mark, TextMark) and mark.placeholder == name)


@in_every_pack
def test_a_table_too_long_for_a_page_goes_on_under_the_same_head(folder: Path) -> None:
    slides = placed(folder, [long_table(60)]).slides
    assert len(slides) > 1
    assert {rows_of(slide)[0] for slide in slides} == {"評価"}
    assert [row for slide in slides for row in rows_of(slide)[1:]] == [f"評価{number}" for number in range(60)]


@in_every_pack
def test_continued_slides_have_ids_and_titles_of_their_own(folder: Path) -> None:
    slides = placed(folder, [long_table(60)]).slides
    assert [slide.id for slide in slides[:2]] == ["table/grades", "table/grades/2"]
    assert len({slide.title for slide in slides}) == len(slides)
    assert {slide.record for slide in slides} == {"table/grades"}


@in_every_pack
def test_the_title_of_a_page_is_the_same_on_all_its_slides_and_in_the_summary(folder: Path) -> None:
    deck = placed(folder, [long_table(60)])
    (page,) = deck.summary.pages
    assert {slide.page_title for slide in deck.slides} == {page.title}
    assert all(slide.title.startswith(page.title) and slide.title != page.title for slide in deck.slides)


@in_every_pack
def test_the_pages_of_a_long_table_break_no_rule(folder: Path) -> None:
    assert check_placed(placed(folder, [long_table(60)]), pack_in(folder)) == ()


@in_every_pack
def test_slides_are_numbered_in_the_order_of_the_deck(folder: Path) -> None:
    numbered = [
        (number, mark)
        for number, slide in enumerate(placed(folder).slides, start=1)
        for mark in slide.marks
        if isinstance(mark, TextMark) and mark.placeholder == "number"
    ]
    assert len(numbered) >= 10
    assert [words(mark.body) for _, mark in numbered] == [str(number) for number, _ in numbered]


def test_contents_count_the_pages_that_a_long_table_takes() -> None:
    contents = ReadyContents((ContentsEntry(1, "表", "table/grades"), ContentsEntry(1, "不在", "I-1071")))
    pages = [replace(page("contents"), record=contents), long_table(60), replace(page("I-1071"))]
    slides = placed(PACK, pages).slides
    number = [slide.id for slide in slides].index("I-1071") + 1
    assert number > 3
    assert [words(row.cells[1].body) for row in tables(slides[0])[0].rows[1:]] == ["2", str(number)]


def test_a_link_to_a_page_that_the_deck_does_not_hold_is_no_link() -> None:
    slides = placed(PACK, [page("list/strategy"), page("contents")]).slides
    assert {run.link for slide in slides for run in runs(slide)} == {None}


def test_sections_hold_the_slides_of_their_pages_the_continued_ones_too() -> None:
    deck = placed(PACK, [long_table(60)])
    assert deck.sections[0].slides == tuple(slide.id for slide in deck.slides)


def test_the_documents_properties_come_from_the_content_never_the_clock() -> None:
    properties = placed(PACK).properties
    assert (properties.title, properties.created) == ("小さなデータ集", "2024-02-29T00:00:00Z")


def test_speaker_notes_name_sources_what_statements_rest_on_and_the_lines_of_the_numbers() -> None:
    traces = (Trace("data/a.csv", 4, "x"), Trace("data/a.csv", 3, "x"), Trace("data/a.csv", 8, "y"), Trace("b.csv", 2, "z"))
    noted = replace(page("I-1071"), traces=traces, sources=("警察庁", "農林水産省"), grounds=("交通事故死者数",))
    assert placed(PACK, [noted]).slides[0].notes.split("\n") == [
        "（出典）警察庁",
        "（出典）農林水産省",
        "（根拠）交通事故死者数",
        "（データ）b.csv 2行",
        "（データ）data/a.csv 3-4、8行",
    ]


def test_a_title_has_a_size_for_a_line_and_one_for_two_and_is_set_smaller_only_where_it_needs_more() -> None:
    role = PACK.roles["title"]
    titled = [replace(page("I-1071"), record=replace(NO_DATA, title="指標" * n)) for n in (5, 18, 36, 42, 400)]
    titles = [placeholder(placed(PACK, [each]).slides[0], "title") for each in titled[:4]]
    sizes = [title.body.paragraphs[0].runs[0].size for title in titles]
    assert sizes[:3] == [role.size, role.two_lines, role.two_lines]
    assert role.floor <= sizes[3] < sizes[2]
    with pytest.raises(DoesNotFit) as error:
        placed(PACK, [titled[4]])
    assert (error.value.record, error.value.slot) == ("I-1071", "title")
    assert error.value.need > error.value.room


def test_what_does_not_fit_names_record_slide_slot_room_and_need() -> None:
    class Tall(Block):
        def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
            return Laid(1234.5, lambda box: ())

    def build(each: ReadyPage, record: object, pack: LayoutPack) -> Draft:
        return Draft(each.id, "table", "表", {"title": "表"}, {"body": Tall()})

    with pytest.raises(DoesNotFit) as error:
        compose(ready([page("table/grades")]), PACK, {"table": Builder("table", build)})
    found = error.value
    assert (found.record, found.slide, found.slot, found.need) == ("table/grades", "table/grades", "body", 1234.5)
    assert found.room == PACK.slide_layouts[PACK.kinds["table"]].slot("body").height
    assert f"slot 'body' has {found.room:.1f} pt, 1234.5 pt are needed" in str(found)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "no_dat"}, "no slide builder makes pages of kind 'no_dat'"),
        ({"kind": "no_data"}, "has no slide layout for pages of kind 'no_data'"),
    ],
)
def test_a_kind_that_nothing_serves_is_an_error_with_the_nearest_name(change: dict[str, Any], message: str) -> None:
    kinds = {name: layout for name, layout in PACK.kinds.items() if name != "no_data"}
    pack = PACK.model_copy(update={"kinds": kinds})
    with pytest.raises(DocgenError, match=message) as error:
        placed(pack, [replace(page("I-1071"), **change)])
    assert "no_data" in str(error.value)


def test_a_layout_without_the_slot_that_a_builder_fills_is_an_error() -> None:
    layout = PACK.slide_layouts["content"]
    slots = {"main": layout.slots["body"]}
    pack = PACK.model_copy(
        update={"slide_layouts": {**PACK.slide_layouts, "content": layout.model_copy(update={"slots": slots})}}
    )
    with pytest.raises(DocgenError, match="has no slot 'body'") as error:
        placed(pack, [page("I-1071")])
    assert "one of main" in str(error.value)


def test_the_same_pages_are_placed_the_same_twice() -> None:
    first, second = (compose(ready(), PACK, registry()) for _ in range(2))
    assert first == second


SENTENCES = st.text(
    st.sampled_from("科学技術・イノベーション、基本計画の指標（2022年度）は「総合知」 ABCdef 12,345.6%→①～。"), min_size=1, max_size=220
).filter(str.strip)


@settings(max_examples=15, deadline=None)
@given(messages=st.lists(SENTENCES, min_size=1, max_size=6), cells=st.lists(SENTENCES, min_size=1, max_size=30))
@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_any_text_gives_pages_that_break_no_rule_or_does_not_fit(folder: Path, messages: list[str], cells: list[str]) -> None:
    pack = pack_in(folder)
    table = ReadyTable("t", "表", TABLE.columns[:2], tuple((cell, "値") for cell in cells))
    no_data = replace(NO_DATA, definition=tuple(messages))
    excerpt = (ExcerptSection(id="grades", heading="得点率", lead=cells[0], table=Table(id="grades")),)
    elements = tuple(replace(row, name=cells[0], viewpoints=tuple(messages)) for row in INDICATOR_LIST.rows[:1])
    pages = [
        replace(page("table/grades"), record=table),
        replace(page("I-1071"), record=no_data),
        replace(page("precedents/four"), record=study(excerpt, lead=messages[0])),
        replace(page("list/strategy"), record=replace(INDICATOR_LIST, rows=elements)),
    ]
    for each in pages:
        assert _breaches(each, pack) == []


def _breaches(each: ReadyPage, pack: LayoutPack) -> list[str]:
    try:
        deck = placed(pack, [each])
    except DoesNotFit:
        return []
    return [str(breach) for breach in check_placed(deck, pack)]
