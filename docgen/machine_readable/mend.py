"""What may be mended in tables without asking anybody, as the new bytes of their files; all else in them stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from docgen.editing.edits import AreaParted, CellEdit, SheetEdit, edited_csv
from docgen.editing.workbook import edited_workbook
from docgen.machine_readable.finding import Finding, Mend
from docgen.machine_readable.of_workbook import IN_XML
from docgen.machine_readable.table_file import TableFile
from docgen.reading.text_files.file import read_text

_Change = tuple[TableFile, Mend]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its mends: its new bytes, and for each cell that changed its place, what stood there, what does."""

    path: Path
    data: bytes
    changes: tuple[tuple[str, str, str], ...]


def mended(findings: Iterable[Finding]) -> tuple[Mended, ...]:
    """Each file that has mends, as it is after them; nothing is written.

    A workbook in another form than .xlsx and .xlsm is left out. DocgenError for one that cannot be edited in place.
    """
    by_file: dict[Path, dict[tuple[str, int, int], _Change]] = {}
    for finding in findings:
        file = finding.file
        if not file.sheet or file.path.suffix.lower() in IN_XML:
            # Of two mends of a cell the later one knows the earlier: a prefecture's whole name is closed up.
            own = {(file.sheet, mend.row, mend.column): (file, mend) for mend in finding.mends}
            by_file.setdefault(file.path, {}).update(own)
    return tuple(_mended(path, list(changes.values())) for path, changes in by_file.items() if changes)


def _mended(path: Path, changes: list[_Change]) -> Mended:
    told = tuple((str(file.where(mend.row, mend.column)), _before(file, mend), _text(mend)) for file, mend in changes)
    if changes[0][0].sheet:
        edits = [edit for file, mend in changes for edit in _edits(file, mend)]
        return Mended(path, edited_workbook(path.read_bytes(), dict.fromkeys(edits), str(path)), told)
    decoded = read_text(path)
    cells = [CellEdit(path.name, mend.row, mend.column - 1, _text(mend)) for _, mend in changes]
    return Mended(path, decoded.encoded(edited_csv(decoded.text, cells)), told)


def _edits(file: TableFile, mend: Mend) -> Iterator[SheetEdit | AreaParted]:
    if mend.parted is not None:
        yield AreaParted(file.path.name, file.sheet, str(mend.parted))
    yield SheetEdit(file.path.name, file.sheet, mend.row, mend.column, mend.value)


def _before(file: TableFile, mend: Mend) -> str:
    cell = file.cells.get((mend.row, mend.column))
    return cell.text if cell is not None else ""


def _text(mend: Mend) -> str:
    return f"{mend.value:f}" if isinstance(mend.value, Decimal) else mend.value
