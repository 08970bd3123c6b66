"""A block that is set as large as its own room allows, where the page around it had to be set smaller."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.blocks.block import Block
from docgen.blocks.ladder import first_that_holds
from docgen.blocks.measured import height_of
from docgen.blocks.parting import part
from docgen.blocks.parting import tallest as tallest_of
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class Largest:
    """``block`` at the most generous step of the ladder that holds it in the room it is given.

    It is measured and parted at the page's own step, so that it never makes the page's step a tighter one.
    """

    block: Block

    @property
    def grow(self) -> float:
        """That of the block."""
        return self.block.grow

    def height(self, width: float, style: Style) -> float:
        """The block's height at the page's step."""
        return height_of(self.block, width, style)

    def tallest(self, width: float, style: Style) -> float:
        """The most that the block can fill at the most generous step."""
        return tallest_of(self.block, width, (*style.more_generous(), style)[0])

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """The block parted; each part takes the step of its own room."""
        return self._part(room, width, style, fairly=False)

    def split_fairly(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As :meth:`split`, without a poor part."""
        return self._part(room, width, style, fairly=True)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The block at the step that the height of ``box`` allows."""
        larger = style.more_generous()
        step = first_that_holds(self.block, box.width, box.height, larger)
        return self.block.draw(box, (*larger, style)[step])

    def _part(self, room: float, width: float, style: Style, *, fairly: bool) -> tuple[Block, Block] | None:
        parts = part(self.block, room, width, style, fairly=fairly)
        return None if parts is None else (replace(self, block=parts[0]), replace(self, block=parts[1]))
