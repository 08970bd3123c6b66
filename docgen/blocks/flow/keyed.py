"""A flow with its legend and notes below it: each page's legend shows what occurs on that page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from docgen.blocks.flow.boxes import BoxLook
from docgen.blocks.flow.flow import Flow
from docgen.blocks.measured import height_of
from docgen.blocks.text.legend import LegendBlock, LegendEntry
from docgen.blocks.text.notes import NotesBlock
from docgen.layout.style import Style
from docgen.placed import Box, Mark

_ABOVE_FOOT = 8.0
# The legend's part of the foot where notes stand beside it: the first of those that make the foot lowest; and
# the room between the two (points).
_LEGEND_PARTS = (0.52, 0.62, 0.72)
_BESIDE_NOTES = 10.0


@dataclass(frozen=True, slots=True)
class KeyedFlow:
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

    def height(self, width: float, style: Style) -> float:
        """Flow and foot; infinite where a box asks for a page that it does not begin, so that it is split."""
        if self.flow.columns and self.flow.first_page < len(self.flow.columns[0].boxes):
            return math.inf
        return self.flow.height(width, style) + self._foot_room(width, style)

    def split(self, room: float, width: float, style: Style) -> tuple[KeyedFlow, KeyedFlow] | None:
        """As the flow splits; legend and notes stand on both pages."""
        parts = self.flow.split(room - self._foot_room(width, style), width, style)
        return None if parts is None else (replace(self, flow=parts[0]), replace(self, flow=parts[1]))

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The flow, and its foot along the bottom of ``box``."""
        foot = self._foot_room(box.width, style)
        above = Box(box.x, box.y, box.width, box.height - foot)
        marks = list(self.flow.draw(above, style))
        top = above.bottom + (style.space(_ABOVE_FOOT) if foot else 0.0)
        left = self._notes_start(box.width, style)
        legend, notes = self._legend(style), self._notes(style)
        if legend.entries:
            width = self._legend_width(left)
            marks += legend.draw(Box(box.x, top, width, height_of(legend, width, style)), style)
        if notes.notes:
            right = Box(box.x + left, top, box.width - left, box.bottom - top)
            marks += notes.draw(right, style)
        return tuple(marks)

    def _foot_room(self, width: float, style: Style) -> float:
        height = self._foot_height(width, self._notes_start(width, style), style)
        return height + style.space(_ABOVE_FOOT) if height else 0.0

    def _foot_height(self, width: float, left: float, style: Style) -> float:
        """The height of legend and notes, where the notes begin at ``left``."""
        legend, notes = self._legend(style), self._notes(style)
        return max(
            height_of(legend, self._legend_width(left), style) if legend.entries else 0.0,
            height_of(notes, width - left, style) if notes.notes else 0.0,
        )

    def _notes_start(self, width: float, style: Style) -> float:
        """Where the notes begin; the width of the foot where there are none."""
        if not self.notes:
            return width
        if not self._legend(style).entries:
            return 0.0
        return style.once(self, "notes", width, lambda: self._best_start(width, style))

    def _best_start(self, width: float, style: Style) -> float:
        starts = [width * part for part in _LEGEND_PARTS]
        return min(starts, key=lambda start: self._foot_height(width, start, style))

    def _legend_width(self, notes_start: float) -> float:
        """The legend's width left of notes that begin there."""
        return notes_start - _BESIDE_NOTES if self.notes else notes_start

    def _legend(self, style: Style) -> LegendBlock:
        return style.at_any_step(self, "legend", self._keys)

    def _keys(self) -> LegendBlock:
        boxes = [box for column in self.flow.columns for box in column.boxes]
        found: set[BoxLook | str] = {box.look for box in boxes}
        found |= {sign for box in boxes for sign in box.signs}
        return LegendBlock(f"{self.flow.id}/legend", tuple(entry for key, entry in self.keys if key in found))

    def _notes(self, style: Style) -> NotesBlock:
        return style.at_any_step(self, "notes", lambda: NotesBlock(f"{self.flow.id}/notes", self.notes))
