"""Amounts written out with their unit, years as the field writes them, numbers as official tables have them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import docgen
from docgen.model.period import read_year


def amount(**fields: object) -> docgen.BudgetAmount:
    return docgen.BudgetAmount.model_validate({"fiscal_year": 2023, "kind": "executed", **fields})


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        ("1,744億円", "1744", "億円"),
        ("１，７４４億円", "1744", "億円"),
        ("△12.5百万円", "-12.5", "百万円"),
        ("▲３兆円", "-3", "兆円"),
        ("1兆3,184億円", "13184", "億円"),
        ("47.9%", "47.9", "%"),
        ("20 ha", "20", "ha"),
        ("3m2", "3", "m2"),
    ],
)
def test_an_amount_may_be_written_with_its_unit(value: str, number: str, unit: str) -> None:
    assert (amount(value=value).value, amount(value=value).unit) == (Decimal(number), unit)
    assert amount(value=value, unit=unit) == amount(value=Decimal(number), unit=unit)


@pytest.mark.parametrize("value", ["△0.4", "▲0.4", "－0.4", "-0.4", "△０．４"])
def test_a_number_may_have_the_signs_and_digits_of_official_tables(value: str) -> None:
    assert amount(value=value, unit="億円").value == Decimal("-0.4")


def test_an_amount_in_two_units_is_refused() -> None:
    with pytest.raises(ValidationError, match="the value is in 億円, but the unit is 百万円"):
        amount(value="1,744億円", unit="百万円")


@pytest.mark.parametrize("value", ["約20人", "10～20人", "10-20人", "1,744億5,000万円", "1.2.3億円", "12,34億円", "億円", ""])
def test_what_is_no_single_amount_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        amount(value=value, unit="人")
    with pytest.raises(ValidationError):
        amount(value=value)


@given(st.integers(0, 10**12), st.sampled_from(["億円", "人", "%", "ポイント"]))
def test_every_whole_number_with_a_unit_is_read_as_it_is_printed(number: int, unit: str) -> None:
    read = amount(value=str(docgen.Quantity.of(number, unit)))
    assert isinstance(read.value, Decimal)
    assert docgen.Quantity(read.value, read.unit).convert(unit).value == number


@pytest.mark.parametrize(
    "written", [2023, "2023", "２０２３", "2023年度", "令和5年度", "令和５年", "令和5", "R5", "Ｒ５", "R5年度", "FY2023", "2023年"]
)
def test_a_year_may_be_written_as_the_field_does(written: object) -> None:
    assert read_year(written) == 2023
    assert docgen.Compendium.model_validate({"title": "集", "fiscal_year": written}).fiscal_year == 2023


@pytest.mark.parametrize("written", ["令和", "2023年3月", "R", "5", "2023年度末", True, 2023.5, "二〇二三年", None])
def test_what_names_no_year_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a year"):
        read_year(written)


@pytest.mark.parametrize(
    ("written", "plain"),
    [("R5", "2023年"), ("R5年度", "2023年度"), ("H30年度末", "2018年度末"), ("令和５年３月", "2023年3月"), ("平成元年度", "1989年度")],
)
def test_a_period_may_be_written_with_the_letter_of_its_era(written: str, plain: str) -> None:
    assert docgen.Period.parse(written) == docgen.Period.parse(plain)


@pytest.mark.parametrize("decimals", [-1, 11, "一"])
def test_decimal_places_are_from_none_to_ten(decimals: object) -> None:
    with pytest.raises(ValidationError):
        docgen.TableColumn.model_validate({"decimals": decimals})


def test_a_full_width_percent_sign_is_the_percent_sign() -> None:
    assert [docgen.Observation(value=1, unit=unit, period="2022年").unit for unit in ("％", "%")] == ["%", "%"]
    assert docgen.Target(value="45.6％").unit == docgen.Target(value="45.6％", unit="%").unit == "%"
    assert docgen.IndicatorValue(id="v", name="値", unit="％", target={"value": 1}).unit == "%"


def test_a_mark_beside_a_value_is_no_unit() -> None:
    with pytest.raises(docgen.DocgenError, match="label: 速報"):
        docgen.Observation(value="2,610（速報）", unit="人", period="2022年")


@pytest.mark.parametrize("year", [5, 0, 23, -1])
def test_the_year_of_an_era_alone_is_no_year(year: int) -> None:
    with pytest.raises(docgen.DocgenError, match="BudgetAmount, field fiscal_year"):
        docgen.BudgetAmount(fiscal_year=year, kind="executed", value=1, unit="円")
