"""The cells of a sheet of an .xlsx or .xlsm workbook, from its XML.

They are not read by calamine: that tells neither formats nor formulas without a result, nor errors from empty cells,
and a single cell at XFD1048576 ends the whole program in it, since it lays a sheet out in memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from docgen.errors import CellPosition, DocgenError
from docgen.reading.workbook.sheet import Address, Area, CellKind, Sheet, StoredCell, column_number
from docgen.reading.workbook.xlsx import CellStyle, SheetEntry, Workbook, plain_text, text_in

T = TypeVar("T")

_KINDS: Mapping[str, CellKind] = {
    "n": "number", "s": "text", "str": "text", "inlineStr": "text", "b": "boolean", "e": "error", "d": "date"
}  # fmt: skip
_TRUE = frozenset({"1", "true"})
MOST_CELLS = 3_000_000
"""The most cells of a sheet that is read."""


def sheet_of(book: Workbook, entry: SheetEntry) -> Sheet:
    """A sheet with its cells. DocgenError for one that is too large, or is not to be read."""
    reader = _SheetReader(book, entry)
    for element in book.package.elements(entry.part, "col", "row", "mergeCell"):
        reader.take(element)
    return Sheet(
        entry.name,
        reader.cells,
        tuple(reader.merged),
        frozenset(reader.hidden_rows),
        tuple(reader.hidden_columns),
        book.since_1904,
    )


class _SheetReader:
    """Gathers what the elements of a sheet's part say."""

    def __init__(self, book: Workbook, entry: SheetEntry) -> None:
        self.book, self.entry = book, entry
        self.cells: dict[Address, StoredCell] = {}
        self.merged: list[Area] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self._row = 0

    def take(self, element: Any) -> None:
        """Note what a col, row or mergeCell element says."""
        name = element.tag.rpartition("}")[2]
        hidden = element.get("hidden") in _TRUE
        if name == "mergeCell":
            self.merged.append(Area.parse(element.get("ref", "")))
        elif name == "col" and hidden:
            self.hidden_columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
        elif name == "row":
            self._row = int(element.get("r") or self._row + 1)
            if hidden:
                self.hidden_rows.append(self._row)
            self._cells(element)

    def _cells(self, row: Any) -> None:
        column = 0
        for element in row:
            letters = (element.get("r") or "").rstrip("0123456789")
            column = _column(letters) if letters else column + 1
            cell = self._cell(element)
            if cell is not None:
                self.cells[self._row, column] = cell
        if len(self.cells) > MOST_CELLS:
            where = CellPosition(str(self.book.package.path), self.entry.name)
            raise DocgenError("sheet-too-large", where=where, most=MOST_CELLS)

    def _cell(self, element: Any) -> StoredCell | None:
        form = element.get("t", "n")
        kind = _KINDS.get(form, "text")
        inner = {child.tag.rpartition("}")[2]: child for child in element}
        value, formula = inner.get("v"), "f" in inner
        stored = value.text or "" if value is not None else ""
        computed_to_nothing = form == "str" and value is not None
        if form == "s" and stored:
            stored = _numbered(self.book.texts, stored)
        elif form == "inlineStr":
            stored = text_in(inner["is"]) if "is" in inner else ""
        elif kind == "text":
            stored = plain_text(stored)
        if not stored.strip() and (not formula or computed_to_nothing):
            return None
        style = _numbered(self.book.styles, element.get("s", "0")) if self.book.styles else CellStyle()
        text = stored.strip()
        return StoredCell(kind, text, style.format, formula, style.struck, text != stored)


def _numbered(items: Sequence[T], number: str) -> T:
    """The item of a number, from 0. ValueError where there is none."""
    if not number.isdecimal() or int(number) >= len(items):
        raise ValueError(f"{number} of {len(items)}")
    return items[int(number)]


# A sheet asks for the same few thousand columns again and again.
_column = lru_cache(maxsize=20_000)(column_number)
