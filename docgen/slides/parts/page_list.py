"""A list of pages with their numbers, which are links, in one column or two beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import fsum
from typing import NamedTuple

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.layout.style import Style, TextStyle, line
from docgen.placed import Box, Insets, Line, Mark, Paragraph, Run, TableCell, TableMark, TableRow, TextBody
from docgen.ready import ContentsEntry
from docgen.value import value
from docgen.with_fields import with_fields

# Between the columns, and before a page's number.
_GAP, _BEFORE_NUMBER = 18.0, 8.0
_INSET_Y = 1.5
# A longer list stands in two columns.
_ONE_COLUMN = 12
_MOST_ROW_HEIGHT = 24.0
# A title's topic ends with the first; a remark in it begins with the second.
_TOPIC_END, _REMARK = "｜", "（"
# The digits for which a number has room.
_DIGITS = "000"


class _Column(NamedTuple):
    """The entries of a column, with the heights that their rows need."""

    entries: tuple[ContentsEntry, ...]
    heights: tuple[float, ...]


@value(frozen=True, slots=True)
class PageList(Block):
    """Entries down one column or two, in the colour of a ``role`` on whose ground they stand.

    Each column is a native table with rows of its own: those of one line are equally high in both.
    """

    id: str
    entries: tuple[ContentsEntry, ...]
    role: str
    alt: str
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """As high as the higher column; parted between two entries."""
        columns = self._columns(width, style)
        return Laid(
            max([fsum(column.heights) for column in columns]),
            partial(self._draw, columns, style),
            partial(latest_split, len(self.entries), self._parted, width, style, memory),
        )

    def _columns(self, width: float, style: Style) -> tuple[_Column, ...]:
        """The columns, broken where the higher is lowest."""
        count = 1 if len(self.entries) <= _ONE_COLUMN else 2
        room = self._widths(count, width, style)[0]
        heights = tuple([style.measure.height(self._text(entry, room, style), room, "cell") for entry in self.entries])
        if count == 1:
            return (_Column(self.entries, heights),)
        places = range(len(heights) - 1, 0, -1)
        end = min(places, key=lambda place: max(fsum(heights[:place]), fsum(heights[place:])))
        return _Column(self.entries[:end], heights[:end]), _Column(self.entries[end:], heights[end:])

    def _widths(self, columns: int, width: float, style: Style) -> tuple[float, float]:
        """The widths of the titles and of the numbers in each of so many columns."""
        number = style.measure.runs_width(self._look(style).runs(_DIGITS)) + _BEFORE_NUMBER
        return (width - _GAP * (columns - 1)) / columns - number, number

    def _parted(self, kept: int) -> Parts:
        return with_fields(self, entries=self.entries[:kept]), with_fields(self, entries=self.entries[kept:])

    def _draw(self, columns: Sequence[_Column], style: Style, box: Box) -> tuple[Mark, ...]:
        """All rows higher by as much as the fuller column has room for."""
        spare = min([(box.height - fsum(column.heights)) / len(column.heights) for column in columns])
        lowest = min([min(column.heights) for column in columns])
        more = max(0.0, min(spare, _MOST_ROW_HEIGHT - lowest))
        widths = self._widths(len(columns), box.width, style)
        marks: list[Mark] = []
        for number, column in enumerate(columns, start=1):
            heights = [height + more for height in column.heights]
            rows = tuple(
                TableRow(self._cells(entry, widths[0], style), height)
                for entry, height in zip(column.entries, heights, strict=True)
            )
            identifier = self.id if len(columns) == 1 else f"{self.id}/{number}"
            place = Box(box.x + (number - 1) * (fsum(widths) + _GAP), box.y, fsum(widths), fsum(heights))
            marks.append(TableMark(identifier, place, widths, rows, alt=self.alt))
        return tuple(marks)

    def _cells(self, entry: ContentsEntry, room: float, style: Style) -> tuple[TableCell, ...]:
        rule = line(style.table.rule) or Line("rule")
        bodies = self._text(entry, room, style), self._number(entry, style)
        return tuple([TableCell(body, bottom=rule) for body in bodies])

    def _look(self, style: Style) -> TextStyle:
        return with_fields(style.text("table_body"), colour=style.text(self.role).colour, bold=False)

    def _text(self, entry: ContentsEntry, room: float, style: Style) -> TextBody:
        """A title; it is a link where it has one line: programs set a link of several lower than other text."""
        look = self._look(style)
        paragraph = Paragraph(look.runs(entry.text), look.pitch)
        lines = style.measure.line_count(paragraph, room, "cell")
        if lines == 1:
            paragraph = with_fields(paragraph, runs=tuple(with_fields(run, link=entry.slide) for run in paragraph.runs))
        elif lines == 2:
            paragraph = _in_parts(paragraph, room, style)
        return TextBody((paragraph,), self._insets(style, right=0), "middle")

    def _number(self, entry: ContentsEntry, style: Style) -> TextBody:
        number = page_number(entry.slide, self._look(style))
        return TextBody((number,), self._insets(style, right=2), "middle")

    @staticmethod
    def _insets(style: Style, right: float) -> Insets:
        return Insets(0, style.space(_INSET_Y), right, style.space(_INSET_Y))


def _in_parts(paragraph: Paragraph, room: float, style: Style) -> Paragraph:
    """A title of two lines with a line for each of its parts, where it has parts that fit."""
    text = "".join([run.text for run in paragraph.runs])
    for place in (text.rfind(_TOPIC_END) + 1, text.rfind(_REMARK)):
        broken = with_fields(paragraph, breaks=(place,))
        if 0 < place < len(text) and style.measure.line_count(broken, room, "cell") == 2:
            return broken
    return paragraph


def page_number(slide: str, look: TextStyle) -> Paragraph:
    """The number of a slide's page, a link to it, at the right; it is filled in when the pages are counted."""
    run = Run(_DIGITS, look.size, look.bold, look.colour, look.font, link=slide, page_of=slide)
    return Paragraph((run,), look.pitch, "right")
