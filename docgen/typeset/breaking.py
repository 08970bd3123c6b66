"""Where the lines of a text end: kinsoku, hanging punctuation, Latin words, links, tabs.

The rules are those by which LibreOffice 7.4 breaks Japanese text, found by measuring. A line is found by a
bisection of the text's summed advances, so that trying another width costs a few bisections.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from docgen.placed import TabAlign
from docgen.typeset.kinsoku import HANGING, JOINER, NOT_FIRST, NOT_LAST, STICKY
from docgen.typeset.opportunities import last_opportunity
from docgen.typeset.setting import Setting

# Tab stops where a paragraph names none, in points: an inch, as in every PowerPoint deck.
DEFAULT_TAB = 72.0
# Sums of advances differ from the drawn widths by rounding only.
_ROUNDING = 1e-6

# Before any other character of a Japanese stretch a line may simply end.
_AWAITED = NOT_FIRST | HANGING | STICKY | {" "}
_HOLDING = NOT_LAST | {JOINER}


def line_ends(
    measured: Setting, width: float, first: float | None = None, tabs: Tabs | None = None
) -> list[int]:
    """The index after the last character of every line; at least one line.

    ``width`` is in dots; ``first`` is the first line's, where it differs; ``tabs`` are needed where the text
    has tabs.
    """
    text, widths, ends, edges, _, links = measured
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
            and text[over - 1] not in _HOLDING
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
    """Tab stops and the step of the default ones after them, in dots.

    At a right stop the text after the tab ends, at a decimal stop it has its decimal point; at a default
    stop it begins.
    """

    stops: tuple[float, ...]
    step: float
    align: TabAlign = "left"

    def begin(self, measured: Setting, position: float, tab: int) -> float:
        """Where the text behind the tab at index ``tab`` begins, if the text before it ends at ``position``."""
        stop = self.after(position)
        if self.align == "left" or stop not in self.stops:
            return stop
        text, first = measured.text, tab + 1
        end = text.find("\t", first)
        end = end if end >= 0 else len(text)
        if self.align == "decimal":
            point = text.find(".", first, end)
            end = point if point >= 0 else end
        if end == first:
            return stop
        ahead = measured.ends[end - 1] - measured.ends[first] + measured.widths[first]
        return max(position, stop - ahead)

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
        reached = tabs.begin(measured, position, tab)
        if reached > room:
            return tab
        origin -= reached - position
        index = tab + 1


def _line_end(measured: Setting, begin: int, over: int) -> int:
    """Where the line that begins at ``begin`` ends, if ``over`` is the first character that does not fit."""
    text = measured.text
    if text[over] == " " and over > begin:
        return over + 1
    latin = bisect_left(measured.edges, over) % 2
    end = last_opportunity(text, begin, over) if latin else _japanese_end(text, begin, over)
    if end <= begin:
        end = max(over, begin + 1)
    return _whole_cluster(text, begin, end)


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
    while back > begin and back < len(text) and (text[back] in STICKY or text[back - 1] == JOINER):
        back -= 1
    if back > begin:
        return back
    while end < len(text) and (text[end] in STICKY or text[end - 1] == JOINER):
        end += 1
    return end
