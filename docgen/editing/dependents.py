"""Which formulas of a workbook depend on cells that changed. One that cannot be told apart counts as if it did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Cell = tuple[str, int, int]
"""A sheet's name, a row and a column, from 1."""
Area = tuple[str, int, int, int, int]
"""A sheet's name, the first row and column, the last row and column."""

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_SHEET = r"(?:'(?P<quoted>(?:[^']|'')+)'!|(?P<plain>[^\W\d][\w.]*)!)?"
_CELL = r"\$?[A-Z]{1,3}\$?[1-9][0-9]*"
_AREA = rf"(?P<area>{_CELL}(?::{_CELL})?|\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}|\$?[0-9]+:\$?[0-9]+)"
REFERENCE = re.compile(rf"{_SHEET}{_AREA}(?![\w(.!])")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
# What is left of a formula without its references is words of functions, numbers and signs: a word without a bracket
# after it is a defined name, a bracket [ a table's column or another workbook.
_UNCERTAIN = re.compile(r"\[|!|\b(?:INDIRECT|OFFSET|CELL|INDEX)\b|\b(?!TRUE\b|FALSE\b)[^\W\d][\w.]*\b(?!\s*\()")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the cell that it fills. One that is not plain is shared by cells, or fills several."""

    sheet: str
    row: int
    column: int
    text: str
    is_plain: bool = True

    @property
    def cell(self) -> Cell:
        """The cell that the formula fills."""
        return self.sheet, self.row, self.column


def dependents(formulas: Sequence[Formula], changed: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells of the formulas that depend on ``changed`` cells, directly or by other formulas.

    >>> total, twice, other = Formula("A", 9, 2, "SUM(B2:B8)"), Formula("B", 1, 1, "A!B9*2"), Formula("A", 1, 4, "C1+1")
    >>> dependents([twice, total, other], [("A", 8, 2)])
    (('A', 9, 2), ('B', 1, 1))
    """
    areas = {formula.cell: tuple(_areas(formula)) for formula in formulas}
    stale: dict[Cell, None] = {}
    waiting = list(changed)
    while waiting:
        cell = waiting.pop(0)
        new = [own for own, read in areas.items() if own not in stale and any(_holds(area, cell) for area in read)]
        stale.update(dict.fromkeys(new))
        waiting += new
    return tuple(stale)


def _areas(formula: Formula) -> Iterator[Area]:
    """What a formula reads; all of every sheet where that cannot be told."""
    text = _TEXT.sub("", formula.text)
    if not formula.is_plain or _UNCERTAIN.search(REFERENCE.sub("0", text)):
        yield "", 1, 1, _LAST_ROW, _LAST_COLUMN
        return
    for reference in REFERENCE.finditer(text):
        quoted = reference["quoted"]
        sheet = quoted.replace("''", "'") if quoted else reference["plain"] or formula.sheet
        corners = [corner(address) for address in reference["area"].split(":")]
        (top, left), (bottom, right) = corners[0], corners[-1]
        yield sheet, top or 1, left or 1, bottom or _LAST_ROW, right or _LAST_COLUMN


def _holds(area: Area, cell: Cell) -> bool:
    sheet, top, left, bottom, right = area
    return sheet in ("", cell[0]) and top <= cell[1] <= bottom and left <= cell[2] <= right


def corner(text: str) -> tuple[int, int]:
    """The row and the column of an address, from 1; 0 for the one that a whole row or column leaves open.

    >>> corner("E15"), corner("$AB$3"), corner("B")
    ((15, 5), (3, 28), (0, 2))
    """
    plain = text.replace("$", "")
    digits = plain.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    column = 0
    for letter in plain.removesuffix(digits):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits or 0), column
