"""Column widths from the content: the least height of the table within each column's limits.

The search starts from the widths that keep every short text whole and gives width, step by step, to the
column where a point of width saves most height. A step is the width at which a cell loses a line. When no
width is left, columns exchange some where that lowers the table. Lines saved in cells that are not the
highest of their row, and last lines of a character or two, count a little. The search works on estimates of
lines; the heights that are written are measured afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from docgen.blocks.stack import grown
from docgen.blocks.table_cell import ColumnSpec
from docgen.blocks.table_grid import Grid, Rows
from docgen.blocks.table_text import CellText

# What a point of height in a cell counts that is not the highest of its row, and one of a lonely last line.
_QUIET = 0.05
_LONELY = 0.2
# A last line shorter than this looks lost (em).
_LOST = 2.2
# What a line may be longer than its room, by rounding (points).
_ROUNDING = 0.01
# Texts of more lines are as well as settled: a step would save too little for its width.
_MOST_LINES = 8
_MOST_STEPS = 200
_MOST_EXCHANGES = 12
_CANDIDATES = 5
# Rates that differ by less are equal.
_EQUAL = 1e-9
# An exchange must lower the table by so many points, so that the search ends.
_WORTHWHILE = 0.5


class ColumnLimits(NamedTuple):
    """Widths in points: never below ``least``, rather not below ``wanted``, never above ``most``."""

    least: float
    wanted: float
    most: float


# Plain tuples, since the search makes them by the thousand.
_Need = tuple[list[float], float]
"""What a column asks for at one width: the height of each row, and its smaller wishes as a cost."""
_Line = tuple[float, float, float, float]
"""An explicit line of a text: its natural width, what stands beside it, em and pitch; points."""
_Text = tuple[Rows, float, list[_Line]]
"""A text in a column: where it stands, the insets and spaces above and below, its explicit lines."""


@dataclass(slots=True)
class _Column:
    """A column during the search: the texts that gain by width, what the others need at any width
    (``settled``), and its needs at the widths tried so far."""

    texts: list[_Text]
    settled: _Need
    steps: list[float]
    limits: ColumnLimits
    width: float
    known: dict[float, _Need]

    def at(self, width: float) -> _Need:
        """The needs of the column's texts at this width."""
        need = self.known.get(width)
        if need is None:
            need = self.known[width] = _need(self.texts, width, self.settled)
        return need

    @property
    def now(self) -> _Need:
        """The needs at the present width."""
        return self.at(self.width)

    def candidates(self, most: float) -> list[float]:
        """The next widths at which a cell loses a line, up to ``most``."""
        begin = bisect_right(self.steps, self.width + 0.01)
        end = bisect_right(self.steps, min(most, self.limits.most))
        if end - begin <= _CANDIDATES:
            return self.steps[begin:end]
        return [*self.steps[begin : begin + _CANDIDATES - 1], self.steps[end - 1]]


def column_widths(
    specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText], width: float
) -> tuple[float, ...]:
    """The widths of the columns in points; their sum is ``width`` unless every column has a lower maximum.

    ``texts`` are those of the cells that are alike in the grid.
    """
    limits = _limits(specs, grid, texts)
    start = _start(limits, width)
    columns = [
        _column({index: texts[index] for index in places}, places, grid.rows, limit, first)
        for places, limit, first in zip(grid.by_column, limits, start, strict=True)
    ]
    if not _unbroken(columns, width):
        _search(columns, start, width)
    widths = [column.width for column in columns]
    return tuple(grown(widths, [limit.most for limit in limits], widths, width - sum(widths)))


def _unbroken(columns: Sequence[_Column], width: float) -> bool:
    """Whether no line of any text needs to break; then the columns have the widths for that, as by the search."""
    ends = [column.steps[-1] if column.steps else column.width for column in columns]
    if sum(ends) > width or any(end > column.limits.most for column, end in zip(columns, ends, strict=True)):
        return False
    for column, end in zip(columns, ends, strict=True):
        column.width = end
    return True


def _search(columns: Sequence[_Column], start: Sequence[float], width: float) -> None:
    """Give the columns their widths, from those of the ``start``."""
    spare = width - sum(start)
    for _ in range(_MOST_STEPS):
        step = _best_step(columns, spare)
        if step is None:
            break
        column, wider = step
        spare -= wider - column.width
        column.width = wider
    for _ in range(_MOST_EXCHANGES):
        exchange = _best_exchange(columns, spare, start)
        if exchange is None:
            break
        for index, changed in exchange:
            spare += columns[index].width - changed
            columns[index].width = changed


def _column(
    texts: Mapping[int, CellText], places: Mapping[int, Rows], rows: int, limits: ColumnLimits, width: float
) -> _Column:
    """A column that is ``width`` wide at the least, with its texts and where each of them stands."""
    settled: list[_Text] = []
    still_open: list[_Text] = []
    for index, text in texts.items():
        (settled if text.settled(width) else still_open).append(_text(text, places[index]))
    need = _need(settled, width, ([0.0] * rows, 0.0))
    return _Column(still_open, need, _steps(still_open, width), limits, width, {})


def _text(text: CellText, places: Rows) -> _Text:
    across = text.across
    lines = [
        (natural, across + around, em, pitch) for parts, _, around, pitch, em in text.extents for natural in parts
    ]
    return places, text.down, lines


