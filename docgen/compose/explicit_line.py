"""An explicit line of a text as each program measures it, and where its lines end by themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.compose.reading_costs import is_short
from docgen.placed import Paragraph
from docgen.typeset.breaking import kana_kept_ends, line_ends, may_part_kana
from docgen.typeset.characters import HANGING, latin_edges
from docgen.typeset.measured_line import DOTS, ROUNDING, Container, MeasuredLine, dots
from docgen.typeset.text_measure import TextMeasure

SPARE = 0.08
"""What a chosen line leaves free, so that rounding never breaks it again (em)."""


class ExplicitLine(NamedTuple):
    """An explicit line as two readings measure it, the room of its first line and of the others in dots, and where its
    lines end by themselves: with gaps, by kanji, and by the font's advances alone; ``readings`` are these, told once where
    programs end the lines alike. ``is_short`` says whether lines should end at phrases."""

    spaced: MeasuredLine
    plain: MeasuredLine
    first: float
    room: float
    em: float
    ends: Sequence[int]
    kanji_ends: Sequence[int]
    plain_ends: Sequence[int]
    readings: Sequence[Sequence[int]]
    is_short: bool

    def limit(self, begin: int, room: float) -> int:
        """The index after the last character of the line from ``begin`` on that has room in both readings."""
        spaced, plain = self.spaced, self.plain
        over = bisect_right(spaced.ends, spaced.ends[begin] - spaced.widths[begin] + room, begin)
        return bisect_right(plain.ends, plain.ends[begin] - plain.widths[begin] + room, begin, over)

    def is_full(self, begin: int, end: int, following: int, room: float) -> bool:
        """Whether each program ends the line from ``begin`` on at ``end`` by itself: no more of the text has room up to
        the ``following`` place where a line may end."""
        text = self.spaced.text
        over = [_over(line, begin, room + ROUNDING) for line in (self.spaced, self.plain)]
        over[0] += over[0] < len(text) and text[over[0]] in HANGING
        return following > max(over) and may_part_kana(text, end)

    def strays(self, begin: int, units: frozenset[int]) -> bool:
        """Whether the line from ``begin`` on ends so near to one of the places ``units``, inside what is one, that a
        program which rounds otherwise may end it there."""
        if not units:
            return False
        room = self.room if begin else self.first
        return any(
            (over := _over(part, begin, room + SPARE * self.em)) in units
            and over != _over(part, begin, room + ROUNDING)
            for part in (self.spaced, self.plain)
        )

    def holds_rest(self, begin: int, room: float) -> bool:
        """Whether all that is left from ``begin`` on has room in one line in both readings."""
        spaced, plain = self.spaced, self.plain
        return (
            spaced.ends[-1] <= spaced.ends[begin] - spaced.widths[begin] + room
            and plain.ends[-1] <= plain.ends[begin] - plain.widths[begin] + room
        )

    def natural(self, begin: int) -> set[int]:
        """How many characters the line from ``begin`` on takes by itself, as each program ends it."""
        spaced, plain = _from(self.spaced, begin), _from(self.plain, begin)
        room = self.room if begin else self.first
        return {
            line_ends(spaced, self.room, room)[0],
            kana_kept_ends(plain, self.room, room)[0],
            line_ends(plain, self.room, room, hanging=False)[0],
        }


def explicit_lines(
    paragraph: Paragraph, width: float, measure: TextMeasure, container: Container
) -> Iterator[ExplicitLine]:
    """The explicit lines of a paragraph set in ``width`` points inside its insets."""
    spaced = measure.broken(paragraph, width, container)
    plain = measure.explicit_lines(paragraph, container, "plain")
    room = (width - paragraph.indent) * DOTS
    first = room if paragraph.bullet else room + paragraph.hanging * DOTS
    em = float(max([dots(run.size) for run in paragraph.runs], default=1))
    for (line, ends), other in zip(spaced, plain, strict=True):
        kanji_ends = kana_kept_ends(other, room, first)
        plain_ends = line_ends(other, room, first, hanging=False)
        readings = [ends]
        readings += [alike for alike in (kanji_ends, plain_ends) if alike not in readings]
        phrases = is_short(line.text, len(ends))
        yield ExplicitLine(line, other, first, room, em, ends, kanji_ends, plain_ends, readings, phrases)
        first = room


def _over(line: MeasuredLine, begin: int, room: float) -> int:
    """The first character from ``begin`` on that has no room in a line."""
    return bisect_right(line.ends, line.ends[begin] - line.widths[begin] + room, begin)


def _from(line: MeasuredLine, begin: int) -> MeasuredLine:
    """The rest of a line from a place on; links are not told."""
    if not begin:
        return line._replace(links=())
    text, start = line.text[begin:], line.ends[begin] - line.widths[begin]
    ends = tuple([end - start for end in line.ends[begin:]])
    return MeasuredLine(text, line.widths[begin:], ends, latin_edges(text), False)
