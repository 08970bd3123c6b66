"""Ready tables as blocks: merged columns and total rows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docgen.blocks.table.table import TableBlock
from docgen.ready import ReadyColumn, ReadyTable


def table(*cells: str, merged: bool = True, totals: tuple[int, ...] = ()) -> ReadyTable:
    columns = (ReadyColumn("課題"), ReadyColumn("法人", merged=merged))
    return ReadyTable("t", "課題", columns, tuple((str(at), cell) for at, cell in enumerate(cells)), totals=totals)


def spans(made: ReadyTable) -> list[list[tuple[str, int]]]:
    return [[(cell.text, cell.row_span) for cell in row.cells] for row in TableBlock.from_ready("t", made).rows]


def test_equal_cells_of_a_merged_column_are_one() -> None:
    assert spans(table("A", "B", "B", "B", "A")) == [
        [("0", 1), ("A", 1)],
        [("1", 1), ("B", 3)],
        [("2", 1)],
        [("3", 1)],
        [("4", 1), ("A", 1)],
    ]


def test_empty_cells_and_those_of_totals_stay_single() -> None:
    assert spans(table("", "", "B", "B", totals=(3,))) == [
        [("0", 1), ("", 1)],
        [("1", 1), ("", 1)],
        [("2", 1), ("B", 1)],
        [("3", 1), ("B", 1)],
    ]


def test_a_cell_keeps_the_number_that_it_prints() -> None:
    made = replace(table("12人", "－"), numbers=((None, Decimal(12)), (None, None)))
    assert [[cell.value for cell in row.cells] for row in TableBlock.from_ready("t", made).rows] == [[None, 12], [None, None]]
    assert [row.cells[1].value for row in TableBlock.from_ready("t", table("12人")).rows] == [None]


def test_columns_that_are_not_merged_keep_equal_cells() -> None:
    assert spans(table("B", "B", merged=False)) == [[("0", 1), ("B", 1)], [("1", 1), ("B", 1)]]
