"""A long, narrow table in balanced left and right halves, their rows on the same lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

from docgen.blocks.block import Block
from docgen.blocks.table.draw import stretched, table_mark
from docgen.blocks.table.layout import TableLayout
from docgen.blocks.table.table import TableBlock
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class TableHalves:
    """A table whose first half stands at the left and whose second half at the right (a ranking).

    Both halves have the same columns; where the number of rows is odd the left has one more. Merged cells
    over the middle are not allowed for.
    """

    table: TableBlock
    gap: float | None = None
    grow: float = 1
    keep_with_next: bool = False

    def height(self, width: float, style: Style) -> float:
        """The header and the rows of the longer half."""
        return sum(self._heights(width, style))

    def about(self, width: float, style: Style) -> float:
        """Half of what the table is at the width of a half."""
        return self.table.about(self._half_width(width, style), style) / 2

    def tallest(self, width: float, style: Style) -> float:
        """The height with every row stretched as far as it may."""
        return self.height(width, style) + self._stretch(style) * self._middle

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As many rows as fit in two halves, and the rest."""
        rows = self.table.rows
        for kept in range(len(rows) - 1, 0, -1):
            head = replace(self, table=replace(self.table, rows=rows[:kept]))
            if head.height(width, style) <= room + 0.01:
                return head, replace(self, table=replace(self.table, rows=rows[kept:]))
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """Two native tables side by side."""
        left, right = self._layouts(box.width, style)
        heights = stretched(left, box.height, self._stretch(style))
        marks = []
        half = self._half_width(box.width, style)
        for name, x, layout in (("left", box.x, left), ("right", box.right - half, right)):
            place = Box(x, box.y, half, box.height)
            rows = heights[: len(layout.heights)]
            mark = table_mark(f"{self.table.id}/{name}", layout, rows, place, style.table, self.table.alt)
            marks.append(mark)
        return tuple(marks)

    @property
    def _middle(self) -> int:
        """How many rows stand at the left."""
        return (len(self.table.rows) + 1) // 2

    def _half_width(self, width: float, style: Style) -> float:
        return (width - (style.pack.gap * 2 if self.gap is None else self.gap)) / 2

    def _stretch(self, style: Style) -> float:
        return style.table.stretch if self.table.stretch is None else self.table.stretch

    def _layouts(self, width: float, style: Style) -> tuple[TableLayout, TableLayout]:
        """Both halves measured with the widths of the whole and each row as high as its neighbour."""
        whole = self.table.layout(self._half_width(width, style), style)
        heights = self._heights(width, style)
        middle = whole.header_rows + self._middle
        left = _part(whole, middle, whole.grid.rows)
        right = _part(whole, whole.header_rows, middle)
        return replace(left, heights=heights), replace(right, heights=heights[: right.grid.rows])

    def _heights(self, width: float, style: Style) -> tuple[float, ...]:
        """The heights of the header's rows and of the left half's, each as high as its neighbour at the right."""
        whole = self.table.layout(self._half_width(width, style), style)
        head, rows = whole.heights[: whole.header_rows], whole.heights[whole.header_rows :]
        pairs = zip_longest(rows[: self._middle], rows[self._middle :], fillvalue=0.0)
        return (*head, *(max(pair) for pair in pairs))


def _part(whole: TableLayout, begin: int, end: int) -> TableLayout:
    """The layout without the rows from ``begin`` to ``end``."""
    gone = end - begin
    areas = tuple(
        area._replace(row=area.row - gone if area.row >= end else area.row)
        for area in whole.grid.areas
        if not begin <= area.row < end
    )
    return replace(whole, grid=replace(whole.grid, rows=whole.grid.rows - gone, areas=areas))


def halves(table: TableBlock, gap: float | None = None) -> TableHalves:
    """The table in balanced left and right halves, ``gap`` points apart (None: twice the pack's gap)."""
    return TableHalves(table, gap)
