"""The text of a value of Python, numpy and pandas: what a page prints, and no digits of the machine's arithmetic."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

import numpy
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.every_case import every_case

from docgen.errors import WrongValue
from docgen.model.cells.number import read_number
from docgen.model.cells.text import composed, is_gap, text_of


@every_case(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"), (45.599999999999994, "45.6"), (2610.0, "2610"), (1.5e-05, "0.000015"), (1e22, "1" + "0" * 22),
        (1234567890123456.0, "1234567890123456"), (-0.0, "0"), (10**27, "1" + "0" * 27),
        (numpy.float64(0.1) + numpy.float64(0.2), "0.3"), (numpy.float32(45.6), "45.6"), (numpy.float16(0.1), "0.1"),
        (numpy.int64(7), "7"), (numpy.uint8(7), "7"), (numpy.bool_(True), "TRUE"), (numpy.str_("男"), "男"),
        (Decimal("47.90"), "47.90"), (Decimal("45.599999999999994"), "45.599999999999994"), (Decimal("1E+3"), "1000"),
        (True, "TRUE"), (False, "FALSE"), (None, ""),
        (date(2021, 4, 1), "2021-04-01"), (datetime(2021, 4, 1), "2021-04-01"), (datetime(2021, 4, 1, 12, 30), "2021-04-01 12:30"),
        (pandas.Timestamp("2021-04-01"), "2021-04-01"), (pandas.Timestamp("2021-04-01", tz="Asia/Tokyo"), "2021-04-01"),
        (numpy.datetime64("2021-04-01"), "2021-04-01"), (numpy.datetime64("2021-04-01T00:00", "ns"), "2021-04-01"), (time(9, 30), "09:30:00"),
        (numpy.datetime64("2021-04-01T00", "h"), "2021-04-01"), (numpy.datetime64("2021-04-01T12:30:00", "us"), "2021-04-01 12:30"),
        (numpy.datetime64("2021-04-01T12:30:05", "ms"), "2021-04-01 12:30:05"), (numpy.datetime64("2021-04", "M"), "2021-04"),
        (pandas.Period("2021-04", "M"), "2021年4月"), (pandas.Period("2021", "Y"), "2021年"), (pandas.Period("2022", "Y-MAR"), "2021年度"),
        (pandas.Period("2021Q1", "Q"), "2021年1～3月"), (pandas.Period("2022Q1", "Q-MAR"), "2021年4～6月"),
        (pandas.Period("2021-04-01", "D"), "2021-04-01"),
        (float("nan"), ""), (numpy.nan, ""), (numpy.float32("nan"), ""), (pandas.NA, ""), (pandas.NaT, ""), (Decimal("NaN"), ""),
        (numpy.datetime64("NaT"), ""), (Decimal("sNaN"), ""), (numpy.ma.masked, ""),
    ],
)  # fmt: skip
def test_a_value_says_what_a_page_prints(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    "value",
    [
        float("inf"), float("-inf"), numpy.inf, Decimal("Infinity"), pandas.Timedelta(days=1), numpy.timedelta64(1, "D"),
        pandas.Period("2021-04-01", "W"), pandas.Period("2021", "Y-JUN"), [1], {"a": 1}, b"a", 1j, pandas.Interval(0, 1),
    ],
    ids=str,
)  # fmt: skip
def test_what_no_cell_can_say_is_refused(value: object) -> None:
    with pytest.raises(WrongValue):
        text_of(value)


@given(st.decimals(-(10**6), 10**6, places=4))
def test_a_float_says_the_number_that_it_was_written_as(number: Decimal) -> None:
    assert read_number(text_of(float(number))) == number


def test_a_letter_is_one_character_and_a_name_keeps_its_letters() -> None:
    assert composed(unicodedata.normalize("NFD", "ガス・パリ")) == "ガス・パリ"
    # A compatibility ideograph of a name is a letter of its own.
    assert composed("\ufa19社と" + unicodedata.normalize("NFD", "が")) == "\ufa19社とが"


def test_a_word_is_no_gap() -> None:
    assert not is_gap("nan")
    assert not is_gap(0)
