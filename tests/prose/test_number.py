from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.model import Quantity
from docgen.model.printing import Printing
from docgen.prose.arithmetic import number_written
from docgen.prose.number import Number

DECIMALS = st.decimals(min_value=Decimal("-1e9"), max_value=Decimal("1e9"), places=4)
OPERATIONS: tuple[Callable[[Any, Any], Any], ...] = (
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod,
)  # fmt: skip


def of(value: str, unit: str = "", decimals: int | None = None) -> Number:
    return Number.of(Quantity.of(value, unit, decimals))


@given(DECIMALS, DECIMALS, st.sampled_from(OPERATIONS))
def test_plain_numbers_are_computed_as_decimals_are(one: Decimal, other: Decimal, operation: Callable[[Any, Any], Any]) -> None:
    try:
        expected = operation(one, other)
    except DecimalException:
        with pytest.raises(DocgenError):
            operation(Number.plain(one), Number.plain(other))
        return
    assert operation(Number.plain(one), Number.plain(other)).decimal == expected


@given(DECIMALS, DECIMALS)
def test_numbers_are_compared_as_decimals_are(one: Decimal, other: Decimal) -> None:
    first, second = of(str(one), "人"), of(str(other), "人")
    assert (first < second, first == second, first >= other) == (one < other, one == other, one >= other)


@given(DECIMALS, st.integers(min_value=0, max_value=6))
def test_halves_are_rounded_away_from_zero_where_a_number_is_printed(value: Decimal, places: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert Decimal(str(Number.plain(value).to(places)).replace(",", "")) == rounded


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e15"), max_value=Decimal("1e15")))
def test_a_plain_number_never_prints_an_exponent_or_a_negative_zero(value: Decimal) -> None:
    number = Number.plain(Context(prec=28).create_decimal(value))
    text = str(number)
    assert "E" not in text.upper()
    assert Decimal(text) == number.decimal
    assert not (text.startswith("-") and Decimal(text) == 0)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (of("2610", "人") * 2, "5,220人"),
        (of("2610", "人") + 5, "2,615人"),
        (of("48", "%") - of("40.5", "%"), "7.5ポイント"),
        (of("48", "%") + of("1.5", "ポイント"), "49.5%"),
        (of("45", "億円") + of("100", "百万円"), "46億円"),
        (of("45", "億円") / of("900", "百万円"), "5"),
        (of("2610.49", "人", 0) - of("10.49", "人", 1), "2,600.0人"),
        (-of("2.25", "%", 1), "-2.3%"),
        (of("2610", "人").value, "2610"),
        (Number.plain(2023), "2023"),
        (1 - Number.plain(Decimal("0.25")), "0.75"),
        (2 ** Number.plain(10), "1024"),
        (7 // Number.plain(2), "3"),
        (7 % Number.plain(4), "3"),
        (3 * Number.plain(4), "12"),
        (1 / Number.plain(4), "0.25"),
        (sum([of("1", "人"), of("2", "人")]), "3人"),
    ],
)
def test_a_result_has_the_unit_and_the_digits_that_a_reader_expects(number: object, text: str) -> None:
    assert str(number) == text


def test_negative_numbers_are_printed_with_the_packs_sign() -> None:
    assert str(Number.plain(Decimal("-3"), Printing(minus="△"))) == "△3"


def test_a_number_without_an_end_is_printed_only_to_stated_decimals() -> None:
    third = Number.plain(1) / 3
    with pytest.raises(DocgenError, match="has no end"):
        str(third)
    with pytest.raises(DocgenError, match="has no end"):
        str(1 - third)
    assert str((third * 100).to(1)) == "33.3"


@pytest.mark.parametrize(
    "work",
    [
        lambda: of("1", "人") + of("1", "社"),
        lambda: of("1", "人") < of("1", "社"),
        lambda: of("1", "人") * of("1", "社"),
        lambda: of("1", "人") ** 2,
        lambda: of("1", "人") + "a",
        lambda: Number.plain(9) ** 99999,
        lambda: Number.plain(0) / 0,
        lambda: Number.plain(Decimal("1e-60")) * Decimal("1e-60"),
        lambda: 5 / of("2", "人"),
        lambda: str(Number.plain(10) ** 22),
    ],
)
def test_what_cannot_be_computed_is_refused(work: Callable[[], object]) -> None:
    with pytest.raises(DocgenError):
        work()


@pytest.mark.parametrize("digits", ["1" * 29, "1e22", "1.5E3", "9" * 5000, "1e-200", "0xff"])
def test_a_number_that_is_not_written_in_a_few_plain_digits_is_refused(digits: str) -> None:
    with pytest.raises(ValueError, match="at most 28 plain digits"):
        number_written(digits)


def test_a_number_in_a_template_keeps_all_the_digits_that_were_written() -> None:
    assert number_written("0.12345678901234567890123") == Decimal("0.12345678901234567890123")
    assert number_written("1_000") == 1000
