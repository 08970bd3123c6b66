"""Parting a table: rows stay whole, the header is repeated, merged cells are opened again with their label.

A row that is taller than the room by itself is parted between its bullets or lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.blocks.table.cell import Cell
from docgen.blocks.table.grid import GridCell, TableContent, place_cells
from docgen.blocks.table.layout import TableLayout, lay_out
from docgen.blocks.table.row_split import split_row
from docgen.layout.style import Style
from docgen.placed.box import fits

# A part of fewer body rows than this is poor.
_FEWEST = 2


def split_content(
    content: TableContent, layout: TableLayout, room: float, width: float, style: Style, *, fairly: bool
) -> tuple[TableContent, TableContent] | None:
    """Head and tail, the head as long as ``room`` (points) allows; both keep the column widths of the whole.

    ``layout`` is the content measured at ``width``.
    ``fairly`` refuses parts of a single row and rows parted inside. None where nothing can be parted.
    """
    content = replace(content, shares=tuple(column / width for column in layout.widths))
    most = _rows_that_fit(layout, room)
    count = len(content.rows)
    grid = place_cells([row.cells for row in content.rows], len(content.columns), content.id)
    for kept in range(min(most, count - _FEWEST), _FEWEST - 1, -1):
        if content.rows[kept - 1].kind != "band":
            parts = _cut(content, grid, kept)
            if _fits(parts[0], room, width, style):
                return parts
    if fairly:
        return None
    for kept in range(min(most, count - 1), 0, -1):
        parts = _cut(content, grid, kept)
        if _fits(parts[0], room, width, style):
            return parts
    return split_row(content, layout, room, width, style)


def _rows_that_fit(layout: TableLayout, room: float) -> int:
    used = sum(layout.heights[: layout.header_rows])
    count = 0
    for height in layout.heights[layout.header_rows :]:
        used += height
        if not fits(used, room):
            break
        count += 1
    return count


def _fits(content: TableContent, room: float, width: float, style: Style) -> bool:
    return fits(lay_out(content, width, style).height, room)


def _cut(content: TableContent, grid: Sequence[GridCell], kept: int) -> tuple[TableContent, TableContent]:
    """The table parted before body row ``kept``."""
    head = [
        replace(row, cells=tuple(_clipped(cell, kept - index) for cell in row.cells))
        for index, row in enumerate(content.rows[:kept])
    ]
    first = content.rows[kept]
    opened = [
        (place.column, replace(place.cell, row_span=place.row + place.cell.row_span - kept, continued=True))
        for place in grid
        if place.row < kept < place.row + place.cell.row_span
    ]
    begun = [(place.column, place.cell) for place in grid if place.row == kept]
    cells = tuple(cell for _, cell in sorted([*opened, *begun], key=lambda pair: pair[0]))
    tail = [replace(first, cells=cells), *content.rows[kept + 1 :]]
    return replace(content, rows=tuple(head)), replace(content, rows=tuple(tail))


def _clipped(cell: Cell, rows: int) -> Cell:
    return replace(cell, row_span=rows) if cell.row_span > rows else cell
