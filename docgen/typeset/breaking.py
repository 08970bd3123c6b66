"""Where the lines of a text end: advance widths, kinsoku, hanging punctuation, gaps, Latin words.

The rules are those by which LibreOffice 7.4 breaks Japanese text, found by measuring. It sets text on a grid
of 600 dots an inch: the font's size and every advance are whole dots, so text of 10.5 pt comes out 0.6 %
narrower than its size says and text of 8 pt 0.5 % wider. A line is found by a bisection of the text's summed
advances, so that trying another width costs a few bisections.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from docgen.typeset.fonts import Advances, FontMetrics
from docgen.typeset.kinsoku import HANGING, NOT_FIRST, NOT_LAST
from docgen.typeset.opportunities import last_opportunity
from docgen.typeset.scripts import latin_edges, neutral_start

Where = Literal["shape", "cell"]

# The gap between Japanese and Latin (and after neutral characters with which a Japanese text begins) is a
# fifth of the line's own pitch: 1.2 em in shapes and the font's, 1 em, in table cells.
GAP: dict[Where, float] = {"shape": 0.24, "cell": 0.20}
# The grid: dots in a point, and hundredths of a millimetre, in which sizes are kept, in a point and a dot.
DOTS = 600 / 72
_HUNDREDTHS = 2540 / 72
_HUNDREDTHS_A_DOT = 2540 / 600
# Tab stops where a paragraph names none, in points: an inch, as in every PowerPoint deck.
DEFAULT_TAB = 72.0
# Sums of advances differ from the drawn widths by rounding only.
_ROUNDING = 1e-6

_STICKY = re.compile(
    "[\u0300-\u036f\u20d0-\u20ff\u3099\u309a\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
_JOINER = "\u200d"
# Before any other character of a Japanese stretch a line may simply end.
_AWAITED = NOT_FIRST | HANGING | {" "}


class Setting(NamedTuple):
    """A text without explicit breaks, measured in dots: for each character its own width and where it ends.

    ``ends`` counts from the text's start and holds the gaps; ``edges`` are the bounds of the Latin stretches;
    ``sticky`` says that there are marks which stay with the character before them; ``links`` are bounds of
    linked text, which LibreOffice keeps on one line if it can and else sets on lines of its own.
    """

    text: str
    widths: Sequence[float]
    ends: Sequence[float]
    edges: Sequence[int]
    sticky: bool
    tabs: bool
    links: Sequence[tuple[int, int]] = ()


@functools.lru_cache(maxsize=16384)
def setting(text: str, font: FontMetrics, size: float, bold: bool, where: Where) -> Setting:
    """The setting of a text of one look."""
    em = dots(size)
    widths = list(map(dot_advances(font, bold, em).__getitem__, text))
    edges = latin_edges(text)
    lead = neutral_start(text)
    places = [*edges, lead] if lead else edges
    return with_gaps(text, widths, edges, places, itertools.repeat(gap_after(em, where)))


def dots(size: float) -> int:
    """The em of a size in points, in whole dots."""
    return max(1, math.floor(math.floor(size * _HUNDREDTHS + 0.5) / _HUNDREDTHS_A_DOT + 0.5))


def gap_after(em: int, where: Where) -> float:
    """The gap after a character of ``em`` dots where Japanese and Latin meet, in dots."""
    return GAP[where] * em


class DotAdvances(dict[str, float]):
    """Advances in whole dots by character, taken from a font's as they are asked for."""

    def __init__(self, advances: Advances, em: int) -> None:
        super().__init__()
        self.advances = advances
        self.em = em

    def __missing__(self, character: str) -> float:
        width = self[character] = float(math.floor(self.advances[character] * self.em + 0.5))
        return width


@functools.lru_cache(maxsize=1024)
def dot_advances(font: FontMetrics, bold: bool, em: int) -> DotAdvances:
    """The advances of a font at one size, in whole dots."""
    return DotAdvances(font.advances(bold), em)


def with_gaps(
    text: str,
    widths: list[float],
    edges: list[int],
    places: Sequence[int],
    gaps: Iterable[float],
    links: Sequence[tuple[int, int]] = (),
) -> Setting:
    """A setting from the characters' widths, with ``gaps`` before the characters at ``places``."""
    spaced = widths
    length = len(text)
    if places:
        spaced = widths.copy()
        for place, gap in zip(places, gaps, strict=False):
            if 0 < place < length:
                spaced[place] += gap
    sticky = not text.isascii() and _STICKY.search(text) is not None
    return Setting(text, widths, list(itertools.accumulate(spaced)), edges, sticky, "\t" in text, links)


