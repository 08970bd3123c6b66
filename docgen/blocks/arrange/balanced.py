"""Two columns that are as equally high as can be: by their widths, or by what stands in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Spacer, Stack
from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.value import value

# The shares of the width that are tried for the left column.
_SHARES = (0.5, 0.44, 0.56, 0.37, 0.63, 0.3, 0.7)
# Pairs whose heights differ by less than this (points) count as equally low.
_WORTH = 6.0
# Between the columns of blocks that go on from one to the next, in points.
_GAP = 18


@value(frozen=True, slots=True)
class BalancedPair(Block):
    """``left`` and ``right`` side by side, with the widths at which the higher of them is lowest.

    ``narrowest`` and ``widest`` bound the left column's share of the width.
    """

    left: Block
    right: Block
    narrowest: float = 0.3
    widest: float = 0.7
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The columns with the best widths."""
        columns = self._columns(width, style, memory).laid(width, style, memory)
        return Laid(columns.height, columns.draw, columns.split)

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The higher of the blocks' estimates, each over half of the width."""
        return max([block.estimate(width / 2, style, memory) for block in (self.left, self.right)])

    def _columns(self, width: float, style: Style, memory: Memory) -> Columns:
        """The lowest columns; of those that are about as low, the pair with the least difference in height.

        A block gets no lower where it gets narrower. So the share to try next is the one whose columns can
        still be lowest, and when none of those left can, they need not be tried.
        """
        options = {
            index: Columns((self.left, self.right), weights=(share, 1 - share))
            for index, share in enumerate(_SHARES)
            if self.narrowest <= share <= self.widest
        }
        widths = {index: columns.column_widths(width, style) for index, columns in options.items()}
        heights: dict[int, tuple[float, float]] = {}
        while len(heights) < len(options):
            least = {index: _least_height(widths[index], widths, heights) for index in options if index not in heights}
            index = min(least, key=lambda index: (least[index], index))
            if heights and least[index] > min(map(max, heights.values())) + _WORTH:
                break
            left, right = widths[index]
            heights[index] = (
                self.left.laid(left, style, memory).height,
                self.right.laid(right, style, memory).height,
            )
        lowest = min(map(max, heights.values()))
        differences = [
            (abs(left - right), index)
            for index, (left, right) in heights.items()
            if max(left, right) <= lowest + _WORTH
        ]
        return options[min(differences)[1]]


def _least_height(
    pair: tuple[float, ...],
    widths: Mapping[int, tuple[float, ...]],
    heights: Mapping[int, tuple[float, float]],
) -> float:
    """The least height that a pair of widths can have: that of a wider column that is known, 0 without one."""
    return max(
        (
            known[side]
            for index, known in heights.items()
            for side in (0, 1)
            if pair[side] <= widths[index][side]
        ),
        default=0.0,
    )


@value(frozen=True, slots=True)
class TwoColumns(Block):
    """``blocks`` that run down one column and go on in the next, broken where the higher column is lowest."""

    blocks: tuple[Block, ...]
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The two columns; parted between blocks, inside one only where not even the first fits the room."""
        columns = self._columns(width, style, memory).laid(width, style, memory)
        split = partial(latest_split, len(self.blocks), self._parted, width, style, memory)
        return Laid(columns.height, columns.draw, lambda room, fairly=False: split(room) or columns.split(room))

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """Half of the sum of the blocks' estimates."""
        return fsum([block.estimate((width - _GAP) / 2, style, memory) for block in self.blocks]) / 2

    def _columns(self, width: float, style: Style, memory: Memory) -> Columns:
        """The columns with the best break: as all have one width, each block is laid out once to find it."""
        column = self._broken(len(self.blocks)).column_widths(width, style)[0]
        heights = [block.laid(column, style, memory).height for block in self.blocks]
        counts = range(1, len(self.blocks) + 1)
        best = min(counts, key=lambda count: max(_stacked(heights[:count], style), _stacked(heights[count:], style)))
        return self._broken(best)

    def _broken(self, count: int) -> Columns:
        """The columns with so many blocks in the first."""
        right: Block = Stack(self.blocks[count:]) if self.blocks[count:] else Spacer()
        return Columns((Stack(self.blocks[:count]), right), gap=_GAP)

    def _parted(self, kept: int) -> Parts:
        return replace(self, blocks=self.blocks[:kept]), replace(self, blocks=self.blocks[kept:])


def _stacked(heights: Sequence[float], style: Style) -> float:
    """The height of blocks of these heights, one below the other."""
    return fsum(heights) + style.gap * max(0, len(heights) - 1)
