"""A dataset's workbook to its table: the whole way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from docgen.breach import Breach
from docgen.errors import CellPosition, DocgenError, Where
from docgen.messages import message, reason_of
from docgen.model.data import DataTable
from docgen.model.dataset import Dataset
from docgen.reading.workbook.grid import Grid, grid_of
from docgen.reading.workbook.notices import of_hidden, of_remarks, of_struck
from docgen.reading.workbook.older import older_sheets, older_table
from docgen.reading.workbook.open_books import OpenBooks
from docgen.reading.workbook.package import Package, cannot_be_read
from docgen.reading.workbook.region import Region, empty, region_of
from docgen.reading.workbook.sheet import Sheet
from docgen.reading.workbook.table import table_of_grid
from docgen.reading.workbook.xlsx import Workbook

T = TypeVar("T")

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(dataset: Dataset, path: Path, where: Where, books: OpenBooks) -> DataTable:
    """The table of a dataset in the workbook at ``path``; ``where`` is the place in the content that names it.

    ``books`` are those that are open already.

    DocgenError, at the cell where there is one, for a workbook that cannot be read, a sheet, range or name that is not
    there, and for cells that have no value. What else there is to say is among the table's notices.
    """
    return _by_form(path, books, lambda: _table(dataset, path, where, books), lambda: older_table(dataset, path, where))


def shown_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of the workbook at ``path`` with their cells, without those that are hidden.

    DocgenError for a workbook that cannot be read.
    """
    with ExitStack() as files:
        books = OpenBooks(files)
        return _by_form(path, books, lambda: _shown_sheets(path, books), lambda: older_sheets(path))


def _by_form(path: Path, books: OpenBooks, of_package: Callable[[], T], of_older: Callable[[], T]) -> T:
    """What is read of a workbook: of an .xlsx by its package, else by calamine. DocgenError where it is none."""
    head = _head(path)
    if head.startswith(_OLE) and _ENCRYPTED in path.read_bytes():
        raise DocgenError("workbook-locked", where=CellPosition(str(path)))
    try:
        if head.startswith(_ZIP):
            if not _is_other_form(books.package(path)):
                return of_package()
        elif not head.startswith(_OLE):
            raise _no_workbook(path, head)
        return of_older()
    except ValueError as error:
        raise cannot_be_read(path, str(error)) from error


def _shown_sheets(path: Path, books: OpenBooks) -> tuple[Sheet, ...]:
    return tuple(books.sheet(path, entry) for entry in books.book(path).sheets if not entry.hidden)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(512)
    except OSError as error:
        raise cannot_be_read(path, reason_of(error)) from error


def _is_other_form(package: Package) -> bool:
    """Whether a zip is a workbook of another form: .xlsb, .ods."""
    return (package.related("", "officeDocument") or ".bin").endswith(".bin")


def _no_workbook(path: Path, head: bytes) -> DocgenError:
    """The error for a file that is none, whatever its name says."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        return cannot_be_read(path, message("web-page-not-workbook"))
    return cannot_be_read(path, message("no-excel-file") if head else message("file-has-no-bytes"))


def _table(dataset: Dataset, path: Path, where: Where, books: OpenBooks) -> DataTable:
    book = books.book(path)
    region = region_of(dataset, book, where)
    sheet = books.sheet(path, region.entry)
    grid = grid_of(sheet, region.area, str(path), dataset.digits == "all")
    if not grid.rows:
        raise empty(dataset, sheet, grid, where)
    if region.totals and not dataset.totals:
        grid = _without_last(grid, region)
    table = table_of_grid(grid, dataset, whole_sheet=region.whole)
    said = (
        *_of_workbook(book, region, dataset, sheet),
        *of_hidden(sheet, grid),
        *of_struck(sheet, grid),
        *table.notices,
        *of_remarks(grid),
    )
    return replace(table, notices=said)


def _without_last(grid: Grid, region: Region) -> Grid:
    """The grid without the rows that Excel calls the totals of its table."""
    last = region.area.bottom - region.totals
    return replace(grid, rows=tuple(row for row in grid.rows if row[0].row <= last))


def _of_workbook(book: Workbook, region: Region, dataset: Dataset, sheet: Sheet) -> Iterator[Breach]:
    """What the workbook as a whole gives to say."""
    file = str(book.package.path)
    if book.has_macros:
        yield Breach("workbook-macros", CellPosition(file), level="notice")
    if book.has_links:
        yield Breach("workbook-links", CellPosition(file), level="notice")
    hidden = [entry for entry in book.sheets if entry.hidden and entry != region.entry]
    for entry in hidden:
        yield Breach("hidden-sheet", CellPosition(file, entry.name), level="notice")
    if region.entry.hidden:
        yield Breach("hidden-sheet.read", CellPosition(file, sheet.name), level="notice")
    others = [entry.name for entry in book.sheets if not entry.hidden and entry != region.entry]
    if others and dataset.sheet is None and dataset.table is None and "!" not in (dataset.cells or ""):
        where, name = CellPosition(file, sheet.name), sheet.name
        yield Breach("first-sheet", where, level="notice", sheet=name, others=tuple(others[:5]))
    if book.outdated and any(cell.formula and address in region.area for address, cell in sheet.cells.items()):
        yield Breach("results-outdated", CellPosition(file, sheet.name), level="notice")


