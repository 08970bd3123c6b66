"""Blocks that run down one column and then the next, in order, the columns as equal as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.spacer import Spacer
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about
from docgen.layout.style import Style
from docgen.placed import Box, Mark

# Between the columns, in points.
_GAP = 20


@dataclass(frozen=True, slots=True)
class Newspaper:
    """``blocks`` over two columns: the break between them stands where the taller column is lowest."""

    blocks: tuple[Block, ...]
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The height of the taller column."""
        return self._columns(width, style).height(width, style)

    def about(self, width: float, style: Style) -> float:
        """Half of what the blocks can tell."""
        return sum([about(block, (width - _GAP) / 2, style) for block in self.blocks]) / 2

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As many whole blocks as fit the room in the head, the others in the tail."""
        for count in range(len(self.blocks) - 1, 0, -1):
            head = replace(self, blocks=self.blocks[:count])
            if head.height(width, style) <= room:
                return head, replace(self, blocks=self.blocks[count:])
        return self._columns(width, style).split(room, width, style)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The columns over the full height."""
        return self._columns(box.width, style).draw(box, style)

    def _columns(self, width: float, style: Style) -> Columns:
        return style.once(self, "columns", width, lambda: self._broken_best(width, style))

    def _broken_best(self, width: float, style: Style) -> Columns:
        """The columns broken where the taller of them is lowest; one measure of each block is enough."""
        whole = self._broken(len(self.blocks))
        column = whole.column_widths(width, style)[0]
        heights = [height_of(block, column, style) for block in self.blocks]
        counts = range(1, len(self.blocks) + 1)
        best = min(counts, key=lambda count: max(_stacked(heights[:count], style), _stacked(heights[count:], style)))
        return self._broken(best)

    def _broken(self, count: int) -> Columns:
        right: Block = Stack(self.blocks[count:]) if self.blocks[count:] else Spacer()
        return Columns((Stack(self.blocks[:count]), right), gap=_GAP)


def _stacked(heights: Sequence[float], style: Style) -> float:
    return sum(heights) + style.gap * max(0, len(heights) - 1)
