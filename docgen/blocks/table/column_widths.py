"""Column widths from the content: the least height of the table within each column's limits.

1. Limits: how narrow and how wide each column may be, by its specification and its texts; heads keep their phrases
   whole where all columns have the room, else their words.
2. Start: the widths that keep every short text on one line, or less where there is no room.
3. Bound: where widths make every row as low as it can be, the table is at its lowest; the search begins there.
4. Greedy search: width goes, step by step, to the column where a point of it saves most height; a step is the
   width at which a text loses a line. When no width is left, columns exchange some where that lowers the table
   (local search).
5. What is left then is spread over the columns.

The search works on estimates of lines; the heights that are written are measured afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from docgen.blocks.arrange.stack import grown
from docgen.blocks.table.cell import ColumnSpec
from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.column import ColumnLimits, ColumnTexts, Need, SearchedColumn
from docgen.blocks.table.grid import Grid
from docgen.blocks.table.heads import PARTINGS, head_width, is_head
from docgen.blocks.table.kept_whole import room_to_keep
from docgen.blocks.table.lowest_rows import widths_of_lowest_rows
from docgen.with_fields import with_fields

_MOST_STEPS = 200
_MOST_EXCHANGES = 12
# Rates that differ by less are equal.
_EQUAL = 1e-9
# An exchange must lower the table by so many points, so that the search ends.
_WORTHWHILE = 0.5

Highest = tuple[Sequence[float], Sequence[float]]
"""The largest and the second largest height of each row in some columns; empty where there are none."""
Exchange = tuple[tuple[int, float], tuple[int, float]]
"""Two columns, by index, with the widths that they should have."""


def column_widths(
    specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText], width: float
) -> tuple[float, ...]:
    """The widths of the columns in points; their sum is ``width`` unless every column has a lower maximum.

    ``texts`` are those of the grid's distinct cells.
    """
    limits = _limits_with_heads(specs, grid, texts, width)
    start = _start(limits, width)
    widths = _unbroken(grid, texts, start)
    if fsum(widths) > width or any(own > limit.most for own, limit in zip(widths, limits, strict=True)):
        columns = [
            ColumnTexts.of([(texts[index], rows) for index, rows in cells.items()], grid.rows, first)
            for cells, first in zip(grid.by_column, start, strict=True)
        ]
        widths = _searched(columns, limits, start, width)
    return tuple(grown(widths, [limit.most for limit in limits], widths, width - fsum(widths)))


def whole_widths(
    specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText], width: float
) -> tuple[float, ...] | None:
    """Widths of the columns, together ``width``, at which no cell breaks what stays whole; None where it has no room.

    Columns get what is stated of their widths as far as that leaves it whole.
    """
    kept = [room_to_keep(text) for text in texts]
    least = least_widths(specs, grid, texts, kept)
    if fsum(least) > width:
        return None
    freed = [_no_narrower(spec, own) for spec, own in zip(specs, least, strict=True)]
    return column_widths(freed, grid, [with_fields(text, least=own) for text, own in zip(texts, kept, strict=True)], width)


def least_widths(
    specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText], leasts: Sequence[float]
) -> list[float]:
    """The least widths of columns whose cells are no narrower than the ``leasts``, whatever is stated of the columns."""
    free = [with_fields(spec, width=None, maximum=None) for spec in specs]
    return [limit.least for limit in _limits(free, grid, leasts, texts)]


def _no_narrower(spec: ColumnSpec, least: float) -> ColumnSpec:
    """A column's specification with limits that leave it so much width."""
    width = None if spec.width is None else max(spec.width, least)
    maximum = None if spec.maximum is None else max(spec.maximum, least)
    return with_fields(spec, width=width, maximum=maximum)


def _limits_with_heads(
    specs: Sequence[ColumnSpec], grid: Grid, texts: Sequence[CellText], width: float
) -> list[ColumnLimits]:
    """The limits of columns whose heads are parted between phrases; where that has no room between words; else anywhere."""
    for parting in PARTINGS:
        limits = _limits(specs, grid, [head_width(text, parting) if is_head(text) else text.least for text in texts], texts)
        if fsum(limit.least for limit in limits) <= width:
            return limits
    return _limits(specs, grid, [text.least for text in texts], texts)


def _limits(
    specs: Sequence[ColumnSpec], grid: Grid, leasts: Sequence[float], texts: Sequence[CellText]
) -> list[ColumnLimits]:
    """The limits of columns whose cells are no narrower than the ``leasts``; a cell that is merged over columns widens
    those without a fixed width evenly."""
    least = [spec.minimum for spec in specs]
    wanted = [spec.minimum for spec in specs]
    for column, (spec, cells) in enumerate(zip(specs, grid.by_column, strict=True)):
        if spec.width is None:
            least[column] = max([spec.minimum, *[leasts[index] for index in cells]])
            wanted[column] = max([spec.minimum, *[texts[index].wanted for index in cells]])
    merged = [column_cell for column_cell in grid.column_cells if column_cell.column_span > 1]
    for cell, column, span in sorted(merged, key=lambda column_cell: column_cell.column_span):
        columns = range(column, column + span)
        open_columns = [index for index in columns if specs[index].width is None]
        for widths, need in ((least, leasts[cell]), (wanted, texts[cell].wanted)):
            lack = need - fsum([widths[index] for index in columns])
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
    least = fsum(limit.least for limit in limits)
    wanted = fsum(limit.wanted for limit in limits)
    if wanted <= width:
        return [limit.wanted for limit in limits]
    if least > width:
        return [limit.least * width / least for limit in limits]
    share = (width - least) / (wanted - least)
    return [limit.least + share * (limit.wanted - limit.least) for limit in limits]


