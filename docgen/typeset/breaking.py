"""Where the lines of a text end: advance widths, kinsoku, hanging punctuation, gaps, Latin words.

The rules are those by which LibreOffice 7.4 breaks Japanese text, found by measuring; PowerPoint's lines are
as long or longer, since it sets no gap between Japanese and Latin. A line is found by a bisection of the
text's summed advances, so that trying another width costs a few bisections.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from docgen.typeset.fonts import FontMetrics
from docgen.typeset.kinsoku import HANGING, NOT_FIRST, NOT_LAST
from docgen.typeset.opportunities import last_opportunity
from docgen.typeset.scripts import latin_edges

Where = Literal["shape", "cell"]

# The gap between Japanese and Latin is a fifth of the line's own pitch, which is 1.2 em in shapes and the
# font's (1 em) in table cells.
GAP_EM: dict[Where, float] = {"shape": 0.24, "cell": 0.20}
# Tab stops where a paragraph names none, in points: an inch, as in every PowerPoint deck.
DEFAULT_TAB = 72.0
# Sums of advances differ from the drawn widths by rounding only.
_ROUNDING = 1e-6

_STICKY = re.compile(
    "[\u0300-\u036f\u20d0-\u20ff\u3099\u309a\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A text without explicit breaks, measured: for each character its own width and where it ends.

    ``ends`` counts from the text's start and holds the gaps; ``edges`` are the bounds of the Latin stretches;
    ``sticky`` says that there are marks which stay with the character before them.
    """

    text: str
    widths: Sequence[float]
    ends: Sequence[float]
    edges: Sequence[int]
    sticky: bool
    tabs: bool


@functools.lru_cache(maxsize=16384)
def setting(text: str, font: FontMetrics, bold: bool, gap: float) -> Setting:
    """The setting of a text of one look, in em; ``gap`` in em."""
    widths = list(map(font.advances(bold).__getitem__, text))
    edges = latin_edges(text)
    return with_gaps(text, widths, edges, [gap] * len(edges))


def with_gaps(text: str, widths: list[float], edges: list[int], gaps: Sequence[float]) -> Setting:
    """A setting from the characters' widths, with ``gaps`` before the characters at ``edges``."""
    spaced = widths
    length = len(text)
    if edges:
        spaced = widths.copy()
        for edge, gap in zip(edges, gaps, strict=True):
            if 0 < edge < length:
                spaced[edge] += gap
    sticky = _STICKY.search(text) is not None
    return Setting(text, widths, list(accumulate(spaced)), edges, sticky, "\t" in text)


def line_ends(
    measured: Setting, width: float, first: float | None = None, tabs: Tabs | None = None
) -> list[int]:
    """The index after the last character of every line; at least one line.

    ``width`` is in the setting's unit; ``first`` is the first line's, where it differs; ``tabs`` are needed
    where the text has tabs.
    """
    ends, widths, length = measured.ends, measured.widths, len(measured.text)
    result: list[int] = []
    begin = 0
    room = (width if first is None else first) + _ROUNDING
    while begin < length:
        if measured.tabs and tabs is not None:
            over = _overflow_with_tabs(measured, begin, room, tabs)
        else:
            over = bisect_right(ends, ends[begin] - widths[begin] + room, begin, length)
        begin = length if over == length else _line_end(measured, begin, over)
        result.append(begin)
        room = width + _ROUNDING
    return result or [0]


@dataclass(frozen=True, slots=True)
class Tabs:
    """Tab stops and the step of the default ones after them, in the setting's unit."""

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
