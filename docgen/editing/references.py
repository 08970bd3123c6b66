"""References to cells that follow when rows or columns are put between others: in formulas, names and areas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.editing.dependents import REFERENCE, corner
from docgen.errors import column_letters

# What goes on from a word, a sheet's name, a table or another workbook is no reference of its own.
_WHOLE = re.compile(rf"""(?<![\w.$'!:\[\]]){REFERENCE.pattern}""")
_PARTS = re.compile(r'("(?:[^"]|"")*")')
_CELL = re.compile(r"(\$?)([A-Z]{0,3})(\$?)([0-9]*)")


@dataclass(frozen=True, slots=True)
class Gap:
    """So many rows (or columns) of a sheet are put before the one numbered ``at``."""

    sheet: str
    at: int
    count: int = 1
    is_column: bool = False

    def moved(self, number: int) -> int:
        """Where a row (or column) stands afterwards.

        >>> Gap("A", 7).moved(6), Gap("A", 7).moved(7)
        (6, 8)
        """
        return number + self.count if number >= self.at else number

    def moved_cell(self, row: int, column: int) -> tuple[int, int]:
        """Where a cell stands afterwards."""
        return (row, self.moved(column)) if self.is_column else (self.moved(row), column)


def moved_area(cells: str, gap: Gap, grows: bool = False) -> str:
    """An area, a cell, or whole rows or columns of the sheet, as it is called afterwards.

    One that ``grows`` takes the new rows in where it ends right before them.

    >>> moved_area("$B$2:$B$9", Gap("A", 5)), moved_area("B2:B4", Gap("A", 5), grows=True)
    ('$B$2:$B$10', 'B2:B5')
    >>> moved_area("C:D", Gap("A", 4, count=2, is_column=True))
    'C:F'
    """
    corners = cells.split(":")
    numbers = [corner(each)[gap.is_column] for each in corners]
    moved = [gap.moved(number) if number else 0 for number in numbers]
    if grows and len(moved) > 1 and numbers[0] < numbers[-1] == gap.at - 1:
        moved[-1] += gap.count
    return ":".join(_spelled(each, number, gap) for each, number in zip(corners, moved, strict=True))


def moved_formula(text: str, own: str, gap: Gap, grows: bool = False) -> str:
    """A formula of the sheet ``own`` with its references to the gap's sheet as they are called afterwards.

    >>> moved_formula("SUM(A!B2:B9)+B9+DATA9", "B", Gap("A", 5))
    'SUM(A!B2:B10)+B9+DATA9'
    """

    def again(found: re.Match[str]) -> str:
        quoted = found["quoted"]
        sheet = quoted.replace("''", "'") if quoted else found["plain"] or own
        if sheet != gap.sheet:
            return found.group()
        before = found.group()[: len(found.group()) - len(found["area"])]
        return before + moved_area(found["area"], gap, grows)

    parts = _PARTS.split(text)
    return "".join(part if part.startswith('"') else _WHOLE.sub(again, part) for part in parts)


def copied_formula(text: str, down: int, across: int) -> str:
    """A formula as it reads in a cell so many rows below and columns beside, where it is shared.

    >>> copied_formula("B2/$C$1", 3, 1)
    'C5/$C$1'
    """

    def again(found: re.Match[str]) -> str:
        before = found.group()[: len(found.group()) - len(found["area"])]
        return before + ":".join(_copied(each, down, across) for each in found["area"].split(":"))

    parts = _PARTS.split(text)
    return "".join(part if part.startswith('"') else _WHOLE.sub(again, part) for part in parts)


def _spelled(address: str, number: int, gap: Gap) -> str:
    """An address with another row (or column)."""
    found = _CELL.fullmatch(address)
    if found is None or not number:
        return address
    fixed_column, letters, fixed_row, digits = found.groups()
    if gap.is_column:
        return f"{fixed_column}{column_letters(number)}{fixed_row}{digits}"
    # Rows alone ($3:$9) have their sign where a column's would stand.
    return f"{fixed_column}{letters}{fixed_row}{number}"


def _copied(address: str, down: int, across: int) -> str:
    found = _CELL.fullmatch(address)
    assert found is not None
    fixed_column, letters, fixed_row, digits = found.groups()
    row, column = corner(address)
    if letters and not fixed_column:
        letters = column_letters(column + across)
    if digits and not (fixed_row or (not letters and fixed_column)):
        digits = str(row + down)
    return f"{fixed_column}{letters}{fixed_row}{digits}"
