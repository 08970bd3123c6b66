"""Two blocks side by side, the border between them where the page is lowest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about
from docgen.layout.style import Style
from docgen.placed import Box, Mark

_RATIOS = (0.5, 0.44, 0.56, 0.37, 0.63, 0.3, 0.7)
# Pages whose heights differ by less than this (points) count as equally low.
_WORTH = 6.0


@dataclass(frozen=True, slots=True)
class Balanced:
    """``left`` and ``right`` in columns whose widths make the taller one as low as can be.

    ``narrowest`` and ``widest`` bound the left column's share of the width.
    """

    left: Block
    right: Block
    narrowest: float = 0.3
    widest: float = 0.7
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The height at the best ratio."""
        return self._best(width, style).height(width, style)

    def about(self, width: float, style: Style) -> float:
        """What the blocks can tell side by side, halfway."""
        return max(about(self.left, width / 2, style), about(self.right, width / 2, style))

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Parted as the columns at the best ratio are."""
        return self._best(width, style).split(room, width, style)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The two columns at the best ratio, over the full height."""
        return self._best(box.width, style).draw(box, style)

    def _best(self, width: float, style: Style) -> Columns:
        return style.once(self, "best", width, lambda: self._found(width, style))

    def _found(self, width: float, style: Style) -> Columns:
        """The columns of the least height; of those that are about as low, the most even pair.

        A column is no lower where it is narrower, so a pair need not be measured that cannot be among the
        lowest: the pair that can still be lowest is always the next.
        """
        options = {
            index: Columns((self.left, self.right), weights=(ratio, 1 - ratio))
            for index, ratio in enumerate(_RATIOS)
            if self.narrowest <= ratio <= self.widest
        }
        widths = {index: columns.column_widths(width, style) for index, columns in options.items()}
        measured: dict[int, tuple[float, float]] = {}
        while len(measured) < len(options):
            least = {index: _least(widths[index], widths, measured) for index in options if index not in measured}
            index = min(least, key=lambda index: (least[index], index))
            if measured and least[index] > min(map(max, measured.values())) + _WORTH:
                break
            left, right = widths[index]
            measured[index] = (height_of(self.left, left, style), height_of(self.right, right, style))
        lowest = min(map(max, measured.values()))
        even = [
            (abs(left - right), index)
            for index, (left, right) in measured.items()
            if max(left, right) <= lowest + _WORTH
        ]
        return options[min(even)[1]]


def _least(
    pair: tuple[float, ...],
    widths: Mapping[int, tuple[float, ...]],
    measured: Mapping[int, tuple[float, float]],
) -> float:
    """The least height that a pair of columns can have, by what is known of wider columns."""
    return max(
        (
            heights[side]
            for index, heights in measured.items()
            for side in (0, 1)
            if pair[side] <= widths[index][side]
        ),
        default=0.0,
    )
