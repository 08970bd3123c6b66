"""Tables as the pages print them, for those that are made of other records: overviews, lists of candidates, totals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.model.cells.letters import common_letters
from docgen.placed import PlacedSlide, TableCell, TableMark
from docgen.tidy.sheet import DataCell, DataTableRows
from docgen.tidy.tables import distinct
from docgen.tidy.year_cells import with_western_year

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_TRILLIONS = re.compile(r"([0-9,]+)兆([0-9,]+)(?=億)")
_COUNTED = re.compile(r"(?P<number>[△▲－−-]?[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>[^0-9\s()（）]{0,4})")


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of the deck: its ``id``, the numbers of its pages, its title and its rows; a long one is on several."""

    id: str
    pages: tuple[int, ...]
    title: str
    table: DataTableRows


def printed_tables(slides: Sequence[PlacedSlide], told: Mapping[int, frozenset[Decimal]]) -> Iterator[PrintedTable]:
    """The tables that print a number which nothing that is ``told`` of their page has, by the page's number.

    A list of pages, such as the contents, is no data.
    """
    by_id: dict[str, list[tuple[int, str, TableMark]]] = {}
    for number, slide in enumerate(slides, start=1):
        for mark in slide.marks:
            if isinstance(mark, TableMark) and not _lists_pages(mark):
                by_id.setdefault(mark.id, []).append((number, slide.page_title or slide.title, mark))
    for identifier, parts in by_id.items():
        if any(not _numbers(mark) <= told.get(number, frozenset()) for number, _, mark in parts):
            pages = tuple(number for number, _, _ in parts)
            yield PrintedTable(identifier, pages, parts[0][1], _table([mark for _, _, mark in parts]))


def _lists_pages(mark: TableMark) -> bool:
    """Whether each row of a table has the number of a page."""
    return all(
        any(run.page_of is not None for cell in row.cells for paragraph in cell.body.paragraphs for run in paragraph.runs)
        for row in mark.rows[mark.header_rows :]
    )


def numbers_in(texts: Iterable[str]) -> frozenset[Decimal]:
    """The numbers that texts print, without their signs; 1兆3,184億 is 13184.

    >>> sorted(numbers_in(["△1,744.5億円", "1兆3,184億円"]))
    [Decimal('1744.5'), Decimal('13184')]
    """
    found = (_joined(unicodedata.normalize("NFKC", common_letters(text))) for text in texts)
    return frozenset(Decimal(number.replace(",", "")) for text in found for number in _NUMBER.findall(text))


def _joined(text: str) -> str:
    return _TRILLIONS.sub(lambda match: f"{match[1]}{match[2].replace(',', '').zfill(4)}", text)


def _numbers(mark: TableMark) -> frozenset[Decimal]:
    return numbers_in(_text(cell) for row in mark.rows[mark.header_rows :] for cell in row.cells)


def _table(marks: Sequence[TableMark]) -> DataTableRows:
    """The rows of a table, those of all its pages, under its head; what spans rows stands in each of them."""
    head = _filled(marks[0])[: marks[0].header_rows]
    body = [row for mark in marks for row in _filled(mark)[mark.header_rows :]]
    names = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*head, strict=True)]
    columns = [_column(name, cells) for name, cells in zip(names, zip(*body, strict=True), strict=True)]
    heads = [column.name or f"列{number}" for number, column in enumerate(columns, start=1)]
    lines = zip(*(column.cells for column in columns), strict=True)
    rows = [(str(number), *cells) for number, cells in enumerate(lines, start=1)]
    return DataTableRows.of(distinct(("行番号", *heads)), rows)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    cells: tuple[DataCell, ...]


def _column(name: str, texts: Sequence[str]) -> _Column:
    """A column of numbers in one unit, which its head then states, or of words."""
    counted = [_COUNTED.fullmatch(text) for text in texts if text]
    units = {match["unit"] if match is not None else None for match in counted}
    if len(units) != 1 or None in units:
        return _Column(name, tuple(with_western_year(text) for text in texts))
    unit = units.pop()
    numbers = tuple(_number(match["number"]) if (match := _COUNTED.fullmatch(text)) else None for text in texts)
    return _Column(f"{name}（{unit}）" if unit else name, numbers)


def _number(text: str) -> Decimal:
    plain = text.replace(",", "").lstrip("△▲－−-")
    return -Decimal(plain) if plain != text.replace(",", "") else Decimal(plain)


def _filled(mark: TableMark) -> list[list[str]]:
    """The texts of a table's cells; in a head that of a cell also where it spans columns, else where it spans rows."""
    grid = [[_text(cell) for cell in row.cells] for row in mark.rows]
    for top, row in enumerate(mark.rows):
        for left, cell in enumerate(row.cells):
            across = cell.column_span if top < mark.header_rows else 1
            for line in grid[top : top + cell.row_span]:
                if not cell.covered:
                    line[left : left + across] = [grid[top][left]] * len(line[left : left + across])
    return grid


def _text(cell: TableCell) -> str:
    lines = ("".join(run.text for run in paragraph.runs) for paragraph in cell.body.paragraphs)
    return " ".join(" ".join(lines).split())
