"""What numbers come from: data files as tables, references to a file and row, sources (出典) and notes (注)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from docgen.breach import Breach
from docgen.errors import CellPosition, DocgenError, Located, Position, WrongValue
from docgen.messages import Message, message
from docgen.model.cells.frame import (
    Columns,
    DataFrame,
    Rows,
    Series,
    WrongCell,
    of_columns,
    of_frame,
    of_records,
    of_series,
)
from docgen.model.cells.number import read_cell
from docgen.model.cells.text import text_of
from docgen.model.mark import without_mark
from docgen.model.record import Named, Prose, Record
from docgen.placed.address import address_fault

# A cell in quotes, which may hold what parts cells.
_CELL = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table as written in its file: every cell is text, an empty one is ``""``.

    ``lines`` holds each row's line in the file (counted from 1), ``file`` the path inside the content
    folder, ``path`` the path that a user can open. A table of a workbook has its ``sheet`` and, for each cell, its
    address there (row and column, from 1). ``marks`` are what stands at a number and is no part of it (速報, 推計,
    改定, *), for each cell, "" where there is none. ``notices`` are what reading the file has to say, for docgen check.
    ``written`` are the rows of a text file as they stand in it, their cells parted by ``delimiter``.
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
    written: tuple[str, ...] = ()
    delimiter: str = ","

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
            cell = message("cell-of-data", row=row + 1, column=self.columns[column])
            return str(message("place-in", outer=self.file, inner=cell))
        written = self.written[row] if self.written else self.delimiter.join(map(_quoted, self.rows[row]))
        return Position(self.path or self.file, *_cell_start(written, column, self.delimiter, line))

    def rows_named(self, rows: Iterable[int]) -> Message:
        """Rows as a message names them: lines 3, 4 of a text file, cells of a sheet, rows of a script's data."""
        chosen = tuple(rows)
        if self.addresses:
            cells = tuple(CellPosition("", "", *self.addresses[row][0]).cell for row in chosen)
            return message("cells-of-sheet", cells=cells, sheet=self.sheet)
        if not self.lines:
            return message("rows-of-data", rows=tuple(row + 1 for row in chosen))
        if len(chosen) == 1:
            return message("line-of-file", line=self.line(chosen[0]))
        return message("lines-of-file", lines=tuple(map(self.line, chosen)))

    @classmethod
    def from_frame(cls, frame: DataFrame | Series, file: str = "DataFrame") -> DataTable:
        """A table of a pandas DataFrame or Series, its index first where that says something; a gap is an empty cell.

        DocgenError for a cell that is no text, number or date, and for columns of one name.
        """
        return cls._of(of_series if isinstance(frame, Series) else of_frame, frame, file)

    @classmethod
    def from_columns(cls, columns: Mapping[str, Iterable[Any]], file: str = "script") -> DataTable:
        """A table of a mapping from column names to equally long columns; None and NaN are empty cells.

        >>> DataTable.from_columns({"年": [2021, 2022], "値": [0.1 + 0.2, None]}).rows
        (('2021', '0.3'), ('2022', ''))
        """
        return cls._of(of_columns, columns, file)

    @classmethod
    def _of(cls, read: Callable[[Any], tuple[Columns, Rows]], data: object, file: str) -> DataTable:
        try:
            return _of_script(*read(data), file)
        except WrongCell as cell:
            place = message("place-in", outer=file, inner=cell.place)
            raise DocgenError.of(cell.wrong.message, where=place) from cell
        except WrongValue as wrong:
            raise DocgenError.of(wrong.message, where=file) from wrong


def _of_script(columns: Columns, rows: Rows, file: str) -> DataTable:
    texts, marks = without_marks(rows)
    return DataTable(columns, texts, file, marks=marks)


def without_marks(rows: Rows) -> tuple[Rows, Rows]:
    """Rows whose numbers stand without the marks beside them, and the mark of each cell; no marks where there is none."""
    parted = tuple(tuple(without_mark(cell) for cell in row) for row in rows)
    texts = tuple(tuple(text for text, _ in row) for row in parted)
    marks = tuple(tuple(mark for _, mark in row) for row in parted)
    return texts, marks if any(map(any, marks)) else ()


