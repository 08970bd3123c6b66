"""Empty room: it pushes what follows to the foot of the page, or holds a place in a row of columns."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.layout.style import Style


@dataclass(frozen=True, slots=True)
class Spacer(Block):
    """``least`` points of room, which follow the style's spaces, and a share of the spare height."""

    least: float = 0
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """Room without marks."""
        return Laid(style.space(self.least), lambda box: ())
