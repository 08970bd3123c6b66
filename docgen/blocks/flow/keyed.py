"""A flow with its legend and notes below it: each page's legend shows what occurs on that page."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

from docgen.blocks.arrange.choice import LowestOf
from docgen.blocks.arrange.columns import Columns
from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.flow.boxes import BoxLook
from docgen.blocks.flow.flow import Flow
from docgen.blocks.memory import Memory
from docgen.blocks.text.legend import LegendBlock, LegendEntry
from docgen.blocks.text.notes import NotesBlock
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.value import value

_ABOVE_FOOT = 8.0
# The legend's part of the foot where notes stand beside it: the first of those that make the foot lowest; and
# the room between the two (points).
_LEGEND_PARTS = (0.52, 0.62, 0.72)
_BESIDE_NOTES = 10.0


@value(frozen=True, slots=True)
class KeyedFlow(Block):
    """A flow over a foot with a legend of its boxes' looks at the left and notes at the right.

    ``keys`` pairs looks of boxes, or signs that boxes carry, with their entries, in the legend's order; only
    those that occur are shown. Where the flow goes on on another page, that page has a legend of its own
    and the same notes.
    """

    flow: Flow
    keys: tuple[tuple[BoxLook | str, LegendEntry], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def grow(self) -> float:
        """The flow takes all the height that is left."""
        return self.flow.grow

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """Flow and foot; infinite where a box asks for a page that it does not begin, so that it is split."""
        foot = memory.once(self._foot, width).laid(width, style, memory)
        above = style.space(_ABOVE_FOOT) if foot.height else 0.0
        room = foot.height + above
        full = self.flow.columns and self.flow.first_page < len(self.flow.columns[0].boxes)
        return Laid(
            math.inf if full else self.flow.laid(width, style, memory).height + room,
            partial(self._draw, foot, above, style, memory),
            partial(self._split, room, width, style, memory),
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """About the height of the flow, and no less than flow and foot need."""
        return max(self.flow.estimate(width, style, memory), self.at_least(width, style, memory))

    def at_least(self, width: float, style: Style, memory: Memory) -> float:
        """What the flow is never below, and the foot."""
        foot = memory.once(self._foot, width).laid(width, style, memory).height
        above = style.space(_ABOVE_FOOT) if foot else 0.0
        return self.flow.at_least(width, style, memory) + foot + above

    def _foot(self, width: float) -> Block:
        boxes = [box for column in self.flow.columns for box in column.boxes]
        shown: set[BoxLook | str] = {box.look for box in boxes}
        shown |= {sign for box in boxes for sign in box.signs}
        legend = LegendBlock(f"{self.flow.id}/legend", tuple(entry for key, entry in self.keys if key in shown))
        notes = NotesBlock(f"{self.flow.id}/notes", self.notes)
        if not self.notes:
            return legend
        if not legend.entries:
            return notes
        starts = [width * part for part in _LEGEND_PARTS]
        return LowestOf(
            tuple(
                Columns((legend, notes), widths=(start - _BESIDE_NOTES, None), gap=_BESIDE_NOTES)
                for start in starts
            ),
            worth=0,
        )

    def _draw(self, foot: Laid, above: float, style: Style, memory: Memory, box: Box) -> tuple[Mark, ...]:
        """The flow, and its foot along the bottom of ``box``."""
        over = Box(box.x, box.y, box.width, box.height - (foot.height + above))
        flow = self.flow.laid(box.width, style, memory)
        return (*flow.draw(over), *foot.draw(Box(box.x, over.bottom + above, box.width, foot.height)))

    def _split(
        self, foot: float, width: float, style: Style, memory: Memory, room: float, fairly: bool = False
    ) -> Parts | None:
        """As the flow is parted; legend and notes stand on both pages."""
        parts = self.flow.parted(width, style, memory, room - foot)
        return None if parts is None else (replace(self, flow=parts[0]), replace(self, flow=parts[1]))
