"""A measured table as its mark: a native table with exact rows and horizontal rules."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from docgen.blocks.table.decimals import decimal_body
from docgen.blocks.table.grid import ColumnCell, GridArea
from docgen.blocks.table.layout import TableLayout
from docgen.layout.pack import TableLook
from docgen.layout.style import line
from docgen.placed import Box, Line, TableCell, TableMark, TableRow, TextBody

_COVERED = TableCell(TextBody(()), covered=True)


def stretched(layout: TableLayout, room: float, most: float) -> tuple[float, ...]:
    """The heights of the rows grown evenly into ``room``, each body row by ``most`` points at the most."""
    body = len(layout.heights) - layout.header_rows
    if not body:
        return layout.heights
    gift = max(0.0, min(most, (room - layout.height) / body))
    head = layout.heights[: layout.header_rows]
    return (*head, *(height + gift for height in layout.heights[layout.header_rows :]))


def table_mark(
    id: str, layout: TableLayout, heights: Sequence[float], place: Box, look: TableLook, alt: str
) -> TableMark:
    """The table at the top left of ``place``, with rows of these heights."""
    rows = [[_COVERED] * len(layout.widths) for _ in heights]
    rules = _Rules.of(look)
    bodies = [_body(layout, column_cell) for column_cell in layout.grid.column_cells]
    for area in layout.grid.areas:
        end = area.column + area.column_span
        rows[area.row][area.column] = TableCell(
            bodies[area.column_cell],
            area.row_span,
            area.column_span,
            fill=layout.texts[layout.grid.column_cells[area.column_cell].cell].fill,
            top=rules.head_top if area.row == 0 else None,
            bottom=rules.below(area, layout.header_rows, len(heights)),
            right=None if end == len(layout.widths) else rules.column_rule,
        )
    box = Box(place.x, place.y, fsum(layout.widths), fsum(heights))
    return TableMark(
        id,
        box,
        layout.widths,
        tuple(TableRow(tuple(cells), height) for cells, height in zip(rows, heights, strict=True)),
        layout.header_rows,
        alt,
    )


def _body(layout: TableLayout, column_cell: ColumnCell) -> TextBody:
    """The text of a cell in columns where it stands."""
    cell, column, span = column_cell
    return decimal_body(layout.texts[cell], fsum(layout.widths[column : column + span]))


class _Rules(NamedTuple):
    """The lines of a table."""

    head_top: Line | None
    head_bottom: Line | None
    rule: Line | None
    bottom: Line | None
    column_rule: Line | None

    @classmethod
    def of(cls, look: TableLook) -> _Rules:
        """Those that a pack names."""
        return cls(*map(line, (look.head_top, look.head_bottom, look.rule, look.bottom, look.column_rule)))

    def below(self, area: GridArea, header_rows: int, rows: int) -> Line | None:
        """The rule below a cell: that of the header's end, of the table's end, or of a row."""
        end = area.row + area.row_span
        if end == rows:
            return self.bottom
        if end == header_rows:
            return self.head_bottom
        if end < header_rows and area.column_span == 1:
            return None
        return self.rule
