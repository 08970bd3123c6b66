"""A figure that states no kind is drawn as its data asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from support.ready_figures import ready_figure

import docgen
from docgen.checks.check import check_placed
from docgen.model import ChartKind, Figure
from docgen.placed import ChartMark

YEARS = ("2019年度", "2020年度", "2021年度")
FIELDS = ("AI", "バイオ", "量子")


def columns(x: Sequence[str], *series: Sequence[float | str | None]) -> dict[str, Sequence[object]]:
    return {"x": x, **{f"系列{number}": values for number, values in enumerate(series, 1)}}


def grouping(figure: Figure) -> tuple[str, str, bool]:
    """How the chart of a figure is drawn: kind of its first series, grouping, whether it lies."""
    deck = docgen.Deck().add(figure).build()
    assert check_placed(deck.placed, deck.pack) == ()
    (chart,) = [mark.chart for mark in deck.placed.slides[0].marks if isinstance(mark, ChartMark)]
    return chart.series[0].kind, chart.grouping, chart.horizontal


def chosen(data: Mapping[str, Sequence[object]], **more: object) -> ChartKind:
    figure = Figure.model_validate({"id": "f", "title": "図", "data": data, "x": "x", "unit": "%", **more})
    drawn = grouping(figure)
    shares = min(value for column in list(data.values())[1:] for value in column if isinstance(value, int | float)) >= 0
    kinds = (kind for kind in ChartKind if shares or not kind.shows_shares)
    kind = next(kind for kind in kinds if grouping(figure.model_copy(update={"kind": kind})) == drawn)
    return kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (columns(YEARS, [1, 2, 4]), "line"),
        (columns(("2021", "2022", "2023"), [1, 2, 4]), "line"),
        (columns(("令和3年度", "令和4年度", "令和5年度"), [1, 2, 4]), "line"),
        (columns(YEARS, [1, None, 4], [2, 3, 4]), "line"),
        (columns(YEARS[:2], [1, 2], [2, 3]), "column"),
        (columns(YEARS, [40, 50.5, 60], [60, 49.5, 40]), "percent_column"),
        (columns(FIELDS, [1744, 2482, 1168]), "bar"),
        (columns(FIELDS, [1, 2, 4], [2, 3, 5]), "column"),
        (columns(FIELDS, [50, 30, 20]), "pie"),
        (columns(FIELDS, [33.3, 33.3, 33.3]), "pie"),
        (columns(FIELDS, [120, -10, -10]), "bar"),
        (columns(FIELDS, [50, 50, None]), "bar"),
        (columns(FIELDS, [10, 50, 60], [90, 50, 40]), "percent_bar"),
        (columns([f"第{n}" for n in range(10)], [10] * 10), "bar"),
        (columns(("ムーンショット型研究開発プログラム", "SIP"), [2960, 280], [3000, 300]), "bar"),
    ],
)
def test_the_kind_follows_from_the_data(data: Mapping[str, Sequence[object]], kind: str) -> None:
    assert chosen(data) == kind


@pytest.mark.parametrize(
    ("data", "unit", "kind"),
    [
        (columns(FIELDS, [60, 25, 15]), "件", "bar"),
        (columns(FIELDS, [60, 25, 15]), "億円", "bar"),
        (columns(FIELDS, [60, 25, 15]), "％", "pie"),
        (columns(FIELDS, [60, 25, 15]), "", "pie"),
        (columns(FIELDS, ["60%", "25%", "15%"]), "", "pie"),
        (columns(("日本", "韓国"), [60, 40]), "件", "numbers"),
        (columns(YEARS, [60, 25, 15], [40, 75, 85]), "人", "line"),
        (columns(FIELDS, [60, 25, 15], [40, 75, 85]), "人", "column"),
        (columns(FIELDS, [60, 25, 15], [40, 75, 85]), "%", "percent_bar"),
    ],
)
def test_counts_that_happen_to_add_up_to_100_are_no_shares(data: Mapping[str, Sequence[Any]], unit: str, kind: str) -> None:
    assert ready_figure(data, unit=unit).kind == kind


def test_the_unit_of_a_series_says_whether_its_numbers_are_shares() -> None:
    data = columns(FIELDS, [60, 25, 15])
    assert ready_figure(data, series=[{"name": "件数", "column": "系列1", "unit": "件"}]).kind == "bar"
    assert ready_figure(data, unit="件", series=[{"name": "割合", "column": "系列1", "unit": "%"}]).kind == "pie"


def test_a_series_that_states_how_it_is_drawn_combines_columns_and_lines() -> None:
    data = columns(YEARS, [10, 20, 30], [1, 2, 3])
    series = [{"name": "件数", "column": "系列1"}, {"name": "割合", "column": "系列2", "secondary": True, "unit": "件"}]
    figure = Figure.model_validate({"id": "f", "title": "図", "data": data, "x": "x", "series": series, "labels": "none"})
    deck = docgen.Deck().add(figure).build()
    (chart,) = [mark.chart for mark in deck.placed.slides[0].marks if isinstance(mark, ChartMark)]
    assert [drawn.kind for drawn in chart.series] == ["column", "line"]


def test_a_stated_kind_stands() -> None:
    assert chosen(columns(FIELDS, [50, 30, 20]), kind="donut") == "donut"


def test_bars_stand_by_their_size_also_stated_ones_unless_the_order_of_the_data_is_asked_for() -> None:
    data = columns(FIELDS, [1744, None, 2482])
    by_size = ("量子", "AI", "バイオ")
    for stated, order in (({}, by_size), ({"kind": "bar"}, by_size), ({"kind": "bar", "order": "given"}, FIELDS)):
        figure = Figure.model_validate({"id": "f", "title": "図", "data": data, "x": "x", "unit": "件", **stated})
        deck = docgen.Deck().add(figure).build()
        (chart,) = [mark.chart for mark in deck.placed.slides[0].marks if isinstance(mark, ChartMark)]
        assert chart.categories == order
