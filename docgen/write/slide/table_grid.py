"""The grid of a table: which cell fills each place, and which stroke lies on each edge.

Programs differ in whose border wins where two cells state one edge. So every edge of the grid is settled
here once: the wider stroke, else the one of the lower or right cell.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import DocgenError
from docgen.messages import Message, message
from docgen.placed import Line, TableCell, TableMark
from docgen.value import value

CellIndex = tuple[int, int]
"""Row and column of a cell, from 0."""


@value(frozen=True, slots=True)
class Edges:
    """The strokes of a grid: ``horizontal[row, column]`` above a cell, ``vertical[row, column]`` left of it."""

    horizontal: Mapping[CellIndex, Line]
    vertical: Mapping[CellIndex, Line]


def cell_owners(mark: TableMark) -> dict[CellIndex, CellIndex]:
    """For every place of the grid the place of the cell that fills it (itself, or the origin of its merge).

    Raises DocgenError where rows are not as wide as the grid or merges are not complete.
    """
    owners: dict[CellIndex, CellIndex] = {}
    width, height = len(mark.columns), len(mark.rows)
    for row, cells in enumerate(mark.rows):
        if len(cells.cells) != width:
            raise _broken(mark, row, 0, message("row-unlike-grid", cells=len(cells.cells), columns=width))
        for column, cell in enumerate(cells.cells):
            if cell.covered:
                if (row, column) not in owners:
                    raise _broken(mark, row, column, message("covered-by-nothing"))
                continue
            if row + cell.row_span > height or column + cell.column_span > width:
                raise _broken(mark, row, column, message("span-out-of-table"))
            _cover(mark, (row, column), cell, owners)
    return owners


def grid_edges(mark: TableMark, owners: Mapping[CellIndex, CellIndex]) -> Edges:
    """The settled strokes of all edges that lie between two cells or at the table's rim."""
    horizontal: dict[CellIndex, Line] = {}
    vertical: dict[CellIndex, Line] = {}
    for (row, column), origin in owners.items():
        cell = mark.rows[origin[0]].cells[origin[1]]
        last_row, last_column = origin[0] + cell.row_span - 1, origin[1] + cell.column_span - 1
        if row == origin[0]:
            _put_wider(horizontal, (row, column), cell.top)
        if row == last_row:
            _put_wider(horizontal, (row + 1, column), cell.bottom)
        if column == origin[1]:
            _put_wider(vertical, (row, column), cell.left)
        if column == last_column:
            _put_wider(vertical, (row, column + 1), cell.right)
    return Edges(horizontal, vertical)


def _put_wider(edges: dict[CellIndex, Line], index: CellIndex, line: Line | None) -> None:
    known = edges.get(index)
    if line is not None and (known is None or line.width >= known.width):
        edges[index] = line


def _cover(mark: TableMark, origin: CellIndex, cell: TableCell, owners: dict[CellIndex, CellIndex]) -> None:
    if cell.row_span == 1 and cell.column_span == 1 and origin not in owners:
        owners[origin] = origin
        return
    for row in range(origin[0], origin[0] + cell.row_span):
        for column in range(origin[1], origin[1] + cell.column_span):
            if (row, column) in owners:
                raise _broken(mark, row, column, message("merged-cells-overlap"))
            if (row, column) != origin and not mark.rows[row].cells[column].covered:
                raise _broken(mark, row, column, message("covers-a-free-cell"))
            owners[row, column] = origin


def _broken(mark: TableMark, row: int, column: int, fault: Message) -> DocgenError:
    return DocgenError("table-grid-broken", table=mark.id, row=row + 1, column=column + 1, fault=fault)
