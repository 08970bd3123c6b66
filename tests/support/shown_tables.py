"""The tables of a deck as a reader sees them: every cell's text, merged cells repeated, headers by column."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from docgen.placed import PlacedSlide, TableMark
from support.real_deck import words

_DASHES = str.maketrans(dict.fromkeys("－—―–−‐", "-") | dict.fromkeys("～〜", "~"))


@dataclass(frozen=True)
class ShownTable:
    """A table's column headings (the lowest header row that has one) and its rows of plain texts."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, heading: str) -> tuple[str, ...]:
        """The texts of a column, from its heading down."""
        index = [plain(each) for each in self.headings].index(plain(heading))
        return tuple(row[index] for row in self.rows)


def plain(text: str) -> str:
    """A text without what two ways of writing it may differ in: widths, blanks, dashes, thousands' commas.

    A cell with nothing but a dash is empty.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES)
    joined = "".join(folded.split()).replace(",", "")
    return "" if joined == "-" else joined


def shown_tables(slide: PlacedSlide) -> dict[str, ShownTable]:
    """The tables of a slide by the ids of their marks."""
    return {mark.id: _shown(mark) for mark in slide.marks if isinstance(mark, TableMark)}


def _shown(mark: TableMark) -> ShownTable:
    texts: list[list[str]] = []
    for number, row in enumerate(mark.rows):
        line: list[str] = []
        for index, cell in enumerate(row.cells):
            if not cell.covered:
                line.append(words(cell.body))
            elif index and _reaches(mark, number, index):
                line.append(line[index - 1])
            else:
                line.append(texts[number - 1][index])
        texts.append(line)
    heads = texts[: mark.header_rows]
    headings = tuple(next((row[index] for row in reversed(heads) if row[index]), "") for index in range(len(mark.columns)))
    return ShownTable(headings, tuple(tuple(line) for line in texts[mark.header_rows :]))


def _reaches(mark: TableMark, row: int, column: int) -> bool:
    """Whether the cell is covered by one that begins further left in a row."""
    for first in range(column - 1, -1, -1):
        cell = mark.rows[row].cells[first]
        if not cell.covered:
            return first + cell.column_span > column
    return False
