"""Legends: swatches with words in a row that wraps, and explanations in columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.block import Block, Laid
from docgen.blocks.memory import Memory
from docgen.blocks.text.items import TextItem, paragraphs
from docgen.layout.pack import StatusLook, Stroke
from docgen.layout.style import Style, line
from docgen.placed import Box, Line, Mark, Paragraph, Run, ShapeMark, TextBody, TextMark
from docgen.placed.box import fits
from docgen.value import value

# In em of the legend's role: a swatch, its mark's line, the space after it, the space between two entries.
_SWATCH = (2.2, 1.25)
_SIGN_PITCH = 1.2
_AFTER_SWATCH = 0.4
_BETWEEN = 1.6
# A swatch is small: a border thicker than this (points) would crowd its mark.
_MOST_BORDER = 0.75
# Room beyond a word's width, so that it never breaks (em).
_RESERVE = 0.6
_LABEL = re.compile(r"[※＊*]\s*\d*\s*")

_Row = list[tuple[int, float, int]]
"""The entries of a row: the index of each, its width, and the lines of its word."""


@value(frozen=True, slots=True)
class LegendEntry:
    """A swatch (fill, border, and a mark so that colour is not alone) and its word.

    Without fill and border the mark is a sample of the words that are explained, ``underline``d or struck.
    """

    word: str
    mark: str = ""
    mark_colour: str = "ink"
    fill: str | None = None
    border: Stroke | None = None
    underline: bool = False
    strike: bool = False

    @property
    def is_sample(self) -> bool:
        """Whether the entry shows how words look, not how a box does."""
        return self.fill is None and self.border is None


@value(frozen=True, slots=True)
class LegendBlock(Block):
    """Entries in a row, which wraps where the width ends; ``right`` sets the rows to the right."""

    id: str
    entries: tuple[LegendEntry, ...]
    role: str = "legend"
    right: bool = False
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A line for each row of entries."""
        rows = self._rows(width, style, memory)
        more = sum([_lines(row) - 1 for row in rows]) * style.text(self.role).pitch
        return Laid(len(rows) * self._pitch(style) + more, partial(self._draw, rows, style))

    def _draw(self, rows: Sequence[_Row], style: Style, box: Box) -> tuple[Mark, ...]:
        """A swatch and a word for each entry."""
        look = style.text(self.role)
        marks: list[Mark] = []
        y = box.y
        for row in rows:
            used = fsum(width for _, width, _ in row) + _BETWEEN * look.size * (len(row) - 1)
            x = box.right - used if self.right else box.x
            height = self._pitch(style) + (_lines(row) - 1) * look.pitch
            for index, width, _ in row:
                marks.extend(self._entry(index, Box(x, y, width, height), style))
                x += width + _BETWEEN * look.size
            y += height
        return tuple(marks)

    def _pitch(self, style: Style) -> float:
        """The height of a row: its words or its swatches, whichever is higher."""
        look = style.text(self.role)
        return max(look.pitch, _SWATCH[1] * look.size)

    def _rows(self, width: float, style: Style, memory: Memory) -> list[_Row]:
        rows: list[_Row] = []
        used = 0.0
        gap = _BETWEEN * style.text(self.role).size
        for index, natural in enumerate(memory.once(self._natural_widths, style)):
            need = min(width, natural)
            lines = 1 if natural <= width else self._word_lines(self.entries[index], width, style)
            if rows and used + gap + need <= width:
                rows[-1].append((index, need, lines))
                used += gap + need
            else:
                rows.append([(index, need, lines)])
                used = need
        return rows

    def _word_lines(self, entry: LegendEntry, width: float, style: Style) -> int:
        """The lines of the word of an entry that is so wide."""
        look = style.text(self.role)
        room = width - self._swatch_width(entry, style) - _AFTER_SWATCH * look.size
        return style.measure.line_count(Paragraph(look.runs(entry.word), look.pitch), room)

    def _natural_widths(self, style: Style) -> list[float]:
        """The width of each entry in a row that is wide enough."""
        return [self._entry_width(entry, style) for entry in self.entries]

    def _entry_width(self, entry: LegendEntry, style: Style) -> float:
        look = style.text(self.role)
        word = style.measure.runs_width(look.runs(entry.word))
        return word + self._swatch_width(entry, style) + (_AFTER_SWATCH + _RESERVE) * look.size

    def _swatch_width(self, entry: LegendEntry, style: Style) -> float:
        look = style.text(self.role)
        if not entry.is_sample:
            return _SWATCH[0] * look.size
        return style.measure.runs_width((_sign(entry, look.size),)) + 1

    def _entry(self, index: int, box: Box, style: Style) -> tuple[Mark, ...]:
        entry, look = self.entries[index], style.text(self.role)
        width, height = self._swatch_width(entry, style), _SWATCH[1] * look.size
        sign = _sign(entry, look.size)
        sample = Paragraph((sign,), _SIGN_PITCH * look.size, "center")
        body = TextBody((sample,), anchor="middle") if entry.mark else None
        swatch = Box(box.x, box.y + (box.height - height) / 2, width, height)
        start = width + _AFTER_SWATCH * look.size
        word = TextBody((Paragraph(look.runs(entry.word), look.pitch),), anchor="middle")
        place = Box(box.x + start, box.y, box.width - start, box.height)
        name = f"{self.id}/{index + 1}"
        return (
            ShapeMark(f"{name}/swatch", swatch, fill=entry.fill, line=_thin(entry.border), body=body),
            TextMark(name, place, word),
        )


