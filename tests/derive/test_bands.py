"""Bands around lines: two columns of the data that hold the series' own values between them."""

from __future__ import annotations

from typing import Any

import pytest
from support.ready_figures import figure_problem, ready_figure

from docgen.errors import DocgenError
from docgen.ready import ReadyFigure

# 架空の数値。
DATA = {"年": ["2020", "2021", "2022"], "割合": ["40", "42", "45"], "下限": ["38", "", "43"], "上限": ["42", "44", "47"]}
BAND = {"name": "割合", "low": "下限", "high": "上限"}
BANDED = {"kind": "line", "data": DATA, "unit": "%"}


def ready(series: dict[str, str], **fields: Any) -> ReadyFigure:
    return ready_figure(**{**BANDED, "series": [series], **fields})


def problem(series: dict[str, str], **fields: Any) -> DocgenError:
    return figure_problem(**{**BANDED, "series": [series], **fields})


def test_a_band_has_the_ends_of_its_columns_and_gaps_where_one_is_missing() -> None:
    figure = ready(BAND)
    assert [None if reach is None else tuple(map(int, reach)) for reach in figure.series[0].band] == [(38, 42), None, (43, 47)]
    assert [series.name for series in figure.series] == ["割合"]
    assert "割合の帯は2022に43%から47%まで。" in figure.alt


def test_the_ends_are_divided_as_the_values_are() -> None:
    (series,) = ready(BAND, divide=10, unit="割").series
    assert series.band[0] is not None
    assert [str(end) for end in series.band[0]] == ["3.8", "4.2"]


@pytest.mark.parametrize(
    ("series", "fields", "code"),
    [
        ({"name": "割合", "low": "下限"}, {}, "band-of-one-end"),
        (BAND, {"kind": "column"}, "band-without-line"),
        (BAND, {"index": 2020}, "band-without-line"),
        ({"name": "割合", "low": "上限", "high": "下限"}, {}, "value-outside-band"),
        (BAND, {"minimum": 39}, "below-scale"),
    ],
)
def test_a_band_that_cannot_be_shown_is_an_error(series: dict[str, str], fields: dict[str, Any], code: str) -> None:
    assert problem(series, **fields).code == code
