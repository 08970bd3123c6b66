"""About five years ago (5年前程度): which point of a series is the past value of which latest one."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.model import DataTable, IndicatorValue, Period
from docgen.model.indicator import ValueSeries
from docgen.model.series import about_five_years_before, newest, number_of, points_of

# the cells of the series' periods, what stands after them; the latest; the past value's period ("" for none)
CASES = (
    ("2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022", "年", "2022年", "2017年"),
    ("2017 2018 2019 2020 2021 2022", "年度", "2022年度", "2017年度"),
    ("2012 2013 2014 2015 2016 2017", "年末", "2017年末", "2012年末"),
    ("2015 2018 2021", "年", "2021年", "2015年"),
    ("2016 2018 2020 2022", "年", "2022年", "2018年"),
    ("2018 2021", "年", "2021年", "2018年"),
    ("2015 2022", "年", "2022年", "2015年"),
    ("2014 2022", "年", "2022年", ""),
    ("2020 2021 2022", "年", "2022年", ""),
    ("2022", "年", "2022年", ""),
    ("2022 2023 2024 2025 2026 2027", "年", "2022年", ""),
    ("2017年 2022年", "年", "2022年", "2017年"),
    ("2017年3月 2022年3月 2022年9月", "", "2022年9月", "2017年3月"),
    ("2017年度末 2018年度末 2022年度末", "", "2022年度末", "2017年度末"),
)


def series_of(cells: str, name: str, gaps: tuple[str, ...] = ()) -> tuple[ValueSeries, dict[str, DataTable]]:
    rows = tuple((cell, "" if cell in gaps else str(number)) for number, cell in enumerate(cells.split(), 1))
    table = DataTable(("t", "n"), rows, "data/s.csv", tuple(range(2, len(rows) + 2)))
    return ValueSeries(data="s", column="n", x="t", x_name=name), {"s": table}


@pytest.mark.parametrize(("cells", "name", "latest", "past"), CASES)
def test_the_past_is_the_point_nearest_to_five_years_before(cells: str, name: str, latest: str, past: str) -> None:
    series, tables = series_of(cells, name)
    found = about_five_years_before(Period.parse(latest), points_of(series, tables, "here"))
    assert str(found.period if found else "") == past


def test_a_year_without_a_number_is_not_the_past() -> None:
    series, tables = series_of("2016 2017 2018 2022", "年", gaps=("2017",))
    found = about_five_years_before(Period.parse("2022年"), points_of(series, tables, "here"))
    assert found is not None
    assert str(found.period) == "2018年"


def test_without_a_stated_period_the_latest_is_the_newest_point_with_a_number() -> None:
    series, tables = series_of("2021 2022 2023", "年", gaps=("2023",))
    found = newest(points_of(series, tables, "here"))
    assert found is not None
    assert str(found.period) == "2022年"


def test_a_period_that_the_series_does_not_have_is_said_with_those_that_it_has() -> None:
    series, tables = series_of("2021 2022", "年")
    value = IndicatorValue.model_validate(
        {"id": "v", "name": "値", "series": series, "latest": {"period": "2022年度"}}
    )
    assert value.latest is not None
    with pytest.raises(DocgenError) as caught:
        number_of(value.latest, value, tables, "here")
    assert str(caught.value) == (
        "here: the series 's' has no row for 2022年度\n  expected: one of 2021年, 2022年\n  hint: did you mean '2022年'?"
    )


def test_two_rows_of_one_period_are_refused_with_both_lines() -> None:
    series, tables = series_of("2021 2022 2022", "年")
    with pytest.raises(DocgenError, match=r"two points for 2022年 \(the first in line 3\)"):
        points_of(series, tables, "here")


def test_an_observation_without_a_value_needs_a_series() -> None:
    with pytest.raises(ValueError, match="latest has no value, and there is no series"):
        IndicatorValue.model_validate({"id": "v", "name": "値", "latest": {"period": "2022年"}})
