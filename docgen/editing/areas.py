"""Areas that grow with a table of a workbook: the range of a defined name, a table of Excel."""

from __future__ import annotations

import re

from docgen.editing.book import Book
from docgen.editing.dependents import corner
from docgen.errors import column_letters

_AREA = re.compile(r"\$?[A-Z]+\$?[0-9]+:\$?[A-Z]+\$?[0-9]+")


def widened_area(cells: str, last: tuple[int, int], new: tuple[int, int], mark: str = "") -> str:
    """An area that reaches on to the cell ``new`` where it ends with the cell ``last``; else the area as it is.

    ``mark`` stands before each letter and number of the area: $ in a defined name.

    >>> widened_area("A1:C6", (6, 2), (7, 2)), widened_area("A1:C9", (6, 2), (7, 2))
    ('A1:C7', 'A1:C9')
    """
    if not _AREA.fullmatch(cells):
        return cells
    (top, left), (bottom, right) = (corner(address) for address in cells.split(":"))
    holds = top <= last[0] <= bottom and left <= last[1] <= right
    ends = (bottom == last[0]) if new[0] > last[0] else (right == last[1])
    if not holds or not ends:
        return cells
    bottom, right = max(bottom, new[0]), max(right, new[1])
    return ":".join(
        f"{mark}{column_letters(column)}{mark}{row}" for row, column in ((top, left), (bottom, right))
    )


def widen_tables(book: Book, sheet: str, last: tuple[int, int], new: tuple[int, int]) -> None:
    """Widen the tables of Excel on a sheet that end with the cell ``last``; one with totals stays."""
    for part in book.related(book.sheets[sheet], "/table"):
        table = book.tree(part)
        wider = widened_area(table.get("ref"), last, new)
        if wider == table.get("ref") or table.get("totalsRowCount", "0") != "0":
            continue
        for element in (table, *table.iterfind("{*}autoFilter")):
            element.set("ref", wider)
        book.touch(part)
