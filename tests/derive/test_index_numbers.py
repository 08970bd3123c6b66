"""Figures of index numbers: each series is 100 at the stated category, and the unit says so."""

from __future__ import annotations

from functools import partial

import pytest
from support.ready_figures import figure_problem, ready_figure

# 架空の数値。
DATA = {"年度": ["2015年度", "2016年度", "2017年度"], "論文数": ["200", "210", "250"], "研究費": ["3.0", "", "2.4"]}
ready = partial(ready_figure, data=DATA, kind="line")
problem = partial(figure_problem, data=DATA, kind="line")


def test_each_series_is_100_at_the_stated_category_and_gaps_stay() -> None:
    figure = ready(index="2015年度")
    values = [[None if value is None else float(value) for value in series.values] for series in figure.series]
    assert values == [[100, 105, 125], [100, None, 80]]
    assert [series.decimals for series in figure.series] == [1, 1]


def test_the_unit_says_what_is_100() -> None:
    assert ready(index="2015年度").unit == "2015年度＝100"
    assert ready(index="2016年度", series=[{"name": "論文数"}], unit="件", decimals=0).unit == "2016年度＝100"
    bare = {"年": ["2015", "2016"], "n": ["1", "2"]}
    assert ready(data=bare, index=2015).unit == "2015年＝100"
    assert ready(data=bare, index=2015, x_suffix="年度").unit == "2015年度＝100"


def test_series_of_unlike_units_compare_as_indices() -> None:
    series = [{"name": "論文数", "unit": "件"}, {"name": "研究費", "unit": "億円"}]
    assert problem(series=series).code == "units-on-one-axis"
    assert [each.unit for each in ready(series=series, index="2015年度").series] == ["", ""]


def test_a_change_of_indices_is_that_of_the_values() -> None:
    figure = ready(index="2015年度", changes=[{"from": "2015年度", "to": "2017年度", "series": "論文数"}])
    assert figure.annotations.changes[0].text == "論文数 ＋25.0%"


@pytest.mark.parametrize(("index", "code"), [("2016年度", "index-without-base"), ("2030年度", "not-a-category")])
def test_an_index_without_a_base_is_an_error_at_its_place(index: str, code: str) -> None:
    error = problem(index=index)
    assert error.code == code
    assert "index" in str(error.where)
