"""Where the lines of a text end: kinsoku, hanging punctuation, Latin words, links, tabs.

The rules are those by which LibreOffice 7.4 breaks Japanese text, found by measuring. A line is found by a
bisection of the text's summed advances, so that trying another width costs a few bisections.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

from docgen.typeset.kinsoku import HANGING, JOINER, NOT_FIRST, NOT_LAST, STICKY
from docgen.typeset.measured_line import ROUNDING, MeasuredLine
from docgen.typeset.opportunities import last_opportunity
from docgen.typeset.tabs import Tabs, overflow_with_tabs

# Before any other character of a Japanese stretch a line may simply end.
_AWAITED = NOT_FIRST | HANGING | STICKY | {" "}
_HOLDING = NOT_LAST | {JOINER}


def line_ends(
    line: MeasuredLine, width: float, first: float | None = None, tabs: Tabs | None = None
) -> list[int]:
    """The index after the last character of every line; at least one line.

    ``width`` is in dots; ``first`` is the first line's, where it differs; ``tabs`` are needed where the text
    has tabs.
    """
    text, widths, ends, edges, _, links = line
    length = len(text)
    result: list[int] = []
    begin = 0
    room = (width if first is None else first) + ROUNDING
    while begin < length:
        if tabs is not None:
            over = overflow_with_tabs(line, begin, room, tabs)
        else:
            over = bisect_right(ends, ends[begin] - widths[begin] + room, begin, length)
        plain = over == length or (
            begin < over
            and text[over] not in _AWAITED
            and text[over - 1] not in _HOLDING
            and not bisect_left(edges, over) % 2
        )
        if links:
            begin = _end_among_links(line, begin, over, room)
        elif plain:
            begin = over
        else:
            begin = _line_end(line, begin, over)
        result.append(begin)
        room = width + ROUNDING
    return result or [0]


def _line_end(line: MeasuredLine, begin: int, over: int) -> int:
    """Where the line that begins at ``begin`` ends, if ``over`` is the first character that does not fit."""
    text = line.text
    if text[over] == " " and over > begin:
        return over + 1
    latin = bisect_left(line.edges, over) % 2
    end = last_opportunity(text, begin, over) if latin else _japanese_end(text, begin, over)
    if end <= begin:
        end = max(over, begin + 1)
    return _whole_cluster(text, begin, end)


def _end_among_links(line: MeasuredLine, begin: int, over: int, room: float) -> int:
    """Where the line that begins at ``begin`` ends in a text with links; ``over`` may be its length."""
    links = line.links
    first = max(0, bisect_right(links, (begin, len(line.text))) - 1)
    for start, stop in itertools.islice(links, first, None):
        if start > over or start == len(line.text):
            break
        if stop <= begin:
            continue
        if start <= begin:
            width = line.ends[stop - 1] - line.ends[start] + line.widths[start]
            if begin > start or width > room:
                return max(begin + 1, min(over, stop))
        elif over < stop:
            return start
    if over == len(line.text):
        return over
    end = _line_end(line, begin, over)
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
