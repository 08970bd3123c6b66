"""Numbered steps one below the other: number and title at the left, a block at the right, arrows between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.arrange.panel import Panel
from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.layout.style import Style
from docgen.placed import Box, ConnectorMark, Glue, Insets, Line, Mark, ShapeMark, TextBody
from docgen.value import value

_ARROW = Line("navy", 1.5)
_NUMBER_WIDTH = 26.0
# Between two steps stands an arrow: long enough to be seen as one, and no longer (points).
_GAP, _LEAST_GAP, _MOST_GAP = 20.0, 18.0, 30.0
_TITLE_INSETS = Insets(10, 8, 8, 8)
_BODY_INSETS = Insets(12, 8, 12, 8)
# The connection sites of a title's shape.
_TOP, _BOTTOM = 0, 2

_Row = tuple[Laid, Laid]
"""The title of a step and its body in a frame, side by side."""


@value(frozen=True, slots=True)
class Step:
    """A step: its number as printed, its title, and the block that says what is done."""

    id: str
    number: str
    title: str
    body: Block


@value(frozen=True, slots=True)
class Steps(Block):
    """Steps in rows of the full width; ``share`` is the part of the width that numbers and titles take.

    Spare height goes to all steps alike.
    """

    id: str
    steps: tuple[Step, ...]
    share: float = 0.29
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The steps with the room of the arrows between them; parted between two steps."""
        rows = [self._row(step, width, style, memory) for step in self.steps]
        heights = [max(title.height, body.height) for title, body in rows]
        gap = min(_MOST_GAP, max(_LEAST_GAP, style.gap_near(_GAP)))
        return Laid(
            fsum(heights) + gap * max(0, len(heights) - 1),
            partial(self._draw, rows, heights, gap, style),
            partial(latest_split, len(self.steps), self._parted, width, style, memory),
        )

    def _row(self, step: Step, width: float, style: Style, memory: Memory) -> _Row:
        name, left = f"{self.id}/{step.id}", width * self.share
        items = (TextItem(step.title),)
        title = TextBlock(f"{name}/title", items, "heading", anchor="middle", fill="pale_head", insets=_TITLE_INSETS)
        body = Panel(name, "", step.body, insets=_BODY_INSETS)
        return title.laid(left - _NUMBER_WIDTH, style, memory), body.laid(width - left, style, memory)

    def _parted(self, kept: int) -> Parts:
        """The parts with so many steps in the head; numbers go on."""
        return replace(self, steps=self.steps[:kept]), replace(self, steps=self.steps[kept:])

    def _draw(
        self, rows: Sequence[_Row], heights: Sequence[float], gap: float, style: Style, box: Box
    ) -> tuple[Mark, ...]:
        """For each step its number, title, frame and body; then the arrows from title to title."""
        spare = box.height - fsum(heights) - gap * max(0, len(heights) - 1)
        more = max(0.0, spare) / max(1, len(heights))
        left = box.width * self.share
        marks: list[Mark] = []
        arrows: list[ConnectorMark] = []
        y = box.y
        for index, (step, (title, body), height) in enumerate(zip(self.steps, rows, heights, strict=True)):
            row = Box(box.x, y, _NUMBER_WIDTH, height + more)
            marks.append(self._number(step, row, style))
            marks += title.draw(Box(row.right, y, left - _NUMBER_WIDTH, row.height))
            marks += body.draw(Box(box.x + left, y, box.width - left, row.height))
            if index:
                middle = row.right + (left - _NUMBER_WIDTH) / 2
                arrows.append(self._arrow(self.steps[index - 1], step, middle, y - gap, y))
            y += row.height + gap
        return (*marks, *arrows)

    def _number(self, step: Step, place: Box, style: Style) -> ShapeMark:
        paragraph = style.text("panel_heading").paragraph(step.number, align="center")
        return ShapeMark(
            f"{self.id}/{step.id}/number", place, fill="blue", body=TextBody((paragraph,), anchor="middle")
        )

    def _arrow(self, upper: Step, lower: Step, x: float, start: float, end: float) -> ConnectorMark:
        name = f"{self.id}/{lower.id}"
        begin = Glue(f"{self.id}/{upper.id}/title", _BOTTOM)
        return ConnectorMark(
            f"{name}/arrow", begin, Glue(f"{name}/title", _TOP), ((x, start), (x, end)), _ARROW, arrow=True
        )
