"""Numbered steps one below the other: number and title at the left, a block at the right, arrows between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import TextItem, paragraphs
from docgen.layout.pack import Stroke
from docgen.layout.style import Style, line
from docgen.placed import Box, ConnectorMark, Glue, Insets, Line, Mark, ShapeMark, TextBody

_FRAME = Stroke(colour="rule", width=0.75)
_ARROW = Line("navy", 1.5)
_NUMBER_WIDTH = 26.0
# Between two steps stands an arrow, which needs room to be seen as one (points).
_GAP, _LEAST_GAP = 20.0, 14.0
_TITLE_INSETS = Insets(10, 8, 8, 8)
_BODY_INSETS = Insets(12, 8, 12, 8)
_TOP, _BOTTOM = 0, 2


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its number as printed, its title, and the block that says what is done."""

    id: str
    number: str
    title: str
    body: Block


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """Steps in rows of the full width; ``share`` is the part of the width that numbers and titles take.

    Spare height goes to all steps alike.
    """

    id: str
    steps: tuple[Step, ...]
    share: float = 0.29
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The steps and the room of the arrows between them."""
        bodies = [step.body.laid(self._body_width(width), style, memory) for step in self.steps]
        heights = [self._height(*pair, width, style) for pair in zip(self.steps, bodies, strict=True)]
        return Laid(
            sum(heights) + self._gap(style) * max(0, len(heights) - 1),
            partial(self._draw, bodies, heights, style),
            partial(latest_split, len(self.steps), self._parted, width, style, memory),
        )

    def _parted(self, kept: int) -> Parts:
        """The parts with so many steps in the head; numbers go on."""
        return replace(self, steps=self.steps[:kept]), replace(self, steps=self.steps[kept:])

    def _height(self, step: Step, body: Laid, width: float, style: Style) -> float:
        edges = style.space(_BODY_INSETS.top) + style.space(_BODY_INSETS.bottom)
        title = style.measure.height(self._title(step, style), self._title_width(width))
        return max(title, body.height + edges)

    def _draw(
        self, bodies: Sequence[Laid], heights: Sequence[float], style: Style, box: Box
    ) -> tuple[Mark, ...]:
        """For each step its number, title, frame and body; then the arrows from title to title."""
        gap = self._gap(style)
        spare = box.height - sum(heights) - gap * max(0, len(heights) - 1)
        more = max(0.0, spare) / max(1, len(heights))
        marks: list[Mark] = []
        titles: list[ShapeMark] = []
        y = box.y
        for step, laid, height in zip(self.steps, bodies, heights, strict=True):
            number, title, frame, body = self._parts(step, laid, Box(box.x, y, box.width, height + more), style)
            marks.extend((number, title, frame, *body))
            titles.append(title)
            y += height + more + gap
        return (*marks, *(self._arrow(upper, lower) for upper, lower in pairwise(titles)))

    def _gap(self, style: Style) -> float:
        return max(_LEAST_GAP, style.space(_GAP))

    def _title_width(self, width: float) -> float:
        return width * self.share - _NUMBER_WIDTH

    def _body_width(self, width: float) -> float:
        return width * (1 - self.share) - _BODY_INSETS.left - _BODY_INSETS.right

    def _parts(
        self, step: Step, body: Laid, box: Box, style: Style
    ) -> tuple[ShapeMark, ShapeMark, ShapeMark, tuple[Mark, ...]]:
        name = f"{self.id}/{step.id}"
        number = Box(box.x, box.y, _NUMBER_WIDTH, box.height)
        title = Box(number.right, box.y, self._title_width(box.width), box.height)
        frame = Box(title.right, box.y, box.right - title.right, box.height)
        top, bottom = style.space(_BODY_INSETS.top), style.space(_BODY_INSETS.bottom)
        inner = Box(
            frame.x + _BODY_INSETS.left,
            frame.y + top,
            self._body_width(box.width),
            frame.height - top - bottom,
        )
        figure = TextBody(
            (style.text("panel_heading").paragraph(step.number, align="center"),), anchor="middle"
        )
        return (
            ShapeMark(f"{name}/number", number, fill="blue", body=figure),
            ShapeMark(f"{name}/title", title, fill="pale_head", body=self._title(step, style)),
            ShapeMark(f"{name}/frame", frame, line=line(_FRAME)),
            body.draw(inner),
        )

    def _title(self, step: Step, style: Style) -> TextBody:
        edge = _TITLE_INSETS
        insets = Insets(edge.left, style.space(edge.top), edge.right, style.space(edge.bottom))
        return TextBody(paragraphs((TextItem(step.title),), style.text("heading"), style.measure), insets, "middle")

    def _arrow(self, upper: ShapeMark, lower: ShapeMark) -> ConnectorMark:
        x = upper.box.x + upper.box.width / 2
        return ConnectorMark(
            f"{lower.id.removesuffix('/title')}/arrow",
            Glue(upper.id, _BOTTOM),
            Glue(lower.id, _TOP),
            ((x, upper.box.bottom), (x, lower.box.y)),
            _ARROW,
            arrow=True,
        )
