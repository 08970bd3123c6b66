"""Labels of lines in the order of their points, clear of lines and gridlines; labels of columns that stand close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.figure_matrix import figure, series
from support.often import often
from support.styles import style_of_size

from docgen.blocks.chart.chart import placed_chart
from docgen.blocks.chart.frame import Frame, Plot
from docgen.blocks.chart.labels.cost import Anchor, anchor_of
from docgen.blocks.chart.labels.search import Label, cheapest, choices_of, pair_cost, placed_labels
from docgen.blocks.chart.labels.spots import Spot, surroundings_of
from docgen.blocks.chart.labels.wanted import wanted_labels
from docgen.blocks.chart.series import data_series
from docgen.layout.load import load_pack
from docgen.placed import Box, ChartAxis
from docgen.placed.box import meets

Values = Sequence[float | None]
STYLE = style_of_size(load_pack("cabinet_office"))
# The ranks of Japan in two of the four categories of the IMD's yearbook, 2019 to 2022.
ECONOMY, INFRASTRUCTURE = (16, 11, 12, 20), (15, 21, 22, 22)


def drawn(*lines: Values, labels: str = "all", reverse: bool = False, high: float = 100) -> Plot:
    """The plot of a figure of lines: 240 × 130 points, five gridlines, 100 at the top."""
    years = tuple(str(2019 + index) for index in range(len(lines[0])))
    all_series = (series(f"系列{index}", line) for index, line in enumerate(lines))
    shown = figure("line", years, *all_series, labels=labels, reversed=reverse)
    axis = ChartAxis(0, high, high / 5, reversed=reverse)
    frame = Frame(300, 190, Box(40, 25, 240, 130), len(years))
    return Plot(shown, data_series(shown, STYLE), axis, None, frame, 80)


def labels_of(plot: Plot) -> dict[int, dict[int, Label]]:
    return placed_labels(surroundings_of(plot), wanted_labels(plot, "legend"), STYLE)


def test_of_two_near_points_the_upper_one_has_the_upper_label() -> None:
    for lines in ((ECONOMY, INFRASTRUCTURE), (INFRASTRUCTURE, ECONOMY)):
        labels = labels_of(drawn(*lines, reverse=True, high=60))
        economy, infrastructure = (labels[lines.index(line)][0].box for line in (ECONOMY, INFRASTRUCTURE))
        assert infrastructure.bottom < economy.y


def test_of_points_that_coincide_the_line_that_goes_on_above_has_the_upper_label() -> None:
    for lines in (((50, 70), (50, 30)), ((50, 30), (50, 70))):
        labels = labels_of(drawn(*lines))
        upper = 0 if lines[0][1] == 70 else 1
        assert labels[upper][0].box.bottom < labels[1 - upper][0].box.y


def test_three_points_in_one_have_three_labels_apart() -> None:
    labels = labels_of(drawn((50, 90), (50, 50), (50, 10)))
    boxes = [labels[index][0].box for index in range(3)]
    assert not any(first.overlaps(second) for first, second in combinations(boxes, 2))
    assert boxes[0].y < boxes[2].y


def test_a_number_on_a_steep_line_stands_beside_it() -> None:
    plot = drawn((9500, 5200, 800), high=10000)
    label = labels_of(plot)[0][1]
    assert label.spot.aligned != "middle"
    assert not any(stroke and meets(label.box, *stroke) for stroke in surroundings_of(plot).strokes[0])


@pytest.mark.parametrize("values", [(86, 84, 80), (41, 39, 35), (12, 20, 28)])
@pytest.mark.parametrize("points", [3, 40])
def test_the_first_number_is_not_read_as_one_with_those_of_the_axis(values: Values, points: int) -> None:
    line = tuple(values[min(point, 2)] for point in range(points))
    plot = drawn(line, labels="ends")
    box = labels_of(plot)[0][0].box
    middle = box.y + box.height / 2
    at_a_number = any(abs(plot.frame.across(tick, plot.first_axis) - middle) < box.height for tick in range(0, 101, 20))
    assert box.x >= plot.frame.plot.x + (2.9 if at_a_number else -0.1)


def test_a_number_stands_clear_of_gridlines_where_it_can() -> None:
    plot = drawn((33, 33, 33))
    gridlines = surroundings_of(plot).gridlines
    for label in labels_of(plot)[0].values():
        assert not any(label.box.y + 2 < y < label.box.bottom - 1 for y in gridlines)


def test_no_number_stands_beyond_the_point_of_another_line() -> None:
    plot = drawn((50, 50, 50), (56, 56, 56))
    heights = surroundings_of(plot).heights
    for index, labels in labels_of(plot).items():
        own, other = heights[index][0], heights[1 - index][0]
        assert own is not None
        assert other is not None
        for label in labels.values():
            assert (label.box.y + label.box.height / 2 < own) == (own < other)


def test_one_of_many_numbers_is_left_out_where_two_lines_run_through_every_spot() -> None:
    plot = drawn(*(tuple(40 + 2 * index + (30 if year % 2 else 0) for year in range(12)) for index in range(5)))
    lines, all_labels = surroundings_of(plot).strokes, labels_of(plot)
    inner = [
        label.box for labels in all_labels.values() for point, label in labels.items() if point not in (0, 11)
    ]
    assert 0 < len(inner) < 50
    for box in inner:
        assert sum(any(stroke and meets(box, *stroke) for stroke in line) for line in lines) < 2


def test_an_anchor_tells_where_its_line_comes_from_and_goes() -> None:
    surroundings = surroundings_of(drawn((50, 100, 0), (50, None, 20)))
    assert anchor_of(surroundings, 0, 0) == Anchor(0, 80.0, 90.0, 25.0)
    assert anchor_of(surroundings, 0, 1) == Anchor(1, 160.0, 25.0, (90.0 + 155.0) / 2)
    assert anchor_of(surroundings, 1, 1) is None
    assert anchor_of(surroundings, 1, 0) == Anchor(0, 80.0, 90.0, 90.0)


def in_order(first: tuple[Anchor, Box], second: tuple[Anchor, Box]) -> bool:
    """Whether two labels of a category are apart and stand in the order of their points."""
    (upper, box), (lower, below) = (first, second) if first[0].is_over(second[0]) else (second, first)
    return not box.overlaps(below) and (box.y <= below.y or not upper.is_over(lower))


def can_be_ordered(choices: Sequence[Sequence[Label]], chosen: tuple[tuple[Anchor, Box], ...] = ()) -> bool:
    """Whether an arrangement in order, without an overlap, is among the choices."""
    if len(chosen) == len(choices):
        return True
    for label in choices[len(chosen)]:
        assert label.anchor is not None
        place = (label.anchor, label.box)
        if all(in_order(place, other) for other in chosen) and can_be_ordered(choices, (*chosen, place)):
            return True
    return False


@settings(max_examples=often(40), deadline=None)
@given(st.data())
def test_labels_stand_in_the_order_of_their_points_wherever_free_spots_allow_it(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 4))
    near = data.draw(st.integers(20, 80))
    line = st.tuples(st.integers(near - 20, near + 20), st.integers(0, 100))
    plot = drawn(*(data.draw(line) for _ in range(count)))
    surroundings = surroundings_of(plot)
    first = [wanted for wanted in wanted_labels(plot, "legend") if wanted.spots[0].point == 0]
    # Four labels in such spots cost less together than two in the wrong order.
    free = [[label for label in choices_of(wanted, surroundings, (), STYLE) if label.cost <= 9.0] for wanted in first]
    labels = labels_of(plot)
    placed = [(anchor_of(surroundings, index, 0), labels[index][0].box) for index in range(count) if 0 in labels.get(index, {})]
    known = [(anchor, box) for anchor, box in placed if anchor is not None]
    assert not any(box.overlaps(other) for (_, box), (_, other) in combinations(known, 2))
    if can_be_ordered(free):
        assert len(known) == count
        assert all(in_order(label, other) for label, other in combinations(known, 2))


SPOT = Spot(0, "above")
CANDIDATE = st.builds(
    lambda y, place, cost: Label(SPOT, Box(0, place, 20, 10), Anchor(0, 10, y, y), cost),
    st.integers(0, 40), st.integers(0, 60), st.integers(0, 20),
)  # fmt: skip


@settings(max_examples=often(40), deadline=None)
@given(st.lists(st.lists(CANDIDATE, min_size=1, max_size=4), min_size=1, max_size=4), st.integers(5, 60))
def test_the_search_finds_the_cheapest_arrangement(choices: list[list[Label]], without: int) -> None:
    def price(arrangement: Sequence[Label | None]) -> float:
        own = sum(without if label is None else label.cost for label in arrangement)
        return own + sum(pair_cost(label, other) for label, other in combinations(arrangement, 2))

    best = min(price(arrangement) for arrangement in product(*([*labels, None] for labels in choices)))
    assert price(cheapest(choices, [without] * len(choices))) == best


def test_a_label_at_a_column_has_no_order_to_keep() -> None:
    column = Label(SPOT, Box(0, 30, 20, 10), None, 0)
    line = Label(SPOT, Box(0, 0, 20, 10), Anchor(0, 10, 50, 50), 0)
    assert pair_cost(column, line) == 0
    assert pair_cost(replace(column, anchor=Anchor(0, 10, 20, 20)), line) > 0
    assert pair_cost(replace(column, anchor=Anchor(1, 10, 20, 20)), line) == 0


def columns(width: float, *values: float | None) -> dict[int, Label]:
    """The labels of columns by category; one column and its gaps take ``width`` points."""
    years = tuple(str(2013 + index) for index in range(len(values)))
    shown = figure("column", years, series("値", values, decimals=2), labels="all")
    frame = Frame(len(years) * width + 60, 190, Box(40, 25, len(years) * width, 130), len(years))
    plot = Plot(shown, data_series(shown, STYLE), ChartAxis(0, 4, 1), None, frame, 60)
    return placed_labels(surroundings_of(plot), wanted_labels(plot, "none"), STYLE)[0]


def test_the_number_of_a_column_between_two_near_ones_stands_over_theirs() -> None:
    labels = columns(22, 2.64, 2.73, 2.71)
    assert [labels[point].spot.rows for point in range(3)] == [0, 1, 0]
    assert labels[1].box.bottom < labels[0].box.y
    assert labels[1].shift == (0, -labels[1].box.height)


def test_numbers_of_columns_stand_side_by_side_where_they_have_room() -> None:
    for labels in (columns(40, 2.64, 2.73, 2.71), columns(22, 2.64, None, 2.71), columns(22, 2.64, 1.2, 2.71)):
        assert {label.spot.rows for label in labels.values()} == {0}


def test_numbers_of_columns_do_not_leave_their_columns_for_a_gridline() -> None:
    assert columns(40, 1.9)[0].spot.rows == 0


def test_numbers_that_lack_room_stand_at_the_names_that_are_printed() -> None:
    years = tuple(str(2005 + index) for index in range(16))
    many = (1322, 1353, 1304, 920, 996, 1020, 1302, 1200, 1115, 982, 957, 1130, 985, 1248, 1023, 981)
    shown = figure("column", years, series("件数", many), unit="件", labels="all")
    chart = placed_chart(shown, Box(0, 0, 340, 190), STYLE)
    assert chart.category_label_step == 3
    assert chart.series[0].labels == (0, 3, 6, 9, 12, 15)
    assert placed_chart(shown, Box(0, 0, 720, 190), STYLE).series[0].labels == tuple(range(16))


def test_the_numbers_of_a_line_stay_where_those_of_the_columns_lack_room() -> None:
    sums = series("額", (405, 750, 690, 855, 600, 863), unit="億円")
    shares = series("率", (68.4, 60.4, 63.5, 60.0, 60.0, 69.7), unit="%", decimals=1, secondary=True, drawn_as="line")
    names = tuple(f"{year}年度" for year in range(2017, 2023))
    shown = figure("column_line", names, sums, shares, unit="億円", labels="all")
    money, rate = placed_chart(shown, Box(0, 0, 340, 190), STYLE).series
    assert money.labels == (0, 5)
    assert rate.labels == tuple(range(6))