def line_ends(
    measured: Setting, width: float, first: float | None = None, tabs: Tabs | None = None
) -> list[int]:
    """The index after the last character of every line; at least one line.

    ``width`` is in dots; ``first`` is the first line's, where it differs; ``tabs`` are needed where the text
    has tabs.
    """
    text, widths, ends, edges, sticky, _, links = measured
    length = len(text)
    result: list[int] = []
    begin = 0
    room = (width if first is None else first) + _ROUNDING
    while begin < length:
        if tabs is not None:
            over = _overflow_with_tabs(measured, begin, room, tabs)
        else:
            over = bisect_right(ends, ends[begin] - widths[begin] + room, begin, length)
        plain = over == length or (
            begin < over
            and text[over] not in _AWAITED
            and text[over - 1] not in NOT_LAST
            and not sticky
            and not bisect_left(edges, over) % 2
        )
        if links:
            begin = _end_among_links(measured, begin, over, room)
        else:
            begin = over if plain else _line_end(measured, begin, over)
        result.append(begin)
        room = width + _ROUNDING
    return result or [0]


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops and the step of the default ones after them, in dots."""

    stops: tuple[float, ...]
    step: float

    def after(self, position: float) -> float:
        """The next stop to the right of a position."""
        for stop in self.stops:
            if stop > position + _ROUNDING:
                return stop
        return self.step * (position // self.step + 1)


def _overflow_with_tabs(measured: Setting, begin: int, room: float, tabs: Tabs) -> int:
    """The first character of the line that does not fit, or the text's length."""
    text, ends, length = measured.text, measured.ends, len(measured.text)
    origin = ends[begin] - measured.widths[begin]
    index = begin
    while True:
        tab = text.find("\t", index)
        stop = tab if tab >= 0 else length
        over = bisect_right(ends, origin + room, index, stop)
        if over < stop or tab < 0:
            return over
        position = (ends[tab] - measured.widths[tab]) - origin
        reached = tabs.after(position)
        if reached > room:
            return tab
        origin -= reached - position
        index = tab + 1


def _line_end(measured: Setting, begin: int, over: int) -> int:
    """Where the line that begins at ``begin`` ends, if ``over`` is the first character that does not fit."""
    text = measured.text
    if text[over] == " " and over > begin:
        return over + 1
    if bisect_left(measured.edges, over) % 2:
        end = last_opportunity(text, begin, over)
    else:
        end = _japanese_end(text, begin, over)
    if end <= begin:
        end = max(over, begin + 1)
    return _whole_cluster(text, begin, end) if measured.sticky else end


def _end_among_links(measured: Setting, begin: int, over: int, room: float) -> int:
    """Where the line that begins at ``begin`` ends in a text with links; ``over`` may be its length."""
    links = measured.links
    first = max(0, bisect_right(links, (begin, len(measured.text))) - 1)
    for start, stop in itertools.islice(links, first, None):
        if start > over or start == len(measured.text):
            break
        if stop <= begin:
            continue
        if start <= begin:
            width = measured.ends[stop - 1] - measured.ends[start] + measured.widths[start]
            if begin > start or width > room:
                return max(begin + 1, min(over, stop))
        elif over < stop:
            return start
    if over == len(measured.text):
        return over
    end = _line_end(measured, begin, over)
    for start, stop in itertools.islice(links, first, None):
        if start < end < stop:
            return start if start > begin else stop
    return end


def _japanese_end(text: str, begin: int, over: int) -> int:
    end = over
    if text[over] in HANGING:
        end += 1
        if end == len(text):
            return end
    while end > begin and (text[end] in NOT_FIRST or text[end - 1] in NOT_LAST):
        end -= 1
    return end


def _whole_cluster(text: str, begin: int, end: int) -> int:
    """``end`` moved so that no mark is parted from the character that it belongs to."""
    back = end
    while back > begin and back < len(text) and (_STICKY.match(text, back) or text[back - 1] == _JOINER):
        back -= 1
    if back > begin:
        return back
    while end < len(text) and (_STICKY.match(text, end) or text[end - 1] == _JOINER):
        end += 1
    return end
