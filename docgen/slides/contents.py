"""The contents page (目次): sections with their page numbers, each a link.

>>> import docgen
>>> from docgen.ready import ContentsEntry, ReadyContents
>>> record = ReadyContents((ContentsEntry(1, "まとめ", "divider/summary"), ContentsEntry(2, "①既存指標", "list")))
>>> docgen.Deck().add(record).build().placed.slides[0].title
'目次'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.block import Block, Laid, Parts, latest_split
from docgen.blocks.memory import Memory
from docgen.layout.style import Style, line
from docgen.placed import (
    Align,
    Box,
    Insets,
    Line,
    Mark,
    Paragraph,
    TableCell,
    TableMark,
    TableRow,
    TextBody,
)
from docgen.ready import ContentsEntry, ReadyContents
from docgen.slides import Draft, LayoutPack, ReadyPage
from docgen.slides.parts.page_list import page_number
from docgen.value import value

_HEAD_INSET = 3.0
_NUMBER_WIDTH = 48.0
_INDENT = 22.0
_INSET_Y = 9.0
_MOST_ROW_HEIGHT = 74.0


def build(page: ReadyPage, record: ReadyContents, pack: LayoutPack) -> Draft:
    """A list that fills the slot."""
    title = pack.words["contents"]
    block = ContentsBlock(f"{page.id}/entries", record.entries, title)
    return Draft(page.id, page.kind, title, {"title": title}, {"body": block})


@value(frozen=True, slots=True)
class ContentsBlock(Block):
    """Entries with their page numbers at the right, ruled below each, as a native table."""

    id: str
    entries: tuple[ContentsEntry, ...]
    alt: str
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A table of two columns under a quiet header; parted between two entries."""
        heights = [
            style.measure.height(self._text(entry, style), width - _NUMBER_WIDTH, "cell") for entry in self.entries
        ]
        return Laid(
            self._head_height(style) + fsum(heights),
            partial(self._draw, heights, style),
            partial(latest_split, len(self.entries), self._parted, width, style, memory),
        )

    def _parted(self, kept: int) -> Parts:
        return replace(self, entries=self.entries[:kept]), replace(self, entries=self.entries[kept:])

    def _draw(self, heights: Sequence[float], style: Style, box: Box) -> tuple[Mark, ...]:
        """Rows share the room up to a comfortable height."""
        head = TableRow(self._head(style), self._head_height(style))
        spare = max(0.0, box.height - head.height - fsum(heights)) / max(1, len(heights))
        rows = tuple(
            TableRow(self._cells(entry, style), min(max(height, _MOST_ROW_HEIGHT), height + spare))
            for entry, height in zip(self.entries, heights, strict=True)
        )
        place = Box(box.x, box.y, box.width, head.height + fsum(row.height for row in rows))
        columns = (box.width - _NUMBER_WIDTH, _NUMBER_WIDTH)
        return (TableMark(self.id, place, columns, (head, *rows), alt=self.alt),)

    def _head(self, style: Style) -> tuple[TableCell, TableCell]:
        return self._head_cell("contents_entry", "left", style), self._head_cell("contents_page", "right", style)

    def _head_cell(self, word: str, align: Align, style: Style) -> TableCell:
        look = style.text("byline")
        paragraph = Paragraph(look.runs(style.word(word)), look.pitch, align)
        insets = Insets(6, _HEAD_INSET, 6, _HEAD_INSET)
        return TableCell(TextBody((paragraph,), insets, "bottom"), bottom=line(style.table.rule) or Line("rule"))

    def _head_height(self, style: Style) -> float:
        return style.text("byline").pitch + 2 * _HEAD_INSET

    def _cells(self, entry: ContentsEntry, style: Style) -> tuple[TableCell, TableCell]:
        rule = line(style.table.rule) or Line("rule")
        text, number = self._text(entry, style), self._number(entry, style)
        return TableCell(text, bottom=rule), TableCell(number, bottom=rule)

    def _text(self, entry: ContentsEntry, style: Style) -> TextBody:
        look = style.text(f"contents_{min(entry.level, 2)}")
        runs = tuple(replace(run, link=entry.slide) for run in look.runs(entry.text))
        left = 6 + _INDENT * (entry.level - 1)
        insets = Insets(left, style.space(_INSET_Y), 6, style.space(_INSET_Y))
        return TextBody((Paragraph(runs, look.pitch),), insets, "middle")

    def _number(self, entry: ContentsEntry, style: Style) -> TextBody:
        look = style.text(f"contents_{min(entry.level, 2)}")
        insets = Insets(0, style.space(_INSET_Y), 6, style.space(_INSET_Y))
        return TextBody((page_number(entry.slide, look),), insets, "middle")
