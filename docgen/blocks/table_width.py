"""Column widths from the content: the least height of the table within each column's limits.

The search starts from the widths that keep every short text whole and gives width, step by step, to the
column where a point of width saves most height. A step is the width at which a cell loses a line. It works
on estimates of lines; the heights that are written are measured afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.stack import grown
from docgen.blocks.table_cell import ColumnSpec
from docgen.blocks.table_text import CellText

# What a line saved in a cell that is not the highest of its row counts, against one that is.
_QUIET_LINE = 0.05
_MOST_STEPS = 200
_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class ColumnLimits:
    """Widths in points: never below ``least``, rather not below ``wanted``, never above ``most``."""

    least: float
    wanted: float
    most: float


@dataclass(slots=True)
class _Column:
    """A column during the search: its cells by row, the heights at its present width."""

    cells: list[tuple[int, int, CellText]]
    steps: list[float]
    limits: ColumnLimits
    width: float
    heights: list[float]
    known: dict[float, list[float]]

    def at(self, width: float) -> list[float]:
        """The height that the column's cells ask of each row at this width."""
        heights = self.known.get(width)
        if heights is None:
            heights = self.known[width] = [0.0] * len(self.heights)
            for row, span, cell in self.cells:
                share = cell.estimate(width) / span
                for index in range(row, row + span):
                    heights[index] = max(heights[index], share)
        return heights

    def candidates(self, most: float) -> list[float]:
        """The next widths at which a cell loses a line, up to ``most``."""
        most = min(most, self.limits.most)
        found = [step for step in self.steps if self.width + 0.01 < step <= most]
        return found if len(found) <= _CANDIDATES else [*found[: _CANDIDATES - 1], found[-1]]


def column_widths(
    specs: Sequence[ColumnSpec], cells: Sequence[CellText], rows: int, width: float
) -> tuple[float, ...]:
    """The widths of the columns in points; their sum is ``width`` unless every column has a lower maximum."""
    limits = _limits(specs, cells)
    start = _start(limits, width)
    columns = [
        _column([cell for cell in cells if (cell.column, cell.column_span) == (index, 1)], rows, limit, first)
        for index, (limit, first) in enumerate(zip(limits, start, strict=True))
    ]
    spare = width - sum(start)
    for _ in range(_MOST_STEPS):
        step = _best_step(columns, spare)
        if step is None:
            break
        column, wider = step
        spare -= wider - column.width
        column.width, column.heights = wider, column.at(wider)
    widths = [column.width for column in columns]
    return tuple(grown(widths, [limit.most for limit in limits], widths, spare))


def _column(cells: Sequence[CellText], rows: int, limits: ColumnLimits, width: float) -> _Column:
    steps = sorted({round(step, 2) for cell in cells for step in cell.steps()})
    column = _Column(
        [(cell.row, cell.row_span, cell) for cell in cells], steps, limits, width, [0.0] * rows, {}
    )
    column.heights = column.at(width)
    return column


def _limits(specs: Sequence[ColumnSpec], cells: Sequence[CellText]) -> list[ColumnLimits]:
    least = [spec.minimum for spec in specs]
    wanted = [spec.minimum for spec in specs]
    for cell in sorted(cells, key=lambda cell: cell.column_span):
        span = range(cell.column, cell.column + cell.column_span)
        for widths, need in ((least, cell.least), (wanted, cell.wanted)):
            lack = need - sum(widths[index] for index in span)
            open_columns = [index for index in span if specs[index].width is None]
            for index in open_columns if lack > 0 else ():
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
    """The column and the width that save most height for a point of width; None where nothing is saved."""
    rows = len(columns[0].heights) if columns else 0
    top, second = [0.0] * rows, [0.0] * rows
    for column in columns:
        for row, height in enumerate(column.heights):
            if height > top[row]:
                top[row], second[row] = height, top[row]
            elif height > second[row]:
                second[row] = height
    best: tuple[float, _Column, float] | None = None
    for column in columns:
        for wider in column.candidates(column.width + spare):
            rate = _saved(column, column.at(wider), top, second) / (wider - column.width)
            if rate > 0 and (best is None or rate > best[0] + 1e-9):
                best = (rate, column, wider)
    return None if best is None else (best[1], best[2])


def _saved(column: _Column, heights: Sequence[float], top: Sequence[float], second: Sequence[float]) -> float:
    saved = 0.0
    for before, after, highest, next_highest in zip(column.heights, heights, top, second, strict=True):
        if after < before:
            saved += _QUIET_LINE * (before - after)
            if before >= highest:
                saved += highest - max(after, next_highest)
    return saved
