"""One content in several arrangements, of which the lowest is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.layout.style import Style


@dataclass(frozen=True, slots=True)
class Lowest(Block):
    """``arrangements`` of the same content; the first wins where none is lower by ``worth`` points."""

    arrangements: tuple[Block, ...]
    worth: float = 12
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The chosen arrangement."""
        chosen, *others = [block.laid(width, style, memory) for block in self.arrangements]
        for laid in others:
            if laid.height < chosen.height - self.worth:
                chosen = laid
        return Laid(chosen.height, chosen.draw, chosen.split)

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The lowest of the arrangements' estimates."""
        return min([block.estimate(width, style, memory) for block in self.arrangements])
