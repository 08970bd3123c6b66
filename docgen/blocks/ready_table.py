"""A ready table as a table block."""

from __future__ import annotations

from typing import cast

from docgen.blocks.table import TableBlock
from docgen.blocks.table_cell import BodyRow, Cell, CellAlign, ColumnSpec
from docgen.ready import ReadyTable


def ready_table_block(identifier: str, table: ReadyTable) -> TableBlock:
    """The block of a table whose cells are final texts; a table without a title is told by its headings."""
    columns = tuple(
        ColumnSpec(column.heading, cast("CellAlign | None", column.align), column.width)
        for column in table.columns
    )
    rows = tuple(
        BodyRow(tuple(Cell(text) for text in row), "total" if index in table.totals else "body")
        for index, row in enumerate(table.rows)
    )
    alt = table.title or "、".join(column.heading for column in table.columns if column.heading)
    return TableBlock(identifier, columns, rows, alt=alt)
