"""What a table is made of: columns, cells with spans, rows, and rules of shading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from docgen.blocks.text.items import TextItem
from docgen.errors import DocgenError
from docgen.placed import Anchor
from docgen.typeset.markup import plain
from docgen.value import value

CellAlign = Literal["left", "center", "right", "decimal"]
RowKind = Literal["body", "band", "total"]

# Signs before a number: hyphen, minus, 全角 forms, and the triangles of Japanese accounts.
_NUMBER = re.compile(r"[(（]?(?P<sign>[+\-−－＋△▲±]?)(?P<number>\d[\d,]*(?:\.\d+)?).{0,12}")
_NEGATIVE = "-−－△▲"


@value(frozen=True, slots=True)
class ColumnSpec:
    """A column: heading, alignment of its body, limits of its width in points, role of its text."""

    heading: str = ""
    align: CellAlign | None = None
    width: float | None = None
    minimum: float = 0
    maximum: float | None = None
    role: str | None = None


@value(frozen=True, slots=True)
class Cell:
    """One cell: a text with inline markup, or items; what is None comes from its column and row.

    ``link`` is a slide's id or a URL; ``mark`` a sign before the text. ``value`` is the number that rules
    of shading look at (None: read from the text). ``continued`` marks a merged cell opened again after a
    split; ``rest`` a cell that holds what did not fit on the page before.
    """

    text: str = ""
    items: tuple[TextItem, ...] = ()
    row_span: int = 1
    column_span: int = 1
    role: str | None = None
    align: CellAlign | None = None
    anchor: Anchor = "middle"
    fill: str | None = None
    link: str | None = None
    mark: str = ""
    value: float | None = None
    continued: bool = False
    rest: bool = False

    @property
    def number(self) -> float | None:
        """``value``, or the number that the text is but for a unit after it; None where it is none."""
        if self.value is not None:
            return self.value
        match = _NUMBER.fullmatch(plain(self.text).strip())
        if match is None:
            return None
        number = float(match["number"].replace(",", ""))
        return -number if match["sign"] and match["sign"] in _NEGATIVE else number


@value(frozen=True, slots=True)
class BodyRow:
    """The cells that begin in a row, left to right; ``rest`` marks the remainder of a row that was parted."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"
    rest: bool = False


@value(frozen=True, slots=True)
class ShadeRule:
    """Cells whose number is at least (or at most) ``threshold`` get ``fill`` and ``mark``.

    ``columns`` are indices; empty means all columns.
    """

    threshold: float
    fill: str
    mark: str
    direction: Literal["at_least", "at_most"] = "at_least"
    columns: tuple[int, ...] = ()

    def holds(self, cell: Cell, column: int) -> bool:
        """Whether the rule shades this cell."""
        number = cell.number
        if number is None or (self.columns and column not in self.columns):
            return False
        return number >= self.threshold if self.direction == "at_least" else number <= self.threshold


class GridCell(NamedTuple):
    """A cell with its place in the grid."""

    row: int
    column: int
    cell: Cell


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
            taken = range(column, column + cell.column_span)
            if taken.stop > columns or max(free_from[column : taken.stop], default=0) > row:
                raise _misfit(table, row, "has more cells than columns")
            if row + cell.row_span > len(rows):
                raise _misfit(table, row, "has a cell that reaches below the table")
            placed.append(GridCell(row, column, cell))
            for index in taken:
                free_from[index] = row + cell.row_span
            column = taken.stop
        if free_from and min(free_from) <= row:
            raise _misfit(table, row, "has fewer cells than columns")
    return tuple(placed)


def _misfit(table: str, row: int, what: str) -> DocgenError:
    return DocgenError(
        f"row {row + 1} (header rows included) {what}",
        where=f"table {table}",
        expected="one cell a column, merged cells counted in every row and column that they cover",
    )
