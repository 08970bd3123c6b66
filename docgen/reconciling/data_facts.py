"""The numbers of data files as series: what each is called, and its value at each period or for each thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from docgen.errors import Located
from docgen.model import DataTable, Period
from docgen.model.cells.number import read_number
from docgen.value import value

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FISCAL = re.compile("年度|fiscal", re.IGNORECASE)
_YEARS = re.compile("年|year", re.IGNORECASE)
# Columns that say where a row is from, and what else is to be said of it.
_REMARKS = re.compile(r"source|note|url|edition|status|check|about|出典|備考|注|資料", re.IGNORECASE)
_LONGEST = 40  # characters of a name


@value(frozen=True, slots=True)
class DataFact:
    """A number of a data file: its exact value, and its cell."""

    value: Decimal
    table: DataTable
    row: int
    column: int

    @property
    def where(self) -> Located:
        """The place of its cell."""
        return self.table.position(self.row, self.column)


@value(frozen=True, slots=True)
class DataSeries:
    """Numbers that differ in one thing alone, their key: a year, or what a row is called.

    ``table`` names the file (and sheet), ``name`` is what the numbers are called there.
    """

    table: str
    name: str
    facts: dict[str, DataFact]


# The rules on data ask for the same cells one after the other.
@lru_cache(maxsize=16384)
def number_of(text: str) -> Decimal | None:
    """The number that a cell holds and nothing else; None for words."""
    try:
        return read_number(text)
    except ValueError:
        return None


# The rules on data ask for the same files one after the other.
@lru_cache(maxsize=1024)
def data_series(name: str, table: DataTable) -> Sequence[DataSeries]:
    """The series of a data file; ``name`` is what the content calls it.

    Columns of years are the keys of their rows, and columns that are called by a year those of their cells; the other words
    of a row tell its series from the next one's. Where no year stands, the words are the keys.
    """
    years, words, numbers = columns_of(table)
    called_by_year = {column: _year(table.columns[column]) for column in numbers}
    series: dict[str, dict[str, list[DataFact]]] = {}
    for row, cells in enumerate(table.rows):
        labels = [cells[column] for column in words if cells[column]]
        at = next((_year(cells[column]) for column in years if cells[column]), "")
        for column in numbers:
            value = number_of(cells[column])
            if value is None:
                continue
            own = called_by_year[column]
            key = own or at or " ".join(labels)
            called = [*(labels if own or at else ()), *(() if own else (table.columns[column],))]
            facts = series.setdefault(" ".join(called), {}).setdefault(key, [])
            facts.append(DataFact(value, table, row, column))
    # What stands twice in one file (preliminary, revised) is told apart by words that nothing here knows.
    once = ((so, {key: facts[0] for key, facts in keys.items() if len(facts) == 1}) for so, keys in series.items())
    return tuple(DataSeries(name, called_so, facts) for called_so, facts in once)


def columns_of(table: DataTable) -> tuple[list[int], list[int], list[int]]:
    """The columns of years, of words that tell rows apart, and of numbers; those of remarks are none of these."""
    columns = range(len(table.columns))
    years = [column for column in columns if _is_of_years(table, column)]
    # Numbers of things may look like years: the first column of them is one, or one that says so.
    years = [column for column in years if column == years[0] or _YEARS.search(table.columns[column])]
    words = [column for column in columns if column not in years and _is_of_words(table, column)]
    rest = [column for column in columns if column not in years and column not in words]
    return years, words, [column for column in rest if not _REMARKS.search(table.columns[column])]


def spelled_years(table: DataTable, column: int) -> list[str]:
    """The cells of a column of years, bare ones with what they are years of: 2022年, 2022年度."""
    suffix = "年度" if _FISCAL.search(table.columns[column]) else "年"
    return [f"{row[column]}{suffix}" if row[column].isdecimal() else row[column] for row in table.rows]


@lru_cache(maxsize=16384)
def _year(text: str) -> str:
    """The period that a text names, as it sorts; "" for none. A bare year is that year whatever it is a year of."""
    words = text.strip()
    if words.isdecimal():
        return words if _YEAR.fullmatch(words) else ""
    try:
        period = Period.parse(words)
    except ValueError:
        return ""
    return str(period.number) if period.kind in ("year", "fiscal_year") else str(period)


def _is_of_years(table: DataTable, column: int) -> bool:
    cells = _cells(table, column)
    return bool(cells) and all(map(_year, cells))


def _is_of_words(table: DataTable, column: int) -> bool:
    cells = _cells(table, column)
    if _REMARKS.search(table.columns[column]) or not cells:
        return False
    named = [cell for cell in cells if number_of(cell) is None and len(cell) <= _LONGEST]
    return 2 * len(named) > len(cells)


def _cells(table: DataTable, column: int) -> Sequence[str]:
    return [row[column] for row in table.rows if row[column].strip()]
