"""A text file of cells as it is written."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.machine_readable.table_file import TableFile, WrittenCell, cells_by_address
from docgen.reading.text_files.delimited import written_rows
from docgen.reading.text_files.file import read_text

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def of_text(path: Path) -> TableFile:
    """The cells of a text file. DocgenError for one that is damaged, or is not CSV."""
    cells = (
        WrittenCell(row.line, column, cell.strip(), bool(_NUMBER.fullmatch(cell.strip())), cell != cell.strip())
        for row in written_rows(read_text(path).text, path)
        for column, cell in enumerate(row.cells, start=1)
        if cell.strip()
    )
    return TableFile(path, "", cells_by_address(cells))
