"""Workbooks as ministries keep them, made for tests: rows of cells, their formats, merged cells, parts edited by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from docgen.errors import CellPosition, DocgenError, DocgenErrors, Position
from docgen.model import Dataset, DataTable
from docgen.reading.data_files import read_data

HERE = Position("data.yaml", 1)
SHEET = "指標"


@dataclass(frozen=True, slots=True)
class Shown:
    """A value with its number format."""

    value: object
    format: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the result that is stored."""

    text: str
    result: object = 0


Rows = Sequence[Any]
More = Callable[[Any, Any], None]
"""What else is to be done to a workbook and its sheet, with XlsxWriter."""


def write_rows(book: Any, sheet: Any, rows: Rows, top: int = 0, left: int = 0) -> None:
    """Rows of cells from one on; None is an empty cell."""
    for row, cells in enumerate(rows, top):
        for column, cell in enumerate(cells, left):
            write_cell(book, sheet, row, column, cell)


def write_cell(book: Any, sheet: Any, row: int, column: int, cell: object) -> None:
    look = book.add_format({"num_format": cell.format}) if isinstance(cell, Shown) else None
    value = cell.value if isinstance(cell, Shown) else cell
    if isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, look, value.result)
    elif isinstance(value, date | datetime | time):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    elif value is not None:
        sheet.write(row, column, value, look)


def write_book(
    path: Path, rows: Rows, merged: Mapping[str, object] | None = None, more: More | None = None, at: tuple[int, int] = (0, 0)
) -> Path:
    """A workbook with one sheet; ``merged`` are ranges with what stands in them."""
    path.parent.mkdir(exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet(SHEET)
    write_rows(book, sheet, rows, *at)
    for cells, value in (merged or {}).items():
        sheet.merge_range(cells, value)
    if more is not None:
        more(book, sheet)
    book.close()
    return path


def edit_parts(path: Path, *edits: tuple[str, str, str], added: Mapping[str, bytes] | None = None) -> None:
    """Replace a text in parts of a workbook, each (part, before, after), and add parts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for part, before, after in edits:
        assert before.encode() in parts[part], f"{before} is not in {part}: {parts[part][:2000].decode()}"
        parts[part] = parts[part].replace(before.encode(), after.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **(added or {})}.items():
            archive.writestr(name, data)


def read_book(path: Path, **fields: Any) -> DataTable:
    """The table of a workbook in a folder's data/."""
    dataset = Dataset.model_validate({"id": "x", "file": f"data/{path.name}", **fields})
    return read_data(dataset, path.parent.parent, HERE)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a test writes a workbook and reads it back."""

    folder: Path

    @property
    def path(self) -> Path:
        """The workbook."""
        return self.folder / "data" / "表.xlsx"

    def table(
        self,
        rows: Rows,
        merged: Mapping[str, object] | None = None,
        more: More | None = None,
        at: tuple[int, int] = (0, 0),
        **fields: Any,
    ) -> DataTable:
        """The table that is read of these rows."""
        return read_book(write_book(self.path, rows, merged, more, at), **fields)

    def column(self, *cells: object, **fields: Any) -> tuple[str, ...]:
        """What is read of the cells of one column."""
        table = self.table([["年", "値"], *([f"r{row}", cell] for row, cell in enumerate(cells))], **fields)
        return tuple(row[1] for row in table.rows)

    def refused(self, rows: Rows, merged: Mapping[str, object] | None = None, more: More | None = None, **fields: Any) -> list[str]:
        """The cells at which these rows are refused, with what is said."""
        return refused(write_book(self.path, rows, merged, more), **fields)


def refused(path: Path, **fields: Any) -> list[str]:
    """The places in a workbook at which it is refused, with what is said: "E15 the cell is an error: #N/A"."""
    with pytest.raises(DocgenError) as raised:
        read_book(path, **fields)
    errors = raised.value.errors if isinstance(raised.value, DocgenErrors) else (raised.value,)
    return [f"{_cell(error.where)} {error.what}" for error in errors]


def said(table: DataTable) -> list[str]:
    """The notices of a table: the cell and the code of each."""
    assert all(notice.level == "notice" for notice in table.notices)
    return [f"{_cell(notice.where)} {notice.code}" for notice in table.notices]


def cells(table: DataTable) -> list[list[str]]:
    """The rows of a table, with the names of its columns first."""
    return [list(table.columns), *map(list, table.rows)]


def _cell(where: object) -> str:
    return (where.cell or where.sheet or Path(where.file).name) if isinstance(where, CellPosition) else str(where)
