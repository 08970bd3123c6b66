from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model import Quantity
from docgen.model.cells.number import read_number

DECIMALS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3)


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "printed"),
    [
        ("1744", "億円", None, "1,744億円"),
        ("13184", "億円", None, "1兆3,184億円"),
        ("20000", "億円", None, "2兆円"),
        ("54.4", "百万円", None, "54.4百万円"),
        ("47.90", "%", None, "47.90%"),
        ("47.95", "%", 1, "48.0%"),
        ("-2.45", "%", 1, "-2.5%"),
        ("25", "位", None, "25位"),
        ("2610", "人", 0, "2,610人"),
    ],
)
def test_a_quantity_prints_as_the_field_prints_it(
    value: str, unit: str, decimals: int | None, printed: str
) -> None:
    assert str(Quantity.of(value, unit, decimals)) == printed


def test_a_negative_amount_takes_the_sign_of_the_pack() -> None:
    assert Quantity.of("-13184", "億円").format(minus="△") == "△1兆3,184億円"
    assert Quantity.of("0.1").format(sign=True) == "+0.1"


@given(DECIMALS)
def test_a_printed_number_reads_as_itself(value: Decimal) -> None:
    assert read_number(str(Quantity(value, "", 3))) == value


@given(st.integers(-(10**6), 10**6))
def test_money_converts_there_and_back(value: int) -> None:
    quantity = Quantity(Decimal(value), "億円")
    assert quantity.convert("百万円").value == value * 100
    assert quantity.convert("百万円").convert("億円").value == value


def test_a_difference_of_percentages_is_in_points() -> None:
    assert str(Quantity.of("73.6", "%") - Quantity.of("59.9", "%")) == "13.7ポイント"


def test_people_are_not_stated_in_yen() -> None:
    with pytest.raises(ValueError, match="cannot be stated"):
        Quantity.of(3, "人").convert("億円")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,744", "1744"),
        ("△12.5", "-12.5"),
        ("▲3", "-3"),
        ("−3", "-3"),
        ("４５", "45"),
        (" 7 ", "7"),
        ("0.10", "0.10"),
        ("1e5", "100000"),
    ],
)
def test_a_cell_is_read_as_official_tables_write_numbers(cell: str, number: str) -> None:
    assert str(read_number(cell)) == number


@pytest.mark.parametrize("cell", ["", "-", "－", "—", "…"])
def test_an_empty_cell_or_a_dash_is_a_gap(cell: str) -> None:
    assert read_number(cell) is None


@pytest.mark.parametrize("cell", ["12人", "1,74", "約5", "NaN", "3.", "1 000"])
def test_anything_else_in_a_cell_is_no_number(cell: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        read_number(cell)
