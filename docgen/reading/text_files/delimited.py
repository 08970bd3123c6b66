"""CSV, tab- and semicolon-separated text to a table: its head, its rows with their lines, and what stands around them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen.breach import Breach
from docgen.errors import DocgenError, Position
from docgen.messages import message
from docgen.model.cells.number import without_noise
from docgen.model.cells.text import composed, visible
from docgen.model.data import DataTable, without_marks
from docgen.model.dataset import Dataset
from docgen.reading.text_files.file import read_text
from docgen.reading.text_files.outside import TextRow, is_note, note_rows, parted_marks, title_rows
from docgen.reading.unit_row import is_unit_row

SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt"})
"""The suffixes of text files that are read as tables."""

_DELIMITERS = {".csv": ",\t;", ".tsv": "\t,;", ".tab": "\t,;", ".txt": "\t,;"}
# Excel's own ways to say in a text file how it is to be read: what parts the cells, and that a cell is a text.
_STATED, _AS_TEXT = re.compile(r"\ufeff?sep=(.)\r?\n?"), re.compile(r'="([^"]*)"')
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SAMPLE = 100_000


def read_delimited(dataset: Dataset, path: Path) -> DataTable:
    """The table of a text file; its first row names the columns, after lines that are titles.

    Notes below the table are told apart, and said as notices. DocgenError for a file that is damaged, whose encoding is
    unsure, that is not CSV, or that has no head.
    """
    text = composed(read_text(path, dataset.encoding).text)
    delimiter = _delimiter(text, path)
    rows = written_rows(text, path)
    if not any(cell.strip() for row in rows for cell in row.cells):
        raise DocgenError("file-empty", where=Position(str(path), 1))
    titles = title_rows(rows)
    head, *body = rows[len(titles) :]
    names = _names(head, path)
    body = [row for row in _as_wide(body, len(names), delimiter, path) if any(row.cells)]
    units = body[:1] if len(body) > 1 and is_unit_row(body[0].cells) else []
    notes = note_rows(body)
    kept = body[len(units) : len(body) - len(notes)]
    cells, marks = parted_marks(names, [tuple(map(without_noise, row.cells)) for row in kept])
    texts, beside = without_marks(cells)
    return DataTable(
        columns=names,
        rows=texts,
        file=dataset.file,
        lines=tuple(row.line for row in kept),
        path=str(path),
        marks=_joined(marks, beside),
        notices=(*_said("line-above", titles, path), *_said("unit-row", units, path), *_said("note-left-out", notes, path)),
        written=tuple(row.written for row in kept),
        delimiter=delimiter,
    )


def delimiter_of(text: str, suffix: str = ".csv") -> str:
    """What parts the cells: the sign that stands equally often in the most lines; the suffix's own where none is ahead.

    >>> delimiter_of("年\\t人\\n2022\\t2,610\\n"), delimiter_of("年;人\\n2022;1,5\\n2023;2,5\\n"), delimiter_of("年,人\\n")
    ('\\t', ';', ',')
    """
    lines = [line for line in _QUOTED.sub("", text[:_SAMPLE]).splitlines() if line.strip()]

    def alike(sign: str) -> int:
        counts = Counter(count for line in lines if (count := line.count(sign)))
        return max(counts.values(), default=0)

    return max(_DELIMITERS.get(suffix, _DELIMITERS[".csv"]), key=alike)


def written_rows(text: str, path: Path) -> Sequence[TextRow]:
    """The rows of the text of a file, without blank lines and without the one that tells Excel how to read it.

    DocgenError where it is not CSV.
    """
    return list(_rows(text, _delimiter(text, path), str(path)))[_STATED.match(text) is not None :]


def _delimiter(text: str, path: Path) -> str:
    stated = _STATED.match(text)
    return stated[1] if stated is not None else delimiter_of(text, path.suffix.lower())


def _rows(text: str, delimiter: str, file: str) -> Iterator[TextRow]:
    """The rows without blank lines, each as it is written."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 0
    try:
        for cells in reader:
            if cells:
                yield TextRow(line + 1, tuple(map(_cell, cells)), "".join(lines[line : reader.line_num]))
            line = reader.line_num
    except csv.Error as error:
        raise DocgenError("not-csv", where=Position(file, line + 1), problem=_problem(str(error))) from error


def _cell(written: str) -> str:
    """What a cell says: without letters that nobody sees, and as a text where Excel wrote ="0123"."""
    as_text = _AS_TEXT.fullmatch(written) if written.startswith("=") else None
    return visible(as_text[1] if as_text is not None else written)


def _problem(said: str) -> str:
    """What is wrong with a row, in the words of the catalogue."""
    if "unexpected end" in said:
        return str(message("csv-quote-open"))
    if "expected after" in said:
        return str(message("csv-text-after-quote"))
    if "field larger" in said:
        return str(message("csv-cell-too-long"))
    return said


def _names(head: TextRow, path: Path) -> tuple[str, ...]:
    names = tuple(" ".join(cell.split()) for cell in head.cells)
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            where = Position(str(path), head.line)
            raise DocgenError("column-names-alike", where=where, column=name, number=index + 1)
        if name:
            seen.add(name)
    return names


def _as_wide(rows: Sequence[TextRow], width: int, delimiter: str, path: Path) -> Iterator[TextRow]:
    """The rows, all as wide as the head: cells missing at the end are empty, a note has one cell. DocgenError for more."""
    for row in rows:
        cells = row.cells
        while len(cells) > width and not cells[-1].strip():
            cells = cells[:-1]
        if len(cells) > width and is_note(cells[0]):
            cells = (delimiter.join(cells).rstrip(delimiter),)
        if len(cells) > width:
            raise DocgenError("row-too-wide", where=Position(str(path), row.line), count=len(cells), width=width)
        yield TextRow(row.line, (*cells, *[""] * (width - len(cells))), row.written)


def _joined(first: Sequence[tuple[str, ...]], second: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The marks of two origins: of columns of their own, and beside the numbers."""
    if not first or not second:
        return tuple(first or second)
    return tuple(tuple(one or two for one, two in zip(*row, strict=True)) for row in zip(first, second, strict=True))


def _said(code: str, rows: Sequence[TextRow], path: Path) -> Iterator[Breach]:
    for row in rows:
        words = "、".join(cell.strip() for cell in row.cells if cell.strip())
        if not words:
            continue
        where = Position(str(path), row.line)
        if code == "line-above":
            yield Breach("line-above", where, level="notice", words=words)
        elif code == "unit-row":
            yield Breach("unit-row", where, level="notice", words=words)
        else:
            yield Breach("note-left-out", where, level="notice", words=words)
