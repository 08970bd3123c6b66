"""A ready table as a table block."""

from __future__ import annotations

from typing import cast

from docgen.blocks.table.cell import BodyRow, Cell, CellAlign, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.ready import ReadyTable


def ready_table_block(identifier: str, table: ReadyTable) -> TableBlock:
    """The block of a table whose cells are final texts; a table without a title is told by its headings."""
    columns = tuple(
        ColumnSpec(column.heading, cast("CellAlign | None", column.align), column.width)
        for column in table.columns
    )
    rows = tuple(
        BodyRow(_cells(table, index), "total" if index in table.totals else "body")
        for index in range(len(table.rows))
    )
    alt = table.title or "、".join(column.heading for column in table.columns if column.heading)
    return TableBlock(identifier, columns, rows, alt=alt)


def _cells(table: ReadyTable, row: int) -> tuple[Cell, ...]:
    """The cells that begin in a row: in a merged column only the first of equal ones."""
    columns = enumerate(table.columns)
    spans = [(index, _span(table, row, index) if column.merged else 1) for index, column in columns]
    numbers = table.numbers[row] if table.numbers else (None,) * len(table.columns)
    values = [None if number is None else float(number) for number in numbers]
    return tuple(Cell(table.rows[row][index], row_span=span, value=values[index]) for index, span in spans if span)


def _span(table: ReadyTable, row: int, column: int) -> int:
    """How many rows a cell covers; 0 where the cell above covers it. Empty cells and totals stay single."""
    texts = ["" if index in table.totals else each[column] for index, each in enumerate(table.rows)]
    if not texts[row]:
        return 1
    if row and texts[row - 1] == texts[row]:
        return 0
    end = row + 1
    while end < len(texts) and texts[end] == texts[row]:
        end += 1
    return end - row
