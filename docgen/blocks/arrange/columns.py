"""Blocks side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.blocks.arrange.spacer import Spacer
from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about, part, tallest
from docgen.layout.style import Style
from docgen.placed import Box, Mark

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks from left to right with the same top and height and ``gap`` points between them.

    ``widths`` fixes columns in points (None for one that takes a share); the rest is shared out by
    ``weights`` (equal where there are none). ``gap`` None is the pack's gap, which does
    not follow the ladder, so that columns keep their places from page to page.
    """

    blocks: tuple[Block, ...]
    weights: tuple[float, ...] = ()
    widths: tuple[float | None, ...] = ()
    gap: float | None = None
    share: float | None = None
    keep_with_next: bool = False

    @property
    def grow(self) -> float:
        """``share``, or the largest of the blocks."""
        if self.share is not None:
            return self.share
        return max((block.grow for block in self.blocks), default=0)

    def column_widths(self, width: float, style: Style) -> tuple[float, ...]:
        """The width of each column in points."""
        count = len(self.blocks)
        fixed = self.widths or (None,) * count
        weights = self.weights or (1.0,) * count
        taken = sum(known for known in fixed if known is not None) + self._gap(style) * max(0, count - 1)
        total = sum(weight for weight, known in zip(weights, fixed, strict=True) if known is None)
        unit = max(0.0, width - taken) / total if total else 0.0
        return tuple(
            weight * unit if known is None else known for weight, known in zip(weights, fixed, strict=True)
        )

    def height(self, width: float, style: Style) -> float:
        """The height of the tallest column."""
        pairs = zip(self.blocks, self.column_widths(width, style), strict=True)
        return max((height_of(block, column, style) for block, column in pairs), default=0)

    def about(self, width: float, style: Style) -> float:
        """The most that a column can tell."""
        pairs = zip(self.blocks, self.column_widths(width, style), strict=True)
        return max((about(block, column, style) for block, column in pairs), default=0)

    def tallest(self, width: float, style: Style) -> float:
        """What the most growing column can fill, and no less than the height."""
        pairs = zip(self.blocks, self.column_widths(width, style), strict=True)
        return max((tallest(block, column, style) for block, column in pairs), default=0)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Every column that is too tall parted; a column that fits stays whole in the head."""
        return self._part(room, width, style, fairly=False)

    def split_fairly(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As :meth:`split`, without a poor part."""
        return self._part(room, width, style, fairly=True)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The marks of all columns, each over the full height."""
        marks: list[Mark] = []
        x = box.x
        for block, width in zip(self.blocks, self.column_widths(box.width, style), strict=True):
            marks.extend(block.draw(Box(x, box.y, width, box.height), style))
            x += width + self._gap(style)
        return tuple(marks)

    def _gap(self, style: Style) -> float:
        return style.pack.gap if self.gap is None else self.gap

    def _part(self, room: float, width: float, style: Style, *, fairly: bool) -> tuple[Block, Block] | None:
        heads: list[Block] = []
        tails: list[Block] = []
        for block, column in zip(self.blocks, self.column_widths(width, style), strict=True):
            if height_of(block, column, style) <= room + _TOLERANCE:
                heads.append(block)
                tails.append(Spacer())
                continue
            parts = part(block, room, column, style, fairly=fairly)
            if parts is None:
                return None
            heads.append(parts[0])
            tails.append(parts[1])
        if all(isinstance(tail, Spacer) for tail in tails):
            return None
        return replace(self, blocks=tuple(heads)), replace(self, blocks=tuple(tails))
