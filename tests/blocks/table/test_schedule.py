"""Schedules: words of short bars stand beside them; years that are none are errors."""

from __future__ import annotations

import pytest
from support.ready_slides import table

from docgen.blocks.arrange.stack import Stack
from docgen.blocks.table.schedule import schedule_block
from docgen.blocks.table.table import TableBlock
from docgen.errors import DocgenError

HEADINGS = ("プログラム", "始期", "終期", "件数")


def rows_of(*rows: tuple[str, str, str, str]) -> list[list[tuple[str, int, bool]]]:
    block = schedule_block("s", table("t", HEADINGS, rows), "{year}年代")
    assert isinstance(block, Stack)
    drawn = block.blocks[1]
    assert isinstance(drawn, TableBlock)
    return [[(cell.text, cell.column_span, cell.fill is not None) for cell in row.cells] for row in drawn.rows]


def test_words_stand_in_a_bar_of_three_years_and_more() -> None:
    assert rows_of(("甲", "2020", "2022", "8件")) == [[("甲", 1, False), ("8件", 3, True)]]


def test_words_of_a_short_bar_stand_right_of_it() -> None:
    first, _ = rows_of(("甲", "2020", "2020", "8件"), ("乙", "2020", "2025", "9件"))
    assert first == [("甲", 1, False), ("", 1, True), ("8件", 3, False), ("", 1, False), ("", 1, False)]


def test_words_of_a_short_bar_at_the_end_stand_left_of_it() -> None:
    first, _ = rows_of(("甲", "2025", "2025", "8件"), ("乙", "2020", "2025", "9件"))
    assert first == [("甲", 1, False), ("", 1, False), ("", 1, False), ("8件", 3, False), ("", 1, True)]


def test_words_stay_in_a_bar_that_has_nothing_beside_it() -> None:
    assert rows_of(("甲", "2020", "2020", "8件")) == [[("甲", 1, False), ("8件", 1, True)]]


@pytest.mark.parametrize(("begin", "end"), [("2024", "2020"), ("令和2年", "2024"), ("", "2024")])
def test_years_that_are_none_or_run_backwards_are_errors(begin: str, end: str) -> None:
    with pytest.raises(DocgenError, match="甲 lasts from"):
        rows_of(("甲", begin, end, "8件"))


def test_a_schedule_has_four_columns() -> None:
    with pytest.raises(DocgenError, match="has 3 columns"):
        schedule_block("s", table("t", HEADINGS[:3], [("甲", "2020", "2021")]), "{year}年代")
