"""A form that came back: what was filled in, by the ids of rows and the keys of columns, wherever they stand now."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import CellPosition, DocgenError, DocgenErrors
from docgen.forms.sheet_kinds import ANSWER_KEYS
from docgen.forms.workbook import CONTENT, MARK, RECORD_SHEET
from docgen.reading.workbook.package import opened
from docgen.reading.workbook.sheet import Sheet
from docgen.reading.workbook.sheet_cells import sheet_of
from docgen.reading.workbook.shown import shown
from docgen.reading.workbook.xlsx import workbook

CellKey = tuple[str, str]
"""The id of a row and the key of a column."""


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with something in it; ``is_percent`` where Excel shows a number as a percentage."""

    where: CellPosition
    text: str
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row with its id, ``""`` where somebody added it, and what its cells hold, by the keys of columns."""

    id: str
    where: CellPosition
    cells: Mapping[str, FilledCell]


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form as it came back. ``content`` is the checksum of the content that it was made of, None where that is lost.

    ``before`` is what the content said then. ``others`` are sheets that are no part of the form.
    """

    file: str
    rows: tuple[ReturnedRow, ...]
    content: str | None = None
    before: Mapping[CellKey, str] = field(default_factory=dict)
    others: tuple[CellPosition, ...] = ()


def returned_form(path: Path) -> ReturnedForm:
    """The form in a file. Nothing in the file is changed.

    Raises DocgenError for a file that is no workbook or no form, and DocgenErrors for cells that hold no value.
    """
    if not path.is_file():
        raise DocgenError("form-not-there", where=str(path))
    with opened(path) as package:
        book = workbook(package)
        sheets = [sheet_of(book, entry) for entry in book.sheets]
    record = next((sheet for sheet in sheets if sheet.name == RECORD_SHEET), None)
    forms = [sheet for sheet in sheets if _text(sheet, 1, 1).startswith(MARK)]
    if not forms:
        raise DocgenError("not-a-form", where=CellPosition(str(path)))
    read = [_rows(sheet, str(path)) for sheet in forms]
    errors = [error for _, wrong in read for error in wrong]
    if errors:
        raise DocgenErrors(errors)
    known = {*(sheet.name for sheet in forms), RECORD_SHEET}
    others = tuple(
        CellPosition(str(path), sheet.name)
        for sheet in sheets
        if sheet.name not in known and sheet.cells and sheet is not sheets[0]
    )
    content, before = _record(record) if record is not None else (None, {})
    return ReturnedForm(str(path), tuple(row for rows, _ in read for row in rows), content, before, others)


def answers_in(path: Path) -> int:
    """How many cells somebody has filled in a form; 0 for a file that is no form.

    What stood in a cell when the form went out is no answer.
    """
    try:
        form = returned_form(path)
    except DocgenError as error:
        return 0 if error.code == "not-a-form" else 1
    return sum(
        key in ANSWER_KEYS and not (key == "period" and cell.text == form.before.get((row.id, key)))
        for row in form.rows
        for key, cell in row.cells.items()
    )


def _rows(sheet: Sheet, file: str) -> tuple[list[ReturnedRow], list[DocgenError]]:
    """The rows below the heads, one without an id only where it has something in it; and what holds no value."""
    keys = {column: stored.stored for (row, column), stored in sheet.cells.items() if row == 1 and column > 1}
    ids = {row: stored.stored for (row, column), stored in sheet.cells.items() if column == 1 and row > 1}
    first = min(ids, default=1)
    filled: dict[int, dict[str, FilledCell]] = {row: {} for row in ids}
    errors: list[DocgenError] = []
    for (row, column), stored in sheet.cells.items():
        if row < first or column not in keys:
            continue
        where = CellPosition(file, sheet.name, row, column)
        try:
            cell = shown(stored, sheet.since_1904, all_digits=True)
        except ValueError:
            errors.append(DocgenError("form-cell-without-value", where=where))
            continue
        if cell.text.strip():
            words = unicodedata.normalize("NFC", cell.text)
            filled.setdefault(row, {})[keys[column]] = FilledCell(where, words, cell.percent)
    rows = [ReturnedRow(ids.get(row, ""), CellPosition(file, sheet.name, row, 1), cells) for row, cells in filled.items()]
    return sorted(rows, key=lambda row: row.where.row), errors


def _record(sheet: Sheet) -> tuple[str | None, dict[CellKey, str]]:
    """The checksum of the content and what it said, as the hidden sheet has them."""
    rows = sorted({row for row, _ in sheet.cells})
    lines = [tuple(_text(sheet, row, column) for column in (1, 2, 3)) for row in rows]
    content = next((value for name, value, _ in lines if name == CONTENT), None)
    return content, {(name, key): value for name, key, value in lines if name != CONTENT}


def _text(sheet: Sheet, row: int, column: int) -> str:
    stored = sheet.cells.get((row, column))
    return stored.stored if stored is not None else ""
