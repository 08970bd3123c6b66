"""A table measured: column widths, row heights and the text of every cell, before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.table_cell import BodyRow, Cell, ColumnSpec, ShadeRule, place_cells
from docgen.blocks.table_text import GRID, CellText, align_decimals, cell_text, is_decimal, row_look
from docgen.blocks.table_width import column_widths
from docgen.layout.style import Style

# A height that is this little (points) above a place on the grid is on it.
_ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class TableContent:
    """What is measured: columns, header rows, body rows, rules of shading; ``id`` names it in messages.

    ``shares`` are column widths as fractions of the table's width, empty where they are to be found.
    """

    id: str
    columns: tuple[ColumnSpec, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[BodyRow, ...]
    shades: tuple[ShadeRule, ...] = ()
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Widths of columns, heights of rows (header rows first) and the cells' texts; points."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    cells: tuple[CellText, ...]
    header_rows: int

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.heights)


def lay_out(
    content: TableContent, width: float, style: Style, texts: Sequence[CellText] | None = None
) -> TableLayout:
    """The table measured at ``width``; ``texts`` are its cells' texts where they are known (the same for
    every width)."""
    if texts is None:
        texts = cell_texts(content, style)
    rows = len(content.header) + len(content.rows)
    if content.shares:
        widths = tuple(share * width for share in content.shares)
    else:
        widths = column_widths(content.columns, texts, rows, width)
    heights = row_heights(texts, widths, rows, style)
    return TableLayout(widths, heights, tuple(texts), len(content.header))


def cell_texts(content: TableContent, style: Style) -> list[CellText]:
    """The texts of all cells, header rows first, with decimals aligned column by column."""
    head = len(content.header)
    kinds = [None] * head + [row.kind for row in content.rows]
    looks = {kind: row_look(kind, style) for kind in set(kinds)}
    grid = place_cells(
        [*content.header, *(row.cells for row in content.rows)], len(content.columns), content.id
    )
    texts: list[CellText] = []
    decimals: dict[int, list[int]] = {}
    for place in grid:
        spec = content.columns[place.column]
        texts.append(cell_text(place, looks[kinds[place.row]], spec, content.shades, style))
        if place.row >= head and is_decimal(place.cell, spec):
            decimals.setdefault(place.column, []).append(len(texts) - 1)
    for indices in decimals.values():
        aligned = align_decimals([texts[index] for index in indices], style.fonts)
        for index, text in zip(indices, aligned, strict=True):
            texts[index] = text
    return texts


def row_heights(
    texts: Sequence[CellText], widths: Sequence[float], rows: int, style: Style
) -> tuple[float, ...]:
    """The least heights of the rows; what a merged cell needs beyond its rows is spread over them evenly."""
    heights = [0.0] * rows
    for text in sorted(texts, key=lambda text: text.row_span):
        width = sum(widths[text.column : text.column + text.column_span])
        need = text.height(width, style.fonts)
        span = range(text.row, text.row + text.row_span)
        lack = need - sum(heights[row] for row in span)
        if lack > 0:
            for row in span:
                heights[row] += lack / text.row_span
        if rows > 1 and text.row_span == rows:
            # LibreOffice draws the last row as high as a cell that is merged over the whole table.
            heights[-1] = max(heights[-1], need)
    # Rows end on the drawing grid, a step above their text: LibreOffice draws no row lower than that.
    return tuple((math.ceil((height - _ROUNDING) / GRID) + 1) * GRID for height in heights)
