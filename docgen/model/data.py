"""What numbers come from: data files as tables, references to a file and row, sources (出典) and notes (注)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Protocol, runtime_checkable

from pydantic import BeforeValidator, Field

from docgen.breach import Breach
from docgen.errors import CellPosition, Located, Position
from docgen.model.record import Identifier, Prose, Record

_GAPS = frozenset({"", "-", "－", "—", "―", "…"})
_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")


def read_number(text: str) -> Decimal | None:
    """The number in a cell of a data file; None for an empty cell or a dash.

    Thousands may be separated by commas, full-width digits are read, and △, ▲ and − mean minus, as in
    official tables. ValueError for anything else.

    >>> read_number("△1,744.5"), read_number("－")
    (Decimal('-1744.5'), None)
    """
    words = text.strip()
    if words in _GAPS:
        return None
    plain = re.sub("^[△▲−]", "-", unicodedata.normalize("NFKC", words))
    if not _NUMBER.fullmatch(plain):
        raise ValueError(f"{text!r} is not a number")
    return Decimal(plain.replace(",", ""))


def _read(given: Any) -> Any:
    """A number in words as one; pydantic says what is wrong with anything else."""
    if not isinstance(given, str):
        return given
    try:
        number = read_number(given)
    except ValueError:
        return given
    return given if number is None else number


Number = Annotated[Decimal, BeforeValidator(_read)]
"""A number in a record, also as official tables have it: △0.4, 1,744, １７４４."""


@runtime_checkable
class DataFrame(Protocol):
    """What docgen asks of a pandas DataFrame, so that pandas need not be imported to read one."""

    @property
    def columns(self) -> Iterable[Any]: ...  # noqa: D102

    def isna(self) -> DataFrame: ...  # noqa: D102

    def itertuples(self, index: bool, name: None) -> Iterable[tuple[Any, ...]]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table as written in its file: every cell is text, an empty one is ``""``.

    ``lines`` holds each row's line in the file (counted from 1), ``file`` the path inside the content
    folder, ``path`` the path that a user can open. A table of a workbook has its ``sheet`` and, for each cell, its
    address there (row and column, from 1). ``marks`` are what stands at a number and is no part of it (速報, 推計,
    改定, *), for each cell, "" where there is none. ``notices`` are what reading the file has to say, for docgen check.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str = ""
    lines: tuple[int, ...] = ()
    path: str = ""
    sheet: str = ""
    addresses: tuple[tuple[tuple[int, int], ...], ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()
    notices: tuple[Breach, ...] = ()

    def line(self, row: int) -> int:
        """The line of a row in the file (0 where the table comes from a script)."""
        return self.lines[row] if self.lines else 0

    def mark(self, row: int, column: int) -> str:
        """What stands at the number of a cell and is no part of it: 速報; "" where nothing does."""
        return self.marks[row][column] if self.marks else ""

    def position(self, row: int, column: int) -> Located:
        """Where a cell stands, for a message: its character in a text file, its address in a workbook."""
        if self.addresses:
            return CellPosition(self.path or self.file, self.sheet, *self.addresses[row][column])
        line = self.line(row)
        if not line:
            return f"{self.file} row {row + 1}, column {self.columns[column]!r}"
        before = sum(len(_quoted(cell)) + 1 for cell in self.rows[row][:column])
        return Position(self.path or self.file, line, before + 1)

    @classmethod
    def from_frame(cls, frame: DataFrame, file: str = "DataFrame") -> DataTable:
        """A table of a pandas DataFrame; missing values become empty cells."""
        values = frame.itertuples(index=False, name=None)
        missing = frame.isna().itertuples(index=False, name=None)
        rows = tuple(
            tuple("" if gap else _cell(value) for value, gap in zip(row, gaps, strict=True))
            for row, gaps in zip(values, missing, strict=True)
        )
        return cls(tuple(map(str, frame.columns)), rows, file)

    @classmethod
    def from_columns(cls, columns: Mapping[str, Iterable[Any]], file: str = "script") -> DataTable:
        """A table of a mapping from column names to equally long columns; None is an empty cell."""
        names = tuple(columns)
        rows = zip(*(tuple(values) for values in columns.values()), strict=True)
        return cls(names, tuple(tuple("" if v is None else _cell(v) for v in row) for row in rows), file)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\n') else cell


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


Names = Annotated[tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]
"""Names; a single one may be written alone."""


class CrossTable(Record):
    """What a cross table's rows, columns and numbers are: the columns that it gets as a list, a row for each number.

    ``rows`` names the columns at the left of the numbers, ``columns`` the rows of the head above them.

        cross: {rows: 区分, columns: 年度, values: 研究者数}
    """

    rows: Names = Field(min_length=1)
    columns: Names = Field(min_length=1)
    values: str = "値"


WORKBOOK_KEYS = ("sheet", "cells", "table", "header_rows", "transposed", "cross", "totals", "digits")
"""The keys of a dataset that only a workbook has a use for."""


class Dataset(Record):
    """A data file of the content folder: CSV, or a table of an Excel workbook.

        {id: traffic-deaths, file: data/traffic_deaths.csv, title: 交通事故死者数, source: npa-traffic}
        {id: researchers, file: data/指標データ.xlsx, sheet: 研究者, cells: B3:F20, header_rows: 2}

    These are for workbooks. ``sheet`` is the first that is shown, unless it is named; ``cells`` a range of it
    (A1:F20, A:F), ``table`` a defined name or the name of a table of Excel. The texts of ``header_rows`` one below
    the other make a column's name (研究者 男). A ``transposed`` table has a row for each column. ``cross`` makes a list
    of a table in which rows and columns both name a number. Totals below a table are left out, unless ``totals`` is
    true. Numbers have the ``digits`` that the sheet shows, or ``all`` that its cells hold.
    """

    id: Identifier
    file: str
    title: str = ""
    source: Identifier | None = None
    sheet: str | None = None
    cells: str | None = None
    table: str | None = None
    header_rows: int = Field(default=1, ge=1, le=9)
    transposed: bool = False
    cross: CrossTable | None = None
    totals: bool = False
    digits: Literal["shown", "all"] = "shown"

    @property
    def contents(self) -> tuple[object, ...]:
        """What is read of the file: equal for datasets that share a table."""
        cross = (self.cross.rows, self.cross.columns, self.cross.values) if self.cross is not None else None
        return (self.file, cross, *(getattr(self, key) for key in WORKBOOK_KEYS if key != "cross"))


class DataReference(Record):
    """A number in a data file: the one row where the columns of ``where`` have these values.

        {data: traffic-deaths, column: deaths_persons, where: {year: 2022}}
    """

    data: Identifier
    column: str
    where: Mapping[str, str | int] = {}


Amount = Number | DataReference
"""A number, written out or referred to in a data file."""


class Source(Record):
    """Where figures come from, defined once: ``text`` is printed after （出典）.

        {id: npa-traffic, text: 警察庁「交通事故統計」を基に作成。}
    """

    id: Identifier
    text: Prose
    url: str | None = None


class Note(Record):
    """A note under a figure, table or page. Notes are numbered by docgen where a page has several."""

    text: Prose
