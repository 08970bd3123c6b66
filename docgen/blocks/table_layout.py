"""A table measured: column widths, row heights and the text of every cell, before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from docgen.blocks.table_cell import BodyRow, Cell, ColumnSpec, ShadeRule, place_cells
from docgen.blocks.table_text import (
    GRID,
    PlacedText,
    align_decimals,
    aligned,
    cell_text,
    is_decimal,
    row_look,
)
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
    cells: tuple[PlacedText, ...]
    header_rows: int

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.heights)


def lay_out(
    content: TableContent, width: float, style: Style, texts: Sequence[PlacedText] | None = None
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


def cell_texts(content: TableContent, style: Style) -> list[PlacedText]:
    """The texts of all cells, header rows first, with decimals aligned column by column."""
    head = len(content.header)
    kinds = [None] * head + [row.kind for row in content.rows]
    looks = {kind: row_look(kind, style) for kind in set(kinds)}
    grid = place_cells(
        [*content.header, *(row.cells for row in content.rows)], len(content.columns), content.id
    )
    texts: list[PlacedText] = []
    decimals: dict[int, list[int]] = {}
    for index, place in enumerate(grid):
        cell, kind, spec = place.cell, kinds[place.row], content.columns[place.column]
        # Many cells hold the same; what tells their texts apart is in the key.
        rules = (place.column, content.shades) if content.shades else None
        text = style.shared(
            ("cell", cell, kind, spec.align, spec.role, rules),
            partial(cell_text, place, looks[kind], spec, content.shades, style),
        )
        if place.row >= head and is_decimal(cell, spec):
            if cell.column_span == 1:
                decimals.setdefault(place.column, []).append(index)
            else:
                text = aligned(text, "center")
        texts.append(PlacedText(place.row, place.column, cell.row_span, cell.column_span, text))
    for indices in decimals.values():
        different = {id(texts[index].text): texts[index].text for index in indices}
        on_points = dict(zip(different, align_decimals(list(different.values()), style.fonts), strict=True))
        for index in indices:
            texts[index] = texts[index]._replace(text=on_points[id(texts[index].text)])
    return texts


def row_heights(
    texts: Sequence[PlacedText], widths: Sequence[float], rows: int, style: Style
) -> tuple[float, ...]:
    """The least heights of the rows; what a merged cell needs beyond its rows is spread over them evenly."""
    heights = [0.0] * rows
    needs = _needs(texts, widths, style)
    for text, need in sorted(zip(texts, needs, strict=True), key=lambda pair: pair[0].row_span):
        span = range(text.row, text.row + text.row_span)
        lack = need - sum([heights[row] for row in span])
        if lack > 0:
            for row in span:
                heights[row] += lack / text.row_span
        if rows > 1 and text.row_span == rows:
            # LibreOffice draws the last row as high as a cell that is merged over the whole table.
            heights[-1] = max(heights[-1], need)
    # Rows end on the drawing grid, a step above their text: LibreOffice draws no row lower than that.
    return tuple([(math.ceil((height - _ROUNDING) / GRID) + 1) * GRID for height in heights])


def _needs(texts: Sequence[PlacedText], widths: Sequence[float], style: Style) -> list[float]:
    """The height that each cell needs; the same text in the same column is measured once."""
    known: dict[tuple[int, int, int], float] = {}
    needs: list[float] = []
    for place in texts:
        key = (id(place.text), place.column, place.column_span)
        need = known.get(key)
        if need is None:
            width = sum(widths[place.column : place.column + place.column_span])
            need = known[key] = place.text.height(width, style.fonts)
        needs.append(need)
    return needs
