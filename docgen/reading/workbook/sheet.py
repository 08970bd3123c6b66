"""What a sheet of a workbook holds: its cells as they are stored, areas of cells, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from docgen.errors import WrongValue, column_letters
from docgen.value import value

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
Address = tuple[int, int]
"""A cell's row and column, from 1."""
CellKind = Literal["number", "text", "boolean", "error", "date"]

_CORNER = r"\$?([A-Z]{1,3})?\$?([1-9][0-9]{0,6})?"
_AREA = re.compile(rf"{_CORNER}(?::{_CORNER})?", re.IGNORECASE)


@value(frozen=True, slots=True)
class StoredCell:
    """A cell with something in it, as stored: a number's digits, a text, TRUE, #N/A, a day in ISO form.

    ``format`` is its number format; one that is ``struck`` through may no longer hold. A ``formula`` that was never
    computed has no ``stored`` value. ``padded`` where spaces or breaks stand around the text, which ``stored`` is without.
    """

    kind: CellKind
    stored: str
    format: str = "General"
    formula: bool = False
    struck: bool = False
    padded: bool = False


@value(frozen=True, slots=True)
class Area:
    """A rectangle of cells, with both ends; rows and columns count from 1.

    >>> str(Area.parse("b4:$D$6")), Area.parse("A:C").bottom
    ('B4:D6', 1048576)
    """

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def parse(cls, text: str) -> Area:
        """The area of a range such as A1:F20, A:F or 3:20. WrongValue for what is none."""
        match = _AREA.fullmatch(text.strip())
        if match is None or match[0].startswith(":"):
            raise WrongValue("not-a-range", text=text)
        left, top, right, bottom = match.groups()
        if ":" not in text:
            right, bottom = left, top
        if not (left or top) or (bool(left), bool(top)) != (bool(right), bool(bottom)):
            raise WrongValue("not-a-range", text=text)
        rows = sorted((int(top), int(bottom))) if top and bottom else [1, LAST_ROW]
        columns = sorted((column_number(left), column_number(right))) if left and right else [1, LAST_COLUMN]
        if rows[1] > LAST_ROW or columns[1] > LAST_COLUMN:
            raise WrongValue("range-beyond-sheet", text=text)
        return cls(rows[0], columns[0], rows[1], columns[1])

    def __contains__(self, address: Address) -> bool:
        return self.top <= address[0] <= self.bottom and self.left <= address[1] <= self.right

    def __str__(self) -> str:
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"

    @property
    def is_one_cell(self) -> bool:
        """Whether the area is a single cell."""
        return (self.top, self.left) == (self.bottom, self.right)


WHOLE_SHEET = Area(1, 1, LAST_ROW, LAST_COLUMN)


@value(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells that hold something by address, its merged areas, and which rows and columns are hidden."""

    name: str
    cells: Mapping[Address, StoredCell]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    since_1904: bool = False


def column_number(letters: str) -> int:
    """The number of a column, from 1: 28 for AB."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
