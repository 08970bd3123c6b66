"""One content in several arrangements, of which the lowest is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class Lowest:
    """``arrangements`` of the same content; the first wins where none is lower by ``worth`` points."""

    arrangements: tuple[Block, ...]
    worth: float = 12
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The height of the chosen arrangement."""
        return self._chosen(width, style).height(width, style)

    def about(self, width: float, style: Style) -> float:
        """The least that an arrangement can tell."""
        return min(about(block, width, style) for block in self.arrangements)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """The chosen arrangement parted."""
        return self._chosen(width, style).split(room, width, style)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The chosen arrangement."""
        return self._chosen(box.width, style).draw(box, style)

    def _chosen(self, width: float, style: Style) -> Block:
        chosen, lowest = self.arrangements[0], height_of(self.arrangements[0], width, style)
        for block in self.arrangements[1:]:
            height = height_of(block, width, style)
            if height < lowest - self.worth:
                chosen, lowest = block, height
        return chosen