def _unbroken(grid: Grid, texts: Sequence[CellText], start: Sequence[float]) -> list[float]:
    """The widths, no smaller than at the ``start``, at which no text that stands in one column needs to break."""
    return [
        max([first, *[texts[index].unbroken for index in cells]])
        for cells, first in zip(grid.by_column, start, strict=True)
    ]


def _searched(
    texts: Sequence[ColumnTexts], limits: Sequence[ColumnLimits], start: Sequence[float], width: float
) -> list[float]:
    """The widths in which the table is lowest, together at most ``width``; no column gets narrower than at the start."""
    lowest = widths_of_lowest_rows(texts, start, [limit.most for limit in limits], width)
    begin = start if lowest is None else lowest
    spare = width - fsum(begin)
    columns = [
        SearchedColumn.of(own, limit, first, first + spare) for own, limit, first in zip(texts, limits, begin, strict=True)
    ]
    moving = [column for column in columns if column.steps]
    still = _two_highest([column.need[0] for column in columns if not column.steps])
    first_widths = [column.width for column in moving]
    for _ in range(_MOST_STEPS):
        step = _best_step(moving, still, spare)
        if step is None:
            break
        column, wider = step
        spare -= wider - column.width
        column.become(wider)
    if lowest is None:
        _exchange(moving, still, spare, first_widths)
    return [column.width for column in columns]


def _exchange(columns: Sequence[SearchedColumn], still: Highest, spare: float, start: Sequence[float]) -> None:
    """Let columns exchange width as long as that lowers the table; none gives away what it had at the start."""
    for _ in range(_MOST_EXCHANGES):
        exchange = _best_exchange(columns, still, spare, start)
        if exchange is None:
            break
        for index, changed in exchange:
            spare += columns[index].width - changed
            columns[index].become(changed)


def _best_step(
    columns: Sequence[SearchedColumn], still: Highest, spare: float
) -> tuple[SearchedColumn, float] | None:
    """The column and the width that save most for a point of width; None where nothing is saved.

    ``still`` are the heights of the columns that no width would lower.
    """
    offers = [(column, widths) for column in columns if (widths := column.candidates(column.width + spare))]
    if not offers:
        return None
    highest, second = _two_highest([column.need[0] for column in columns], still)
    best, best_rate = None, 0.0
    for column, widths in offers:
        leading = _leading(column, highest)
        most = column.need[1] + fsum([highest[row] - second[row] for row in leading])
        for wider in widths:
            if most <= best_rate * (wider - column.width):
                break
            rate = _saved(column, wider, leading, highest, second) / (wider - column.width)
            if rate > best_rate + _EQUAL or (best is None and rate > 0):
                best, best_rate = (column, wider), rate
    return best


def _leading(column: SearchedColumn, highest: Sequence[float]) -> list[int]:
    """The rows of which the column is the highest: where it is not, it saves nothing of the row's height."""
    return [row for row, height in enumerate(column.need[0]) if height >= highest[row]]


def _saved(
    column: SearchedColumn, wider: float, leading: Sequence[int], highest: Sequence[float], second: Sequence[float]
) -> float:
    """What a width of a column saves of the table's height and of the costs, the other columns as they are."""
    lower, lower_cost = column.need_at(wider)
    saved = column.need[1] - lower_cost
    for row in leading:
        height = lower[row] if lower[row] > second[row] else second[row]
        if height < highest[row]:
            saved += highest[row] - height
    return saved


def _two_highest(columns: Sequence[Sequence[float]], others: Highest = ((), ())) -> Highest:
    """The largest and the second largest height of each row in these columns and ``others``."""
    given = [*columns, *[heights for heights in others if heights]]
    if len(given) < 2:
        return (given[0], [0.0] * len(given[0])) if given else ((), ())
    rows = [sorted(heights) for heights in zip(*given, strict=True)]
    return [row[-1] for row in rows], [row[-2] for row in rows]


def _best_exchange(
    columns: Sequence[SearchedColumn], still: Highest, spare: float, start: Sequence[float]
) -> Exchange | None:
    """The exchange that lowers the table most; no column gives away what it had at the ``start``."""
    if len(columns) < 2:
        return None
    highest, second = _two_highest([column.need[0] for column in columns], still)
    total = _total([column.need for column in columns], still)
    best, most = None, _WORTHWHILE
    for taker, column in enumerate(columns):
        leading = _leading(column, highest)
        for wider in column.candidates(float("inf"))[:3]:
            lack = wider - column.width - spare
            # The column that gives saves nothing: an exchange saves no more than the one that takes.
            if lack <= 0 or _saved(column, wider, leading, highest, second) <= most:
                continue
            for giver, other in enumerate(columns):
                narrower = other.width - lack
                if giver == taker or narrower < start[giver]:
                    continue
                needs = [own.need for own in columns]
                needs[taker], needs[giver] = column.need_at(wider), other.need_at(narrower)
                saved = total - _total(needs, still)
                if saved > most:
                    best, most = ((taker, wider), (giver, narrower)), saved
    return best


def _total(needs: Sequence[Need], still: Highest) -> float:
    """The height of the table and the costs of the columns that are searched."""
    columns: list[Sequence[float]] = [heights for heights, _ in needs]
    if still[0]:
        columns.append(still[0])
    height: float = fsum([max(heights) for heights in zip(*columns, strict=True)])
    return height + fsum([cost for _, cost in needs])
