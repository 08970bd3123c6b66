"""A table measured: column widths, row heights and the text of every cell, before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from math import fsum

from docgen.blocks.table.cell_profile import CellProfile, cell_profile
from docgen.blocks.table.cell_text import GRID, CellLook, CellText
from docgen.blocks.table.column_widths import column_widths
from docgen.blocks.table.decimals import align_decimals
from docgen.blocks.table.grid import DistinctCell, Grid, Kind, TableContent, grid_of
from docgen.blocks.table.heads import with_room_for_heads
from docgen.layout.pack import LayoutPack
from docgen.layout.style import Style
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value

# A height that is this little (points) above a place on the grid is on it.
_ROUNDING = 0.001


@value(frozen=True, slots=True)
class TableLayout:
    """Widths of columns, heights of rows (header rows first), and the cells' texts; points.

    ``texts`` are those of the distinct cells of the ``grid``.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    header_rows: int
    grid: Grid
    texts: Sequence[CellText]

    @property
    def height(self) -> float:
        """The height of all rows."""
        return fsum(self.heights)


def lay_out_anew(content: TableContent, width: float, style: Style) -> TableLayout:
    """The layout at a width of a table of which nothing was measured before."""
    grid = grid_of(content)
    profiles = cell_profiles(grid, style.pack, style.measure)
    looks = cell_looks(cell_kinds(grid), style)
    return lay_out(content, width, grid, cell_texts(grid, style, profiles, looks))


def lay_out(content: TableContent, width: float, grid: Grid, texts: Sequence[CellText]) -> TableLayout:
    """The layout of a table at a width, from its grid and the texts of its distinct cells."""
    if content.shares:
        widths = with_room_for_heads(grid, texts, [share * width for share in content.shares])
    else:
        widths = column_widths(content.columns, grid, texts, width)
    return TableLayout(widths, row_heights(grid, texts, widths), len(content.header), grid, texts)


def cell_profiles(grid: Grid, pack: LayoutPack, measure: TextMeasure) -> list[CellProfile]:
    """The profiles of a grid's distinct cells: the same at every step of the ladder."""
    return [cell_profile(cell, pack, measure) for cell in grid.cells]


def cell_texts(
    grid: Grid, style: Style, profiles: Sequence[CellProfile], looks: Mapping[Kind, CellLook]
) -> list[CellText]:
    """The texts of a grid's distinct cells, decimal points aligned: the same at every width."""
    texts = [
        CellText.of(cell, profile, looks[cell.kind], style)
        for cell, profile in zip(grid.cells, profiles, strict=True)
    ]
    return align_decimals(texts)


def cell_kinds(grid: Grid) -> dict[Kind, DistinctCell]:
    """A cell of each kind of row and role."""
    return {cell.kind: cell for cell in grid.cells}


def cell_looks(kinds: Mapping[Kind, DistinctCell], style: Style) -> dict[Kind, CellLook]:
    """The looks of cells by kind of row and role, of which one cell each is given."""
    return {kind: CellLook.of(cell, style) for kind, cell in kinds.items()}


def row_heights(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> tuple[float, ...]:
    """The least heights of the rows; what a merged cell needs beyond its rows is spread over them evenly."""
    needs = _Needs(grid, texts, widths)
    unmerged: list[list[int]] = [[] for _ in range(grid.rows)]
    for area in grid.areas:
        if area.row_span == 1:
            unmerged[area.row].append(area.column_cell)
    heights = [needs.tallest(column_cells) for column_cells in unmerged]
    merged = [area for area in grid.areas if area.row_span > 1]
    for row, _, span, _, column_cell in sorted(merged, key=lambda area: area.row_span):
        need = needs.of(column_cell)
        lack = need - fsum(heights[row : row + span])
        if lack > 0:
            for index in range(row, row + span):
                heights[index] += lack / span
        if span == grid.rows:
            # LibreOffice draws the last row as high as a cell that is merged over the whole table.
            heights[-1] = max(heights[-1], need)
    # Rows end on the drawing grid, a step above their text: LibreOffice draws no row lower than that.
    return tuple([(math.ceil((height - _ROUNDING) / GRID) + 1) * GRID for height in heights])


class _Needs:
    """The heights that column cells need at the widths of their columns; lines are broken where they can matter."""

    def __init__(self, grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> None:
        self._cells = [
            (texts[cell], widths[column] if span == 1 else fsum(widths[column : column + span]))
            for cell, column, span in grid.column_cells
        ]
        self._bounds = [text.bounds(width) for text, width in self._cells]

    def of(self, column_cell: int) -> float:
        """The height of a column cell."""
        least, most = self._bounds[column_cell]
        if least < most:
            text, width = self._cells[column_cell]
            least = text.height(width)
            self._bounds[column_cell] = least, least
        return least

    def tallest(self, column_cells: Sequence[int]) -> float:
        """The height of the tallest of several column cells."""
        tallest = max([self._bounds[column_cell][0] for column_cell in column_cells], default=0.0)
        for column_cell in column_cells:
            if self._bounds[column_cell][1] > tallest:
                tallest = max(tallest, self.of(column_cell))
        return tallest
