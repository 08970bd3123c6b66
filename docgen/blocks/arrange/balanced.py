"""Two blocks side by side, the border between them where the page is lowest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.layout.style import Style

_RATIOS = (0.5, 0.44, 0.56, 0.37, 0.63, 0.3, 0.7)
# Pages whose heights differ by less than this (points) count as equally low.
_WORTH = 6.0


@dataclass(frozen=True, slots=True)
class Balanced(Block):
    """``left`` and ``right`` in columns whose widths make the taller one as low as can be.

    ``narrowest`` and ``widest`` bound the left column's share of the width.
    """

    left: Block
    right: Block
    narrowest: float = 0.3
    widest: float = 0.7
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The columns at the best ratio."""
        best = self._best(width, style, memory).laid(width, style, memory)
        return Laid(best.height, best.draw, best.split)

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The higher of the blocks' estimates, each over half of the width."""
        return max([block.estimate(width / 2, style, memory) for block in (self.left, self.right)])

    def _best(self, width: float, style: Style, memory: Memory) -> Columns:
        """The columns of the least height; of those that are about as low, the most even pair.

        A column is no lower where it is narrower, so a pair need not be laid out that cannot be among the
        lowest: the pair that can still be lowest is always the next.
        """
        options = {
            index: Columns((self.left, self.right), weights=(ratio, 1 - ratio))
            for index, ratio in enumerate(_RATIOS)
            if self.narrowest <= ratio <= self.widest
        }
        widths = {index: columns.column_widths(width, style) for index, columns in options.items()}
        heights: dict[int, tuple[float, float]] = {}
        while len(heights) < len(options):
            least = {index: _least(widths[index], widths, heights) for index in options if index not in heights}
            index = min(least, key=lambda index: (least[index], index))
            if heights and least[index] > min(map(max, heights.values())) + _WORTH:
                break
            left, right = widths[index]
            heights[index] = (
                self.left.laid(left, style, memory).height,
                self.right.laid(right, style, memory).height,
            )
        lowest = min(map(max, heights.values()))
        even = [
            (abs(left - right), index)
            for index, (left, right) in heights.items()
            if max(left, right) <= lowest + _WORTH
        ]
        return options[min(even)[1]]


def _least(
    pair: tuple[float, ...],
    widths: Mapping[int, tuple[float, ...]],
    heights: Mapping[int, tuple[float, float]],
) -> float:
    """The least height that a pair of columns can have, by what is known of wider columns."""
    return max(
        (
            known[side]
            for index, known in heights.items()
            for side in (0, 1)
            if pair[side] <= widths[index][side]
        ),
        default=0.0,
    )
