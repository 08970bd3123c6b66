"""Rules on tables: the grid against the cells, merged cells, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.breach import Breach
from docgen.verifying.deck_file import A, XmlPart
from docgen.verifying.shape_rules import shape_around

_TRUE = ("1", "true")
RowColumn = tuple[int, int]


def tables_have_their_cells(part: XmlPart) -> Iterator[Breach]:
    """Every row of a table has a cell for each column of its grid."""
    for table in part.root.iter(f"{A}tbl"):
        name, columns = shape_around(table), len(table.findall(f"{A}tblGrid/{A}gridCol"))
        rows = table.findall(f"{A}tr")
        if not columns or not rows:
            yield Breach("table-grid.empty", part.where(name), rows=len(rows), columns=columns)
        for number, row in enumerate(rows, start=1):
            cells = len(row.findall(f"{A}tc"))
            if cells != columns:
                yield Breach("table-grid.row", part.where(name, number, 1), cells=cells, columns=columns)


def merged_cells_are_whole(part: XmlPart) -> Iterator[Breach]:
    """A merged cell covers cells of its table that say that they are covered; no two cover one."""
    for table in part.root.iter(f"{A}tbl"):
        name = shape_around(table)
        cells = _cells(table)
        covered: dict[RowColumn, RowColumn] = {}
        for place, cell in cells.items():
            if not _is_covered(cell):
                for row, column, kind in _amiss(place, cell, cells, covered):
                    yield _breach(kind, part.where(name, row + 1, column + 1))
        for (row, column), cell in cells.items():
            if _is_covered(cell) and (row, column) not in covered:
                yield Breach("merged-cell.without-first", part.where(name, row + 1, column + 1))


def cells_have_a_paragraph(part: XmlPart) -> Iterator[Breach]:
    """Every cell of a table has a text of at least one paragraph, which may be empty; a covered one may have no text."""
    for table in part.root.iter(f"{A}tbl"):
        for (row, column), cell in _cells(table).items():
            body = cell.find(f"{A}txBody")
            if body.find(f"{A}p") is None if body is not None else not _is_covered(cell):
                yield Breach("cell-without-paragraph", part.where(shape_around(table), row + 1, column + 1))


def _breach(kind: str, where: Any) -> Breach:
    if kind == "outside":
        return Breach("merged-cell.outside", where)
    return Breach("merged-cell.twice", where) if kind == "twice" else Breach("merged-cell.not-covered", where)


def _cells(table: Any) -> dict[RowColumn, Any]:
    """The cells by row and column, from 0."""
    rows = enumerate(table.iterfind(f"{A}tr"))
    return {(row, column): cell for row, line in rows for column, cell in enumerate(line.iterfind(f"{A}tc"))}


def _is_covered(cell: Any) -> bool:
    return cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE


def _amiss(
    first: RowColumn, cell: Any, cells: dict[RowColumn, Any], covered: dict[RowColumn, RowColumn]
) -> Iterator[tuple[int, int, str]]:
    """What is amiss in the cells that one covers: its place, and what it is; ``covered`` is added to."""
    height, width = _span(cell, "rowSpan"), _span(cell, "gridSpan")
    if height < 1 or width < 1 or (first[0] + height - 1, first[1] + width - 1) not in cells:
        yield (*first, "outside")
        return
    for row in range(first[0], first[0] + height):
        for column in range(first[1], first[1] + width):
            place = (row, column)
            if place == first:
                continue
            if place in covered:
                yield (*place, "twice")
                return
            covered[place] = first
            other = cells.get(place)
            if other is None or not _says_covered(other, row > first[0], column > first[1]):
                yield (*place, "not-covered")


def _says_covered(cell: Any, below: bool, beside: bool) -> bool:
    across, down = cell.get("hMerge") in _TRUE, cell.get("vMerge") in _TRUE
    return (across or down) if below and beside else (down if below else across)


def _span(cell: Any, name: str) -> int:
    stated = cell.get(name, "1")
    return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 10 else 0
