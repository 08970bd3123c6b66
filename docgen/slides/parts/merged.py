"""Rows of a table whose equal cells, one below the other, become one merged cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.blocks.table.cell import BodyRow, Cell


def merged_rows(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> tuple[BodyRow, ...]:
    """The rows with the cells of ``columns`` merged downwards where they are equal.

    The columns are levels: a merged cell ends where one in a column named before it ends.
    """
    starts = _starts(rows, columns)
    made = []
    for index, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            if column not in columns:
                cells.append(cell)
            elif index in starts[column]:
                ends = [start for start in starts[column] if start > index]
                cells.append(replace(cell, row_span=(ends[0] if ends else len(rows)) - index))
        made.append(BodyRow(tuple(cells)))
    return tuple(made)


def _starts(rows: Sequence[Sequence[Cell]], columns: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """For each merged column the rows in which a cell of it begins."""
    starts: dict[int, tuple[int, ...]] = {}
    outer: tuple[int, ...] = ()
    for column in columns:
        outer = tuple(
            index
            for index in range(len(rows))
            if index == 0 or index in outer or rows[index][column] != rows[index - 1][column]
        )
        starts[column] = outer
    return starts
