"""A cross table (クロス表) unpivoted: a row for each of its numbers, with the names of its row and of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.breach import Breach
from docgen.errors import DocgenError
from docgen.model.dataset import CrossTable
from docgen.reading.workbook.grid import Grid, GridCell, Row
from docgen.reading.workbook.head import Headed
from docgen.reading.workbook.outside import is_total


def unpivoted(table: Headed, cross: CrossTable, grid: Grid, totals: bool) -> tuple[Headed, tuple[Breach, ...]]:
    """The table with a row for each number; columns at its end that are totals are left out and said.

    DocgenError for a number whose row or column has no name.
    """
    count = len(cross.rows)
    if len(table.names) <= count:
        raise DocgenError("cross-too-narrow", where=grid.place(), columns=len(table.names), count=count)
    end = len(table.names)
    while not totals and end > count + 1 and _is_total(table.keys, end - 1):
        end -= 1
    said = tuple(
        Breach("total-left-out.beside", grid.place(_head_cell(table, column)), level="notice", words=table.names[column])
        for column in range(end, len(table.names))
    )
    rows = tuple(_rows(table, range(count, end), count, grid))
    return Headed((*cross.rows, *cross.columns, cross.values), (), rows), said


def _rows(table: Headed, columns: Iterable[int], count: int, grid: Grid) -> Iterator[Row]:
    for row in table.rows:
        if not any(row[column].text for column in columns) and not row[0].text:
            continue
        for column in columns:
            names = (*row[:count], *(keys[column] for keys in table.keys))
            nameless = next((cell for cell in names if not cell.text), None)
            if nameless is not None and row[column].text:
                raise _without_a_name(nameless, row[column], grid)
            if nameless is None:
                yield (*names, row[column])


def _head_cell(table: Headed, column: int) -> GridCell:
    return next(row[column] for row in table.keys if row[column].text)


def _is_total(keys: Iterable[Row], column: int) -> bool:
    return any(is_total(row[column].text) for row in keys)


def _without_a_name(nameless: GridCell, cell: GridCell, grid: Grid) -> DocgenError:
    return DocgenError("cross-number-nameless", where=grid.place(nameless), number=cell.text)
