"""The sheets of a workbook as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from docgen.machine_readable.table_file import TableFile, WrittenCell, cells_by_address
from docgen.reading.workbook.open_books import OpenBooks
from docgen.reading.workbook.package import Package, cannot_be_read
from docgen.reading.workbook.read import shown_sheets
from docgen.reading.workbook.sheet import Sheet
from docgen.reading.workbook.xlsx import SheetEntry

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
"""The suffixes of workbooks."""

IN_XML = frozenset({".xlsx", ".xlsm"})
"""The suffixes of workbooks that are edited in place."""

_OBJECTS: Mapping[str, Literal["chart", "picture", "shape"]] = {"graphicFrame": "chart", "pic": "picture", "sp": "shape"}


def of_workbook(path: Path) -> tuple[TableFile, ...]:
    """The sheets of a workbook that are not hidden. DocgenError for one that cannot be read."""
    sheets = shown_sheets(path)
    objects = _objects(path) if path.suffix.lower() in IN_XML else {}
    return tuple(_table_file(path, sheet, objects.get(sheet.name, ())) for sheet in sheets if sheet.cells)


def _table_file(path: Path, sheet: Sheet, objects: tuple[str, ...]) -> TableFile:
    cells = (
        WrittenCell(row, column, cell.stored, cell.kind in ("number", "date"), cell.padded, cell.formula)
        for (row, column), cell in sheet.cells.items()
    )
    formats = tuple(dict.fromkeys(cell.format for cell in sheet.cells.values() if cell.kind == "number"))
    return TableFile(path, sheet.name, cells_by_address(cells), sheet.merged, objects, formats)


def _objects(path: Path) -> dict[str, tuple[str, ...]]:
    """What lies on each sheet above its cells, by the sheet's name."""
    with ExitStack() as files:
        books = OpenBooks(files)
        try:
            book = books.book(path)
            return {entry.name: tuple(dict.fromkeys(_drawn(books.package(path), entry))) for entry in book.sheets}
        except ValueError as error:
            raise cannot_be_read(path, str(error)) from error


def _drawn(package: Package, entry: SheetEntry) -> Iterator[str]:
    for relation in package.relations(entry.part).values():
        if relation.kind == "drawing" and package.has(relation.target):
            for element in package.root(relation.target).iter():
                name = str(element.tag).rpartition("}")[2]
                if name in _OBJECTS:
                    yield _OBJECTS[name]
