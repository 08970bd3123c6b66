"""Whatever number a sheet stores: its text is the number, without the digits of the machine's arithmetic."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from docgen.model.cells.number import read_number
from docgen.reading.workbook.number_format import sections
from docgen.reading.workbook.sheet import StoredCell
from docgen.reading.workbook.shown import shown

FLOATS = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False).filter(lambda number: number == 0 or abs(number) > 1e-9)
WRITTEN = st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False)


def text(number: float | Decimal, code: str = "General") -> str:
    return shown(StoredCell("number", repr(float(number)), code), False, False).text


@given(FLOATS)
def test_a_number_without_a_format_is_read_to_fifteen_digits(number: float) -> None:
    read = read_number(text(number))
    assert read is not None
    assert len(read.normalize().as_tuple().digits) <= 15
    assert abs(read - Decimal(number)) <= abs(Decimal(number)) * Decimal("5.1e-15")


@given(WRITTEN)
def test_a_number_that_was_written_with_three_places_has_them_again(number: Decimal) -> None:
    assert read_number(text(number)) == number


@given(WRITTEN, st.integers(0, 3))
def test_a_number_is_rounded_as_its_format_shows_it(number: Decimal, places: int) -> None:
    code = "#,##0" + ("." + "0" * places if places else "")
    assert read_number(text(number, code)) == number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(WRITTEN, st.integers(0, 2))
def test_a_percent_is_a_hundred_times_the_stored_number(number: Decimal, places: int) -> None:
    code = "0" + ("." + "0" * places if places else "") + "%"
    assert read_number(text(number / 100, code)) == number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(st.text(alphabet='0#?.,%"年度人千円円△();[]<>=@\\_*-+/Eeymdhsg 1', max_size=20), FLOATS)
def test_no_format_ends_the_program(code: str, number: float) -> None:
    assert sections(code)
    try:
        text(number, code)
    except ValueError:
        return
