"""Years and negative numbers as a bureau prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.period import Period
from docgen.model.printing import PLAIN, Printing
from docgen.model.quantity import Quantity

ERA = Printing(era=True, minus="△")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2022年度", "令和4年度"),
        ("2019年度", "令和元年度"),
        ("2018年末", "平成30年末"),
        ("2018年実績", "平成30年実績"),
        ("2030年度目標", "令和12年度目標"),
        ("2017年～2022年", "平成29年～令和4年"),
        ("-0.4ポイント", "△0.4ポイント"),
        ("－1,744", "△1,744"),
        ("4.4(-0.1)", "4.4(△0.1)"),
        ("2022", "2022"),
        ("2022年版 科学技術指標", "2022年版 科学技術指標"),
        ("A-1 分析", "A-1 分析"),
        ("-", "-"),
        ("10-20歳", "10-20歳"),
        ("", ""),
    ],
)
def test_periods_and_negative_numbers_are_printed_and_other_texts_stay(text: str, printed: str) -> None:
    assert ERA.text(text) == printed


@pytest.mark.parametrize(("text", "printed"), [("2022", "令和4"), ("2019", "令和元"), ("2030年", "令和12年"), ("AI", "AI")])
def test_a_bare_year_is_a_year_on_the_axis_of_a_figure(text: str, printed: str) -> None:
    assert ERA.category(text) == printed


def test_quantities_take_the_sign_of_the_pack() -> None:
    assert ERA.quantity(Quantity.of("-1.5", "%")) == "△1.5%"
    assert PLAIN.quantity(Quantity.of("-1.5", "%")) == "-1.5%"


@given(st.text(max_size=20))
def test_plain_printing_changes_nothing(text: str) -> None:
    assert PLAIN.text(text) == PLAIN.category(text) == text


@given(st.integers(1927, 2100))
def test_a_year_in_era_style_is_read_back_as_the_same_year(year: int) -> None:
    assert Period.parse(f"{ERA.year(year)}年度") == Period.for_fiscal_year(year)


@pytest.mark.parametrize(("text", "printed"), [("2022-04-01", "2022年4月1日"), ("2022-02-30", "2022-02-30"), ("2022-04", "2022-04")])
def test_a_day_of_a_data_file_is_printed_as_the_field_writes_it(text: str, printed: str) -> None:
    assert PLAIN.text(text) == PLAIN.category(text) == printed
    assert ERA.text("2022-04-01") == "令和4年4月1日"
