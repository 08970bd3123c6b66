"""Blocks one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.placed.box import ROUNDING, fits


@dataclass(frozen=True, slots=True)
class Stack(Block):
    """Blocks from top to bottom with ``gap`` points between them (None: the style's gap).

    Spare height goes to the blocks that grow, each up to what it can use; with ``in_proportion`` in
    proportion to their heights. A stack parts between its blocks or inside one, and never leaves a block that
    keeps with the next last on a page.
    """

    blocks: tuple[Block, ...]
    gap: float | None = None
    share: float | None = None
    in_proportion: bool = False

    @property
    def grow(self) -> float:
        """``share``, or the largest of the blocks."""
        if self.share is not None:
            return self.share
        return max((block.grow for block in self.blocks), default=0)

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The blocks over the full width: as high as all of them with the gaps between them."""
        gap, laid = self._gap(style), [block.laid(width, style, memory) for block in self.blocks]
        gaps = gap * max(0, len(laid) - 1)
        return Laid(
            sum([each.height for each in laid]) + gaps,
            partial(self._draw, laid, gap),
            partial(self._split, laid, gap),
            sum([each.tallest for each in laid]) + gaps,
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The sum of the blocks' estimates, and the gaps between them."""
        gaps = self._gap(style) * max(0, len(self.blocks) - 1)
        return sum([block.estimate(width, style, memory) for block in self.blocks]) + gaps

    def _gap(self, style: Style) -> float:
        return style.gap if self.gap is None else style.space(self.gap)

    def _draw(self, laid: Sequence[Laid], gap: float, box: Box) -> tuple[Mark, ...]:
        heights = [each.height for each in laid]
        shares = [block.grow for block in self.blocks]
        if self.in_proportion:
            shares = [share * height for share, height in zip(shares, heights, strict=True)]
        spare = box.height - sum(heights) - gap * max(0, len(laid) - 1)
        marks: list[Mark] = []
        y = box.y
        for each, height in zip(laid, grown(heights, [each.tallest for each in laid], shares, spare), strict=True):
            marks.extend(each.draw(Box(box.x, y, box.width, height)))
            y += height + gap
        return tuple(marks)

    def _split(self, laid: Sequence[Laid], gap: float, room: float, fairly: bool = False) -> Parts | None:
        """Parted where the room ends; the first block even poorly, if not ``fairly``, since it starts the page."""
        used = 0.0
        for index, each in enumerate(laid):
            if fits(used + each.height, room):
                used += each.height + gap
                continue
            if room - used > ROUNDING:
                parts = each.split(room - used, fairly or index > 0)
                if parts is not None:
                    return self._parted(index, *parts)
            return self._before(index)
        return None

    def _parted(self, index: int, head: Block, tail: Block) -> Parts:
        before, after = self.blocks[:index], self.blocks[index + 1 :]
        return replace(self, blocks=(*before, head)), replace(self, blocks=(tail, *after))

    def _before(self, index: int) -> Parts | None:
        """Parted before a block and those that keep with it."""
        while index > 0 and self.blocks[index - 1].keep_with_next:
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
    while growing and spare > ROUNDING:
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
