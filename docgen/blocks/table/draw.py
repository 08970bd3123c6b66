"""A measured table as its mark: a native table with exact rows and horizontal rules."""

from __future__ import annotations

from math import fsum
from typing import NamedTuple

from docgen.blocks.table.decimals import decimal_body
from docgen.blocks.table.grid import GridArea
from docgen.blocks.table.layout import TableLayout
from docgen.blocks.table.stretch import Stretched, items_spread
from docgen.layout.pack import TableLook
from docgen.layout.style import line
from docgen.placed import Box, Line, TableCell, TableMark, TableRow, TextBody

_COVERED = TableCell(TextBody(()), covered=True)


def table_mark(
    id: str, layout: TableLayout, stretch: Stretched, place: Box, look: TableLook, alt: str
) -> TableMark:
    """The table at the top left of ``place``, with its rows stretched so."""
    heights = stretch.heights
    rows = [[_COVERED] * len(layout.widths) for _ in heights]
    rules = _Rules.of(look)
    texts = [layout.text_of(column_cell) for column_cell in range(len(layout.grid.column_cells))]
    bodies = [decimal_body(text, width) for text, width in texts]
    for area in layout.grid.areas:
        end = area.column + area.column_span
        text, width = texts[area.column_cell]
        body = bodies[area.column_cell]
        if stretch.apart:
            body = items_spread(body, text, width, fsum(heights[area.row : area.row + area.row_span]))
        rows[area.row][area.column] = TableCell(
            body,
            area.row_span,
            area.column_span,
            fill=text.fill,
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