@value(frozen=True, slots=True)
class LegendText(Block):
    """Explanations (※1 …) in columns of text, their lines aligned after the mark; the columns balanced."""

    id: str
    texts: tuple[str, ...]
    columns: int = 2
    role: str = "note"
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A text box for each column, as high as the tallest."""
        column = (width - style.pack.gap * (self.columns - 1)) / self.columns
        bodies = [self._body(part, style) for part in self._parts(column, style)]
        heights = [style.measure.height(body, column) for body in bodies]

        def draw(box: Box) -> tuple[Mark, ...]:
            lefts = [box.x + index * (column + style.pack.gap) for index in range(len(bodies))]
            return tuple(
                TextMark(f"{self.id}/{number}", Box(left, box.y, column, height), body)
                for number, (left, height, body) in enumerate(zip(lefts, heights, bodies, strict=True), 1)
            )

        return Laid(max(heights, default=0), draw)

    def _parts(self, column: float, style: Style) -> tuple[tuple[str, ...], ...]:
        """The texts by column, in order, so that the tallest column is as low as can be."""
        heights = [style.measure.height(self._body((text,), style), column) for text in self.texts]
        ends = range(1, len(heights) + 1)
        limits = sorted({fsum(heights[begin:end]) for end in ends for begin in range(end)})
        for limit in limits:
            parts = _filled(self.texts, heights, limit)
            if len(parts) <= self.columns:
                return parts
        return ()

    def _body(self, part: tuple[str, ...], style: Style) -> TextBody:
        items = tuple(_marked(text) for text in part)
        return TextBody(paragraphs(items, style.text(self.role), style.measure))


def _lines(row: _Row) -> int:
    """The lines of the longest word of a row."""
    return max([lines for *_, lines in row])


def _thin(border: Stroke | None) -> Line | None:
    stroke = line(border)
    return stroke and replace(stroke, width=min(stroke.width, _MOST_BORDER))


def _sign(entry: LegendEntry, size: float) -> Run:
    return Run(entry.mark, size, colour=entry.mark_colour, underline=entry.underline, strike=entry.strike)


def status_entry(word: str, look: StatusLook) -> LegendEntry:
    """The entry of a measure's status, as the pack draws it."""
    return LegendEntry(word, look.mark, look.mark_colour, look.fill, look.border)


def _marked(text: str) -> TextItem:
    label = _LABEL.match(text)
    return TextItem(text[label.end() :], bullet=label.group()) if label else TextItem(text)


def _filled(texts: Iterable[str], heights: Iterable[float], limit: float) -> tuple[tuple[str, ...], ...]:
    parts: list[list[str]] = []
    used = 0.0
    for text, height in zip(texts, heights, strict=True):
        if parts and fits(used + height, limit):
            parts[-1].append(text)
            used += height
        else:
            parts.append([text])
            used = height
    return tuple(tuple(part) for part in parts)
