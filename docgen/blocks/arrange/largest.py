"""A block that is set as large as its own room allows, where the page around it had to be set smaller."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.ladder import first_that_holds
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class Largest(Block):
    """``block`` at the most generous step of the ladder that holds it in the room it is given.

    Its height is that at the page's own step, so that it never makes the page's step a tighter one; there it
    is parted too, and each part takes the step of its own room.
    """

    block: Block

    @property
    def grow(self) -> float:
        """That of the block."""
        return self.block.grow

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The block at the page's step, which can fill what it can at the most generous one."""
        ladder = (*style.more_generous, style)
        laid, largest = (self.block.laid(width, at, memory) for at in (style, ladder[0]))
        draw, split = partial(self._draw, style, memory), partial(self._split, laid)
        return Laid(laid.height, draw, split, largest.tallest)

    def _draw(self, style: Style, memory: Memory, box: Box) -> tuple[Mark, ...]:
        step = first_that_holds(self.block, box.width, box.height, style.more_generous, memory)
        return self.block.laid(box.width, (*style.more_generous, style)[step], memory).draw(box)

    def _split(self, laid: Laid, room: float, fairly: bool = False) -> Parts | None:
        parts = laid.split(room, fairly)
        return None if parts is None else (replace(self, block=parts[0]), replace(self, block=parts[1]))
