"""Blocks one below the other, the empty room between them, and blocks that each begin a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.layout.style import GAP_STEP, Style
from docgen.placed import Box, Mark
from docgen.placed.box import ROUNDING, fits
from docgen.value import value


@value(frozen=True, slots=True)
class Stack(Block):
    """Blocks from top to bottom with ``gap`` points between them (None: the style's gap).

    Spare height goes to the gaps, up to ``apart`` points each in steps of six, and then to the blocks that grow, each up
    to what it can use; with ``in_proportion`` in proportion to their heights. A stack parts between its blocks or inside
    one, and never leaves a block that keeps with the next last on a page.
    """

    blocks: tuple[Block, ...]
    gap: float | None = None
    share: float | None = None
    in_proportion: bool = False
    apart: float = 0

    @property
    def grow(self) -> float:
        """``share``, or the largest of the blocks."""
        if self.share is not None:
            return self.share
        return max((block.grow for block in self.blocks), default=0)

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The blocks over the full width: as high as all of them with the gaps between them."""
        gap, children = self._gap(style), [block.laid(width, style, memory) for block in self.blocks]
        gaps = gap * max(0, len(children) - 1)
        return Laid(
            fsum([child.height for child in children]) + gaps,
            partial(self._draw, children, gap),
            partial(self._split, children, gap),
            fsum([child.tallest for child in children]) + gaps,
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The sum of the blocks' estimates, and the gaps between them."""
        gaps = self._gap(style) * max(0, len(self.blocks) - 1)
        return fsum([block.estimate(width, style, memory) for block in self.blocks]) + gaps

    def at_least(self, width: float, style: Style, memory: Memory) -> float:
        """What the blocks are never below together, and the gaps between them."""
        gaps = self._gap(style) * max(0, len(self.blocks) - 1)
        return fsum([block.at_least(width, style, memory) for block in self.blocks]) + gaps

    def _gap(self, style: Style) -> float:
        return style.gap if self.gap is None else style.gap_near(self.gap)

    def _draw(self, children: Sequence[Laid], gap: float, box: Box) -> tuple[Mark, ...]:
        heights, limits = [child.height for child in children], [child.tallest for child in children]
        shares = [block.grow for block in self.blocks]
        if self.in_proportion:
            shares = [share * height for share, height in zip(shares, heights, strict=True)]
        gaps = max(0, len(children) - 1)
        spare = box.height - fsum(heights) - gap * gaps
        if gaps and self.apart:
            more = max(0.0, min(self.apart, spare / gaps) // GAP_STEP * GAP_STEP)
            gap, spare = gap + more, spare - more * gaps
        marks: list[Mark] = []
        y = box.y
        for child, height in zip(children, grown(heights, limits, shares, spare), strict=True):
            marks.extend(child.draw(Box(box.x, y, box.width, height)))
            y += height + gap
        return tuple(marks)

    def _split(self, children: Sequence[Laid], gap: float, room: float, fairly: bool = False) -> Parts | None:
        """Parted where the room ends. The first block starts the page: unless ``fairly``, it is parted even poorly."""
        used = 0.0
        for index, child in enumerate(children):
            if fits(used + child.height, room):
                used += child.height + gap
                continue
            if room - used > ROUNDING:
                parts = child.split(room - used, fairly or index > 0)
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


@value(frozen=True, slots=True)
class Spacer(Block):
    """``least`` points of room, which follow the style's spaces, and a share of the spare height."""

    least: float = 0
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """Room without marks."""
        return Laid(style.space(self.least), lambda box: ())


@value(frozen=True, slots=True)
class PageBreaks(Block):
    """``parts`` on a page each, all in one style; a part that is too tall goes on on further pages."""

    parts: tuple[Block, ...]
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The first part; higher than any page while there is a break to come, so that the break is made."""
        first = self.parts[0].laid(width, style, memory)
        height = math.inf if len(self.parts) > 1 else first.height
        return Laid(height, first.draw, partial(self._split, first))

    def _split(self, first: Laid, room: float, fairly: bool = False) -> Parts | None:
        """The first part, or as much of it as the room holds, and what comes after it."""
        rest = self.parts[1:]
        if rest and fits(first.height, room):
            return self.parts[0], rest[0] if len(rest) == 1 else PageBreaks(rest)
        halves = first.split(room)
        if halves is None or not rest:
            return halves
        return halves[0], PageBreaks((halves[1], *rest))


def grown(
    lengths: Sequence[float], limits: Sequence[float], shares: Sequence[float], spare: float
) -> list[float]:
    """``lengths`` with ``spare`` points given out by ``shares``, none beyond its limit.

    >>> grown([10, 10], limits=[12, 100], shares=[1, 1], spare=10)
    [12, 18.0]
    """
    result = list(lengths)
    growing = [index for index, share in enumerate(shares) if share > 0 and limits[index] > result[index]]
    while growing and spare > ROUNDING:
        unit = spare / fsum([shares[index] for index in growing])
        full = [index for index in growing if limits[index] - result[index] <= unit * shares[index]]
        for index in full or growing:
            gift = limits[index] - result[index] if full else unit * shares[index]
            result[index] += gift
            spare -= gift
        if not full:
            break
        growing = [index for index in growing if index not in full]
    return result
