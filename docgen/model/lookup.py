"""Finding a number in the data files: the table, the one row, the number in its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from docgen.errors import DocgenError, Where, WrongValue, nearest
from docgen.messages import Message, message
from docgen.model.cells.meaning import cells_meaning
from docgen.model.cells.number import CellNumber, read_cell
from docgen.model.data import Amount, DataReference, DataTable
from docgen.model.quantity import Quantity
from docgen.value import value

T = TypeVar("T")
_MOST_LISTED = 12
_MOST_VALUES = 8
_DATASET, _NAME_THE_FILE = message("noun-dataset"), message("name-the-file")


@value(frozen=True, slots=True)
class Cell:
    """A cell of a data file."""

    table: DataTable
    row: int
    column: int


def named(name: object, known: Mapping[str, T], kind: Message, where: Where, hint: Message | None = None) -> T:
    """The one of ``known`` that is called ``name``. DocgenError where there is none.

    ``kind`` says in the message what is looked for: there is no measure chart 'x'. ``hint`` stands where no other name
    is like it.
    """
    value = known.get(str(name))
    if value is None:
        raise unknown(str(name), known, kind, where, hint)
    return value


def unknown(name: str, known: Iterable[str], kind: Message, where: Where, hint: Message | None = None) -> DocgenError:
    """The error for a name that is not among the ``known``; the hint is the one most like it, else ``hint``."""
    what = message("no-such-thing", kind=kind, name=name)
    return not_among(what, name, known, where, hint, message("thing-defined", kind=kind))


def not_among(
    what: Message,
    name: str,
    known: Iterable[object],
    where: Where,
    hint: Message | None = None,
    otherwise: Message | None = None,
    most: int = _MOST_LISTED,
    near: Message | None = None,
) -> DocgenError:
    """The error ``what``: a name is not among the ``known``, of which it lists at ``most`` so many.

    ``otherwise`` stands where none are known; ``near`` is a guess that is better than the most like name.
    """
    names = [str(key) for key in known]
    expected = one_of(names, otherwise, most)
    return DocgenError.of(what, where=where, expected=expected, hint=near or nearest(name, names) or hint)


def table_named(data: str | DataTable, tables: Mapping[str, DataTable], where: Where) -> DataTable:
    """The data file of a dataset's id; a table, as a script gives it, is itself. DocgenError where there is none."""
    return data if isinstance(data, DataTable) else named(data, tables, _DATASET, where, _NAME_THE_FILE)


def column_named(name: str, table: DataTable, where: Where) -> int:
    """The index of a column. DocgenError where the table has none of that name."""
    if name not in table.columns:
        what = message("no-such-column", file=table.file, name=name)
        # Joined heads come first: 女性 is rather 研究者数 女性 than 女性の割合.
        joined = [column for column in table.columns if name in column.split()]
        hint = message("did-you-mean", name=joined[0]) if joined else None
        raise not_among(what, name, table.columns, where, message("look-at-first-row"), message("some-column"), near=hint)
    return table.columns.index(name)


def quantity_of(
    amount: Amount, unit: str, decimals: int | None, tables: Mapping[str, DataTable], where: Where
) -> tuple[Quantity, Cell | None]:
    """The quantity of an amount, and its cell where it comes from a data file.

    DocgenError where a reference names no number, or several.
    """
    if not isinstance(amount, DataReference):
        return Quantity(amount, unit, decimals), None
    cell = cell_of(amount, tables, where)
    number = number_at(cell.table, cell.row, cell.column, unit)
    return Quantity(number, unit or unit_in(cell), decimals), cell


def unit_in(cell: Cell) -> str:
    """The unit that a cell states: % or nothing."""
    return cell_number(cell.table, cell.row, cell.column).unit


def cell_of(reference: DataReference, tables: Mapping[str, DataTable], where: Where) -> Cell:
    """The cell that a reference names. DocgenError where it names none, or several."""
    table = table_named(reference.data, tables, where)
    column = column_named(reference.column, table, where)
    return Cell(table, one_row(table, reference.where, where), column)


def one_row(table: DataTable, wanted: Mapping[str, str], where: Where) -> int:
    """The index of the one row whose cells are ``wanted``. DocgenError where there is none, or several."""
    rows = matching_rows(table, wanted, where)
    if len(rows) == 1:
        return rows[0]
    condition = tuple(f"{name} = {value}" for name, value in wanted.items()) or message("no-condition")
    if rows:
        raise DocgenError(
            "several-rows",
            where=where,
            count=len(rows),
            file=table.file,
            condition=condition,
            rows=table.rows_named(rows[:5]),
            columns=tuple(name for name in table.columns if name not in wanted),
        )
    raise DocgenError(
        "no-such-row",
        where=where,
        file=table.file,
        condition=condition,
        hint=_like(table, {column_named(name, table, where): value for name, value in wanted.items()}),
    )


