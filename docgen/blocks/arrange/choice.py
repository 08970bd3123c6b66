"""A block that chooses between forms of one content: between sizes, or between arrangements."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from docgen.blocks.arrange.columns import Columns
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.ladder import first_that_holds
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.placed.box import fits
from docgen.value import value


@value(frozen=True, slots=True)
class Largest(Block):
    """``block`` set as large as its own room allows, though the page around it had to be set smaller.

    It is drawn at the most generous step of the ladder that its room holds. Its height is that at the page's
    step, so that it never makes the page's step a tighter one; there it is parted too, and each part is set
    as large as its own room allows.
    """

    block: Block

    @property
    def grow(self) -> float:
        """That of the block."""
        return self.block.grow

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The block at the page's step, which can fill what it can at the most generous one."""
        ladder = (*style.more_generous, style)
        laid, largest = (self.block.laid(width, step, memory) for step in (style, ladder[0]))
        draw, split = partial(self._draw, style, memory), partial(self._split, laid)
        return Laid(laid.height, draw, split, largest.tallest)

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """That of the block."""
        return self.block.estimate(width, style, memory)

    def _draw(self, style: Style, memory: Memory, box: Box) -> tuple[Mark, ...]:
        step = first_that_holds(self.block, box.width, box.height, style.more_generous, memory)
        return self.block.laid(box.width, (*style.more_generous, style)[step], memory).draw(box)

    def _split(self, laid: Laid, room: float, fairly: bool = False) -> Parts | None:
        parts = laid.split(room, fairly)
        return None if parts is None else (replace(self, block=parts[0]), replace(self, block=parts[1]))


@value(frozen=True, slots=True)
class InRowOrBelow(Block):
    """``blocks`` in a row; one below the other where they are given so much height that a row would stand in white."""

    blocks: tuple[Block, ...]

    @property
    def grow(self) -> float:
        """The largest of the blocks."""
        return max((block.grow for block in self.blocks), default=0)

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """As high as the row, and parted as it is."""
        row, below = memory.once(self._row), memory.once(self._below)
        laid, lower = row.laid(width, style, memory), below.laid(width, style, memory)
        draw = partial(self._draw, laid, lower)
        return Laid(laid.height, draw, laid.split, max(laid.tallest, lower.tallest))

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """That of the row."""
        return memory.once(self._row).estimate(width, style, memory)

    def _row(self) -> Block:
        return Columns(self.blocks)

    def _below(self) -> Block:
        return Stack(self.blocks)

    def _draw(self, row: Laid, below: Laid, box: Box) -> tuple[Mark, ...]:
        alone = len(self.blocks) == 1
        return row.draw(box) if alone or not fits(below.height, box.height) else below.draw(box)


@value(frozen=True, slots=True)
class LowestOf(Block):
    """The lowest of several ``arrangements`` of one content; the first where no other is lower by ``worth`` points."""

    arrangements: tuple[Block, ...]
    worth: float = 12
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The arrangement that is chosen at this width."""
        chosen, *others = [block.laid(width, style, memory) for block in self.arrangements]
        for laid in others:
            if laid.height < chosen.height - self.worth:
                chosen = laid
        return Laid(chosen.height, chosen.draw, chosen.split)

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The lowest of the arrangements' estimates."""
        return min([block.estimate(width, style, memory) for block in self.arrangements])
