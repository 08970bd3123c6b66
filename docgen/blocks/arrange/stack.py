"""Blocks one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about, keeps_with_next, part, tallest
from docgen.layout.style import Style
from docgen.placed import Box, Mark

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks from top to bottom with ``gap`` points between them (None: the style's gap).

    Spare height goes to the blocks that grow, each up to what it can use; with ``in_proportion`` in
    proportion to their heights. A stack parts between its blocks or inside one, and never leaves a block that
    keeps with the next last on a page.
    """

    blocks: tuple[Block, ...]
    gap: float | None = None
    share: float | None = None
    in_proportion: bool = False
    keep_with_next: bool = False

    @property
    def grow(self) -> float:
        """``share``, or the largest of the blocks."""
        if self.share is not None:
            return self.share
        return max((block.grow for block in self.blocks), default=0)

    def height(self, width: float, style: Style) -> float:
        """The sum of the blocks and the gaps between them."""
        return sum(height_of(block, width, style) for block in self.blocks) + self._gaps(style)

    def about(self, width: float, style: Style) -> float:
        """The sum of what the blocks can tell, and the gaps between them."""
        return sum([about(block, width, style) for block in self.blocks]) + self._gaps(style)

    def tallest(self, width: float, style: Style) -> float:
        """The sum of what the blocks can fill."""
        return sum(tallest(block, width, style) for block in self.blocks) + self._gaps(style)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Parted where the room ends; the first block is parted even poorly, since it starts the page."""
        return self._part(room, width, style, fairly=False)

    def split_fairly(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Parted where the room ends, without a poor part."""
        return self._part(room, width, style, fairly=True)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The marks of all blocks, each over the full width."""
        heights = [height_of(block, box.width, style) for block in self.blocks]
        limits = [tallest(block, box.width, style) for block in self.blocks]
        shares = [block.grow for block in self.blocks]
        if self.in_proportion:
            shares = [share * height for share, height in zip(shares, heights, strict=True)]
        spare = box.height - sum(heights) - self._gaps(style)
        heights = grown(heights, limits, shares, spare)
        marks: list[Mark] = []
        y = box.y
        for block, height in zip(self.blocks, heights, strict=True):
            marks.extend(block.draw(Box(box.x, y, box.width, height), style))
            y += height + self._gap(style)
        return tuple(marks)

    def _gap(self, style: Style) -> float:
        return style.gap if self.gap is None else style.space(self.gap)

    def _gaps(self, style: Style) -> float:
        return self._gap(style) * max(0, len(self.blocks) - 1)

    def _part(self, room: float, width: float, style: Style, *, fairly: bool) -> tuple[Block, Block] | None:
        used = 0.0
        for index, block in enumerate(self.blocks):
            need = height_of(block, width, style)
            if used + need <= room + _TOLERANCE:
                used += need + self._gap(style)
                continue
            if room - used > _TOLERANCE:
                parts = part(block, room - used, width, style, fairly=fairly or index > 0)
                if parts is not None:
                    return self._parted(index, *parts)
            return self._before(index)
        return None

    def _parted(self, index: int, head: Block, tail: Block) -> tuple[Block, Block]:
        before, after = self.blocks[:index], self.blocks[index + 1 :]
        return replace(self, blocks=(*before, head)), replace(self, blocks=(tail, *after))

    def _before(self, index: int) -> tuple[Block, Block] | None:
        while index > 0 and keeps_with_next(self.blocks[index - 1]):
            index -= 1
        if index == 0:
            return None
        return replace(self, blocks=self.blocks[:index]), replace(self, blocks=self.blocks[index:])


def grown(
    heights: Sequence[float], limits: Sequence[float], shares: Sequence[float], spare: float
) -> list[float]:
    """``heights`` with ``spare`` points given out by ``shares``, none beyond its limit."""
    result = list(heights)
    growing = [index for index, share in enumerate(shares) if share > 0 and limits[index] > result[index]]
    while growing and spare > _TOLERANCE:
        total = sum(shares[index] for index in growing)
        unit = spare / total
        full = [index for index in growing if limits[index] - result[index] <= unit * shares[index]]
        for index in full or growing:
            gift = limits[index] - result[index] if full else unit * shares[index]
            result[index] += gift
            spare -= gift
        if not full:
            break
        growing = [index for index in growing if index not in full]
    return result