def _steps(texts: Iterable[_Text], above: float) -> list[float]:
    """The widths above the given one at which a text loses a line, by the estimate; to a hundredth of a point."""
    widths: set[float] = set()
    for _, _, lines in texts:
        for natural, around, _, _ in lines:
            for count in range(1, _MOST_LINES + 1):
                width = around + natural / count
                if width <= above:
                    break
                widths.add(round(width, 2))
    return sorted(widths)


def _need(texts: Sequence[_Text], width: float, beside: _Need) -> _Need:
    """What texts need at a width, by the estimate, and others ``beside`` them.

    A merged cell's height is spread over its rows.
    """
    heights, cost = beside[0].copy(), beside[1]
    for places, height, lines in texts:
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
        cost += (_QUIET * height + _LONELY * lonely) * len(places)
        for row, span in places:
            if span == 1:
                if height > heights[row]:
                    heights[row] = height
                continue
            share = height / span
            for at in range(row, row + span):
                if share > heights[at]:
                    heights[at] = share
    return heights, cost


def _limits(specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText]) -> list[ColumnLimits]:
    least = [spec.minimum for spec in specs]
    wanted = [spec.minimum for spec in specs]
    merged = []
    for spot in grid.spots:
        alike, column, span = spot
        if span > 1:
            merged.append(spot)
        elif specs[column].width is None:
            text = texts[alike]
            if text.least > least[column]:
                least[column] = text.least
            if text.wanted > wanted[column]:
                wanted[column] = text.wanted
    for alike, column, span in sorted(merged, key=lambda spot: spot.column_span):
        inside = range(column, column + span)
        open_columns = [index for index in inside if specs[index].width is None]
        for widths, need in ((least, texts[alike].least), (wanted, texts[alike].wanted)):
            lack = need - sum([widths[index] for index in inside])
            if lack > 0:
                for index in open_columns:
                    widths[index] += lack / len(open_columns)
    limits = []
    for spec, low, high in zip(specs, least, wanted, strict=True):
        most = float("inf") if spec.maximum is None else max(spec.maximum, spec.minimum)
        if spec.width is not None:
            low = high = most = spec.width
        limits.append(ColumnLimits(min(low, most), min(max(low, high), most), most))
    return limits


def _start(limits: Sequence[ColumnLimits], width: float) -> list[float]:
    """The wanted widths where there is room, else between least and wanted, else the least made narrower."""
    least = sum(limit.least for limit in limits)
    wanted = sum(limit.wanted for limit in limits)
    if wanted <= width:
        return [limit.wanted for limit in limits]
    if least > width:
        return [limit.least * width / least for limit in limits]
    share = (width - least) / (wanted - least)
    return [limit.least + share * (limit.wanted - limit.least) for limit in limits]


def _best_step(columns: Sequence[_Column], spare: float) -> tuple[_Column, float] | None:
    """The column and the width that save most for a point of width; None where nothing is saved."""
    offers = [(column, widths) for column in columns if (widths := column.candidates(column.width + spare))]
    if not offers:
        return None
    top, second = _two_highest([column.now[0] for column in columns])
    best, best_rate = None, 0.0
    for column, widths in offers:
        present, (heights, cost) = column.width, column.now
        # Where the column is not the highest of a row it saves nothing of the row's height.
        leading = [row for row, height in enumerate(heights) if height >= top[row]]
        for wider in widths:
            lower, less = column.at(wider)
            saved = cost - less
            for row in leading:
                height, highest = lower[row], top[row]
                if height < highest:
                    saved += highest - (height if height > second[row] else second[row])
            rate = saved / (wider - present)
            if rate > best_rate + _EQUAL or (best is None and rate > 0):
                best, best_rate = (column, wider), rate
    return best


def _two_highest(columns: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    """The largest and the second largest height of each row."""
    top = list(columns[0])
    second = [0.0] * len(top)
    for heights in columns[1:]:
        for row, height in enumerate(heights):
            if height > top[row]:
                top[row], second[row] = height, top[row]
            elif height > second[row]:
                second[row] = height
    return top, second


def _best_exchange(
    columns: Sequence[_Column], spare: float, start: Sequence[float]
) -> tuple[tuple[int, float], tuple[int, float]] | None:
    """Two columns with the widths that they should have instead, where that lowers the table most.

    No column gives away what it had at the ``start``.
    """
    lowest = _total([column.now for column in columns]) - _WORTHWHILE
    best: tuple[tuple[int, float], tuple[int, float]] | None = None
    for taker, column in enumerate(columns):
        for wider in column.candidates(float("inf"))[:3]:
            lack = wider - column.width - spare
            for giver, other in enumerate(columns):
                narrower = other.width - lack
                if giver == taker or lack <= 0 or narrower < start[giver]:
                    continue
                needs = [one.now for one in columns]
                needs[taker], needs[giver] = column.at(wider), other.at(narrower)
                total = _total(needs)
                if total < lowest:
                    lowest, best = total, ((taker, wider), (giver, narrower))
    return best


def _total(needs: Sequence[_Need]) -> float:
    """The height of the table and the columns' smaller wishes."""
    heights = map(max, *[heights for heights, _ in needs]) if len(needs) > 1 else needs[0][0]
    return sum(heights) + sum([cost for _, cost in needs])
