"""The search for the widths of a table's columns.

It gives width, step by step, to the column where a point of width saves most height. A step is the width at
which a cell loses a line. When no width is left, columns exchange some where that lowers the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.table.column import Need, SearchedColumn

_MOST_STEPS = 200
_MOST_EXCHANGES = 12
# Rates that differ by less are equal.
_EQUAL = 1e-9
# An exchange must lower the table by so many points, so that the search ends.
_WORTHWHILE = 0.5

Highest = tuple[Sequence[float], Sequence[float]]
"""The largest and the second largest height of each row in some columns; empty where there are none."""


def widened(columns: Sequence[SearchedColumn], width: float) -> list[float]:
    """The widths in which the table is lowest, ``width`` together at the most; no column is narrower than it
    was."""
    moving = [column for column in columns if column.steps]
    still = _two_highest([column.now[0] for column in columns if not column.steps])
    start = [column.width for column in moving]
    spare = width - sum([column.width for column in columns])
    for _ in range(_MOST_STEPS):
        step = _best_step(moving, still, spare)
        if step is None:
            break
        column, wider = step
        spare -= wider - column.width
        column.become(wider)
    for _ in range(_MOST_EXCHANGES):
        exchange = _best_exchange(moving, still, spare, start)
        if exchange is None:
            break
        for index, changed in exchange:
            spare += moving[index].width - changed
            moving[index].become(changed)
    return [column.width for column in columns]


def _best_step(
    columns: Sequence[SearchedColumn], still: Highest, spare: float
) -> tuple[SearchedColumn, float] | None:
    """The column and the width that save most for a point of width; None where nothing is saved.

    ``still`` are the heights of the columns that no width would lower.
    """
    offers = [(column, widths) for column in columns if (widths := column.candidates(column.width + spare))]
    if not offers:
        return None
    top, second = _two_highest([column.now[0] for column in columns], still)
    best, best_rate = None, 0.0
    for column, widths in offers:
        present, (heights, cost) = column.width, column.now
        # Where the column is not the highest of a row it saves nothing of the row's height.
        leading = [row for row, height in enumerate(heights) if height >= top[row]]
        most = cost - column.settled[1] + sum([top[row] - second[row] for row in leading])
        for wider in widths:
            if most <= best_rate * (wider - present):
                break
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


def _two_highest(columns: Sequence[Sequence[float]], others: Highest = ((), ())) -> Highest:
    """The largest and the second largest height of each row in these columns and ``others``."""
    given = [*columns, *[heights for heights in others if heights]]
    if len(given) < 2:
        return (given[0], [0.0] * len(given[0])) if given else ((), ())
    rows = [sorted(heights) for heights in zip(*given, strict=True)]
    return [row[-1] for row in rows], [row[-2] for row in rows]


def _best_exchange(
    columns: Sequence[SearchedColumn], still: Highest, spare: float, start: Sequence[float]
) -> tuple[tuple[int, float], tuple[int, float]] | None:
    """Two columns with the widths that they should have instead, where that lowers the table most.

    No column gives away what it had at the ``start``.
    """
    if len(columns) < 2:
        return None
    lowest = _total([column.now for column in columns], still) - _WORTHWHILE
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
                total = _total(needs, still)
                if total < lowest:
                    lowest, best = total, ((taker, wider), (giver, narrower))
    return best


def _total(needs: Sequence[Need], still: Highest) -> float:
    """The height of the table and the smaller wishes of the columns that are searched."""
    columns: list[Sequence[float]] = [heights for heights, _ in needs]
    if still[0]:
        columns.append(still[0])
    height: float = sum([max(heights) for heights in zip(*columns, strict=True)])
    return height + sum([cost for _, cost in needs])
