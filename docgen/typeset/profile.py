"""A text measured in em, which is the same at every size: the widths of its lines and of its longest unbreakable
part, and from them the lines that it takes in a width.

A table tries its texts at many sizes; from a profile a width at a size is one multiplication. Programs round
the advance of each character to dots, so what is drawn differs by half a dot a character at the most: what
counts lines by a profile keeps a reserve for that.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from docgen.typeset.breaking import line_ends
from docgen.typeset.characters import HANGING, gap_places
from docgen.typeset.fonts import FontMetrics
from docgen.typeset.kept import KEPT
from docgen.typeset.measured_line import GAP, Container, MeasuredLine, explicit_lines, link_bounds, with_gaps
from docgen.typeset.opportunities import unbreakable

# What rounding adds to a character at the most, in em: half a dot of the 67 that an em of 8 pt has.
ROUNDED = 0.5 / 67
# What may hang over the end of a line, in em.
_HANG = 1.0
# A line that is not its text's last ends where an unbreakable part does not fit any more: it is shorter than its
# room by that part at the most, and by the gap before it and rounding, in em (measured: 0.36).
_EARLY = 0.6
# In a room that is narrower than this (em), a character may be wider than its line.
_NARROW = 2.0

Bounds = tuple[int, float]
"""The fewest and the most lines that a text may have."""
UNTOLD: Bounds = (1, math.inf)


class Told(NamedTuple):
    """What is told of a text's lines without breaking them: the fewest and the most that they are, and what the last of
    them is wide at least (em): infinite where there is but one, 0 where its width does not tell."""

    fewest: int
    most: float
    last: float


ONE_LINE = Told(1, 1, math.inf)
NOTHING_TOLD = Told(*UNTOLD, 0.0)

ScaledRun = tuple[str, bool, float, bool]
"""A text of one look: whether it is bold, its size as a part of the size of the whole, whether it is a link."""


class TextProfile(NamedTuple):
    """A text in one font, measured in em.

    ``widths`` are those of its explicit lines, each on one line; ``unit`` is the width of its longest part that
    no line may break, rounding included; ``whole`` says whether every character is one em wide, so that none is
    rounded.
    """

    runs: tuple[ScaledRun, ...]
    font: FontMetrics
    container: Container
    widths: tuple[float, ...]
    unit: float
    whole: bool

    def line_count(self, room: float, first: float | None = None, spare: float = 0.0) -> int:
        """The number of lines in a room (em); ``first`` is the first line's where it differs. No tabs.

        The larger of the numbers with hanging punctuation, where lines may end at the ends of links, and without; and of
        those in this room and in one that is narrower by what is ``spare``.
        """
        lines = _lines(self.runs, self.font, self.container)
        narrower = max(0.0, room - spare)
        if first is None and len(lines) == 1 and _breaks_alike(lines[0]):
            ends = line_ends(lines[0], room)
            if not spare or _widest(lines[0], ends) <= narrower:
                return len(ends)
            return max(len(ends), len(line_ends(lines[0], narrower)))
        count = self._counted(lines, room, first)
        if not spare:
            return count
        return max(count, self._counted(lines, narrower, None if first is None else max(0.0, first - spare)))

    def _counted(self, lines: Sequence[MeasuredLine], room: float, first: float | None) -> int:
        count = 0
        is_linked = any(run[3] for run in self.runs)
        others = lines
        if is_linked:
            # Programs that let nothing hang do not end lines at the ends of links either.
            unlinked = tuple([(text, bold, size, False) for text, bold, size, _ in self.runs])
            others = _lines(unlinked, self.font, self.container)
        for line, other in zip(lines, others, strict=True):
            hanging = len(line_ends(line, room, first))
            is_full = hanging > 1 or (line.text and line.ends[-1] > (room if first is None else first))
            differs = is_full and (is_linked or not HANGING.isdisjoint(line.text))
            count += max(hanging, len(line_ends(other, room, first, hanging=False))) if differs else hanging
            first = None
        return count

    def bounds(self, room: float, first: float, rounding: float, spare: float = 0.0) -> Bounds:
        """The fewest and the most lines in a room, told without breaking lines; no links, no tabs. All em.

        ``first`` is the first line's room; ``rounding`` is what the widths may be off; a line may end ``spare``
        earlier than unbreakable parts make it.
        """
        if len(self.widths) == 1:
            return self._line_bounds(self.widths[0], room, first, rounding, spare)
        fewest, most = 0, 0.0
        for width in self.widths:
            low, high = self._line_bounds(width, room, first, rounding, spare)
            fewest, most, first = fewest + low, most + high, room
        return fewest, most

    def _line_bounds(self, width: float, room: float, first: float, rounding: float, spare: float) -> Bounds:
        """The bounds of an explicit line of this width."""
        if width + rounding <= first:
            return 1, 1
        narrower = first if first < room else room
        if narrower < _NARROW:
            return UNTOLD
        over = width - rounding - first - _HANG
        fewest = 1 + math.ceil(over / (room + _HANG)) if over > 0 else 1
        early = self.unit + _EARLY + spare
        if narrower - early < 1:
            return fewest, math.inf
        # Each line may end early but the last.
        return fewest, 1 + math.ceil((width + rounding + spare - first) / (room - early))

    def told(self, room: float, first: float, rounding: float) -> Told:
        """What is told of the lines in a room; the arguments are those of :meth:`bounds`."""
        fewest, most = self.bounds(room, first, rounding)
        if fewest < most or len(self.widths) > 1:
            return Told(fewest, most, 0.0)
        if fewest == 1:
            return ONE_LINE
        last = self.widths[0] - rounding - first - (fewest - 2) * room - (fewest - 1) * _HANG
        return Told(fewest, most, last)


def _breaks_alike(line: MeasuredLine) -> bool:
    """Whether programs break an explicit line alike, and in a narrower room at the same places if its lines have room
    there: it has characters that stand in no Latin stretch, none that hang, and no links."""
    return bool(line.text) and not line.edges and not line.links and HANGING.isdisjoint(line.text)


def _widest(line: MeasuredLine, ends: Sequence[int]) -> float:
    """The width of the widest of the lines with these ends."""
    return max([line.ends[end - 1] - line.ends[begin] + line.widths[begin] for begin, end in pairwise((0, *ends))])


@functools.lru_cache(maxsize=KEPT)
def text_profile(runs: tuple[ScaledRun, ...], font: FontMetrics, container: Container) -> TextProfile:
    """The profile of a text; no tabs."""
    text = "".join([run[0] for run in runs])
    advances, gap = advances_of(runs, font), GAP[container]
    widths: list[float] = []
    unit, whole, begin = 0.0, True, 0
    for line in text.split("\n"):
        end = begin + len(line)
        own, places = advances[begin:end], gap_places(line)
        widths.append(fsum(own) + len(places) * gap)
        unit = max(unit, _longest_unit(line, own, places, gap))
        whole = whole and not places and own.count(1.0) == len(own)
        begin = end + 1
    return TextProfile(runs, font, container, tuple(widths), unit, whole)


def _longest_unit(line: str, advances: Sequence[float], places: Sequence[int], gap: float) -> float:
    """The width of the longest part of a line that no line may break; ``places`` are those of its gaps."""
    longest = widest = max(advances, default=0.0) + ROUNDED
    for begin, end in unbreakable(line):
        # Most parts are too short to be the longest.
        if (end - begin) * widest + len(places) * gap > longest:
            inside = sum([begin < place < end for place in places])
            longest = max(longest, fsum(advances[begin:end]) + (end - begin) * ROUNDED + inside * gap)
    return longest


def advances_of(runs: Sequence[ScaledRun], font: FontMetrics) -> list[float]:
    """The advance of each character of runs, in em."""
    if len(runs) == 1 and runs[0][2] == 1.0:
        return list(map(font.advances(runs[0][1]).__getitem__, runs[0][0]))
    return [width * size for text, bold, size, _ in runs for width in map(font.advances(bold).__getitem__, text)]


@functools.lru_cache(maxsize=KEPT)
def _lines(runs: tuple[ScaledRun, ...], font: FontMetrics, container: Container) -> tuple[MeasuredLine, ...]:
    """The explicit lines, their characters' places in em."""
    text = "".join([run[0] for run in runs])
    advances, gaps = advances_of(runs, font), itertools.repeat(GAP[container])
    links = link_bounds([(len(run[0]), run[3]) for run in runs])
    return tuple(
        [
            with_gaps(line, advances[begin : begin + len(line)], gaps, inside)
            for begin, line, inside in explicit_lines(text, links)
        ]
    )
