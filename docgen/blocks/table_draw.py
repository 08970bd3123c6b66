"""A measured table as its mark: a native table with exact rows and horizontal rules."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.table_decimals import decimal_body
from docgen.blocks.table_layout import TableLayout
from docgen.blocks.table_text import PlacedText
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
    for cell in layout.cells:
        rows[cell.row][cell.column] = _cell(cell, layout, len(heights), look)
    box = Box(place.x, place.y, sum(layout.widths), sum(heights))
    return TableMark(
        id,
        box,
        layout.widths,
        tuple(TableRow(tuple(cells), height) for cells, height in zip(rows, heights, strict=True)),
        layout.header_rows,
        alt,
    )


def _cell(place: PlacedText, layout: TableLayout, rows: int, look: TableLook) -> TableCell:
    width = sum(layout.widths[place.column : place.column + place.column_span])
    last_column = place.column + place.column_span == len(layout.widths)
    return TableCell(
        decimal_body(place.text, width),
        place.row_span,
        place.column_span,
        fill=place.text.fill,
        top=line(look.head_top) if place.row == 0 else None,
        bottom=_rule(place, layout, rows, look),
        right=None if last_column else line(look.column_rule),
    )


def _rule(place: PlacedText, layout: TableLayout, rows: int, look: TableLook) -> Line | None:
    """The rule below a cell: that of the header's end, of the table's end, or of a row."""
    end = place.row + place.row_span
    if end == rows:
        return line(look.bottom)
    if end == layout.header_rows:
        return line(look.head_bottom)
    if end < layout.header_rows and place.column_span == 1:
        return None
    return line(look.rule)
