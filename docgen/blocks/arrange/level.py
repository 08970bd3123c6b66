"""A block that is as high as the highest of its neighbours, so that what follows stands on one line."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class Level:
    """The block at ``index`` of ``row``: blocks that stand in columns of one width, on the same line."""

    row: tuple[Block, ...]
    index: int
    grow: float = 0

    def height(self, width: float, style: Style) -> float:
        """The height of the highest block of the row."""
        return max(height_of(block, width, style) for block in self.row)

    def split(self, room: float, width: float, style: Style) -> None:
        """A row stays whole."""
        return None

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The marks of this block alone."""
        return self.row[self.index].draw(box, style)
