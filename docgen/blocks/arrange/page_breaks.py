"""Blocks that each begin a page, because their content says so."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed.box import fits


@dataclass(frozen=True, slots=True)
class PageBreaks(Block):
    """``parts`` on a page each, all in one style; a part that is too tall goes on on further pages."""

    parts: tuple[Block, ...]
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The first part; higher than any page while there is a break to come, so that the break is made."""
        first = self.parts[0].laid(width, style, memory)
        height = math.inf if len(self.parts) > 1 else first.height
        return Laid(height, first.draw, partial(self._split, first))

    def _split(self, first: Laid, room: float, fairly: bool = False) -> Parts | None:
        """The first part, or as much of it as the room holds, and what comes after it."""
        rest = self.parts[1:]
        if rest and fits(first.height, room):
            return self.parts[0], rest[0] if len(rest) == 1 else PageBreaks(rest)
        halves = first.split(room)
        if halves is None or not rest:
            return halves
        return halves[0], PageBreaks((halves[1], *rest))
