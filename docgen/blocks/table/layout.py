"""A table measured: column widths, row heights and the text of every cell, before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.blocks.table.cell import RowKind
from docgen.blocks.table.cell_look import GRID, CellLook, cell_look
from docgen.blocks.table.cell_profile import CellProfile, cell_profile
from docgen.blocks.table.cell_text import CellText, cell_text
from docgen.blocks.table.column_widths import column_widths
from docgen.blocks.table.decimals import align_decimals
from docgen.blocks.table.grid import Grid, TableContent, decimal_columns, grid_of
from docgen.layout.style import Style

# A height that is this little (points) above a place on the grid is on it.
_ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Widths of columns, heights of rows (header rows first), and the cells' texts; points.

    ``texts`` are those of the cells that are alike in the ``grid``.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    header_rows: int
    grid: Grid
    texts: Sequence[CellText]

    @property
    def height(self) -> float:
        """The height of all rows."""
        return sum(self.heights)


def lay_out(
    content: TableContent, width: float, style: Style, grid: Grid | None = None, texts: Sequence[CellText] = ()
) -> TableLayout:
    """The table measured at ``width``; ``grid`` and ``texts`` are its own where they are known: the grid is
    the same at every step of the ladder, the texts for every width."""
    if grid is None:
        grid = grid_of(content)
    texts = texts or cell_texts(grid, style)
    if content.shares:
        widths = tuple([share * width for share in content.shares])
    else:
        widths = column_widths(content.columns, grid, texts, width)
    heights = row_heights(grid, texts, widths)
    return TableLayout(widths, heights, len(content.header), grid, texts)


def cell_texts(grid: Grid, style: Style, known: Sequence[CellProfile] = ()) -> list[CellText]:
    """The texts of the cells that are alike, with decimals aligned column by column.

    ``known`` are their profiles, if they were made before.
    """
    looks = cell_looks(grid, style)
    known = known or cell_profiles(grid, style)
    texts = [
        cell_text(each, profile, looks[each.kind, each.role], style)
        for each, profile in zip(grid.alike, known, strict=True)
    ]
    for index, each in enumerate(grid.alike):
        if each.decimal and each.cell.column_span > 1:
            texts[index] = replace(texts[index], align="center")
    for indices in decimal_columns(grid):
        for index, text in zip(indices, align_decimals([texts[index] for index in indices]), strict=True):
            texts[index] = text
    return texts


def cell_looks(grid: Grid, style: Style) -> dict[tuple[RowKind | None, str], CellLook]:
    """The looks of cells by kind of row and role."""
    kinds = {(each.kind, each.role): each for each in grid.alike}
    return {key: cell_look(each, style) for key, each in kinds.items()}


def cell_profiles(grid: Grid, style: Style) -> list[CellProfile]:
    """The profiles of the cells that are alike: the same at every step of the ladder."""
    return [cell_profile(each, style) for each in grid.alike]


def row_heights(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> tuple[float, ...]:
    """The least heights of the rows; what a merged cell needs beyond its rows is spread over them evenly."""
    merged = [place for place in grid.places if place.row_span > 1]
    needs = _Needs(grid, texts, widths)
    heights = [needs.tallest(spots) for spots in _spots_by_row(grid)]
    for row, _, span, _, spot in sorted(merged, key=lambda place: place.row_span):
        lack = needs.of(spot) - sum(heights[row : row + span])
        if lack > 0:
            for each in range(row, row + span):
                heights[each] += lack / span
        if span == grid.rows:
            # LibreOffice draws the last row as high as a cell that is merged over the whole table.
            heights[-1] = max(heights[-1], needs.of(spot))
    # Rows end on the drawing grid, a step above their text: LibreOffice draws no row lower than that.
    return tuple([(math.ceil((height - _ROUNDING) / GRID) + 1) * GRID for height in heights])


def _spots_by_row(grid: Grid) -> list[list[int]]:
    """The spots of the cells of each row that are not merged with others."""
    rows: list[list[int]] = [[] for _ in range(grid.rows)]
    for row, _, row_span, _, spot in grid.places:
        if row_span == 1:
            rows[row].append(spot)
    return rows


class _Needs:
    """The heights that cells need at the widths of their columns; lines are broken where they can matter."""

    def __init__(self, grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> None:
        self._cells = [
            (texts[alike], widths[column] if span == 1 else sum(widths[column : column + span]))
            for alike, column, span in grid.spots
        ]
        self._bounds = [
            (text.low, text.low) if width >= text.unbroken else text.bounds(width) for text, width in self._cells
        ]

    def of(self, spot: int) -> float:
        """The height of the cells of a spot."""
        least, most = self._bounds[spot]
        if least < most:
            text, width = self._cells[spot]
            least = text.height(width)
            self._bounds[spot] = least, least
        return least

    def tallest(self, spots: Sequence[int]) -> float:
        """The height of the tallest of several."""
        tallest = max([self._bounds[spot][0] for spot in spots], default=0.0)
        for spot in spots:
            if self._bounds[spot][1] > tallest:
                tallest = max(tallest, self.of(spot))
        return tallest
