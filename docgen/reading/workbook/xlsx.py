"""An .xlsx or .xlsm workbook: its sheets, names, tables and number formats, and the cells of a sheet.

It is read from its XML, not by calamine: that tells neither formats nor formulas without a result nor errors from
empty cells, and a single cell at XFD1048576 ends the whole program, since it lays a sheet out in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docgen.errors import CellPosition, DocgenError
from docgen.messages import message
from docgen.model.cells.text import composed
from docgen.reading.workbook.number_format import BUILT_IN, GENERAL
from docgen.reading.workbook.package import Package
from docgen.reading.workbook.sheet import Address, Area, CellKind, Sheet, StoredCell, column_number

_KINDS: Mapping[str, CellKind] = {
    "n": "number", "s": "text", "str": "text", "inlineStr": "text", "b": "boolean", "e": "error", "d": "date"
}  # fmt: skip
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = frozenset({"1", "true"})
_MOST_CELLS = 3_000_000


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it: its name, whether it is hidden, and its part."""

    name: str
    hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class NamedArea:
    """An area that has a name: a defined name, or a table of Excel with the rows of its head and of its totals."""

    name: str
    sheet: str
    area: Area
    head: int = 1
    totals: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a workbook says of itself. ``names`` are those of areas; a name that means anything else is left out.

    An ``outdated`` one asks to be computed anew when it is opened: the results of its formulas may be of no use.
    """

    package: Package
    part: str
    sheets: tuple[SheetEntry, ...]
    names: tuple[NamedArea, ...]
    since_1904: bool
    outdated: bool

    @property
    def has_macros(self) -> bool:
        """Whether the workbook holds a program."""
        return any(name.lower().endswith("vbaproject.bin") for name in self.package.names)

    @property
    def has_links(self) -> bool:
        """Whether cells may rest on other workbooks."""
        return any(name.startswith("xl/externalLinks/externalLink") for name in self.package.names)


def workbook(package: Package) -> Workbook:
    """The workbook of a package. DocgenError where it has no sheets."""
    part = package.related("", "officeDocument")
    if part is None:
        raise package.damaged(message("no-workbook-inside"))
    root, parts = package.root(part), package.relations(part)
    sheets = []
    for element in root.iterfind("{*}sheets/{*}sheet"):
        identifier = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
        relation = parts.get(identifier)
        if relation is not None and relation.kind == "worksheet":
            hidden = element.get("state", "visible") != "visible"
            sheets.append(SheetEntry(element.get("name", ""), hidden, relation.target))
    if not sheets:
        raise package.damaged(message("no-sheet-inside"))
    names = (*_defined(root, sheets), *(table for entry in sheets for table in _tables(package, entry)))
    properties = root.find("{*}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in _TRUE
    calculation = root.find("{*}calcPr")
    outdated = calculation is not None and calculation.get("fullCalcOnLoad") in _TRUE
    return Workbook(package, part, tuple(sheets), names, since_1904, outdated)


def _defined(root: Any, sheets: list[SheetEntry]) -> Iterator[NamedArea]:
    """The defined names that stand for one area of a sheet."""
    known = {same(entry.name): entry.name for entry in sheets}
    for element in root.iterfind("{*}definedNames/{*}definedName"):
        sheet, _, cells = (element.text or "").rpartition("!")
        sheet = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
        name = element.get("name", "")
        if same(sheet) not in known or name.startswith("_xlnm."):
            continue
        try:
            yield NamedArea(name, known[same(sheet)], Area.parse(cells))
        except ValueError:
            continue


def _tables(package: Package, entry: SheetEntry) -> Iterator[NamedArea]:
    """The tables of Excel on a sheet."""
    for relation in package.relations(entry.part).values():
        if relation.kind == "table" and package.has(relation.target):
            root = package.root(relation.target)
            name = root.get("displayName") or root.get("name", "")
            head, totals = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount", "0"))
            yield NamedArea(name, entry.name, Area.parse(root.get("ref", "")), head, totals)


def sheet_of(book: Workbook, entry: SheetEntry) -> Sheet:
    """A sheet with its cells. DocgenError for one that is too large, or is not to be read."""
    package = book.package
    reader = _SheetReader(package, entry, _formats(book), _texts(book))
    for element in package.elements(entry.part, "col", "row", "mergeCell"):
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

    def __init__(self, package: Package, entry: SheetEntry, formats: tuple[str, ...], texts: tuple[str, ...]) -> None:
        self.package, self.entry, self.formats, self.texts = package, entry, formats, texts
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
        if len(self.cells) > _MOST_CELLS:
            where = CellPosition(str(self.package.path), self.entry.name)
            raise DocgenError("sheet-too-large", where=where, most=_MOST_CELLS)

    def _cell(self, element: Any) -> StoredCell | None:
        form = element.get("t", "n")
        kind = _KINDS.get(form, "text")
        inner = {child.tag.rpartition("}")[2]: child for child in element}
        value, formula = inner.get("v"), "f" in inner
        stored = value.text or "" if value is not None else ""
        computed_to_nothing = form == "str" and value is not None
        if form == "s" and stored:
            stored = self.texts[int(stored)] if int(stored) < len(self.texts) else ""
        elif form == "inlineStr":
            stored = _text(inner["is"]) if "is" in inner else ""
        elif kind == "text":
            stored = _plain(stored)
        if not stored.strip() and (not formula or computed_to_nothing):
            return None
        style = int(element.get("s", "0"))
        return StoredCell(kind, stored.strip(), self.formats[style] if style < len(self.formats) else GENERAL, formula)


# A sheet asks for the same few thousand columns again and again.
_column = lru_cache(maxsize=20_000)(column_number)


def _texts(book: Workbook) -> tuple[str, ...]:
    """The texts that cells share, without the readings (furigana) above them."""
    part = book.package.related(book.part, "sharedStrings")
    return tuple(_text(element) for element in book.package.elements(part, "si")) if part is not None else ()


def _text(element: Any) -> str:
    """The text of an element, of all its runs."""
    own = (text.text or "" for text in element.iter("{*}t") if not text.getparent().tag.endswith("}rPh"))
    return _plain("".join(own))


def _plain(text: str) -> str:
    """A text whose characters in the form _x000D_ are themselves, with line feeds at the ends of lines."""
    whole = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
    return composed(whole.replace("\r\n", "\n").replace("\r", "\n"))


def _formats(book: Workbook) -> tuple[str, ...]:
    """The number format of each style of cells."""
    part = book.package.related(book.part, "styles")
    if part is None:
        return ()
    root = book.package.root(part)
    own = {
        int(element.get("numFmtId", "0")): element.get("formatCode", GENERAL)
        for element in root.iterfind("{*}numFmts/{*}numFmt")
    }
    codes = {**BUILT_IN, **own}
    styles = root.iterfind("{*}cellXfs/{*}xf")
    return tuple(codes.get(int(style.get("numFmtId", "0")), GENERAL) for style in styles)


def same(name: str) -> str:
    """What a name is compared by: composed, and without regard to upper and lower case, as in Excel."""
    return composed(name).casefold()
