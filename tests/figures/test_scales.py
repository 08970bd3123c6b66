"""A stated scale, or a break, hides nothing: what it would hide is refused, a lone point has a marker."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import docgen
from docgen.model import ChartKind
from docgen.placed import ChartMark, PlacedChart

YEARS = ["2019年", "2020年", "2021年", "2022年"]


def chart(kind: str, numbers: dict[str, list[Any]] | None = None, **fields: Any) -> PlacedChart:
    """The first chart of a page with one figure."""
    data = {"年": YEARS, **(numbers or {"値": [1, 2, 3, 4]})}
    figure = docgen.Figure.model_validate(
        {"id": "f", "title": "推移", "kind": kind, "x": "年", "unit": "人", "data": data, "source_text": "試験", **fields}
    )
    (slide,) = docgen.Deck().add(figure).build().placed.slides
    return next(mark.chart for mark in slide.marks if isinstance(mark, ChartMark))


def refusal(kind: str, numbers: dict[str, list[Any]] | None = None, **fields: Any) -> docgen.DocgenError:
    with pytest.raises(docgen.DocgenErrors) as raised:
        chart(kind, numbers, **fields)
    (error,) = raised.value.errors
    return error


def refused(kind: str, numbers: dict[str, list[Any]] | None = None, **fields: Any) -> str:
    return refusal(kind, numbers, **fields).code


@pytest.mark.parametrize("kind", ["column", "bar", "stacked_column", "stacked_bar", "column_line"])
@pytest.mark.parametrize(("key", "end"), [("minimum", "1.5"), ("minimum", "0.5"), ("maximum", "-1")])
def test_columns_and_bars_begin_at_zero(kind: str, key: str, end: str) -> None:
    assert refused(kind, None, **{key: end}) == "scale-without-zero"


def test_a_line_may_begin_above_zero_but_not_above_a_point() -> None:
    assert chart("line", minimum=1)
    assert refused("line", minimum="1.5") == "below-scale"
    assert refused("small_multiples", minimum="1.5") == "below-scale"
    assert refused("sparkline", minimum="1.5") == "below-scale"


@pytest.mark.parametrize("kind", ["line", "column", "bar", "small_multiples", "sparkline"])
def test_no_point_lies_above_the_scale(kind: str) -> None:
    assert chart(kind, maximum=4)
    assert refused(kind, maximum=3) == "above-scale"


@pytest.mark.parametrize("kind", ["stacked_column", "stacked_bar"])
def test_a_stack_is_as_high_as_its_parts_together(kind: str) -> None:
    parts: dict[str, list[Any]] = {"甲": [1, 2, 3, 4], "乙": [1, 1, 1, 1]}
    assert chart(kind, parts, maximum=5)
    assert refused(kind, parts, maximum=4) == "above-scale"
    assert refused("percent_column", parts, maximum=90) == "above-scale"


def test_the_scale_is_that_of_the_first_axis() -> None:
    series = [{"name": "甲", "column": "甲"}, {"name": "乙", "column": "乙", "secondary": True, "drawn_as": "line"}]
    assert chart("column_line", {"甲": [1, 2, 3, 4], "乙": [100, 200, 300, 400]}, series=series, minimum=0, maximum=5)


def test_a_target_lies_on_the_scale() -> None:
    assert refused("line", maximum=5, targets=[{"value": 6}]) == "above-scale"


def test_a_scale_does_not_run_backwards() -> None:
    assert refused("line", minimum=5, maximum=5) == "scale-backwards"


def test_what_is_hidden_is_said_with_its_series_and_category() -> None:
    error = refusal("line", minimum=2)
    assert error.message.text("en") == "figure 'f' begins at 2 and hides 値 2019年 (1)"
    assert error.message.text("ja") == "図「f」の軸は2から始まり、値 2019年（1）が隠れます"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(-1000, 1000), min_size=4, max_size=4), st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_a_line_that_is_drawn_shows_all_its_points(numbers: list[int], low: int, high: int) -> None:
    if low >= high or min(numbers) < low or max(numbers) > high:
        assert refused("line", {"値": numbers}, minimum=low, maximum=high) in ("scale-backwards", "below-scale", "above-scale")
        return
    drawn = chart("line", {"値": numbers}, minimum=low, maximum=high)
    axis = drawn.axis
    assert axis.minimum is not None
    assert axis.maximum is not None
    assert axis.minimum <= min(numbers)
    assert axis.maximum >= max(numbers)


def test_a_point_between_two_breaks_has_a_marker() -> None:
    count = 40
    years = [f"{1980 + index}年" for index in range(count)]
    figure = docgen.Figure.model_validate(
        {
            "id": "f",
            "title": "推移",
            "kind": ChartKind.LINE,
            "data": {"年": years, "値": list(range(1, count + 1))},
            "unit": "人",
            "breaks": ["2000年", "2001年"],
        }
    )
    (slide,) = docgen.Deck().add(figure).build().placed.slides
    placed = next(mark.chart for mark in slide.marks if isinstance(mark, ChartMark))
    markers = {sum(value is not None for value in series.values): series.marker for series in placed.series}
    assert markers == {20: "none", 1: "circle", 19: "none"}


def test_a_break_needs_a_point_before_it() -> None:
    assert refused("line", breaks=["2019年"]) == "break-before-nothing"
    assert chart("line", breaks=["2020年"])


def test_decimals_of_the_scale_are_compared_exactly() -> None:
    assert chart("line", {"値": [Decimal("0.1"), Decimal("0.2"), Decimal("0.3"), Decimal("0.3")]}, minimum="0.1", maximum="0.3")
