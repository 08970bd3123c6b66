"""Where the cells of a table stand and which of them are set alike: the same at every step of the ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum
from typing import NamedTuple

from docgen.blocks.table.cell import BodyRow, Cell, CellAlign, ColumnSpec, RowKind, ShadeRule
from docgen.blocks.text.items import TextItem
from docgen.errors import DocgenError
from docgen.messages import message
from docgen.prose.markup import plain
from docgen.value import value

RowSpans = tuple[tuple[int, int], ...]
"""Where a cell stands in a column: the first row and the number of rows, place by place."""


@value(frozen=True, slots=True)
class TableContent:
    """What is measured: columns, header rows, body rows, rules of shading; ``id`` names it in messages.

    ``shares`` are column widths as fractions of the table's width, empty where they are to be found. ``inset`` are the
    points at both sides of a cell's text, None for the pack's. ``settled`` says that the widths are those of a table of
    which this is a part, so that they stay whatever stands in it.
    """

    id: str
    columns: tuple[ColumnSpec, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[BodyRow, ...]
    shades: tuple[ShadeRule, ...] = ()
    shares: tuple[float, ...] = ()
    inset: float | None = None
    settled: bool = False


class GridCell(NamedTuple):
    """A cell with the row and the column where it begins."""

    row: int
    column: int
    cell: Cell


Kind = tuple[RowKind | None, str]
"""What the look of a cell depends on: the kind of its row (None: a header row) and its role."""


@value(frozen=True, slots=True)
class DistinctCell:
    """A cell as it is set, once for all cells of a table that hold the same and look the same.

    ``source`` is the first of them; ``row_kind`` is None in a header row; ``items`` are its text with its marks.
    ``align`` is None where its role says how it is aligned, and that of a head is the cells' below it; ``fill`` is the
    cell's own colour or that of its shading; ``decimal`` says whether it is a number on the decimal point of its
    ``column``.
    """

    source: Cell
    row_kind: RowKind | None
    column: int
    items: tuple[TextItem, ...]
    role: str
    align: CellAlign | None
    fill: str | None
    decimal: bool

    @property
    def kind(self) -> Kind:
        """What its look depends on."""
        return self.row_kind, self.role

    @property
    def bold(self) -> bool:
        """Whether the kind of row makes the text bold."""
        return self.row_kind in ("band", "total")


class ColumnCell(NamedTuple):
    """A distinct cell, by index, in columns where it stands and so has one width."""

    cell: int
    column: int
    column_span: int


class GridArea(NamedTuple):
    """The rows and columns that a cell covers; ``column_cell`` is an index."""

    row: int
    column: int
    row_span: int
    column_span: int
    column_cell: int


@value(frozen=True, slots=True)
class Grid:
    """The areas of all cells, header rows first, with what cells have in common told once.

    ``by_column`` has, for each column, the distinct cells of it alone with the rows where they stand.
    """

    rows: int
    areas: tuple[GridArea, ...]
    column_cells: tuple[ColumnCell, ...]
    cells: tuple[DistinctCell, ...]
    by_column: tuple[Mapping[int, RowSpans], ...]


def width_across(widths: Sequence[float], column: int, span: int) -> float:
    """The width of a cell over so many columns, from a column on."""
    return widths[column] if span == 1 else fsum(widths[column : column + span])


def grid_of(content: TableContent) -> Grid:
    """The grid of a table. Raises DocgenError where the cells do not fill it exactly."""
    kinds = [None] * len(content.header) + [row.kind for row in content.rows]
    indices: dict[object, int] = {}
    cells: list[DistinctCell] = []
    column_cells: dict[ColumnCell, int] = {}
    areas: list[GridArea] = []
    by_column: list[dict[int, list[tuple[int, int]]]] = [{} for _ in content.columns]
    rows = [*content.header, *(row.cells for row in content.rows)]
    for row, column, cell in place_cells(rows, len(content.columns), content.id):
        kind, spec = kinds[row], content.columns[column]
        # Rules of shading and decimal points are a column's own.
        own = column if content.shades or "decimal" in (cell.align, spec.align) else None
        index = indices.setdefault((cell, kind, spec.align, spec.role, own), len(cells))
        if index == len(cells):
            cells.append(distinct_cell(cell, kind, column, content))
        column_cell = column_cells.setdefault(ColumnCell(index, column, cell.column_span), len(column_cells))
        areas.append(GridArea(row, column, cell.row_span, cell.column_span, column_cell))
        if cell.column_span == 1:
            by_column[column].setdefault(index, []).append((row, cell.row_span))
    spans = [{index: tuple(places) for index, places in column.items()} for column in by_column]
    return Grid(len(rows), tuple(areas), tuple(column_cells), tuple(cells), tuple(spans))


def place_cells(rows: Sequence[Sequence[Cell]], columns: int, table: str) -> tuple[GridCell, ...]:
    """Each cell with its place: a row's cells fill, left to right, what cells above leave free.

    Raises DocgenError where cells do not fill the grid of ``columns`` exactly; ``table`` names it.
    """
    free_from = [0] * columns
    placed: list[GridCell] = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while column < columns and free_from[column] > row:
                column += 1
            covered = range(column, column + cell.column_span)
            if covered.stop > columns or max(free_from[column : covered.stop], default=0) > row:
                raise DocgenError("row-too-long", where=message("on-table", table=table), row=row + 1)
            if row + cell.row_span > len(rows):
                raise DocgenError("cell-below-table", where=message("on-table", table=table), row=row + 1)
            placed.append(GridCell(row, column, cell))
            for index in covered:
                free_from[index] = row + cell.row_span
            column = covered.stop
        if free_from and min(free_from) <= row:
            raise DocgenError("row-too-short", where=message("on-table", table=table), row=row + 1)
    return tuple(placed)


def distinct_cell(cell: Cell, kind: RowKind | None, column: int, content: TableContent) -> DistinctCell:
    """A cell as it is set in a kind of row (None: a header row) and a column."""
    spec = content.columns[column]
    if kind is None:
        role = cell.role or "table_head"
        below = None if cell.column_span > 1 else "center" if spec.align == "decimal" else spec.align
        return DistinctCell(cell, kind, column, _items(cell, None), role, cell.align or below, cell.fill, False)
    shade = next((rule for rule in content.shades if rule.holds(cell, column)), None)
    align = cell.align or ("left" if cell.items and spec.align == "decimal" else spec.align)
    return DistinctCell(
        cell,
        kind,
        column,
        _items(cell, shade),
        cell.role or spec.role or "table_body",
        align,
        cell.fill or (shade.fill if shade else None),
        align == "decimal" and not cell.items and bool(plain(cell.text)),
    )


def _items(cell: Cell, shade: ShadeRule | None) -> tuple[TextItem, ...]:
    """The items of a cell, with the sign before and the mark of its shading after them."""
    items = cell.items or (TextItem(cell.text),)
    if cell.mark:
        items = (replace(items[0], text=f"{cell.mark} {items[0].text}"), *items[1:])
    if shade:
        items = (*items[:-1], replace(items[-1], text=f"{items[-1].text} {shade.mark}"))
    return items
