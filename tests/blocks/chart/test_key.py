"""The names of series at their marks, the colours that tell them apart, and the keys that docgen draws itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawn_marks import drawn_marks
from support.figure_matrix import every_figure, figure, series
from support.real_deck import PACKS, pack_in, pack_name

from docgen.blocks.chart.chart import ChartBlock
from docgen.blocks.chart.key import spread_apart
from docgen.checks.accessibility_rules import reading_order
from docgen.layout.colours import palette_colour
from docgen.layout.design import design
from docgen.layout.series_colours import distance
from docgen.layout.style import Style, style_ladder
from docgen.placed import Box, ChartMark, Mark, PlacedChart, PlacedSlide, ShapeMark, TextMark
from docgen.ready import ReadyFigure

BOX = Box(30, 80, 348, 190)
MATRIX = every_figure()
in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def drawn(shown: ReadyFigure, folder: Path = PACKS[0]) -> tuple[Mark, ...]:
    return tuple(drawn_marks(ChartBlock("c", shown), BOX, style_of(folder)))


def style_of(folder: Path) -> Style:
    return style_ladder(pack_in(folder))[2]


def chart_in(marks: tuple[Mark, ...]) -> PlacedChart:
    return next(mark.chart for mark in marks if isinstance(mark, ChartMark))


def keys(marks: tuple[Mark, ...]) -> dict[str, str]:
    """The names of a key with the colours of their swatches, in their order."""
    names = [mark for mark in marks if isinstance(mark, TextMark) and "/key/" in mark.id]
    swatches = {mark.id: mark.fill or "" for mark in marks if isinstance(mark, ShapeMark)}
    return {mark.body.paragraphs[0].runs[0].text: swatches[f"{mark.id}/swatch"] for mark in names}


@in_every_pack
def test_up_to_four_series_have_no_legend_unless_the_content_states_one(folder: Path) -> None:
    for name, shown in MATRIX.items():
        if shown.missing is None and shown.kind != "small_multiples" and len(shown.series) <= 4:
            legend = chart_in(drawn(shown, folder)).legend
            assert (legend == "none") is (shown.series_labels != "legend" or len(shown.series) == 1), name


@in_every_pack
def test_solid_fills_of_different_series_are_told_apart(folder: Path) -> None:
    colours = pack_in(folder).colours
    many = figure("column", ("2021年", "2022年"), *(series(f"系列{n}", (n, n + 1)) for n in range(1, 13)))
    for shown in (many, MATRIX["stacked, exports with gaps"]):
        solid = [one.colour for one in chart_in(drawn(shown, folder)).series if one.pattern is None and one.kind != "line"]
        for first, second in combinations(solid, 2):
            assert distance(palette_colour(first, colours).rgb, palette_colour(second, colours).rgb) >= 20


def test_a_key_has_the_colours_of_the_marks_in_their_order() -> None:
    marks = drawn(replace(MATRIX["clustered"], labels="none"))
    assert list(keys(marks).items()) == [(one.name, one.colour) for one in chart_in(marks).series]


def test_stacks_are_named_beside_the_last_from_the_foot_up() -> None:
    marks = drawn(MATRIX["stacked"])
    names = {m.body.paragraphs[0].runs[0].text: m.box.y for m in marks if isinstance(m, TextMark) and "/key/" in m.id}
    segments = [one.name for one in chart_in(marks).series if one.in_legend]
    assert sorted(names, key=names.__getitem__, reverse=True) == segments
    chart = next(mark for mark in marks if isinstance(mark, ChartMark))
    assert all(m.box.x >= chart.box.right for m in marks if isinstance(m, TextMark) and "/key/" in m.id)


def test_lying_bars_are_named_at_those_of_the_first_category() -> None:
    shown = figure("bar", ("日本", "世界"), series("2か国以上", (3.6, 10.3)), series("3か国以上", (0.6, 1.8)), labels="all")
    marks = drawn(shown)
    assert keys(marks) == {}
    assert [one.name_labels for one in chart_in(marks).series] == [(0,), (0,)]


def test_slices_have_a_key_in_their_colours_and_order() -> None:
    marks = drawn(figure("donut", ("有", "無", "不明"), series("割合", (50, 30, 20), unit="%"), unit="%"))
    chart = chart_in(marks)
    assert chart.legend == "none"
    assert list(keys(marks)) == ["有", "無", "不明"]
    assert list(keys(marks).values()) == [chart.series[0].point_colours[point] for point in range(3)]


def rows_of(marks: tuple[Mark, ...]) -> list[list[str]]:
    """The names of a key by the row in which they stand."""
    rows: dict[float, list[str]] = {}
    for mark in marks:
        if isinstance(mark, TextMark) and "/key/" in mark.id:
            rows.setdefault(mark.box.y, []).append(mark.body.paragraphs[0].runs[0].text)
    return list(rows.values())


@in_every_pack
def test_a_key_that_needs_two_rows_leaves_no_name_alone_in_the_second(folder: Path) -> None:
    several = (series(f"区分の{number}番目", (number, number)) for number in range(1, 7))
    rows = rows_of(drawn(figure("column", ("2021年", "2022年"), *several, labels="none"), folder))
    assert [len(row) for row in rows] == [3, 3]


def test_the_names_of_a_key_stand_nearer_to_each_other_before_they_take_a_second_row() -> None:
    years = ("2021年", "2022年")
    gaps = []
    for name in ("区分", "区分の", "区分の名"):
        several = (series(f"{name}{number}", (number, number)) for number in range(1, 6))
        marks = drawn(figure("column", years, *several, labels="none"))
        assert len(rows_of(marks)) == 1
        texts = [mark.box for mark in marks if isinstance(mark, TextMark) and "/key/" in mark.id]
        gaps.append(texts[1].x - texts[0].right)
    assert gaps[0] == gaps[1] > gaps[2]


@pytest.mark.parametrize(("kind", "more"), [("stacked_column", "/stripes"), ("line", "/dash")])
def test_a_forecast_has_the_last_place_in_a_key_over_the_chart(kind: str, more: str) -> None:
    years = ("2021年", "2022年", "2030年")
    several = [series(f"区分{number}", (number, number, None if number == 2 else number)) for number in range(1, 6)]
    shown = figure(kind, years, *several, labels="none", forecast_from=2)
    marks = drawn(shown)
    assert rows_of(marks)[-1][-1] == "予測"
    assert [mark.id for mark in marks if mark.id.endswith(more)] == [f"c/key/6/swatch{more}"]
    assert not any(mark.id == "c/forecast" for mark in marks)


def test_stripes_of_a_hatch_lie_in_their_swatch() -> None:
    shown = figure("stacked_column", ("2021年", "2022年"), series("甲", (1, 2)), series("乙", (2, None)), forecast_from=1)
    (stripes,) = (mark for mark in drawn(shown) if isinstance(mark, ShapeMark) and mark.id.endswith("/stripes"))
    assert stripes.outline is not None
    corners = [corner for ring in stripes.outline for corner in ring]
    assert min(min(corner) for corner in corners) == 0.0
    assert max(max(corner) for corner in corners) == stripes.box.width == stripes.box.height


@given(st.lists(st.floats(0, 100), min_size=1, max_size=9))
def test_names_that_are_spread_keep_their_order_and_their_distance(places: list[float]) -> None:
    spread = spread_apart(places, 10, 0, 100)
    ordered = sorted(spread)
    assert all(second - first >= 10 - 0.02 for first, second in pairwise(ordered))
    assert ordered[0] >= -0.01
    assert ordered[-1] <= 100.01
    for first, second in combinations(range(len(places)), 2):
        if places[first] < places[second]:
            assert spread[first] < spread[second]


@pytest.mark.parametrize("name", ["clustered", "stacked", "stacked, exports with gaps", "donut"])
def test_a_key_is_read_where_it_stands(name: str) -> None:
    slide = PlacedSlide("s", "figure", "content", "図", drawn(MATRIX[name]))
    pack = pack_in(PACKS[0])
    assert list(reading_order(slide, design(pack), pack)) == []
