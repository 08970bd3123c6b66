"""What in the tables of a file or folder a program does not read: the whole way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from docgen.errors import DocgenError
from docgen.machine_readable import cell_rules, label_rules, sheet_rules
from docgen.machine_readable.finding import Finding
from docgen.machine_readable.of_text import of_text
from docgen.machine_readable.of_workbook import SUFFIXES as WORKBOOKS
from docgen.machine_readable.of_workbook import of_workbook
from docgen.machine_readable.parts import Parts, parts_of
from docgen.machine_readable.table_file import TableFile
from docgen.reading.text_files.delimited import SUFFIXES as TEXTS

RULES: tuple[Callable[[Parts], Iterable[Finding]], ...] = (
    cell_rules.one_datum_a_cell,
    cell_rules.numbers_as_numbers,
    sheet_rules.no_merged_cells,
    label_rules.no_spacing,
    label_rules.no_name_left_out,
    cell_rules.no_formulas,
    sheet_rules.no_objects,
    sheet_rules.units_told,
    label_rules.no_letters_of_one_system,
    label_rules.western_years,
    label_rules.whole_names_of_regions,
    cell_rules.no_signs_among_numbers,
    sheet_rules.one_table_unbroken,
)
"""The rules in the order of the ministry's numbers: add a new one here."""


def find(path: str | Path) -> tuple[Finding, ...]:
    """What in a workbook or text file, or in all of a folder, breaks the rules on tables that programs read.

    DocgenError for a file that is not there, is no table, or cannot be read.
    """
    return tuple(finding for file in _files(Path(path)) for finding in of_table(file))


def of_table(file: TableFile) -> Iterator[Finding]:
    """The findings of one sheet or text file, rule by rule."""
    parts = parts_of(file)
    for rule in RULES:
        yield from rule(parts)


def _files(path: Path) -> Iterator[TableFile]:
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.suffix.lower() in (WORKBOOKS | TEXTS) - {".txt"} and not each.name.startswith("~$"):
                yield from _files(each)
    elif not path.is_file():
        raise DocgenError("no-such-table-file", where=str(path))
    elif path.suffix.lower() in WORKBOOKS:
        yield from of_workbook(path)
    elif path.suffix.lower() in TEXTS:
        yield of_text(path)
    else:
        raise DocgenError("no-table-file", where=str(path), name=path.name)