def data_of(value: object) -> str | DataTable | None:
    """What a record's ``data`` means: a dataset's id, or the table of what a script gives. WrongValue for anything else."""
    if value is None or isinstance(value, str | DataTable):
        return value
    if isinstance(value, type):
        raise WrongValue("no-data", kind=value.__name__)
    # To ask whether a value has the parts of a frame costs far more than what is told by its class.
    if isinstance(value, Mapping):
        return _of_script(*of_columns(value), "script")
    if isinstance(value, list | tuple):
        if value and all(isinstance(row, Mapping) for row in value):
            return _of_script(*of_records(value), "script")
    elif isinstance(value, Series):
        return _of_script(*of_series(value), "Series")
    elif isinstance(value, DataFrame):
        return _of_script(*of_frame(value), "DataFrame")
    raise WrongValue("no-data", kind=type(value).__name__)


def _number_in(given: object) -> object:
    """A number in words as one. WrongValue for one of too many digits; pydantic says what is wrong with anything else."""
    if isinstance(given, int | Decimal) and not isinstance(given, bool):
        read_cell(str(given) if isinstance(given, int) else f"{given:f}")
    if not isinstance(given, str):
        return given
    try:
        number = read_cell(given)
    except WrongValue as wrong:
        if wrong.message.code == "number-too-long":
            raise
        return given
    return given if number.value is None or number.unit else number.value


Number = Annotated[Decimal, BeforeValidator(_number_in)]
"""A number in a record, also as official tables have it: △0.4, 1,744, １７４４."""

class _ByHand:
    """Validates data by :func:`data_of` alone. PlainValidator would have a schema of a table made for each record."""

    @staticmethod
    def __get_pydantic_core_schema__(source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(data_of, json_schema_input_schema=core_schema.str_schema())


Data = Annotated[str | DataTable, _ByHand]
"""A dataset's id, or in a script the data itself."""


def _cell_text(value: object) -> object:
    """The text of a cell as content or a script writes it; what has none stays, and is refused as no text."""
    try:
        return value if value is None else text_of(value)
    except WrongValue:
        return value


def _written(value: object) -> object:
    return "" if value is None else value


WrittenCell = Annotated[Prose, BeforeValidator(_written, json_schema_input_type=str | int | float | None)]
"""A cell of a table that is written out: prose, a number, or nothing for an empty one."""

CellText = Annotated[str, BeforeValidator(_cell_text, json_schema_input_type=str | int | float | bool)]
"""What a cell of a data file holds: 2022, true and a date are their text."""


def _cell_start(written: str, column: int, delimiter: str, line: int) -> tuple[int, int]:
    """The line and column in which a cell of a row begins, of the row as it is ``written`` from ``line`` on."""
    start = 0
    for _ in range(column):
        end = _CELL.match(written, start)
        start = written.find(delimiter, end.end() if end is not None else start) + 1 or start
    before = re.split(r"\r\n|\r|\n", written[:start])
    return line + len(before) - 1, len(before[-1]) + 1


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\n') else cell


class DataReference(Record):
    """A number in a data file: the one row where the columns of ``where`` have these values.

        {data: traffic-deaths, column: deaths_persons, where: {year: 2022}}
    """

    data: Data
    column: str
    where: Mapping[str, CellText] = {}


Amount = Number | DataReference
"""A number, written out or referred to in a data file."""


def _sound_address(address: str) -> str:
    """An address of a web page or of mail. WrongValue for what is none."""
    fault = address_fault(address)
    if fault is not None:
        raise WrongValue.of(fault)
    return address


class Source(Named):
    """Where figures come from, defined once: ``text`` is printed after （出典）.

        {id: npa-traffic, text: 警察庁「交通事故統計」を基に作成。}
    """

    text: Prose
    url: Annotated[str, AfterValidator(_sound_address)] | None = None


class Note(Record):
    """A note under a figure, table or page. Notes are numbered by docgen where a page has several."""

    text: Prose
