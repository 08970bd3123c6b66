"""A column of a table while its width is searched for: what its texts need at a width, by an estimate of lines.

Lines saved in cells that are not the highest of their row, and last lines of a character or two, count a
little.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import Rows
from docgen.value import value

# What a point of height in a cell counts that is not the highest of its row, and one of a lonely last line.
_QUIET = 0.05
_LONELY = 0.2
# A last line shorter than this looks lost (em).
_LOST = 2.2
# What a line may be longer than its room, by rounding (points).
_ROUNDING = 0.01
# Texts of more lines are as well as settled: a step would save too little for its width.
_MOST_LINES = 8
_CANDIDATES = 5


@value(frozen=True, slots=True)
class ColumnLimits:
    """Widths in points: never below ``least``, rather not below ``wanted``, never above ``most``."""

    least: float
    wanted: float
    most: float


# Plain tuples, since the search makes them by the thousand.
Need = tuple[list[float], float]
"""What a column asks for at one width: the height of each row, and its smaller wishes as a cost."""
_Line = tuple[float, float, float, float]
"""An explicit line of a text: its natural width, what stands beside it, em and pitch; points."""
_Look = tuple[float, float, float, float]
"""What stands beside a line, the insets and spaces above and below it, em and pitch; points."""
_Singles = Mapping[_Look, Sequence[tuple[int, float]]]
"""Texts of one explicit line in one row, by what they have in common: the row and the natural width, less what it
may be longer than its room."""
_Text = tuple[Rows, int, float, list[_Line]]
"""A text in a column: where it stands and how often, the insets and spaces above and below, its explicit lines."""


@dataclass(slots=True)
class SearchedColumn:
    """A column during the search: the texts that gain by width, what the others need at any width
    (``settled``), the widths at which a text loses a line, its needs at the present width, and those at the widths
    tried so far."""

    singles: _Singles
    texts: list[_Text]
    settled: Need
    steps: list[float]
    limits: ColumnLimits
    width: float
    now: Need
    known: dict[float, Need]

    def at(self, width: float) -> Need:
        """The needs of the column's texts at this width."""
        need = self.known.get(width)
        if need is None:
            need = self.known[width] = self._need(width)
        return need

    def become(self, width: float) -> None:
        """Take another width."""
        self.width, self.now = width, self.at(width)

    def _need(self, width: float) -> Need:
        need = _singles_need(self.singles, width, self.settled)
        return _need(self.texts, width, need) if self.texts else need

    def candidates(self, most: float) -> list[float]:
        """The next widths at which a cell loses a line, up to ``most``."""
        if not self.steps:
            return self.steps
        begin = bisect_right(self.steps, self.width + 0.01)
        end = bisect_right(self.steps, min(most, self.limits.most))
        if end - begin <= _CANDIDATES:
            return self.steps[begin:end]
        return [*self.steps[begin : begin + _CANDIDATES - 1], self.steps[end - 1]]


def searched_column(
    texts: Iterable[tuple[CellText, Rows]], rows: int, limits: ColumnLimits, width: float
) -> SearchedColumn:
    """A column that is ``width`` wide at the least, with its texts and where each of them stands."""
    settled: list[_Text] = []
    still_open: list[_Text] = []
    for text, places in texts:
        if text.settled(width):
            settled.append((places, len(places), text.low, []))
        else:
            still_open.append(_text(text, places))
    singles, others = _parted(still_open)
    need = _need(settled, width, ([0.0] * rows, 0.0))
    column = SearchedColumn(singles, others, need, _steps(still_open, width), limits, width, need, {})
    column.become(width)
    return column


def _parted(texts: Iterable[_Text]) -> tuple[_Singles, list[_Text]]:
    """The texts of one line in one row, which are most and quickly measured, and the others."""
    singles: dict[_Look, list[tuple[int, float]]] = {}
    others: list[_Text] = []
    for text in texts:
        places, often, down, lines = text
        if often == 1 and len(lines) == 1 and places[0][1] == 1:
            natural, around, em, pitch = lines[0]
            singles.setdefault((around, down, em, pitch), []).append((places[0][0], natural - _ROUNDING))
        else:
            others.append(text)
    return singles, others


def _text(text: CellText, places: Rows) -> _Text:
    em, across, pitch = text.look.em, text.look.across, text.look.pitch
    lines = [
        (part * em, across + item.around * em, em, pitch) for item in text.profile.items for part in item.widths
    ]
    return places, len(places), text.down, lines


def _steps(texts: Iterable[_Text], above: float) -> list[float]:
    """The widths above the given one at which a text loses a line, by the estimate; up to a hundredth of a
    point, so that no more lines are broken there."""
    widths: set[float] = set()
    for *_, lines in texts:
        for natural, around, _, _ in lines:
            for count in range(1, _MOST_LINES + 1):
                width = around + natural / count
                if width <= above:
                    break
                widths.add(round(width + 0.005, 2))
    return sorted(widths)


def _singles_need(texts: _Singles, width: float, beside: Need) -> Need:
    """As :func:`_need`, for texts of one line in one row."""
    heights, cost = beside[0].copy(), beside[1]
    for (around, down, em, pitch), singles in texts.items():
        room = max(em, width - around)
        lost = _LOST * em - _ROUNDING
        one, quiet, lonely = down + pitch, 0.0, 0.0
        for row, natural in singles:
            if natural <= room:
                height = one
            else:
                count = natural // room
                if natural - count * room < lost:
                    lonely += pitch
                height = one + count * pitch
            heights[row] = height
            quiet += height
        cost += _QUIET * quiet + _LONELY * lonely
    return heights, cost


def _need(texts: Sequence[_Text], width: float, beside: Need) -> Need:
    """What texts need at a width, by the estimate, and others ``beside`` them.

    A merged cell's height is spread over its rows. Only one of a column's cells stands in a row.
    """
    heights, cost = beside[0].copy(), beside[1]
    for places, often, height, lines in texts:
        lonely = 0.0
        for natural, around, em, pitch in lines:
            room = width - around
            if room < em:
                room = em
            if natural - _ROUNDING <= room:
                height += pitch
                continue
            count = ceil((natural - _ROUNDING) / room)
            if natural - (count - 1) * room < _LOST * em:
                lonely += pitch
            height += count * pitch
        cost += (_QUIET * height + _LONELY * lonely) * often
        for row, span in places:
            if span == 1:
                heights[row] = height
                continue
            for at in range(row, row + span):
                heights[at] = height / span
    return heights, cost
