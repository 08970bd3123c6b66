"""Which rows of a table are titles, heads, numbers and notes, and which columns hold numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.machine_readable.table_file import TableFile, WrittenCell
from docgen.model.cells.number import read_cell
from docgen.model.mark import without_mark
from docgen.reading.workbook.outside import is_note_text

_YEAR = re.compile(r"(?:18|19|20|21)[0-9]{2}")
_COUNTED = re.compile(r"[△▲−－+\-]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?\s*[^0-9０-９\s]{0,4}")
_CODE_HEAD = re.compile(r"コード|番号|\bID\b|郵便|電話|型番|順位|ページ|\bno\b\.?|№|\b\w*code\b|rank", re.IGNORECASE)
_BAND = re.compile("以上|以下|未満|以内|超|代$|番|級")

_NUMBER = r"[△▲－−-]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?\s*[^0-9０-９\s()（）/／・、;；~～\n]{0,4}"
_TWO = re.compile(rf"{_NUMBER}\s*(?:[(（]\s*{_NUMBER}\s*[)）]|[/／・、;；~～\n]\s*{_NUMBER})")
_DATE = re.compile(r"[年月日時:：]|[0-9]{4}[-/][0-9]{1,2}")
_YEARS = re.compile(r"(?:18|19|20|21)[0-9]{2}\s*[~～・、/-]\s*(?:18|19|20|21)?[0-9]{2}")

Row = tuple[WrittenCell, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """A table's rows by what they are, and the columns of its body that hold numbers (``numeric``)."""

    file: TableFile
    titles: tuple[Row, ...]
    heads: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[Row, ...]
    numeric: frozenset[int]

    @property
    def around(self) -> str:
        """All that is written above, in the heads of and below the table."""
        return " ".join(cell.text for row in (*self.titles, *self.heads, *self.notes) for cell in row)

    @property
    def labels(self) -> tuple[WrittenCell, ...]:
        """The cells that name something: the heads, and the columns that hold no numbers."""
        own = (cell for row in self.body for cell in row if cell.column not in self.numeric)
        return (*(cell for row in self.heads for cell in row), *own)

    def head_of(self, column: int) -> str:
        """What stands above a column."""
        return " ".join(cell.text for row in self.heads for cell in row if cell.column == column)

    def numbers(self) -> tuple[WrittenCell, ...]:
        """The cells of the columns of numbers."""
        return tuple(cell for row in self.body for cell in row if cell.column in self.numeric)


def parts_of(file: TableFile) -> Parts:
    """The parts of a table: numbers begin in the first row that has one which is no year, and end with the last.

    Without numbers the first row with two cells is the head.
    """
    rows = [row for _, row in file.rows()]
    counted = [index for index, row in enumerate(rows) if any(map(_counts, row)) and not _is_note(row)]
    if counted:
        first, last = counted[0], counted[-1]
        top = first
        while top > 0 and len(rows[top - 1]) > 1 and not _is_note(rows[top - 1]):
            top -= 1
    else:
        top = next((index for index, row in enumerate(rows) if len(row) > 1), 0)
        first, last = min(top + 1, len(rows)), len(rows) - 1
    body = tuple(row for row in rows[first : last + 1])
    return Parts(
        file, tuple(rows[:top]), tuple(rows[top:first]), body, tuple(rows[last + 1 :]), _numeric(body)
    )


def holds_codes(parts: Parts, column: int) -> bool:
    """Whether a column is called as those of codes and of ranks are, which are counted in nothing."""
    return bool(_CODE_HEAD.search(parts.head_of(column)))


def is_code(parts: Parts, cell: WrittenCell) -> bool:
    """Whether the digits of a cell are a code and no number: 01100, or in a column of codes."""
    return holds_codes(parts, cell.column) or bool(re.match("0[0-9]", cell.text))


def _is_note(row: Row) -> bool:
    return is_note_text(row[0].text)


def _counts(cell: WrittenCell) -> bool:
    """Whether a cell holds a number, however it is written, that is no year."""
    if _YEAR.fullmatch(cell.text):
        return False
    return cell.is_number or spelled_number(cell.text) or holds_two_numbers(cell.text)


def holds_two_numbers(text: str) -> bool:
    """Whether a text is two numbers: 100（95）, 12／34; not a date.

    >>> holds_two_numbers("1,200（95）"), holds_two_numbers("2022/4"), holds_two_numbers("2020～2024")
    (True, False, False)
    """
    return bool(_TWO.fullmatch(text)) and not (_DATE.search(text) or _YEARS.fullmatch(text))


def spelled_number(text: str) -> bool:
    """Whether a text says a number: 1,234, ▲5, 12.3％, 1,200円, 2,610（速報）.

    >>> spelled_number("１，２３４"), spelled_number("1,200円"), spelled_number("2022年度"), spelled_number("－")
    (True, True, False, False)
    """
    plain = without_mark(text)[0]
    if _BAND.search(plain):
        return False
    try:
        return read_cell(plain).value is not None
    except ValueError:
        return bool(_COUNTED.fullmatch(plain)) and not re.search(r"[年月日期版号]", plain)


def _numeric(body: Sequence[Row]) -> frozenset[int]:
    """The columns of which at least half the cells are numbers; a column of years is none."""
    found: dict[int, list[WrittenCell]] = {}
    for row in body:
        for cell in row:
            found.setdefault(cell.column, []).append(cell)
    return frozenset(column for column, cells in found.items() if sum(map(_counts, cells)) * 2 >= len(cells))
