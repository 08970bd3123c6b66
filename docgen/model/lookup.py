"""Finding a number in the data files: the table, the one row, the number in its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from docgen.errors import DocgenError, Where, nearest
from docgen.model.data import Amount, DataReference, DataTable, read_number
from docgen.model.quantity import Quantity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a data file."""

    table: DataTable
    row: int
    column: int


def named(name: object, known: Mapping[str, T], kind: str, where: Where, hint: str = "") -> T:
    """The one of ``known`` that is called ``name``. DocgenError where there is none.

    ``kind`` says in the message what is looked for: there is no measure chart 'x'.
    """
    value = known.get(str(name))
    if value is None:
        raise unknown(str(name), known, kind, where, hint)
    return value


def unknown(name: str, known: Iterable[str], kind: str, where: Where, hint: str = "") -> DocgenError:
    """The error for a name that is not among the ``known``; the hint is the one most like it, else ``hint``."""
    return not_among(f"there is no {kind} {name!r}", name, known, where, hint, f"a {kind} that is defined")


def not_among(
    what: str,
    name: str,
    known: Iterable[object],
    where: Where,
    hint: str = "",
    otherwise: str = "a name that is defined",
) -> DocgenError:
    """The error ``what``: a name is not among the ``known``, which it lists. ``otherwise`` stands where none are."""
    names = [str(key) for key in known]
    expected = one_of(names, otherwise)
    return DocgenError(what, where=where, expected=expected, hint=nearest(name, names) or hint or None)


def table_named(name: str, tables: Mapping[str, DataTable], where: Where) -> DataTable:
    """The data file of a dataset's id. DocgenError where there is none."""
    return named(name, tables, "dataset", where, "name the file in data.yaml")


def column_named(name: str, table: DataTable, where: Where) -> int:
    """The index of a column. DocgenError where the table has none of that name."""
    if name not in table.columns:
        what = f"{table.file} has no column {name!r}"
        raise not_among(what, name, table.columns, where, "look at the first row of the file", "a column")
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
    return Quantity(number_at(cell.table, cell.row, cell.column), unit, decimals), cell


def cell_of(reference: DataReference, tables: Mapping[str, DataTable], where: Where) -> Cell:
    """The cell that a reference names. DocgenError where it names none, or several."""
    table = table_named(reference.data, tables, where)
    column = column_named(reference.column, table, where)
    return Cell(table, one_row(table, reference.where, where), column)


def one_row(table: DataTable, wanted: Mapping[str, str | int], where: Where) -> int:
    """The index of the one row whose cells are ``wanted``. DocgenError where there is none, or several."""
    rows = matching_rows(table, wanted, where)
    if len(rows) == 1:
        return rows[0]
    condition = ", ".join(f"{name} = {value}" for name, value in wanted.items()) or "no condition"
    if rows:
        lines = ", ".join(str(table.line(row)) for row in rows[:5])
        raise DocgenError(
            f"{len(rows)} rows of {table.file} have {condition} (lines {lines})",
            where=where,
            expected="exactly one row",
            hint=f"add a column to where: {', '.join(n for n in table.columns if n not in wanted)}",
        )
    raise DocgenError(
        f"no row of {table.file} has {condition}",
        where=where,
        expected="exactly one row",
        hint=_like(table, {column_named(name, table, where): str(value) for name, value in wanted.items()}),
    )


def matching_rows(table: DataTable, wanted: Mapping[str, str | int], where: Where) -> list[int]:
    """The indices of the rows whose cells are ``wanted``. DocgenError for a column that is not there."""
    rows = list(range(len(table.rows)))
    for name, value in wanted.items():
        column = column_named(name, table, where)
        rows = [row for row in rows if table.rows[row][column] == str(value)]
    return rows


def number_at(table: DataTable, row: int, column: int) -> Decimal:
    """The number in a cell. DocgenError, at the cell's place in the data file, where it is not one."""
    number = number_or_gap(table, row, column)
    if number is None:
        raise DocgenError(
            f"column {table.columns[column]!r} is empty here, but its number is used",
            where=table.position(row, column),
            expected="a number",
        )
    return number


def number_or_gap(table: DataTable, row: int, column: int) -> Decimal | None:
    """The number in a cell, None where the cell is empty or a dash."""
    text = table.rows[row][column]
    try:
        return read_number(text)
    except ValueError as error:
        raise DocgenError(
            f"{text!r} in column {table.columns[column]!r} is not a number",
            where=table.position(row, column),
            expected="a number such as 1744, 1,744 or 47.9; nothing, or a dash, where there is none",
            hint="put the unit and remarks in columns of their own",
        ) from error


def one_of(names: Iterable[object], otherwise: str) -> str:
    """``one of a, b, c`` for a message, shortened where there are many."""
    listed = [str(name) for name in names]
    if not listed:
        return otherwise
    more = f" … ({len(listed)} in all)" if len(listed) > 12 else ""
    return f"one of {', '.join(listed[:12])}{more}"


def _like(table: DataTable, wanted: Mapping[int, str]) -> str | None:
    """A hint for the first column in which no row has the wanted value."""
    for column, value in wanted.items():
        values = dict.fromkeys(row[column] for row in table.rows)
        if value not in values:
            near = nearest(value, values)
            name = table.columns[column]
            return f"{name}: {near}" if near else f"{name} holds {', '.join(list(values)[:8])}"
    return "each value occurs, but not in one row together"
