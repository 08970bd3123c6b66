"""A long, narrow table in balanced left and right halves, their rows on the same lines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import zip_longest
from math import fsum, inf

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.blocks.table.draw import table_mark
from docgen.blocks.table.layout import RowNeeds, TableLayout
from docgen.blocks.table.stretch import stretched
from docgen.blocks.table.table import TableBlock
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.value import value


@value(frozen=True, slots=True)
class TableHalves(Block):
    """A table whose first half stands at the left and whose second half at the right (a ranking).

    The halves are ``gap`` points apart (None: twice the pack's gap) and have the same columns; where the number
    of rows is odd the left has one more. Merged cells over the middle are not allowed for.
    """

    table: TableBlock
    gap: float | None = None
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """Two native tables, the header and the rows of each as high as those beside them."""
        half = self._half_width(width, style)
        whole = self.table.layout(half, style, memory)
        head, rows = whole.heights[: whole.header_rows], whole.heights[whole.header_rows :]
        pairs = zip_longest(rows[: self._middle], rows[self._middle :], fillvalue=0.0)
        heights = (*head, *(max(pair) for pair in pairs))
        stretch = self.table.row_stretch(style)
        return Laid(
            inf if whole.is_broken else fsum(heights),
            partial(self._draw, whole, heights, stretch, style),
            partial(latest_split, len(self.table.rows), self._parted, width, style, memory),
            fsum(heights) + stretch * self._middle,
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """Half of the table's estimate at the width of a half."""
        return self.table.estimate(self._half_width(width, style), style, memory) / 2

    @property
    def _middle(self) -> int:
        """How many rows stand at the left."""
        return (len(self.table.rows) + 1) // 2

    def _half_width(self, width: float, style: Style) -> float:
        return (width - (style.pack.gap * 2 if self.gap is None else self.gap)) / 2

    def _draw(
        self, whole: TableLayout, heights: tuple[float, ...], stretch: float, style: Style, box: Box
    ) -> tuple[Mark, ...]:
        middle = whole.header_rows + self._middle
        left = replace(_part(whole, middle, whole.grid.rows), heights=heights, needs=RowNeeds(heights))
        right = _part(whole, whole.header_rows, middle)
        half, rows = self._half_width(box.width, style), stretched(left, box.height, stretch)
        marks = []
        for name, x, layout in (("left", box.x, left), ("right", box.right - half, right)):
            place = Box(x, box.y, half, box.height)
            own = rows._replace(heights=rows.heights[: layout.grid.rows])
            mark = table_mark(f"{self.table.id}/{name}", layout, own, place, style.table, self.table.alt)
            marks.append(mark)
        return tuple(marks)

    def _parted(self, kept: int) -> Parts:
        head, tail = (replace(self.table, rows=rows) for rows in (self.table.rows[:kept], self.table.rows[kept:]))
        return replace(self, table=head), replace(self, table=tail)


def _part(whole: TableLayout, begin: int, end: int) -> TableLayout:
    """The layout without the rows from ``begin`` to ``end``."""
    gone = end - begin
    areas = tuple(
        area._replace(row=area.row - gone if area.row >= end else area.row)
        for area in whole.grid.areas
        if not begin <= area.row < end
    )
    return replace(whole, grid=replace(whole.grid, rows=whole.grid.rows - gone, areas=areas))
