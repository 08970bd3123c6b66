"""Blocks that run down one column and then the next, in order, the columns as equal as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.spacer import Spacer
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.layout.style import Style

# Between the columns, in points.
_GAP = 20


@dataclass(frozen=True, slots=True)
class Newspaper(Block):
    """``blocks`` over two columns: the break between them stands where the taller column is lowest."""

    blocks: tuple[Block, ...]
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The columns, broken at their best."""
        columns = self._columns(width, style, memory).laid(width, style, memory)
        parted = partial(latest_split, len(self.blocks), self._parted, width, style, memory)
        return Laid(columns.height, columns.draw, lambda room, fairly=False: parted(room) or columns.split(room))

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """Half of the sum of the blocks' estimates."""
        return sum([block.estimate((width - _GAP) / 2, style, memory) for block in self.blocks]) / 2

    def _columns(self, width: float, style: Style, memory: Memory) -> Columns:
        """The columns broken where the taller of them is lowest; laying out each block once is enough."""
        whole = self._broken(len(self.blocks))
        column = whole.column_widths(width, style)[0]
        heights = [block.laid(column, style, memory).height for block in self.blocks]
        counts = range(1, len(self.blocks) + 1)
        best = min(counts, key=lambda count: max(_stacked(heights[:count], style), _stacked(heights[count:], style)))
        return self._broken(best)

    def _broken(self, count: int) -> Columns:
        right: Block = Stack(self.blocks[count:]) if self.blocks[count:] else Spacer()
        return Columns((Stack(self.blocks[:count]), right), gap=_GAP)

    def _parted(self, kept: int) -> Parts:
        return replace(self, blocks=self.blocks[:kept]), replace(self, blocks=self.blocks[kept:])


def _stacked(heights: Sequence[float], style: Style) -> float:
    return sum(heights) + style.gap * max(0, len(heights) - 1)
