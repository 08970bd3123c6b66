"""Blocks that each begin a page, because their content says so."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.layout.style import Style
from docgen.placed import Box, Mark

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class PageBreaks:
    """``parts`` on a page each, all in one style; a part that is too tall goes on on further pages."""

    parts: tuple[Block, ...]
    grow: float = 1

    def height(self, width: float, style: Style) -> float:
        """More than any page has while there is a break to come, so that the break is made."""
        return float("inf") if len(self.parts) > 1 else height_of(self.parts[0], width, style)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """The first part, or as much of it as the room holds, and what comes after it."""
        first, rest = self.parts[0], self.parts[1:]
        if rest and height_of(first, width, style) <= room + _TOLERANCE:
            return first, rest[0] if len(rest) == 1 else PageBreaks(rest)
        halves = first.split(room, width, style)
        if halves is None or not rest:
            return halves
        return halves[0], PageBreaks((halves[1], *rest))

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The first part: where there are several, the others are on the pages after it."""
        return self.parts[0].draw(box, style)
