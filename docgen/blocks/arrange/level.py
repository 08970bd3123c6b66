"""A block that is as high as the highest of its neighbours, so that what follows stands on one line."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.layout.style import Style


@dataclass(frozen=True, slots=True)
class Level(Block):
    """The block at ``index`` of ``row``: blocks that stand in columns of one width, on the same line."""

    row: tuple[Block, ...]
    index: int
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """This block alone, with the height of the highest block of the row."""
        laid = [block.laid(width, style, memory) for block in self.row]
        return Laid(max([each.height for each in laid]), laid[self.index].draw)
