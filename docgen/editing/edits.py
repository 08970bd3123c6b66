"""Edits of the files of a content folder, as values: what is replaced where, in a text or in a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from docgen.reading.text_files.delimited import delimiter_of


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """The characters of a file from ``start`` to before ``end`` (counted from 0) become ``text``."""

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell of a CSV file becomes ``text``; ``line`` is the line that its row begins in, from 1."""

    file: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class RowAdded:
    """A row is put after the row that begins in ``line``, or before it."""

    file: str
    line: int
    cells: tuple[str, ...]
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class SheetEdit:
    """A cell of a workbook becomes ``value``; row and column count from 1, as the file has them before all edits."""

    file: str
    sheet: str
    row: int
    column: int
    value: Decimal | str


@dataclass(frozen=True, slots=True)
class PointAdded:
    """A row is added to the table of a dataset for a new point of a series, beside its row ``beside`` (from 0).

    That is the point before in time; the new one stands where the table's order of the periods in column ``period``
    has it. Two that agree in every cell that both fill are one row.
    """

    data: str
    beside: int
    period: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineAdded:
    """A row (or column) is put before that numbered ``at`` of a sheet, and looks like the one numbered ``like``.

    ``cells`` are its texts and numbers by their column (or row), ``span`` the first and last of the table's. What stands
    there moves on with all that refers to it, where it ``moves``; else nothing does. ``table`` is the defined name or
    table of Excel that the data is read by, and ``last`` the table's last cell where the line is put after it.
    All numbers are those before all edits.
    """

    file: str
    sheet: str
    at: int
    like: int
    cells: tuple[tuple[int, Decimal | str], ...]
    span: tuple[int, int]
    is_column: bool = False
    moves: bool = False
    table: str = ""
    last: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class AreaParted:
    """Cells of a workbook that are merged over ``area`` (A2:A5) are no longer."""

    file: str
    sheet: str
    area: str


Edit = TextEdit | CellEdit | RowAdded | SheetEdit | LineAdded | AreaParted


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry for carried_over.yaml: the list that it stands in, its id, and what a person reads beside it."""

    group: str
    id: str
    remark: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one kind of change does: the edits of files, new points of tables, and what waits for a person."""

    edits: tuple[Edit, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    points: tuple[PointAdded, ...] = ()

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.edits + other.edits, self.waiting + other.waiting, self.points + other.points)


def edited_text(text: str, edits: Iterable[TextEdit]) -> str:
    """A text after its edits, which do not overlap; one that is given twice is made once."""
    parts: list[str] = []
    done = 0
    for edit in sorted(set(edits)):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def edited_csv(text: str, edits: Iterable[Edit]) -> str:
    """A CSV file's text after its edits; cells that none of them touches stay as they are written, quotes and all."""
    cells: dict[int, dict[int, str]] = {}
    for edit in edits:
        if isinstance(edit, CellEdit):
            cells.setdefault(edit.line, {})[edit.column] = edit.text
    added: dict[tuple[int, bool], list[tuple[str, ...]]] = {}
    for edit in dict.fromkeys(edits):
        if isinstance(edit, RowAdded):
            added.setdefault((edit.line, edit.is_before), []).append(edit.cells)
    ending = "\r\n" if "\r\n" in text else "\n"
    suffix = next((Path(edit.file).suffix.lower() for edit in edits), ".csv")
    delimiter = delimiter_of(text, suffix)
    parts: list[str] = []
    for line, raw in _rows(text, delimiter):
        parts += [_written(new, ending, delimiter) for new in added.get((line, True), ())]
        parts.append(_with_cells(raw, cells.get(line, {}), delimiter))
        if (line, False) in added:
            if not parts[-1].endswith("\n"):
                parts[-1] += ending
            parts += [_written(new, ending, delimiter) for new in added[line, False]]
    return "".join(parts)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, str]]:
    """Each row with the line that it begins in, as its text with the line's end."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    begin = 0
    for _ in reader:
        yield begin + 1, "".join(lines[begin : reader.line_num])
        begin = reader.line_num


def _with_cells(raw: str, changes: Mapping[int, str], delimiter: str) -> str:
    """A row as it is written, with some of its cells written anew; one in quotes stays in quotes."""
    if not changes:
        return raw
    body = raw.rstrip("\r\n")
    cells = list(_cells(body, delimiter))
    # Cells that are missing at the end of a row are empty.
    cells += [""] * (max(changes) + 1 - len(cells))
    for column, text in changes.items():
        quoted = '"' + text.replace('"', '""') + '"'
        needs_quotes = cells[column].startswith('"') or any(sign in text for sign in ('"', delimiter, "\n", "\r"))
        cells[column] = quoted if needs_quotes else text
    return delimiter.join(cells) + raw[len(body) :]


def _cells(row: str, delimiter: str) -> Iterator[str]:
    """The cells of a row as they are written, in their quotes."""
    cell = re.compile(rf'(?:"(?:[^"]|"")*")?[^{re.escape(delimiter)}]*', re.DOTALL)
    start = 0
    while (match := cell.match(row, start)) is not None:
        yield match.group()
        start = match.end() + 1
        if start > len(row):
            return


def _written(cells: Sequence[str], ending: str, delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerow(cells)
    return out.getvalue()
