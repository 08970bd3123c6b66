"""The lines of a text chosen as a whole: those that cost a reader the least, and fit in every program."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from docgen.compose.explicit_line import SPARE, ExplicitLine, explicit_lines
from docgen.compose.reading_costs import LONELY, ends_badly, unread, unread_in_sentence
from docgen.placed import Paragraph
from docgen.typeset.characters import NOT_FIRST, NOT_LAST
from docgen.typeset.measured_line import Container
from docgen.typeset.opportunities import unbreakable
from docgen.typeset.text_measure import TextMeasure
from docgen.typeset.together import inside_units

# A first or last line of so many characters is rather short.
_RATHER_LONELY = 4
# In less room (em) only the last line is too short.
_NARROW = 6.5
# Of a long text, a line may end so many places before the last that fits.
_MOST_PLACES = 14
# What it costs that a last line is too short, or a line rather; what an open end costs at the most, and a change from
# how lines end by themselves.
_TOO_SHORT, _RATHER_SHORT, _OPEN, _CHANGED = 400.0, 15.0, 6.0, 0.3
# What a line of a sentence may leave open: a part of its room, or so much (em); what it costs beyond, and what beyond
# the reach within which a line ends earlier so that it reads better (em).
_RAGGED, _RAGGED_EM, _IN_REACH = 0.15, 3.0, 8.0
_LOOSE, _TORN = 2.0, 8.0
# A cost for which a line more is taken where there is room.
_BAD = 100.0
# After these a line may end by a break, though no program ends one there before Latin by itself.
_PAUSES = frozenset("、。，．」』）】")
_NOT_FIRST = NOT_FIRST | {" ", "　"}
_NOT_AT_EDGES = _NOT_FIRST | NOT_LAST

Way = tuple[float, tuple[int, ...]]
"""What lines cost, and where they end but for the last."""


class SoftEnds(NamedTuple):
    """Where soft breaks should stand in a text, whether lines still part what is one, or the last is too short, and
    whether they are more lines than those into which the text breaks by itself."""

    breaks: tuple[int, ...]
    read_badly: bool
    is_longer: bool


def soft_ends(
    paragraph: Paragraph,
    width: float,
    measure: TextMeasure,
    container: Container,
    room_for_more: Callable[[], bool],
) -> SoftEnds:
    """Where soft breaks should stand in a paragraph's text; none where its lines end well by themselves.

    ``width`` is the room inside the insets (points); ``room_for_more`` says whether a line more has room.
    """
    breaks: list[int] = []
    offset, most, is_longer = 0, 0.0, False
    for line in explicit_lines(paragraph, width, measure, container):
        text = line.spaced.text
        most_lines = max(map(len, line.readings))
        if most_lines > 1:
            badly = any(ends_badly(text, ends, phrases=line.is_short) for ends in line.readings)
            if badly or most_lines > len(line.ends) or _may_stray(line):
                (cost, chosen), lines = _chosen(line, most_lines, room_for_more)
                breaks += [offset + end for end in chosen]
                most, is_longer = max(most, cost), is_longer or lines > len(line.ends)
        offset += len(text) + 1
    return SoftEnds(tuple(breaks), most >= _TOO_SHORT, is_longer)


def _may_stray(line: ExplicitLine) -> bool:
    """Whether a line ends so near to a place inside what is one that a program which rounds otherwise may end it there."""
    units = inside_units(line.spaced.text)
    return bool(units) and any(line.strays(begin, units) for begin in (0, *line.ends[:-1]))


def _open_cost(line: ExplicitLine, width: float, room: float) -> float:
    """What it costs that a line of this width leaves a part of its room open, as it is set with gaps."""
    if room <= 0:
        left, cost = 0.0, _OPEN
    else:
        left = room - width if width < room else 0.0
        cost = _OPEN * (left / room) ** 2
    if line.is_short or left <= max(_RAGGED * room, _RAGGED_EM * line.em):
        return cost
    return cost + (_LOOSE if left <= _IN_REACH * line.em else _TORN)


def _chosen(line: ExplicitLine, most_lines: int, room_for_more: Callable[[], bool]) -> tuple[Way, int]:
    """The ends at which breaks are needed, with what the lines cost, and how many lines they are; no ends where no
    choice is better than how the text breaks by itself, in at the most so many lines."""
    costs = _Costs(line)
    own = max([_cost_of(line.spaced.text, ends, costs) for ends in line.readings])
    best = _best(line, len(line.ends), costs)
    if (best is None or best[0] >= _BAD) and room_for_more():
        longer = _best(line, len(line.ends) + 1, costs)
        best = longer if best is None or (longer is not None and longer[0] < best[0]) else best
    is_better = best is not None and (best[0] < own or (best[0] < _BAD and _may_stray(line)))
    if best is None or not (is_better or most_lines > len(line.ends)):
        # One program needs a line more than there is room for.
        is_over = best is None and most_lines > len(line.ends)
        return (max(own, _TOO_SHORT) if is_over else own, ()), len(line.ends)
    return (best[0], _needed(line, best[1])), len(best[1]) + 1


class _Costs(dict[tuple[int, bool], float]):
    """What it costs a reader that a line ends at a place, by the place and whether the line holds what it can (which
    matters in sentences alone); told when it is asked for."""

    def __init__(self, line: ExplicitLine) -> None:
        super().__init__()
        self._text, self._is_short = line.spaced.text, line.is_short
        self._units = inside_units(line.spaced.text)

    def __missing__(self, key: tuple[int, bool]) -> float:
        end, is_full = key
        if self._is_short:
            cost = unread(self._text, end, self._units)
        else:
            cost = unread_in_sentence(self._text, end, self._units, is_full=is_full)
        self[key] = cost
        return cost


def _cost_of(text: str, ends: Sequence[int], costs: _Costs) -> float:
    """What the text costs a reader as it breaks by itself."""
    cost = fsum([costs[end, True] for end in ends[:-1]])
    return cost + _cost_of_last(text, ends[-2] if len(ends) > 1 else 0)


def _cost_of_last(text: str, begin: int) -> float:
    length = len(text) - begin if begin else _RATHER_LONELY + 1
    return _TOO_SHORT if length <= LONELY else _RATHER_SHORT if length <= _RATHER_LONELY else 0.0


def _best(line: ExplicitLine, most: int, costs: _Costs) -> Way | None:
    """The cheapest lines, at most so many, with their cost; None where they do not hold the text."""
    ways: dict[int, Way] = {0: (0.0, ())}
    finished: list[Way] = []
    for left in range(most - 1, 0, -1):
        finished += _finished(line, ways, left == most - 1)
        ways = _with_line_more(line, ways, left, left == most - 1, costs)
    finished += _finished(line, ways, most == 1)
    return min(finished, default=None)


def _finished(line: ExplicitLine, ways: Mapping[int, Way], is_first: bool) -> Iterator[Way]:
    """Of the ways, by where the next line begins, those whose rest has room in one line, with what that costs."""
    text, ends_at, widths = line.spaced.text, line.spaced.ends, line.spaced.widths
    room = (line.first if is_first else line.room) - SPARE * line.em
    for begin, (cost, ends) in ways.items():
        if line.holds_rest(begin, room):
            spare = _open_cost(line, ends_at[-1] - ends_at[begin] + widths[begin], room) if line.is_short else 0.0
            yield cost + spare + _cost_of_last(text, begin), ends


def _with_line_more(
    line: ExplicitLine, ways: Mapping[int, Way], left: int, is_first: bool, costs: _Costs
) -> dict[int, Way]:
    """The cheapest ways with a line more, by where the next one begins; so many lines are ``left`` after it."""
    ends_at, widths, is_short = line.spaced.ends, line.spaced.widths, line.is_short
    whole = line.first if is_first else line.room
    room, least = whole - SPARE * line.em, _least_end(line, left)
    places = _places(line.spaced.text)
    # In a narrow column a line of a few characters is not short.
    lonely = 0 if not is_first else _RATHER_LONELY if line.first >= _NARROW * line.em else LONELY
    longer: dict[int, Way] = {}
    for begin, (cost, ends) in ways.items():
        limit, end_before, width = line.limit(begin, room), ends_at[begin], widths[begin]
        for end, after in _ends_of(line, places, max(begin + 1, least), limit):
            is_full = is_short or (after > limit and line.is_full(begin, end, after, whole))
            own = costs[end, is_full]
            # An end that is not where all programs end a line by themselves costs a little.
            if not (end in line.ends and end in line.kanji_ends and end in line.plain_ends):
                own += _CHANGED
            short = _RATHER_SHORT if end <= lonely else 0.0
            spare = _open_cost(line, ends_at[end - 1] - end_before + width, room)
            way = (cost + own + short + spare, (*ends, end))
            if end not in longer or way < longer[end]:
                longer[end] = way
    return longer


def _least_end(line: ExplicitLine, left: int) -> int:
    """Where a line must end at the earliest, so that what follows has room in the lines ``left``."""
    # What follows is narrower than the lines that are left.
    room = left * line.room
    spaced, plain = line.spaced.ends, line.plain.ends
    return max(bisect_left(spaced, spaced[-1] - room), bisect_left(plain, plain[-1] - room))


def _ends_of(line: ExplicitLine, places: Sequence[int], least: int, most: int) -> Iterator[tuple[int, int]]:
    """The places at which a line may end that ends between two places, each with the one that follows it."""
    last, first = bisect_right(places, most), bisect_left(places, least)
    if line.is_short:
        # In titles, heads and labels nothing follows from what comes after.
        return zip(places[first:last], places[first:last], strict=True)
    first = max(first, last - _MOST_PLACES)
    return zip(places[first:last], [*places[first + 1 : last + 1], len(line.spaced.text)], strict=False)


@functools.lru_cache(maxsize=1024)
def _places(text: str) -> Sequence[int]:
    """Where a line of the text may end."""
    barred = {
        place for begin, end in unbreakable(text) for place in range(begin + 1, end) if text[place - 1] not in _PAUSES
    }
    if not _NOT_AT_EDGES.isdisjoint(text):
        barred.update([place for place, character in enumerate(text) if character in _NOT_FIRST])
        barred.update([place for place, character in enumerate(text, 1) if character in NOT_LAST])
    places = range(1, len(text))
    return [place for place in places if place not in barred] if barred else places


def _needed(line: ExplicitLine, ends: Sequence[int]) -> tuple[int, ...]:
    """Those of the ends that are not where each program ends the line by itself."""
    # The first line ends by itself where it was seen to, but that links change it.
    seen, units = {line.ends[0], line.kanji_ends[0], line.plain_ends[0]}, inside_units(line.spaced.text)
    first = line.natural(0) if line.spaced.links else seen
    found = [ends[0]] if ends and (first != {ends[0]} or line.strays(0, units)) else []
    later = [
        end
        for begin, end in pairwise(ends)
        if line.natural(begin) != {end - begin} or line.strays(begin, units)
    ]
    return (*found, *later)
