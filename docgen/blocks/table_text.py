"""The text of a table cell, ready to be measured: paragraphs, insets, and how wide it would like to be.

Cells are measured at every step of the ladder and at many widths, but set only once: their paragraphs are
made where lines are counted and when the table is drawn.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

from docgen.blocks.items import TextItem, item_paragraph
from docgen.layout.style import TextStyle
from docgen.placed import Align, Anchor, Insets, Paragraph, TextBody
from docgen.typeset.fonts import Fonts
from docgen.typeset.measure import most_lines

# Room beyond the widths of the characters that line breaking is given as a reserve (em).
RESERVE = 0.6
# Width kept free when lines are counted, so that a cell has no more lines than were counted (em).
SAFETY = 0.25
# What a line may be shorter than its room and than its longest unbreakable part (em), SAFETY included.
_SHORTER = 2.5
# Programs place lines and rows on a grid of a hundredth of a millimetre (points).
GRID = 72 / 2540



class Extent(NamedTuple):
    """A paragraph as the search for widths sees it: its explicit lines' natural widths, pitch and em.

    ``natural`` is the widest of ``parts``; ``around`` is the indent and the reserve beside each line.
    """

    parts: tuple[float, ...]
    natural: float
    around: float
    pitch: float
    em: float


class TextSource(NamedTuple):
    """What a cell's paragraphs are made of: its items, how they look, and what stands around them.

    ``more`` are paragraphs after the items; ``link`` leads from all of it.
    """

    items: tuple[TextItem, ...]
    look: TextStyle
    insets: Insets
    anchor: Anchor
    more: tuple[Paragraph, ...]
    link: str | None
    fonts: Fonts

    @property
    def length(self) -> int:
        """The number of paragraphs."""
        return len(self.items) + len(self.more)

    def paragraph(self, index: int, align: Align) -> Paragraph:
        """One of the paragraphs; no space follows the last item."""
        if index < len(self.items):
            after = self.look.after if index + 1 < len(self.items) else 0
            made = item_paragraph(self.items[index], self.look, self.fonts, align, after)
        else:
            made = replace(self.more[index - len(self.items)], align=align)
        return _linked(made, self.link) if self.link else made

    def body(self, align: Align) -> TextBody:
        """All of them as a text body."""
        made = tuple([self.paragraph(index, align) for index in range(self.length)])
        return TextBody(made, self.insets, self.anchor)


class CellText(NamedTuple):
    """The text of a cell, wherever it stands, and what the search for widths needs to know of it.

    ``across`` and ``down`` are the insets and spaces around its lines; ``least`` is the width of its
    longest unbreakable part, ``wanted`` the one that keeps a short text on one line, ``unbroken`` the one at
    which no explicit line breaks, ``low`` the height there; insets included. ``decimal`` is how far its text
    stops short of the column's longest decimals, and how wide the column's numbers are together; all in points.
    """

    source: TextSource
    fill: str | None
    align: Align
    extents: tuple[Extent, ...]
    across: float
    down: float
    low: float
    least: float
    wanted: float
    unbroken: float
    decimal: tuple[float, float] | None = None

    @property
    def body(self) -> TextBody:
        """The text as it is set."""
        return self.source.body(self.align)

    def settled(self, width: float) -> bool:
        """Whether no explicit line breaks at this width or any above it, by the estimate."""
        if width >= self.unbroken:
            return True
        room = width - self.across
        return all(each.natural - 0.01 <= max(each.em, room - each.around) for each in self.extents)

    def most(self, width: float) -> float:
        """What the cell is no higher than at this width, without breaking lines.

        A line that is not its text's last ends where an unbreakable part does not fit any more, so it is
        shorter than the room by that part at the most, and by what else ends a line early.
        """
        if width >= self.unbroken:
            return self.low
        total, inside = self.down, width - self.least
        for parts, _, _, pitch, em in self.extents:
            room = inside - _SHORTER * em
            if room < em:
                return math.inf
            lines = sum([part // room + 1 for part in parts])
            total += lines * on_grid(pitch)
        return total

    def height(self, width: float) -> float:
        """How high the cell is at this width."""
        if width >= self.unbroken:
            return self.low
        total, room = self.down, width - self.across
        for index, extent in enumerate(self.extents):
            lines = len(extent.parts)
            if extent.natural + extent.around > room:
                paragraph, fonts = self.source.paragraph(index, self.align), self.source.fonts
                # A narrower room does not always mean more lines: a bracket moves on and the next line fills up.
                lines = most_lines(paragraph, (room, room - SAFETY * extent.em), fonts, "cell")
            total += lines * on_grid(extent.pitch)
        return total


class PlacedText(NamedTuple):
    """A cell's text at its place in the grid. Cells that hold the same share one text."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: CellText


def on_grid(length: float) -> float:
    """A length in points as it is drawn: rounded to the grid."""
    return round(length / GRID) * GRID if length else 0.0


def _linked(paragraph: Paragraph, link: str) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))
