"""Every slide kind in every layout pack: what it holds, where it lies, and its goldens."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.data_regression import DataRegressionFixture
from support.real_deck import GOLDEN_PACKS, PACKS, pack_in, pack_name, words
from support.small_pages import PAGES, RUNNING, placed

from docgen.checks.check import check_placed
from docgen.layout.pack import LayoutPack
from docgen.placed import (
    ChartMark,
    ConnectorMark,
    Mark,
    PictureMark,
    PlacedDeck,
    PlacedSlide,
    ShapeMark,
    TableMark,
    TextMark,
)
from docgen.ready import ReadyPage
from docgen.slides.registry import CORE_BUILDERS

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)
of_every_kind = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id.replace("/", "-"))


@pytest.fixture
def pack(folder: Path) -> LayoutPack:
    return pack_in(folder)


@functools.cache
def alone(folder: Path, identifier: str) -> PlacedDeck:
    """A deck of one page, for all tests that look at it."""
    return placed(pack_in(folder), [page for page in PAGES if page.id == identifier])


@pytest.fixture
def slide(folder: Path, page: ReadyPage) -> PlacedSlide:
    (slide,) = alone(folder, page.id).slides
    return slide


def text_of(mark: Mark) -> str:
    if isinstance(mark, TableMark):
        return " | ".join(words(cell.body) for row in mark.rows for cell in row.cells if not cell.covered)
    if isinstance(mark, (ChartMark, PictureMark, ConnectorMark)):
        return ""
    return words(mark.body) if mark.body is not None else ""


def outline(mark: Mark) -> dict[str, Any]:
    """A mark as a golden holds it: what it is, its box to a tenth of a point, its text."""
    if isinstance(mark, ConnectorMark):
        return {"connector": mark.id, "from": mark.start.shape, "to": mark.end.shape}
    box = [round(each, 1) + 0 for each in (mark.box.x, mark.box.y, mark.box.width, mark.box.height)]
    row: dict[str, Any] = {type(mark).__name__.removesuffix("Mark").lower(): mark.id, "box": box}
    if text_of(mark):
        row["text"] = text_of(mark)
    if isinstance(mark, ChartMark):
        row["series"] = {each.name: [None if v is None else float(v) for v in each.values] for each in mark.chart.series}
    return row


def test_every_kind_that_is_derived_from_records_is_among_these_pages() -> None:
    derived = {builder.kind for builder in CORE_BUILDERS if builder.record is None}
    assert {page.kind for page in PAGES} == derived


@pytest.mark.parametrize("folder", GOLDEN_PACKS, ids=pack_name)
@of_every_kind
def test_a_page_is_placed_as_before(slide: PlacedSlide, folder: Path, data_regression: DataRegressionFixture) -> None:
    data_regression.check(
        {"slide": slide.id, "layout": slide.layout, "title": slide.title, "marks": [outline(m) for m in slide.marks]},
        basename=f"{pack_name(folder)}-{slide.id.replace('/', '-')}",
    )


@in_every_pack
@of_every_kind
def test_a_page_breaks_no_rule(folder: Path, pack: LayoutPack, page: ReadyPage) -> None:
    assert check_placed(alone(folder, page.id), pack) == ()


@in_every_pack
@of_every_kind
def test_ids_of_marks_begin_with_that_of_the_record(slide: PlacedSlide, page: ReadyPage) -> None:
    assert slide.id == page.id
    assert [mark.id for mark in slide.marks if not mark.id.startswith(f"{page.id}/")] == []


@in_every_pack
@of_every_kind
def test_the_title_comes_first_and_in_a_placeholder(slide: PlacedSlide, pack: LayoutPack) -> None:
    first = slide.marks[0]
    assert isinstance(first, TextMark)
    assert pack.slide_layouts[slide.layout].placeholders[str(first.placeholder)].kind == "title"
    assert words(first.body) == slide.title


@in_every_pack
@of_every_kind
def test_what_stands_in_no_placeholder_lies_in_the_slots(slide: PlacedSlide, pack: LayoutPack) -> None:
    layout = pack.slide_layouts[slide.layout]
    slots = [layout.slot(name) for name in layout.slots]
    free = [
        mark
        for mark in slide.marks
        if not isinstance(mark, ConnectorMark) and not (isinstance(mark, TextMark) and mark.placeholder)
    ]
    assert [mark.id for mark in free if not any(slot.contains(mark.box, 0.1) for slot in slots)] == []


def by_id(folder: Path, page: str) -> dict[str, Mark]:
    slide = next(slide for slide in placed(folder).slides if slide.id == page)
    return {mark.id: mark for mark in slide.marks}


def table(folder: Path, page: str, name: str) -> list[list[str]]:
    mark = by_id(folder, page)[f"{page}/{name}"]
    assert isinstance(mark, TableMark)
    return [[words(cell.body) for cell in row.cells] for row in mark.rows]


@in_every_pack
def test_an_indicator_list_names_an_element_once_over_its_rows(folder: Path) -> None:
    mark = by_id(folder, "list/strategy")["list/strategy/table"]
    assert isinstance(mark, TableMark)
    first = [row.cells[0] for row in mark.rows[mark.header_rows :]]
    assert [(cell.row_span, cell.covered) for cell in first] == [(2, False), (1, True), (1, False)]


@in_every_pack
def test_an_element_without_indicators_has_a_row_of_dashes(folder: Path) -> None:
    none = pack_in(folder).words["none"]
    heads, *_, last = table(folder, "list/strategy", "table")
    assert last == ["未来社会像が作成される", *[none] * (len(heads) - 1)]


@in_every_pack
def test_an_overview_lists_what_each_judgement_is_said_of(folder: Path) -> None:
    words_of = pack_in(folder).words
    row = table(folder, "overview/strategy", "table")[1]
    assert row[3].split("\n") == [words_of["on_track"], "交通事故", words_of["off_track"], "食料自給率"]
    assert row[4].split("\n") == [words_of["down"], "交通事故", words_of["flat"], "食料自給率"]


@in_every_pack
def test_a_value_table_shows_past_latest_trend_and_target(folder: Path) -> None:
    row = table(folder, "I-1065", "values")[1]
    past, latest, due = map(pack_in(folder).printing.text, ("2017年", "2022年", "2025年"))
    assert row == ["交通事故死者数", f"3,694人【{past}】", f"2,610人【{latest}】", "↘", f"2,000人【{due}】"]


@in_every_pack
def test_an_indicator_page_holds_a_native_chart_of_the_figure(folder: Path) -> None:
    charts = [mark for mark in by_id(folder, "I-1065").values() if isinstance(mark, ChartMark)]
    assert [chart.chart.series[0].values for chart in charts] == [(3694.0, 3532.0, 3215.0, 2839.0, 2636.0, 2610.0)]


@in_every_pack
def test_a_page_without_data_says_so_in_the_packs_words(folder: Path) -> None:
    assert pack_in(folder).words["no_data"] in [text_of(mark) for mark in by_id(folder, "I-1071").values()]


@in_every_pack
def test_a_measure_is_joined_to_its_plan_items_and_budgets(folder: Path) -> None:
    steps = {
        (mark.start.shape.rsplit("/", 1)[1], mark.end.shape.rsplit("/", 1)[1])
        for mark in by_id(folder, "measures/strategy").values()
        if isinstance(mark, ConnectorMark)
    }
    joined = {step for step in steps if not any(end.endswith("-trunk") for end in step)}
    joined |= {
        (start, end) for start, trunk in steps for one, end in steps if one == trunk and trunk.endswith("-trunk")
    }
    assert joined == {("P1", "M1"), ("P1", "M2"), ("P2", "M2"), ("P2", "M3"), ("P2", "M4"), ("M2", "sip")}


@in_every_pack
def test_a_measure_shows_its_status_by_a_mark_and_a_frame_not_by_colour_alone(folder: Path) -> None:
    pack = pack_in(folder)
    marks = by_id(folder, "measures/strategy")
    wanted = {"M1": "continuing", "M2": "expanded", "M3": "upcoming"}
    frames = set()
    for name, status in wanted.items():
        mark = marks[f"measures/strategy/chart/{name}"]
        assert isinstance(mark, ShapeMark)
        assert mark.body is not None
        first = mark.body.paragraphs[0]
        assert (first.bullet or first.runs[0].text)[0] == pack.statuses[status].mark
        assert mark.line is not None
        frames.add((mark.line.colour, mark.line.dash))
    assert len(frames) == 3
    assert text_of(marks["measures/strategy/chart/M4"]) == "事例の収集"


@in_every_pack
def test_the_running_title_stands_on_pages_of_analysis(folder: Path) -> None:
    assert RUNNING in [text_of(mark) for mark in by_id(folder, "I-1065").values()]


@in_every_pack
def test_the_contents_name_pages_by_number_and_link_to_them(folder: Path) -> None:
    mark = by_id(folder, "contents")["contents/entries"]
    assert isinstance(mark, TableMark)
    rows = [[run for cell in row.cells for p in cell.body.paragraphs for run in p.runs] for row in mark.rows]
    assert [[run.text for run in row] for row in rows] == [
        ["項目", "ページ"],
        ["A-1 目標が達成されているか。", "3"],
        ["①既存指標", "6"],
    ]
    assert [{run.link for run in row} for row in rows] == [{None}, {"divider/a1"}, {"I-1065"}]
