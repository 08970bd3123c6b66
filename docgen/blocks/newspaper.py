"""Blocks that run down one column and then the next, in order, the columns as equal as can be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.blocks.block import Block
from docgen.blocks.columns import Columns
from docgen.blocks.spacer import Spacer
from docgen.blocks.stack import Stack
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class Newspaper:
    """``blocks`` over two columns: the break between them stands where the taller column is lowest."""

    blocks: tuple[Block, ...]
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """The height of the taller column."""
        return self._columns(width, style).height(width, style)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As many whole blocks as fit the room in the head, the others in the tail."""
        for count in range(len(self.blocks) - 1, 0, -1):
            head = replace(self, blocks=self.blocks[:count])
            if head.height(width, style) <= room:
                return head, replace(self, blocks=self.blocks[count:])
        return self._columns(width, style).split(room, width, style)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The columns over the full height."""
        return self._columns(box.width, style).draw(box, style)

    def _columns(self, width: float, style: Style) -> Columns:
        options = [self._broken(count) for count in range(1, len(self.blocks) + 1)]
        return min(options, key=lambda columns: columns.height(width, style))

    def _broken(self, count: int) -> Columns:
        right: Block = Stack(self.blocks[count:]) if self.blocks[count:] else Spacer()
        return Columns((Stack(self.blocks[:count]), right), gap=20)
