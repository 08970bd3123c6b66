"""A folder of data files as what a deck is judged by: every CSV and Excel file, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.bearing.fact import FactTable, fact_table
from docgen.errors import DocgenError, Located
from docgen.model import Dataset, DataTable
from docgen.reading.data_files import read_data
from docgen.reading.text_files.delimited import SUFFIXES
from docgen.reading.workbook.read import shown_sheets
from docgen.reconciling.data_facts import columns_of, spelled_years

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})


def folder_tables(folder: Path) -> tuple[FactTable, ...]:
    """The tables of facts of all data files in a folder and those below it, each number at its cell.

    DocgenError for a folder that is not there, and for one without a table.
    """
    if not folder.is_dir():
        raise DocgenError("no-data-folder", where=str(folder))
    tables = tuple(table for path in sorted(folder.rglob("*")) for table in _tables(path, folder))
    if not tables:
        raise DocgenError("folder-without-data", where=str(folder))
    return tables


def _tables(path: Path, folder: Path) -> Iterator[FactTable]:
    suffix = path.suffix.lower()
    if path.name.startswith((".", "~$")) or not path.is_file():
        return
    file = str(path.relative_to(folder))
    if suffix in SUFFIXES:
        yield from _read(Dataset(id="data", file=file), folder, path.stem)
    elif suffix in _WORKBOOKS:
        for sheet in shown_sheets(path):
            yield from _read(Dataset(id="data", file=file, sheet=sheet.name), folder, f"{path.stem} {sheet.name}")


def _read(dataset: Dataset, folder: Path, title: str) -> Iterator[FactTable]:
    try:
        table = read_data(dataset, folder, None)
    except DocgenError:
        # A sheet of remarks, a text that is no table: there is nothing in it to judge by.
        return
    if (facts := data_fact_table(table, title)).facts:
        yield facts


def data_fact_table(table: DataTable, title: str) -> FactTable:
    """A data file as a table of facts: years and words of a row are its label, the columns of numbers their own."""
    years, words, numbers = columns_of(table)
    spelled = {column: spelled_years(table, column) for column in years}

    def place(row: int, column: int) -> Located | None:
        return table.position(row, numbers[column - 1])

    rows = [
        [
            " ".join(filter(None, (*(spelled[column][row] for column in years), *(cells[column] for column in words)))),
            *(cells[column] for column in numbers),
        ]
        for row, cells in enumerate(table.rows)
    ]
    heads = ["", *(table.columns[column] for column in numbers)]
    return fact_table(title, title, heads, rows, places=place, on=title)