def matching_rows(table: DataTable, wanted: Mapping[str, str], where: Where) -> list[int]:
    """The indices of the rows whose cells are ``wanted``, or mean it: 2022 means 2022年度 where no cell is 2022.

    DocgenError for a column that is not there, and for a value that may mean several cells.
    """
    rows = list(range(len(table.rows)))
    for name, text in wanted.items():
        rows = rows_meaning(table, rows, column_named(name, table, where), (text,), where)
    return rows


def mark_of(cell: Cell, keys: Iterable[str] = ()) -> str:
    """The mark (速報) at a number, else at one of the cells of its row that name it, in the columns ``keys``.

    >>> table = DataTable(("年", "人"), (("2022", "2610"),), marks=(("速報", ""),))
    >>> mark_of(Cell(table, 0, 1)), mark_of(Cell(table, 0, 1), ["年"])
    ('', '速報')
    """
    table = cell.table
    columns = (cell.column, *(table.columns.index(key) for key in keys if key in table.columns))
    return next((mark for column in columns if (mark := table.mark(cell.row, column))), "")


def rows_meaning(
    table: DataTable, rows: Sequence[int], column: int, wanted: Iterable[str], where: Where
) -> list[int]:
    """Those of the ``rows`` whose cell means one of the ``wanted`` values. DocgenError where one may mean several."""
    values = tuple(wanted)
    written = [row for row in rows if table.rows[row][column] in values]
    if written and len(values) == 1:
        return written
    present = dict.fromkeys(cells[column] for cells in table.rows)
    try:
        meant = frozenset[str]().union(*(cells_meaning(value, present) for value in values))
    except WrongValue as wrong:
        raise DocgenError.of(wrong.message, where=where) from wrong
    return [row for row in rows if table.rows[row][column] in meant]


def number_at(table: DataTable, row: int, column: int, unit: str | None = None) -> Decimal:
    """The number in a cell. DocgenError, at the cell's place in the data file, where it is not one of the ``unit``."""
    number = number_or_gap(table, row, column, unit)
    if number is None:
        raise DocgenError("empty-cell-used", where=table.position(row, column), column=table.columns[column])
    return number


def number_or_gap(table: DataTable, row: int, column: int, unit: str | None = None) -> Decimal | None:
    """The number in a cell, None for a gap. DocgenError for a cell in % where a ``unit`` is stated that is not %."""
    number = cell_number(table, row, column)
    if number.unit and unit not in (None, "", "%", "％"):
        where = table.position(row, column)
        raise DocgenError("cell-in-percent", where=where, text=table.rows[row][column], unit=str(unit))
    return number.value


def cell_number(table: DataTable, row: int, column: int) -> CellNumber:
    """The number in a cell, % where the cell says so. DocgenError, at the cell's place, for anything else."""
    text = table.rows[row][column]
    try:
        return read_cell(text)
    except WrongValue as wrong:
        where = table.position(row, column)
        if wrong.message.code != "not-a-number":
            raise DocgenError.of(wrong.message, where=where) from wrong
        raise DocgenError("cell-not-a-number", where=where, text=text, column=table.columns[column]) from wrong


def check_percent(table: DataTable, rows: Iterable[int], column: int) -> bool:
    """Whether the numbers of a series stand in %. DocgenError, at the cell, where some do and others do not.

    A zero is the same in either.
    """
    numbers = {row: cell_number(table, row, column) for row in rows}
    stated = {number.unit for number in numbers.values() if number.value}
    if len(stated) > 1:
        row = next(row for row, number in numbers.items() if number.value and not number.unit)
        where = table.position(row, column)
        raise DocgenError("some-cells-in-percent", where=where, text=table.rows[row][column], column=table.columns[column])
    return stated == {"%"}


def one_of(names: Iterable[object], otherwise: Message | None = None, most: int = _MOST_LISTED) -> Message:
    """``one of a, b, c`` for a message, shortened where there are many; ``otherwise`` where there are none."""
    listed = tuple(str(name) for name in names)
    if not listed:
        return otherwise or message("name-defined")
    if len(listed) > most:
        return message("one-of-many", names=listed[:most], count=len(listed))
    return message("one-of", names=listed)


def _like(table: DataTable, wanted: Mapping[int, str]) -> Message:
    """A hint for the first column in which no row has the wanted value."""
    for column, text in wanted.items():
        values = dict.fromkeys(row[column] for row in table.rows)
        if text not in values:
            near = nearest(text, values)
            name = table.columns[column]
            if near is not None:
                return message("like-in-column", column=name, like=near)
            return message("column-holds", column=name, values=tuple(values)[:_MOST_VALUES])
    return message("values-not-in-one-row")
