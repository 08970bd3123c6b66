"""Data files to tables of text: CSV with the line of each row, workbooks by their own room."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from docgen.errors import DocgenError, Position, Where, nearest
from docgen.model.data import WORKBOOK_KEYS, Dataset, DataTable

_EXCEL = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})

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
        _must_be_plain(dataset, where)
        return _table(_csv_rows(path), dataset.file, path)
    elif path.suffix.lower() in _EXCEL:
        from docgen.reading.workbook import read_workbook

        return read_workbook(dataset, path, where)
    raise DocgenError(
        f"{dataset.file!r} is not a kind of file that is read",
        where=where,
        expected="a .csv file in UTF-8, or an Excel file",
    )


def _must_be_plain(dataset: Dataset, where: Where) -> None:
    """DocgenError for a text file with keys that only a workbook has a use for."""
    keys = tuple(key for key in WORKBOOK_KEYS if key in dataset.model_fields_set)
    if keys:
        raise DocgenError("keys-for-workbooks", where=where, keys=keys, file=dataset.file)


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
