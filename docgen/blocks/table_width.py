"""Column widths from the content: the least height of the table within each column's limits.

The search starts from the widths that keep every short text whole and gives width, step by step, to the
column where a point of width saves most height. A step is the width at which a cell loses a line. When no
width is left, columns exchange some where that lowers the table. Lines saved in cells that are not the
highest of their row, and last lines of a character or two, count a little. The search works on estimates of
lines; the heights that are written are measured afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from docgen.blocks.stack import grown
from docgen.blocks.table_cell import ColumnSpec
from docgen.blocks.table_text import CellText, PlacedText

# What a point of height in a cell counts that is not the highest of its row, and one of a lonely last line.
_QUIET = 0.05
_LONELY = 0.2
_MOST_STEPS = 200
_MOST_EXCHANGES = 12
_CANDIDATES = 5
# An exchange must lower the table by so many points, so that the search ends.
_WORTHWHILE = 0.5


class ColumnLimits(NamedTuple):
    """Widths in points: never below ``least``, rather not below ``wanted``, never above ``most``."""

    least: float
    wanted: float
    most: float


class _Need(NamedTuple):
    """What a column asks for at one width: the height of each row, and its smaller wishes as a cost."""

    heights: list[float]
    cost: float


Rows = list[tuple[int, int]]
"""Where a text stands in a column: the first row and the number of rows, place by place."""


@dataclass(slots=True)
class _Column:
    """A column during the search: the texts that gain by width with their places, what the others need at
    any width (``settled``), and its needs at the widths tried so far."""

    texts: list[tuple[CellText, Rows]]
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
    specs: Sequence[ColumnSpec], cells: Sequence[PlacedText], rows: int, width: float
) -> tuple[float, ...]:
    """The widths of the columns in points; their sum is ``width`` unless every column has a lower maximum."""
    limits = _limits(specs, cells)
    start = _start(limits, width)
    columns = [
        _column(texts, rows, limit, first)
        for texts, limit, first in zip(_by_column(cells, len(specs)), limits, start, strict=True)
    ]
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
    widths = [column.width for column in columns]
    return tuple(grown(widths, [limit.most for limit in limits], widths, spare))


def _by_column(cells: Sequence[PlacedText], columns: int) -> list[list[tuple[CellText, Rows]]]:
    """The different texts of each column with their places; cells over several columns are left out."""
    found: list[dict[int, tuple[CellText, Rows]]] = [{} for _ in range(columns)]
    for cell in cells:
        if cell.column_span == 1:
            _, rows = found[cell.column].setdefault(id(cell.text), (cell.text, []))
            rows.append((cell.row, cell.row_span))
    return [list(texts.values()) for texts in found]


def _column(texts: list[tuple[CellText, Rows]], rows: int, limits: ColumnLimits, width: float) -> _Column:
    """A column that is ``width`` wide at the least."""
    settled: list[tuple[CellText, Rows]] = []
    still_open: list[tuple[CellText, Rows]] = []
    for text, places in texts:
        (settled if text.settled(width) else still_open).append((text, places))
    steps = sorted({round(step, 2) for text, _ in still_open for step in text.steps(width)})
    need = _need(settled, width, _Need([0.0] * rows, 0.0))
    return _Column(still_open, need, steps, limits, width, {})


def _need(texts: Sequence[tuple[CellText, Rows]], width: float, beside: _Need) -> _Need:
    """What texts need at a width, and others ``beside`` them; a merged cell's height is spread over its rows."""
    heights, cost = beside.heights.copy(), beside.cost
    for text, places in texts:
        height, lonely = text.estimate(width)
        cost += (_QUIET * height + _LONELY * lonely) * len(places)
        for row, span in places:
            share = height / span
            for at in range(row, row + span):
                if share > heights[at]:
                    heights[at] = share
    return _Need(heights, cost)


def _limits(specs: Sequence[ColumnSpec], cells: Sequence[PlacedText]) -> list[ColumnLimits]:
    least = [spec.minimum for spec in specs]
    wanted = [spec.minimum for spec in specs]
    different = {(id(cell.text), cell.column, cell.column_span): cell for cell in cells}
    for cell in sorted(different.values(), key=lambda cell: cell.column_span):
        span = range(cell.column, cell.column + cell.column_span)
        for widths, need in ((least, cell.text.least), (wanted, cell.text.wanted)):
            lack = need - sum([widths[index] for index in span])
            if lack > 0:
                open_columns = [index for index in span if specs[index].width is None]
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
    offers = [(column, column.candidates(column.width + spare)) for column in columns]
    if not any(widths for _, widths in offers):
        return None
    top, second = _two_highest([column.now.heights for column in columns])
    best: tuple[float, _Column, float] | None = None
    for column, widths in offers:
        now = column.now
        # Where the column is not the highest of a row it saves nothing of the row's height.
        leading = [
            (row, highest, second[row])
            for row, (highest, height) in enumerate(zip(top, now.heights, strict=True))
            if height >= highest
        ]
        for wider in widths:
            then = column.at(wider)
            saved = now.cost - then.cost
            for row, highest, next_highest in leading:
                height = then.heights[row]
                if height < highest:
                    saved += highest - (height if height > next_highest else next_highest)
            rate = saved / (wider - column.width)
            if rate > 0 and (best is None or rate > best[0] + 1e-9):
                best = (rate, column, wider)
    return None if best is None else (best[1], best[2])


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
    lowest = _total(column.now for column in columns) - _WORTHWHILE
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


def _total(needs: Iterable[_Need]) -> float:
    """The height of the table and the columns' smaller wishes."""
    known = list(needs)
    heights = known[0].heights
    for need in known[1:]:
        heights = list(map(max, heights, need.heights))
    return sum(heights) + sum([need.cost for need in known])
