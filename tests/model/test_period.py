from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import WrongValue
from docgen.model import Period

YEARS = st.integers(1930, 2100)
PERIODS = st.one_of(
    YEARS.map(lambda year: f"{year}年"),
    YEARS.map(lambda year: f"{year}年度"),
    YEARS.map(lambda year: f"{year}年末"),
    YEARS.map(lambda year: f"{year}年度末"),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda parts: f"{parts[0]}年{parts[1]}月"),
    st.tuples(YEARS, st.integers(1, 10)).map(lambda parts: f"{parts[0]}年{parts[1]}～{parts[1] + 2}月"),
    st.dates(date(1930, 1, 1), date(2100, 12, 31)).map(lambda day: f"{day.year}年{day.month}月{day.day}日"),
)


@given(PERIODS)
def test_a_period_prints_as_it_was_written(text: str) -> None:
    assert str(Period.parse(text)) == text


@given(PERIODS)
def test_a_period_in_era_years_is_the_same_period(text: str) -> None:
    period = Period.parse(text)
    assert Period.parse(period.format(era=True)) == period


@given(PERIODS, PERIODS)
def test_periods_sort_by_their_last_day(first: str, second: str) -> None:
    one, other = Period.parse(first), Period.parse(second)
    if one.end != other.end:
        assert (one < other) == (one.end < other.end)
    assert (one < other) + (other < one) <= 1


@given(YEARS, st.integers(1, 20))
def test_a_span_prints_and_reads_as_itself(year: int, length: int) -> None:
    for unit in ("年", "年度"):
        text = f"{year}{unit}～{year + length}{unit}"
        assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "start", "end", "fiscal_year"),
    [
        ("2022年度", date(2022, 4, 1), date(2023, 3, 31), 2022),
        ("2021年度末", date(2022, 3, 31), date(2022, 3, 31), 2021),
        ("2022年", date(2022, 1, 1), date(2022, 12, 31), 2022),
        ("2022年末", date(2022, 12, 31), date(2022, 12, 31), 2022),
        ("2023年3月", date(2023, 3, 1), date(2023, 3, 31), 2022),
        ("2023/3", date(2023, 3, 1), date(2023, 3, 31), 2022),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29), 2023),
        ("令和4年度", date(2022, 4, 1), date(2023, 3, 31), 2022),
        ("令和元年", date(2019, 1, 1), date(2019, 12, 31), 2019),
        ("平成31・令和元年", date(2019, 1, 1), date(2019, 12, 31), 2019),
        ("平成31年／令和元年", date(2019, 1, 1), date(2019, 12, 31), 2019),
        ("令和4（2022）年度", date(2022, 4, 1), date(2023, 3, 31), 2022),
        ("2022年（令和4年）", date(2022, 1, 1), date(2022, 12, 31), 2022),
        ("R5.4.1", date(2023, 4, 1), date(2023, 4, 1), 2023),
        ("2023.4.1", date(2023, 4, 1), date(2023, 4, 1), 2023),
        ("H31.4", date(2019, 4, 1), date(2019, 4, 30), 2019),
        ("平成30年12月", date(2018, 12, 1), date(2018, 12, 31), 2018),
        ("２０２２年度", date(2022, 4, 1), date(2023, 3, 31), 2022),
        ("2017年～2022年", date(2017, 1, 1), date(2022, 12, 31), 2022),
    ],
)
def test_a_period_knows_its_days_and_its_fiscal_year(
    text: str, start: date, end: date, fiscal_year: int
) -> None:
    period = Period.parse(text)
    assert (period.start, period.end, period.fiscal_year) == (start, end, fiscal_year)


@pytest.mark.parametrize("text", ["去年", "22年", "2023年13月", "2023年2月30日", "2022年～2017年", "2022年（令和3年）", "2022年度（令和4年）", "2022(4)", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)


def test_months_of_a_year_are_a_span() -> None:
    quarter = Period.parse("令和4年4～6月期")
    assert (str(quarter), quarter.start, quarter.end) == ("2022年4～6月", date(2022, 4, 1), date(2022, 6, 30))
    assert str(Period.parse("2022年1～12月")) == "2022年"
    with pytest.raises(ValueError, match="there is no month 13"):
        Period.parse("2022年1～13月")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2020～2022年度", "2020年度～2022年度"),
        ("2020年度～2022", "2020年度～2022年度"),
        ("FY2020～2022", "2020年度～2022年度"),
        ("令和2～4年度", "2020年度～2022年度"),
        ("平成30～令和2年", "2018年～2020年"),
        ("2020 ～ 2022 年", "2020年～2022年"),
        ("2022年10月～2023年3月", "2022年10月～2023年3月"),
        ("2022年4月～2023年3月", "2022年4月～2023年3月"),
    ],
)
def test_the_ends_of_a_span_say_for_each_other_what_one_leaves_out(text: str, printed: str) -> None:
    assert str(Period.parse(text)) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("R5.4.1", "2023年4月1日"),
        ("2023.4.1", "2023年4月1日"),
        ("H30.12", "2018年12月"),
        ("2023 年度", "2023年度"),
        ("令和 5 年 4 月 1 日", "2023年4月1日"),
    ],
)
def test_days_with_dots_and_periods_with_spaces_are_read(text: str, printed: str) -> None:
    assert str(Period.parse(text)) == printed


@pytest.mark.parametrize(
    ("text", "code"), [("2023年2月30日", "no-such-day"), ("令和0年", "no-year-zero"), ("2023.4", "not-a-period")]
)
def test_a_day_or_year_that_no_calendar_has_is_refused_in_words(text: str, code: str) -> None:
    with pytest.raises(WrongValue) as refused:
        Period.parse(text)
    assert refused.value.message.code == code
