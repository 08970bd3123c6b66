"""Charts over periods at unlike distances, and columns that say all their values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.figure_matrix import figure, series

from docgen.blocks.chart.chart import placed_chart
from docgen.layout.load import load_pack
from docgen.layout.style import Style, style_ladder
from docgen.placed import Box, PlacedChart
from docgen.ready import ReadyFigure, TimeAxis

BOX = Box(30, 80, 348, 190)
YEARS = ("2018年", "2019年", "2022年", "2023年")
AXIS = TimeAxis(("2018年", "2019年", "2020年", "2021年", "2022年", "2023年"), (0, 1, 4, 5))


@pytest.fixture(scope="module")
def style() -> Style:
    return style_ladder(load_pack("cabinet_office"))[2]


def spread(kind: str, *values: float | None) -> ReadyFigure:
    return replace(figure(kind, YEARS, series("値", values)), time_axis=AXIS)


def drawn(shown: ReadyFigure, style: Style) -> PlacedChart:
    return placed_chart(shown, BOX, style)


@pytest.mark.parametrize("kind", ["line", "column"])
def test_periods_stand_as_far_apart_as_they_are(kind: str, style: Style) -> None:
    chart = drawn(replace(spread(kind, 1, 2, 3, 4), highlights=(2,)), style)
    assert chart.categories == AXIS.names
    assert chart.series[0].values == (1.0, 2.0, None, None, 3.0, 4.0)
    assert 4 in chart.series[0].point_colours
    assert chart.spans_gaps


def test_a_line_goes_on_between_periods_and_ends_at_one_without_a_number(style: Style) -> None:
    (whole,) = drawn(spread("line", 1, 2, 3, 4), style).series
    assert whole.breaks == ()
    before, after = drawn(spread("line", 1, None, 3, 4), style).series
    assert before.values == (1.0, None, None, None, None, None)
    assert after.values == (None, None, None, None, 3.0, 4.0)


def test_bars_one_below_the_other_are_no_axis_of_time(style: Style) -> None:
    chart = drawn(spread("bar", 1, 2, 3, 4), style)
    assert chart.categories == YEARS
    assert not chart.spans_gaps


def test_places_without_names_are_left_where_the_names_of_periods_need_the_room(style: Style) -> None:
    names = tuple(f"{year}実績" for year in YEARS)
    unnamed = TimeAxis((names[0], names[1], "", "", names[2], names[3]), AXIS.places)
    shown = replace(spread("column", 1, 2, 3, 4), categories=names, time_axis=unnamed)
    assert placed_chart(shown, Box(0, 0, 700, 190), style).categories == unnamed.names
    assert len(placed_chart(shown, Box(0, 0, 150, 190), style).categories) == len(names)


@pytest.mark.parametrize(("labels", "visible"), [("all", False), ("last", True), ("none", True)])
def test_the_value_axis_goes_where_every_column_says_its_value(labels: str, visible: bool, style: Style) -> None:
    chart = drawn(replace(figure("column", YEARS, series("値", (10, 20, 30, 40))), labels=labels), style)
    assert chart.axis.visible is visible
    assert (chart.gridline is not None) is visible


def test_the_value_axis_stays_under_a_line(style: Style) -> None:
    combined = figure("column_line", YEARS, series("額", (10, 20, 30, 40)), series("件", (1, 2, 3, 4)), labels="all")
    assert drawn(combined, style).axis.visible


def test_far_periods_print_the_first_and_the_last_of_them(style: Style) -> None:
    names = tuple(f"{year}年" for year in range(1989, 2024))
    shown = replace(
        figure("column", ("1989年", "2022年", "2023年"), series("値", (32, 1, 0))), time_axis=TimeAxis(names, (0, 33, 34))
    )
    chart = drawn(replace(shown, labels="all"), style)
    printed = chart.categories[:: chart.category_label_step]
    assert (printed[0], printed[-1]) == ("1989年", "2023年")
    assert chart.gap_width < 20
