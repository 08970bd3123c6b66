"""Where the lines of a text end: kinsoku, hanging punctuation, Latin words, links, tabs.

The rules are those by which LibreOffice 7.4 breaks Japanese text, found by measuring. What fits on a line is found
by bisection of the characters' ends, so that trying another width costs a few bisections.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right

from docgen.typeset.characters import HANGING, JOINER, NOT_FIRST, NOT_LAST, STICKY
from docgen.typeset.measured_line import ROUNDING, MeasuredLine
from docgen.typeset.opportunities import last_opportunity
from docgen.typeset.tabs import Tabs, overflow_with_tabs

# Two characters between which ONLYOFFICE ends a line: at a kanji or full-width form, after a space or hyphen. Of what
# may not begin a line it takes the middle dot to be no such thing.
_FORMS = (
    ("\u2e80", "\u2fdf"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\uff00", "\uffee"),
    ("\U00020000", "\U0003ffff"),
)  # fmt: skip
_NEVER_FIRST = NOT_FIRST - {"・", "ー"}
# Between any other two characters of a Japanese stretch a line simply ends.
_STAYS_WITH_BEFORE = NOT_FIRST | HANGING | STICKY | {" "}
_STAYS_WITH_AFTER = NOT_LAST | {JOINER}


def may_part_kana(text: str, place: int) -> bool:
    """Whether ONLYOFFICE ends a line at a place."""
    before, after = text[place - 1], text[place]
    if after in _NEVER_FIRST:
        return False
    return before in " \u2014-" or (before not in NOT_LAST and (_is_form(before) or _is_form(after)))


@functools.lru_cache(maxsize=8192)
def _is_form(character: str) -> bool:
    """Whether a character is a kanji or a full-width form."""
    return any(first <= character <= last for first, last in _FORMS)


def kana_kept_ends(line: MeasuredLine, width: float, first: float) -> list[int]:
    """As :func:`line_ends`, as ONLYOFFICE breaks lines: no punctuation hangs, and what has no kanji and no full-width
    form in it is a word: kana with the comma between them, or with a number, stay together where a line holds them."""
    text, length = line.text, len(line.text)
    result: list[int] = []
    begin, room = 0, first + ROUNDING
    while begin < length:
        end = bisect_right(line.ends, line.ends[begin] - line.widths[begin] + room, begin, length)
        if end < length and text[end] == " ":
            end += 1
        elif end < length:
            whole = end
            while whole > begin and not may_part_kana(text, whole):
                whole -= 1
            end = whole if whole > begin else max(end, begin + 1)
        begin = end
        result.append(begin)
        room = width + ROUNDING
    return result or [0]


def line_ends(
    line: MeasuredLine, width: float, first: float | None = None, tabs: Tabs | None = None, *, hanging: bool = True
) -> list[int]:
    """The lines into which an explicit line breaks: the index after the last character of each, at least one.

    ``width`` is in the line's own unit (dots, or em in a profile); ``first`` is the first line's, where it
    differs; ``tabs`` are needed where the text has tabs. Without ``hanging`` no punctuation stands over the edge.
    """
    text, widths, ends, edges, _, links = line
    length = len(text)
    result: list[int] = []
    begin = 0
    room = (width if first is None else first) + ROUNDING
    while begin < length:
        # The first character that does not fit.
        if tabs is not None:
            over = overflow_with_tabs(line, begin, room, tabs)
        else:
            over = bisect_right(ends, ends[begin] - widths[begin] + room, begin, length)
        if links:
            begin = _end_among_links(line, begin, over, room)
        elif over == length or (
            begin < over
            and text[over] not in _STAYS_WITH_BEFORE
            and text[over - 1] not in _STAYS_WITH_AFTER
            and not bisect_left(edges, over) % 2
        ):
            begin = over
        else:
            begin = _line_end(line, begin, over, hanging=hanging)
        result.append(begin)
        room = width + ROUNDING
    return result or [0]


def _line_end(line: MeasuredLine, begin: int, over: int, *, hanging: bool = True) -> int:
    """Where the line from ``begin`` on ends, if ``over`` is the first character that does not fit."""
    text = line.text
    if text[over] == " " and over > begin:
        return over + 1
    latin = bisect_left(line.edges, over) % 2
    end = last_opportunity(text, begin, over) if latin else _japanese_end(text, begin, over, hanging=hanging)
    if end <= begin:
        end = max(over, begin + 1)
    return _whole_cluster(text, begin, end)


def _end_among_links(line: MeasuredLine, begin: int, over: int, room: float) -> int:
    """As :func:`_line_end`, in a text with links: a link that has room on a line of its own stays whole.

    ``over`` may be the text's length.
    """
    links, length = line.links, len(line.text)
    first = max(0, bisect_right(links, (begin, length)) - 1)
    for start, stop in links[first:]:
        if start > over or start == length:
            break
        if stop <= begin:
            continue
        if start <= begin:
            width = line.ends[stop - 1] - line.ends[start] + line.widths[start]
            if begin > start or width > room:
                return max(begin + 1, min(over, stop))
        elif over < stop:
            return start
    if over == length:
        return over
    end = _line_end(line, begin, over)
    for start, stop in links[first:]:
        if start < end < stop:
            return start if start > begin else stop
    return end


def _japanese_end(text: str, begin: int, over: int, *, hanging: bool) -> int:
    """Where a line ends in Japanese: punctuation hangs over the edge, what may not stand at an edge moves on."""
    end = over
    if hanging and text[over] in HANGING:
        end += 1
        if end == len(text):
            return end
    while end > begin and (text[end] in NOT_FIRST or text[end - 1] in NOT_LAST):
        end -= 1
    return end


def _whole_cluster(text: str, begin: int, end: int) -> int:
    """``end`` moved so that no combining mark is parted from its character."""
    back = end
    while back > begin and back < len(text) and (text[back] in STICKY or text[back - 1] == JOINER):
        back -= 1
    if back > begin:
        return back
    while end < len(text) and (text[end] in STICKY or text[end - 1] == JOINER):
        end += 1
    return end
