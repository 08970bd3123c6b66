"""Where the cells of a table stand and which of them are set alike: the same at every step of the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from docgen.blocks.table.cell import BodyRow, Cell, CellAlign, ColumnSpec, RowKind, ShadeRule, place_cells
from docgen.blocks.text.items import TextItem
from docgen.typeset.markup import plain
from docgen.value import value

Rows = list[tuple[int, int]]
"""Where a text stands in a column: the first row and the number of rows, place by place."""


@dataclass(frozen=True, slots=True)
class TableContent:
    """What is measured: columns, header rows, body rows, rules of shading; ``id`` names it in messages.

    ``shares`` are column widths as fractions of the table's width, empty where they are to be found.
    """

    id: str
    columns: tuple[ColumnSpec, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[BodyRow, ...]
    shades: tuple[ShadeRule, ...] = ()
    shares: tuple[float, ...] = ()


@value(frozen=True, slots=True)
class Alike:
    """Cells that hold the same and are set alike: the first of them, its kind of row (None: a header row) and
    column, its items with their marks, the role of its text and how the text is aligned (None: as its role).

    ``fill`` is the cell's own colour or that of its shading; ``decimal`` says whether numbers stand on the
    column's decimal point.
    """

    cell: Cell
    kind: RowKind | None
    column: int
    items: tuple[TextItem, ...]
    role: str
    align: CellAlign | None
    fill: str | None
    decimal: bool

    @property
    def bold(self) -> bool:
        """Whether the kind of row makes the text bold."""
        return self.kind in ("band", "total")


class Spot(NamedTuple):
    """Columns in which cells that are alike stand; ``alike`` is an index."""

    alike: int
    column: int
    column_span: int


class Place(NamedTuple):
    """A cell's place in the grid; ``spot`` is an index."""

    row: int
    column: int
    row_span: int
    column_span: int
    spot: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of all cells, header rows first, with what cells have in common told once.

    ``by_column`` are, for each column, the cells of it alone with the rows in which they stand.
    """

    rows: int
    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    alike: tuple[Alike, ...]
    by_column: tuple[dict[int, Rows], ...]


def grid_of(content: TableContent) -> Grid:
    """The grid of a table. Raises DocgenError where the cells do not fill it exactly."""
    head = len(content.header)
    kinds = [None] * head + [row.kind for row in content.rows]
    alike: dict[object, int] = {}
    firsts: list[Alike] = []
    spots: dict[Spot, int] = {}
    places: list[Place] = []
    by_column: tuple[dict[int, Rows], ...] = tuple({} for _ in content.columns)
    rows = [*content.header, *(row.cells for row in content.rows)]
    for row, column, cell in place_cells(rows, len(content.columns), content.id):
        kind, spec = kinds[row], content.columns[column]
        # Rules of shading and decimal points are a column's own.
        own = column if content.shades or "decimal" in (cell.align, spec.align) else None
        index = alike.setdefault((cell, kind, spec.align, spec.role, own), len(firsts))
        if index == len(firsts):
            firsts.append(alike_as(cell, kind, column, content))
        spot = spots.setdefault(Spot(index, column, cell.column_span), len(spots))
        places.append(Place(row, column, cell.row_span, cell.column_span, spot))
        if cell.column_span == 1:
            by_column[column].setdefault(index, []).append((row, cell.row_span))
    return Grid(len(rows), tuple(places), tuple(spots), tuple(firsts), by_column)


def alike_as(cell: Cell, kind: RowKind | None, column: int, content: TableContent) -> Alike:
    """What is set alike as a cell in a kind of row (None: a header row) and a column."""
    spec = content.columns[column]
    if kind is None:
        return Alike(cell, kind, column, _items(cell, None), cell.role or "table_head", cell.align, cell.fill, False)
    shade = next((rule for rule in content.shades if rule.holds(cell, column)), None)
    align = cell.align or ("left" if cell.items and spec.align == "decimal" else spec.align)
    return Alike(
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


def decimal_columns(grid: Grid) -> Sequence[Sequence[int]]:
    """For each column with numbers on their decimal points, the cells (alike) that stand there."""
    columns: dict[int, list[int]] = {}
    for index, each in enumerate(grid.alike):
        if each.decimal and each.cell.column_span == 1:
            columns.setdefault(each.column, []).append(index)
    return list(columns.values())
