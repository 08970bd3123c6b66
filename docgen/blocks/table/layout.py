"""A table measured: column widths, row heights and the text of every cell, before it is drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from docgen.blocks.table.cell_profile import CellProfile, cell_profile
from docgen.blocks.table.cell_text import GRID, CellLook, CellText
from docgen.blocks.table.column_groups import may_be_parted
from docgen.blocks.table.column_widths import column_widths, whole_widths
from docgen.blocks.table.decimals import align_decimals
from docgen.blocks.table.grid import DistinctCell, Grid, Kind, TableContent, grid_of, width_across
from docgen.blocks.table.heads import with_room_for_heads
from docgen.blocks.table.kept_whole import broken
from docgen.layout.pack import LayoutPack
from docgen.layout.style import Style
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value

# A height that is this little (points) above a place on the grid is on it.
_ROUNDING = 0.001


class MergedNeed(NamedTuple):
    """What a cell needs that is merged over ``span`` rows from ``row`` on; points."""

    row: int
    span: int
    height: float


class RowNeeds(NamedTuple):
    """What texts need with the insets around them, in points: ``rows`` for the cells of a row alone, ``merged`` for the
    cells over several rows."""

    rows: tuple[float, ...]
    merged: tuple[MergedNeed, ...] = ()


@value(frozen=True, slots=True)
class TableLayout:
    """Widths of columns, heights of rows (header rows first), and the cells' texts; points.

    ``needs`` are what the rows and the cells that are merged downwards need for their texts; ``texts`` are those of the
    distinct cells of the ``grid``. ``inset`` are the points beside the texts where they are not the pack's; ``is_broken``
    tells that the width is too small for what stays whole in a cell.
    """

    widths: tuple[float, ...]
    heights: tuple[float, ...]
    needs: RowNeeds
    header_rows: int
    grid: Grid
    texts: Sequence[CellText]
    inset: float | None = None
    is_broken: bool = False

    @property
    def height(self) -> float:
        """The height of all rows; infinite where the table is too wide for its place."""
        return math.inf if self.is_broken else fsum(self.heights)

    @property
    def shares(self) -> tuple[float, ...]:
        """The widths as parts of them all."""
        whole = fsum(self.widths)
        return tuple([width / whole for width in self.widths])

    def text_of(self, column_cell: int) -> tuple[CellText, float]:
        """The text of a column cell, and the width of the columns where it stands."""
        cell, column, span = self.grid.column_cells[column_cell]
        return self.texts[cell], width_across(self.widths, column, span)


def lay_out_anew(content: TableContent, width: float, style: Style) -> TableLayout:
    """The layout at a width of a table of which nothing was measured before."""
    grid = grid_of(content)
    profiles = cell_profiles(grid, style.pack, style.measure)
    looks = cell_looks(cell_kinds(grid), style, content.inset)
    return lay_out(content, width, grid, cell_texts(grid, style, profiles, looks))


def lay_out(content: TableContent, width: float, grid: Grid, texts: Sequence[CellText]) -> TableLayout:
    """The layout of a table at a width, from its grid and the texts of its distinct cells."""
    if content.shares:
        widths = with_room_for_heads(grid, texts, [share * width for share in content.shares])
    else:
        widths = column_widths(content.columns, grid, texts, width)
    is_broken = not content.settled and broken(grid, texts, widths)
    if is_broken and (whole := whole_widths(content.columns, grid, texts, width)) is not None:
        widths, is_broken = whole, False
    needs = row_needs(grid, texts, widths)
    is_broken = is_broken and may_be_parted(content)
    return TableLayout(widths, row_heights(needs), needs, len(content.header), grid, texts, content.inset, is_broken)


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


def cell_looks(
    kinds: Mapping[Kind, DistinctCell], style: Style, inset: float | None = None
) -> dict[Kind, CellLook]:
    """The looks of cells by kind of row and role, of which one cell each is given; ``inset`` as in TableContent."""
    return {kind: CellLook.of(cell, style, inset) for kind, cell in kinds.items()}


def row_needs(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> RowNeeds:
    """What the rows and the merged cells of a table need in columns of these widths."""
    needs = _Needs(grid, texts, widths)
    unmerged: list[list[int]] = [[] for _ in range(grid.rows)]
    for area in grid.areas:
        if area.row_span == 1:
            unmerged[area.row].append(area.column_cell)
    rows = tuple([needs.tallest(column_cells) for column_cells in unmerged])
    merged = sorted([area for area in grid.areas if area.row_span > 1], key=lambda area: area.row_span)
    return RowNeeds(rows, tuple([MergedNeed(area.row, area.row_span, needs.of(area.column_cell)) for area in merged]))


def row_heights(needs: RowNeeds) -> tuple[float, ...]:
    """The least heights of the rows; what a merged cell needs beyond its rows is spread over them evenly."""
    heights = list(needs.rows)
    for row, span, need in needs.merged:
        lack = need - fsum(heights[row : row + span])
        if lack > 0:
            for index in range(row, row + span):
                heights[index] += lack / span
        if span == len(heights):
            # LibreOffice draws the last row as high as a cell that is merged over the whole table.
            heights[-1] = max(heights[-1], need)
    return tuple([row_height(height) for height in heights])


def row_height(need: float) -> float:
    """The height of a row whose text needs so much with its insets: it ends on the drawing grid, a step above its text.

    LibreOffice draws no row lower than that.
    """
    return (math.ceil((need - _ROUNDING) / GRID) + 1) * GRID


class _Needs:
    """The heights that column cells need at the widths of their columns; lines are broken where they can matter."""

    def __init__(self, grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> None:
        self._cells = [
            (texts[cell], width_across(widths, column, span))
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
