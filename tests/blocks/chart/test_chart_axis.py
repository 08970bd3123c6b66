"""Axes chosen from values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.figure_matrix import figure, series
from support.styles import style_of_size

from docgen.blocks.chart.axis import clear_of_gridline, nice_step, second_axis, stack_totals, value_axis
from docgen.blocks.chart.chart import placed_chart
from docgen.blocks.chart.texts import number_text
from docgen.layout.load import load_pack
from docgen.placed import Box, ChartAxis, NumberFormat


def test_deaths_from_2610_to_4388_have_an_axis_from_0_to_5000_by_1000() -> None:
    axis = value_axis([4388, 3215, 2610], from_zero=False)
    assert (axis.minimum, axis.maximum, axis.step) == (0, 5000, 1000)


def test_a_line_that_moves_little_is_drawn_without_the_zero() -> None:
    axis = value_axis([51.0, 53.5, 54.0], from_zero=False)
    assert axis.minimum == 49
    assert axis.maximum == 54


def test_columns_keep_the_zero_however_little_they_differ() -> None:
    assert value_axis([51.0, 53.5], from_zero=True).minimum == 0


def test_whole_numbers_have_whole_steps() -> None:
    axis = value_axis([10, 14, 15], from_zero=True)
    assert axis.step == 3
    assert axis.number_format == NumberFormat()


def test_the_authors_ends_are_kept_and_parted_evenly() -> None:
    axis = value_axis([38, 66], from_zero=False, minimum=Decimal(0), maximum=Decimal(100))
    assert (axis.minimum, axis.maximum, axis.step) == (0, 100, 20)


@pytest.mark.parametrize(("worst", "end", "step"), [(35, 39, 10), (60, 64, 10), (5, 5.4, 1), (1, 2, 1)])
def test_an_axis_of_ranks_begins_at_a_printed_1(worst: int, end: float, step: float) -> None:
    axis = value_axis([1, worst], from_zero=False, reverse=True)
    assert axis.reversed
    assert (axis.minimum, axis.maximum, axis.step) == (1, end, step)
    assert number_text(1, axis.number_format) == "1"


def test_a_lowest_point_on_the_foot_gets_room_below() -> None:
    assert value_axis([-4, 3, 5], from_zero=False).minimum == -6


def test_one_value_alone_has_an_axis_from_zero() -> None:
    axis = value_axis([12], from_zero=False)
    assert (axis.minimum, axis.maximum) == (0, 12)


def test_the_second_axis_has_the_steps_of_the_first() -> None:
    first = ChartAxis(0, 1500, 250)
    second = second_axis([79.5, 93.4], first, from_zero=False)
    assert second.step is not None
    assert second.minimum is not None
    assert second.maximum is not None
    assert round((second.maximum - second.minimum) / second.step) == 6
    assert second.minimum <= 79.5
    assert second.maximum >= 93.4


def test_a_stack_reaches_the_sums_of_its_positive_and_of_its_negative_parts() -> None:
    assert stack_totals([[120, None], [-60, 5], [30, 7]]) == [150, -60, 12, 0]


@pytest.mark.parametrize(("span", "step"), [(60, 10), (61, 20), (5.9, 1), (0.3, 0.05), (13184, 2500)])
def test_steps_are_1_2_25_or_5_times_a_power_of_ten(span: float, step: float) -> None:
    assert nice_step(span) == pytest.approx(step)


def test_an_axis_ends_on_a_gridline_or_clear_of_it() -> None:
    assert clear_of_gridline(60.6, 10, 1) == 60
    assert clear_of_gridline(61.5, 10, 1) == 62
    assert clear_of_gridline(64, 10, 1) == 64
    assert value_axis([3, 20, 56], from_zero=False, reverse=True).maximum == 60
    assert value_axis([3, 20, 55], from_zero=False, reverse=True).maximum == 59


@example([5e-324], False)
@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20), st.booleans())
def test_every_value_lies_on_the_axis_in_at_most_eight_steps(values: list[float], zero: bool) -> None:
    axis = value_axis(values, from_zero=zero)
    assert axis.minimum is not None
    assert axis.maximum is not None
    assert axis.step
    slack = 1e-6 * max(1.0, axis.maximum - axis.minimum)
    assert axis.minimum - slack <= min(values)
    assert max(values) <= axis.maximum + slack
    assert (axis.maximum - axis.minimum) / axis.step <= 8.001


@pytest.mark.parametrize("count", [1, 2])
def test_a_scale_of_which_a_figure_states_both_ends_is_seen_beside_labelled_bars(count: int) -> None:
    several = [series(f"{2020 + number}年度調査", (4.4, 4.3), decimals=1) for number in range(count)]
    shown = figure("bar", ("設定時", "実施時"), *several, labels="all", minimum=Decimal(0), maximum=Decimal(10))
    box, style = Box(0, 0, 700, 120), style_of_size(load_pack("cabinet_office"))
    chart = placed_chart(shown, box, style)
    assert (chart.axis.minimum, chart.axis.maximum, chart.axis.visible, chart.gridline) == (0, 10, True, None)
    assert [one.labels for one in chart.series] == [(0, 1)] * count
    assert not placed_chart(replace(shown, maximum=None), box, style).axis.visible
