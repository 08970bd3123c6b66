"""A list of pages with their numbers, which are links, in one column or two beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import ceil, fsum

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.layout.style import Style, TextStyle, line
from docgen.placed import Box, Insets, Line, Mark, Paragraph, Run, TableCell, TableMark, TableRow, TextBody
from docgen.ready import ContentsEntry
from docgen.value import value

_NUMBER_WIDTH, _GAP = 30.0, 24.0
_INSET_Y = 1.5
# A longer list stands in two columns.
_ONE_COLUMN = 12
_MOST_ROW_HEIGHT = 24.0


@value(frozen=True, slots=True)
class PageList(Block):
    """Entries down the columns of a native table, in the colour of a ``role`` on whose ground they stand."""

    id: str
    entries: tuple[ContentsEntry, ...]
    role: str
    alt: str
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native table; parted between two entries."""
        columns = 1 if len(self.entries) <= _ONE_COLUMN else 2
        heights = self._heights(columns, width, style)
        return Laid(
            fsum(heights),
            partial(self._draw, columns, heights, style),
            partial(latest_split, len(self.entries), self._parted, width, style, memory),
        )

    def _heights(self, columns: int, width: float, style: Style) -> list[float]:
        """The heights of the rows in so many columns."""
        room = self._widths(columns, width)[0]
        heights = [style.measure.height(self._text(entry, room, style), room, "cell") for entry in self.entries]
        rows = ceil(len(heights) / columns)
        return [max(heights[row::rows]) for row in range(rows)]

    @staticmethod
    def _widths(columns: int, width: float) -> list[float]:
        """The widths of a table's columns: of titles and numbers, and of the gaps between."""
        title = (width - _GAP * (columns - 1)) / columns - _NUMBER_WIDTH
        return [title, _NUMBER_WIDTH, *[_GAP, title, _NUMBER_WIDTH] * (columns - 1)]

    def _parted(self, kept: int) -> Parts:
        return replace(self, entries=self.entries[:kept]), replace(self, entries=self.entries[kept:])

    def _draw(self, columns: int, heights: Sequence[float], style: Style, box: Box) -> tuple[Mark, ...]:
        spare = max(0.0, box.height - fsum(heights)) / len(heights)
        grown = [min(max(height, _MOST_ROW_HEIGHT), height + spare) for height in heights]
        widths = self._widths(columns, box.width)
        cells = [self._cells(row, columns, len(heights), widths[0], style) for row in range(len(heights))]
        rows = tuple(TableRow(row, height) for row, height in zip(cells, grown, strict=True))
        return (TableMark(self.id, Box(box.x, box.y, box.width, fsum(grown)), tuple(widths), rows, alt=self.alt),)

    def _cells(self, row: int, columns: int, rows: int, room: float, style: Style) -> tuple[TableCell, ...]:
        rule = line(style.table.rule) or Line("rule")
        cells: list[TableCell] = []
        for column in range(columns):
            if column:
                cells.append(TableCell(TextBody(())))
            index = column * rows + row
            if index < len(self.entries):
                entry = self.entries[index]
                bodies = self._text(entry, room, style), self._number(entry, style)
                cells += [TableCell(body, bottom=rule) for body in bodies]
            else:
                cells += [TableCell(TextBody(()))] * 2
        return tuple(cells)

    def _look(self, style: Style) -> TextStyle:
        return replace(style.text("table_body"), colour=style.text(self.role).colour, bold=False)

    def _text(self, entry: ContentsEntry, room: float, style: Style) -> TextBody:
        """A title; it is a link where it has one line: programs set a link of several lower than other text."""
        look = self._look(style)
        paragraph = Paragraph(look.runs(entry.text), look.pitch)
        if style.measure.line_count(paragraph, room, "cell") == 1:
            paragraph = replace(paragraph, runs=tuple(replace(run, link=entry.slide) for run in paragraph.runs))
        return TextBody((paragraph,), self._insets(style, right=0), "middle")

    def _number(self, entry: ContentsEntry, style: Style) -> TextBody:
        number = page_number(entry.slide, self._look(style))
        return TextBody((number,), self._insets(style, right=2), "middle")

    @staticmethod
    def _insets(style: Style, right: float) -> Insets:
        return Insets(0, style.space(_INSET_Y), right, style.space(_INSET_Y))


def page_number(slide: str, look: TextStyle) -> Paragraph:
    """The number of a slide's page, a link to it, at the right; it is filled in when the pages are counted."""
    run = Run("000", look.size, look.bold, look.colour, look.font, link=slide, page_of=slide)
    return Paragraph((run,), look.pitch, "right")
