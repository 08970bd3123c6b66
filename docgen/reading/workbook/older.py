"""Workbooks in other forms (.xls, .xlsb, .ods): their values, by calamine, and a notice of what it does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from docgen.breach import Breach
from docgen.errors import CellPosition, DocgenError, Where
from docgen.messages import reason_of
from docgen.model.data import DataTable
from docgen.model.dataset import Dataset
from docgen.reading.workbook.grid import grid_of
from docgen.reading.workbook.package import cannot_be_read
from docgen.reading.workbook.region import area_of, empty, sheet_named, without_names
from docgen.reading.workbook.sheet import Address, Area, Sheet, StoredCell
from docgen.reading.workbook.sheet_cells import MOST_CELLS
from docgen.reading.workbook.table import table_of_grid
from docgen.reading.workbook.xlsx import SheetEntry


def older_table(dataset: Dataset, path: Path, where: Where) -> DataTable:
    """The table of a dataset in a workbook that is no .xlsx. DocgenError where it cannot be read."""
    import python_calamine as calamine

    without_names(dataset, where)
    try:
        # By its bytes, not by its name, which may be another form's.
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            hidden = calamine.SheetVisibleEnum.Visible
            entries = [SheetEntry(each.name, each.visible != hidden, "") for each in book.sheets_metadata]
            entry = sheet_named(dataset, entries, where)
            found = book.get_sheet_by_name(entry.name)
            if found.total_height * found.total_width > MOST_CELLS:
                raise DocgenError("sheet-too-large", where=CellPosition(str(path), entry.name), most=MOST_CELLS)
            sheet = _sheet(found, entry.name)
    except (calamine.CalamineError, OSError) as error:
        raise cannot_be_read(path, reason_of(error) if isinstance(error, OSError) else str(error)) from error
    area = area_of(dataset, where)
    grid = grid_of(sheet, area, str(path))
    if not grid.rows:
        raise empty(dataset, sheet, grid, where)
    table = table_of_grid(grid, dataset, whole_sheet=dataset.cells is None)
    said = Breach("values-only", CellPosition(str(path), entry.name), level="notice")
    return replace(table, notices=(said, *table.notices))


def older_sheets(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a workbook that is no .xlsx, without those that are hidden. DocgenError where it cannot be read."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_path(str(path)) as book:
            names = [each.name for each in book.sheets_metadata if each.visible == calamine.SheetVisibleEnum.Visible]
            return tuple(_sheet(book.get_sheet_by_name(name), name) for name in names)
    except (calamine.CalamineError, OSError) as error:
        raise cannot_be_read(path, reason_of(error) if isinstance(error, OSError) else str(error)) from error


def _sheet(found: Any, name: str) -> Sheet:
    merged = tuple(
        Area(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in found.merged_cell_ranges or ()
    )
    return Sheet(name, dict(_cells(found.to_python(skip_empty_area=False))), merged)


def _cells(rows: list[list[Any]]) -> Iterator[tuple[Address, StoredCell]]:
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            cell = _stored(value)
            if cell is not None:
                yield (row, column), cell


def _stored(value: object) -> StoredCell | None:
    if isinstance(value, bool):
        return StoredCell("boolean", "1" if value else "0")
    if isinstance(value, int | float):
        return StoredCell("number", repr(value))
    if isinstance(value, datetime | date):
        return StoredCell("date", value.isoformat())
    if isinstance(value, time | timedelta):
        return StoredCell("text", str(value))
    text = str(value).strip() if value is not None else ""
    return StoredCell("text", text) if text else None
