"""Edits to the bytes of the files that they change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from docgen.editing.edits import (
    AreaParted,
    CellEdit,
    Edit,
    LineAdded,
    SheetEdit,
    TextEdit,
    edited_csv,
    edited_text,
)
from docgen.editing.source import IN_PLACE, Source
from docgen.errors import CellPosition, DocgenError
from docgen.model import DataTable
from docgen.model.cells.number import read_number


def edited_files(edits: Iterable[Edit], source: Source) -> Mapping[str, bytes]:
    """The new bytes of each file that edits change, by its path in the folder.

    Raises DocgenError for a workbook that cannot be edited in place, and for a point that has no room in its sheet.
    """
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    return {
        source.path(file).relative_to(source.root).as_posix(): _edited(file, own, source) for file, own in by_file.items()
    }


def cell_written(table: DataTable, row: int, column: int, text: str) -> CellEdit | SheetEdit:
    """The edit that writes ``text`` into a cell of a table, where its file has it."""
    text = number_like(text, table.rows[row][column])
    where = table.position(row, column)
    if isinstance(where, CellPosition):
        return SheetEdit(table.file, where.sheet, where.row, where.column, value_in(text))
    return CellEdit(table.file, table.line(row), column, text)


def number_like(text: str, before: str) -> str:
    """A number with commas between its thousands, where the one before has them; any other text as it is.

    >>> number_like("12678", "2,610"), number_like("12678", "2610"), number_like("改定", "2,610")
    ('12,678', '12678', '改定')
    """
    try:
        number = read_number(text) if re.search("[,，]", before) else None
    except ValueError:
        number = None
    return f"{number:,f}" if number is not None else text


def _edited(file: str, edits: list[Edit], source: Source) -> bytes:
    in_sheets = [edit for edit in edits if isinstance(edit, SheetEdit | LineAdded | AreaParted)]
    if in_sheets:
        from docgen.editing.workbook import edited_workbook

        path = source.path(file)
        if path.suffix.lower() not in IN_PLACE:
            raise DocgenError("workbook-not-in-place", where=str(path))
        return edited_workbook(path.read_bytes(), in_sheets, str(path))
    texts = [edit for edit in edits if isinstance(edit, TextEdit)]
    new = edited_text(source.text(file), texts) if texts else edited_csv(source.text(file), edits)
    return source.encoded(file, new)


def value_in(text: str) -> Decimal | str:
    """The number that a text is, as a workbook holds it; else the text."""
    try:
        number = read_number(text)
    except ValueError:
        return text
    return number if number is not None else text
