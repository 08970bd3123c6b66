"""An area of a sheet as rows of cells as they are shown, merged cells filled: what a table is read from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.errors import CellPosition, DocgenError, DocgenErrors, WrongValue
from docgen.reading.workbook.sheet import Address, Area, Sheet
from docgen.reading.workbook.shown import NOTHING, Remark, ShownCell, shown
from docgen.value import value

_MOST_CELLS = 5_000_000
_MOST_ERRORS = 20
EMPTY = ShownCell("")


@value(frozen=True, slots=True)
class GridCell:
    """A cell of a grid with its address. A ``filled`` one shows what another cell, merged with it, holds."""

    shown: ShownCell
    row: int
    column: int
    filled: bool = False

    @property
    def text(self) -> str:
        """What the cell shows."""
        return self.shown.text

    @property
    def own(self) -> str:
        """What the cell itself holds; "" where it is filled from another."""
        return "" if self.filled else self.shown.text

    @property
    def remark(self) -> Remark:
        """What is to be said of how the cell was read."""
        return NOTHING if self.filled else self.shown.remark


Row = tuple[GridCell, ...]


@value(frozen=True, slots=True)
class Grid:
    """Rows of cells of a sheet, all equally wide. Rows and columns of the sheet without any text are not among them."""

    file: str
    sheet: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()

    def place(self, cell: GridCell | None = None) -> CellPosition:
        """The place of a cell, or of the sheet."""
        return CellPosition(self.file, self.sheet, *((cell.row, cell.column) if cell is not None else ()))

    def transposed(self) -> Grid:
        """The grid with its columns as rows."""
        return replace(self, rows=tuple(zip(*self.rows, strict=True)))


def grid_of(sheet: Sheet, area: Area, file: str, all_digits: bool = False) -> Grid:
    """The cells of an area. DocgenErrors for formulas without a result and cells that are errors, at their addresses."""
    origins = dict(_covered(sheet, area)) if sheet.merged else {}
    cells = _shown_cells(sheet, area, origins, file, all_digits)
    filled = {address for address, origin in origins.items() if cells.get(origin, EMPTY).text}
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    if len(rows) * len(columns) > _MOST_CELLS:
        where = CellPosition(file, sheet.name, rows[-1], columns[-1])
        raise DocgenError("grid-too-wide", where=where, rows=len(rows), columns=len(columns))

    def cell(row: int, column: int) -> GridCell:
        if (row, column) in filled:
            return GridCell(cells[origins[row, column]], row, column, filled=True)
        return GridCell(cells.get((row, column), EMPTY), row, column)

    merged = tuple(each for each in sheet.merged if (each.top, each.left) in cells)
    return Grid(file, sheet.name, tuple(tuple(cell(row, column) for column in columns) for row in rows), merged)


def _shown_cells(
    sheet: Sheet, area: Area, covered: Mapping[Address, Address], file: str, all_digits: bool
) -> Mapping[Address, ShownCell]:
    """What each cell of an area shows that shows anything, but for those ``covered`` by merged cells."""
    cells: dict[Address, ShownCell] = {}
    errors = []
    for address, stored in sheet.cells.items():
        if address not in area or address in covered:
            continue
        try:
            cells[address] = shown(stored, sheet.since_1904, all_digits)
        except WrongValue as wrong:
            errors.append(DocgenError.of(wrong.message, where=CellPosition(file, sheet.name, *address)))
    if errors:
        raise DocgenErrors(errors[:_MOST_ERRORS]) if len(errors) > 1 else errors[0]
    return {address: cell for address, cell in cells.items() if cell.text}


def _covered(sheet: Sheet, area: Area) -> Iterator[tuple[Address, Address]]:
    """The cells of an area that are merged into another, with the address of that one.

    Only cells in rows and columns that hold something count: an area may be merged down to the last row.
    """
    inside = [address for address in sheet.cells if address in area]
    rows, columns = (sorted(set(numbers)) for numbers in zip(*inside, strict=True)) if inside else ([], [])
    for each in sheet.merged:
        for row in rows[bisect_left(rows, each.top) : bisect_right(rows, each.bottom)]:
            for column in columns[bisect_left(columns, each.left) : bisect_right(columns, each.right)]:
                if (row, column) != (each.top, each.left):
                    yield (row, column), (each.top, each.left)
