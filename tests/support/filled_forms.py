"""Forms as bureaus send them back: filled in, sorted, with rows deleted or added, saved by other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from docgen.forms.exchange import export_form
from docgen.model import Compendium

Answers = Mapping[str, Mapping[str, object]]
"""What is filled in, by the id of the row and the key of the column."""

FIRST_ROW = 5


def sent(compendium: Compendium, path: Path, bureau: str | None = None) -> Path:
    """A form as it goes out."""
    return export_form(compendium, bureau).save(path)


def change(path: Path, edit: Callable[[Any], None]) -> Path:
    """A form opened and saved with openpyxl, after ``edit`` of the workbook."""
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def fill(path: Path, answers: Answers) -> Path:
    """A form with answers; each row must be there."""

    def edit(book: Any) -> None:
        left = {identifier: dict(cells) for identifier, cells in answers.items()}
        for sheet in book.worksheets:
            keys = columns(sheet)
            for row in range(FIRST_ROW, sheet.max_row + 1) if keys else ():
                for key, value in left.pop(sheet.cell(row, 1).value, {}).items():
                    sheet.cell(row, keys[key]).value = value
        assert left == {}, left

    return change(path, edit)


def columns(sheet: Any) -> dict[str, int]:
    """The columns of a sheet of a form by their keys; empty for another sheet."""
    if not str(sheet.cell(1, 1).value).startswith("docgen:"):
        return {}
    return {sheet.cell(1, column).value: column for column in range(2, sheet.max_column + 1)}


def sort_rows(path: Path, *names: str) -> Path:
    """A form with the rows of some sheets in the opposite order."""

    def edit(book: Any) -> None:
        for sheet in (book[name] for name in names):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
            for number, values in enumerate(reversed(rows), start=FIRST_ROW):
                for column, value in enumerate(values, start=1):
                    sheet.cell(number, column).value = value

    return change(path, edit)


def delete_row(path: Path, identifier: str) -> Path:
    """A form without the row of an id."""

    def edit(book: Any) -> None:
        for sheet in book.worksheets:
            for row in range(FIRST_ROW, sheet.max_row + 1):
                if sheet.cell(row, 1).value == identifier:
                    sheet.delete_rows(row)
                    return
        raise AssertionError(identifier)

    return change(path, edit)
