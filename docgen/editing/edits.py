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
    """A row is put after the row that begins in ``line``."""

    file: str
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetEdit:
    """A cell of a workbook becomes ``value``; row and column count from 1.

    ``like`` is the row and column of the cell whose look a cell takes that was not there: that of the point before.
    One ``is_new`` is written only where nothing stands; rows that stand there, and may move (``moves_rows``), make room.
    """

    file: str
    sheet: str
    row: int
    column: int
    value: Decimal | str
    like: tuple[int, int] | None = None
    is_new: bool = False
    moves_rows: bool = False


@dataclass(frozen=True, slots=True)
class PointAdded:
    """A row is added to the table of a dataset after its row ``after`` (from 0), for a new point of a series.

    Two that agree in every cell that both fill are one row.
    """

    data: str
    after: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaWidened:
    """A table of a workbook reaches from its ``last`` cell on to a ``new`` one, each a row and a column.

    A table of Excel that ends there is widened, and the defined name ``name``, where the data is read by one.
    """

    file: str
    sheet: str
    name: str
    last: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class AreaParted:
    """Cells of a workbook that are merged over ``area`` (A2:A5) are no longer."""

    file: str
    sheet: str
    area: str


Edit = TextEdit | CellEdit | RowAdded | SheetEdit | AreaWidened | AreaParted


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry for carried_over.yaml: the list that it stands in, its id, and what a person reads beside it."""

    group: str
    id: str
    remark: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one kind of change does: the edits of files, and what waits for a person."""

    edits: tuple[Edit, ...] = ()
    waiting: tuple[Waiting, ...] = ()

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.edits + other.edits, self.waiting + other.waiting)


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
    added: dict[int, list[tuple[str, ...]]] = {}
    for edit in dict.fromkeys(edits):
        if isinstance(edit, RowAdded):
            added.setdefault(edit.line, []).append(edit.cells)
    ending = "\r\n" if "\r\n" in text else "\n"
    suffix = next((Path(edit.file).suffix.lower() for edit in edits), ".csv")
    delimiter = delimiter_of(text, suffix)
    parts: list[str] = []
    for line, raw in _rows(text, delimiter):
        parts.append(_with_cells(raw, cells.get(line, {}), delimiter))
        if line in added:
            if not parts[-1].endswith("\n"):
                parts[-1] += ending
            parts += [_written(new, ending, delimiter) for new in added[line]]
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
