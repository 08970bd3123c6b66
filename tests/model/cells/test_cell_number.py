"""The number in a cell: what Japanese statistics write is read, what may mean two things is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.every_case import every_case

from docgen.errors import WrongValue
from docgen.model.cells.number import read_cell, read_number

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18).filter(
    lambda number: len(number.as_tuple().digits) <= 28 and -28 <= int(number.as_tuple().exponent) <= 0
)
FULL_WIDTH = str.maketrans("0123456789,.-%", "０１２３４５６７８９，．－％")


@every_case(
    ("cell", "number"),
    [
        ("1.5e-05", "0.000015"), ("1E+3", "1000"), ("1e5", "100000"), (".5", "0.5"),
        ("45.6%", "45.6"), ("４５．６％", "45.6"), ("45.6 ％", "45.6"),
        ("1,744", "1744"), ("１，７４４", "1744"), ("12,345,678.90", "12345678.90"),
        ("△12.5", "-12.5"), ("▲3", "-3"), ("△ 1,744", "-1744"), ("－3", "-3"), ("−3", "-3"), ("–3", "-3"), ("＋3", "3"),
        ("±0.0", "0.0"), ("　7　", "7"), ("\u00a07", "7"), ("007", "7"),
        ("1234567890123456789012345678", "1234567890123456789012345678"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(cell: str, number: str) -> None:
    assert str(read_number(cell)) == number


@every_case(
    "cell",
    [
        "", " ", "　", "-", "－", "—", "―", "ー", "…", "・・・", "...", "‥", "x", "X", "ｘ", "Ｘ", "***", "＊＊＊", "n.a.", "N/A",
        "不詳", "秘匿", "該当なし", "未公表", "（－）",
    ],
)  # fmt: skip
def test_a_gap_is_no_number_however_it_is_written(cell: str) -> None:
    assert read_number(cell) is None


@every_case(
    ("cell", "what"),
    [
        ("(1,234)", "may be negative, or a part of another number"),
        ("（△5）", "may be negative, or a part of another number"),
        ("12①", "is not a number"), ("10²", "is not a number"), ("1.234.567", "is not a number"), ("1,23", "is not a number"),
        ("1,2345", "is not a number"), ("△", "is not a number"), ("--5", "is not a number"), ("±5", "is not a number"),
        ("12人", "is not a number"), ("一二三", "is not a number"), ("1 234", "is not a number"), ("5.", "is not a number"),
        ("inf", "is not a number"), ("()", "is not a number"), ("1/2", "is not a number"), ("٣", "is not a number"),
        ("123456789012345678901234567890.5", "has more than 28 digits"), ("1e400", "has more than 28 digits"),
        ("1e-40", "has more than 28 digits"), ("0." + "0" * 40, "has more than 28 digits"),
    ],
)  # fmt: skip
def test_what_is_no_number_or_may_be_two_is_refused(cell: str, what: str) -> None:
    with pytest.raises(WrongValue, match=what.replace("(", r"\(")):
        read_number(cell)


def test_percent_is_the_unit_of_the_number_and_never_divides_it() -> None:
    assert (read_cell("45.6%").value, read_cell("45.6%").unit, read_cell("45.6").unit) == (Decimal("45.6"), "%", "")


@given(NUMBERS, st.sampled_from("-△▲−－"), st.booleans(), st.booleans(), st.booleans())
def test_every_number_printed_in_any_official_way_is_read_back(
    number: Decimal, minus: str, commas: bool, wide: bool, percent: bool
) -> None:
    size = f"{abs(number):,f}" if commas else f"{abs(number):f}"
    text = (minus if number < 0 else "") + size + ("%" if percent else "")
    assert read_number(text.translate(FULL_WIDTH) if wide else text) == number


@given(NUMBERS)
def test_a_number_in_the_spelling_of_a_program_is_read_back(number: Decimal) -> None:
    assert read_number(f"{number:E}") == number
