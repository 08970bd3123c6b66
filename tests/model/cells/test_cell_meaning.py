"""Cells that are written differently and mean the same, and ranges of them."""

from __future__ import annotations

import pytest

from docgen.errors import WrongValue
from docgen.model.cells.meaning import cells_meaning, within


@pytest.mark.parametrize(
    ("wanted", "cell"),
    [
        ("2022", "2022年度"), ("2022", "2022年"), ("2022", "令和4年度"), ("2022", "２０２２"), ("2022", "2022年度末"), ("令和4年度", "2022年度"),
        ("2022年度", "FY2022"), ("1000", "1,000"), ("ガス", "ｶﾞｽ"), ("男 ", "男"), ("2022-04-01", "2022年4月1日"), ("-3", "△3"),
    ],
)  # fmt: skip
def test_a_wanted_value_finds_the_cell_that_means_it(wanted: str, cell: str) -> None:
    assert cells_meaning(wanted, ["他", cell]) == {cell}


@pytest.mark.parametrize(
    ("wanted", "cell"), [("2022", "2022年4月"), ("2022年", "2022年度"), ("3", "3人"), ("計", "合計"), ("2022", "2022.5")]
)
def test_a_wanted_value_finds_no_cell_that_means_something_else(wanted: str, cell: str) -> None:
    assert cells_meaning(wanted, [cell]) == frozenset()


def test_the_cell_that_is_written_so_goes_before_those_that_mean_it() -> None:
    assert cells_meaning("2022", ["2022", "2022年度"]) == {"2022"}


def test_a_year_that_may_be_two_is_refused() -> None:
    with pytest.raises(WrongValue, match="'2022' may mean '2022年', '2022年度'"):
        cells_meaning("2022", ["2022年", "2022年度"])


@pytest.mark.parametrize(
    ("cell", "first", "last", "lies_within"),
    [
        ("2022年度", "2020", "2022", True), ("2022年度", "2020", "2022年", True), ("2023年度", "2020", "2022", False),
        ("2022年12月", "2020", "2022", True), ("2023年3月", None, "2022年度", True), ("2023年4月", None, "2022年度", False),
        ("2022年3月", "2022年度", None, False), ("2022年4月", "2022年度", None, True), ("令和4年", "2022", "2022", True),
        ("２０２２", "2022", "2022", True), ("2021年度末", "2021", "2021", True), ("10", "5", "20", True), ("1,000", None, "999", False),
        ("2021-04-01", "2021-04-01", "2021-04-30", True),
    ],
)  # fmt: skip
def test_a_range_takes_in_both_of_its_ends(cell: str, first: str | None, last: str | None, lies_within: bool) -> None:
    assert within(cell, first, last) is lies_within


def test_a_range_of_words_is_refused() -> None:
    with pytest.raises(WrongValue, match="'東京' is neither a number nor a period"):
        within("東京", "2020", None)
