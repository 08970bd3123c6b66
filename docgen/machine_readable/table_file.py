"""A sheet of a workbook, or a text file, as the cells that are written in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import CellPosition, Located, Position
from docgen.reading.workbook.sheet import Address, Area


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A cell with something in it: its ``text`` as it is stored, and whether it ``is_number`` to a program.

    ``padded`` where spaces or breaks stand around the text, ``formula`` where one computes it.
    """

    row: int
    column: int
    text: str
    is_number: bool
    padded: bool = False
    formula: bool = False


@dataclass(frozen=True, slots=True)
class TableFile:
    """The cells of a sheet, or of a text file (``sheet`` is "" then), with what else lies on it.

    ``objects`` are the kinds of what lies above the cells, ``formats`` the number formats in use. Rows of a text file are
    its lines.
    """

    path: Path
    sheet: str
    cells: Mapping[Address, WrittenCell]
    merged: tuple[Area, ...] = ()
    objects: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    def where(self, row: int = 0, column: int = 0) -> Located:
        """The place of a cell, or of the sheet or file."""
        if self.sheet:
            return CellPosition(str(self.path), self.sheet, row, column)
        return Position(str(self.path), max(row, 1), max(column, 1))

    def row(self, number: int) -> tuple[WrittenCell, ...]:
        """The cells of a row, from the left."""
        return tuple(cell for (row, _), cell in sorted(self.cells.items()) if row == number)

    def rows(self) -> Iterator[tuple[int, tuple[WrittenCell, ...]]]:
        """The rows that hold something, each with its number."""
        by_row: dict[int, list[WrittenCell]] = {}
        for (row, _), cell in sorted(self.cells.items()):
            by_row.setdefault(row, []).append(cell)
        return ((row, tuple(cells)) for row, cells in by_row.items())


def cells_by_address(cells: Iterable[WrittenCell]) -> dict[Address, WrittenCell]:
    """Cells by their rows and columns."""
    return {(cell.row, cell.column): cell for cell in cells}
