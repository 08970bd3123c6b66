"""Data files (CSV, Excel) to tables of text, with the line of each row.

pandas is imported only here, and only for an Excel file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, Position, Where, nearest
from docgen.model.data import Dataset, DataTable
from docgen.model.lookup import not_among

_EXCEL = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_CELLS = re.compile(r"([A-Z]{1,3})([1-9][0-9]*):([A-Z]{1,3})([1-9][0-9]*)")

NumberedRow = tuple[int, tuple[str, ...]]
"""A row's line in its file (counted from 1), and its cells."""


def read_data(dataset: Dataset, folder: Path, where: Where) -> DataTable:
    """The table of a dataset; its first row names the columns.

    ``where`` is the place in the content that names the file. Raises DocgenError for a file that is not
    there or cannot be read, a sheet or range that is not in it, and columns that share a name.
    """
    path = folder / dataset.file
    if not path.is_file():
        raise _not_there(dataset.file, folder, where)
    if path.suffix.lower() == ".csv":
        return _table(_csv_rows(path), dataset.file, path)
    elif path.suffix.lower() in _EXCEL:
        return _excel_table(dataset, path, where)
    raise DocgenError(
        f"{dataset.file!r} is not a kind of file that is read",
        where=where,
        expected="a .csv file in UTF-8, or an Excel file",
    )


def _not_there(file: str, folder: Path, where: Where) -> DocgenError:
    known = sorted(
        path.relative_to(folder).as_posix()
        for path in (folder / "data").rglob("*")
        if path.suffix.lower() in _EXCEL | {".csv"}
    )
    return DocgenError(
        f"there is no data file {file!r}",
        where=where,
        expected=f"a file in {folder}",
        hint=nearest(file, known) or "paths are relative to the content folder: data/name.csv",
    )


def _table(rows: Sequence[NumberedRow], file: str, path: Path) -> DataTable:
    if not any(any(cells) for _, cells in rows):
        raise DocgenError("the file is empty", where=Position(str(path), 1), expected="a row of column names")
    line, head = rows[0]
    names = tuple(name.strip() for name in head)
    for index, name in enumerate(names):
        if name and name in names[:index]:
            raise DocgenError(
                f"two columns are named {name!r}",
                where=Position(str(path), line),
                expected="column names that differ",
                hint=f"rename column {index + 1}",
            )
    body = [row for row in rows[1:] if any(row[1])]
    lines, table = tuple([number for number, _ in body]), tuple([cells for _, cells in body])
    return DataTable(names, table, file, lines, str(path))


def _csv_rows(path: Path) -> list[NumberedRow]:
    """The rows of a CSV file without blank lines. All are as wide as the first: cells missing at the end are empty.

    Raises DocgenError for a file that is not CSV in UTF-8 or the Japanese code page that Excel writes, and
    for a row with more cells than the first.
    """
    reader = csv.reader(io.StringIO(_decoded(path), newline=""), strict=True)
    rows: list[NumberedRow] = []
    line, width = 1, 0
    try:
        for cells in reader:
            width = width or len(cells)
            if len(cells) > width:
                raise DocgenError(
                    f"the row has {len(cells)} cells",
                    where=Position(str(path), line),
                    expected=f"{width} cells, as in the first row",
                    hint="put cells that hold a comma in double quotes",
                )
            if cells:
                rows.append((line, (*cells, *[""] * (width - len(cells)))))
            line = reader.line_num + 1
    except csv.Error as error:
        raise DocgenError(
            f"not CSV: {error}",
            where=Position(str(path), line),
            expected="rows of cells",
            hint="close each double quote, and write a double quote inside of two as two",
        ) from error
    return rows


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
    raise DocgenError(
        "neither UTF-8 nor Shift_JIS text",
        where=Position(str(path), line),
        expected="a CSV file in UTF-8",
        hint="save it as CSV UTF-8",
    )


def _excel_table(dataset: Dataset, path: Path, where: Where) -> DataTable:
    """The table of the sheet's range, with the address of each cell."""
    import pandas
    from python_calamine import CalamineError

    try:
        with pandas.ExcelFile(path, engine="calamine") as book:
            names = [str(name) for name in book.sheet_names]
            if dataset.sheet is not None and dataset.sheet not in names:
                raise not_among(f"{dataset.file} has no sheet {dataset.sheet!r}", dataset.sheet, names, where)
            sheet = dataset.sheet or names[0]
            frame = pandas.read_excel(book, sheet, header=None, dtype=object, keep_default_na=False)
    except (CalamineError, ValueError, OSError) as error:
        raise DocgenError(
            f"cannot be read as Excel: {error}", where=str(path), expected="an Excel file without a password"
        ) from error
    rows = [tuple(_text(cell).strip() for cell in row) for row in frame.itertuples(index=False, name=None)]
    table = _table(_range(rows, dataset, where), dataset.file, path)
    match = _CELLS.fullmatch((dataset.cells or "A1:A1").upper().replace("$", ""))
    first = _column_number(match[1]) if match is not None else 1
    columns = range(first, first + len(table.columns))
    addresses = tuple(tuple((line, column) for column in columns) for line in table.lines)
    return replace(table, sheet=sheet, addresses=addresses)


def _range(rows: Sequence[tuple[str, ...]], dataset: Dataset, where: Where) -> list[NumberedRow]:
    if dataset.cells is None:
        return list(enumerate(rows, 1))
    match = _CELLS.fullmatch(dataset.cells.upper().replace("$", ""))
    if match is None:
        raise DocgenError(
            f"{dataset.cells!r} is not a range of cells", where=where, expected="a range such as A1:F20"
        )
    left, top, right, bottom = match.groups()
    first, last = int(top), int(bottom)
    columns = slice(_column_number(left) - 1, _column_number(right))
    chosen = [(line, row[columns]) for line, row in enumerate(rows[first - 1 : last], first)]
    if not any(any(cells) for _, cells in chosen):
        raise DocgenError(
            f"the cells {dataset.cells} of {dataset.file} are empty",
            where=where,
            expected=f"cells within the sheet's {len(rows)} rows and {max(map(len, rows), default=0)} columns",
        )
    return chosen


def _column_number(letters: str) -> int:
    """The number of a column, from 1: 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(cell: Any) -> str:
    """A cell of a sheet as text: 2610.0 as 2610, a day without its time, nothing and not-a-number as empty."""
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute) == (0, 0):
        return str(cell.date())
    return str(cell)
