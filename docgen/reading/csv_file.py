"""CSV files to rows of text with their lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from docgen.errors import DocgenError, Position

NumberedRow = tuple[int, tuple[str, ...]]
"""A row's line in its file (counted from 1), and its cells."""


def csv_rows(path: Path) -> list[NumberedRow]:
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
                raise _too_wide(path, line, len(cells), width)
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


def _too_wide(path: Path, line: int, seen: int, wanted: int) -> DocgenError:
    return DocgenError(
        f"the row has {seen} cells",
        where=Position(str(path), line),
        expected=f"{wanted} cells, as in the first row",
        hint="put cells that hold a comma in double quotes",
    )
