"""Numbers of the content to quantities, with the trace of where each was read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from docgen.model import DataReference, DataTable, Quantity
from docgen.model.data import Amount
from docgen.model.lookup import Where, column_named, number_at, one_row, table_named
from docgen.ready import Trace


def trace_of(table: DataTable, row: int, column: int) -> Trace:
    """Where a cell's number was read."""
    return Trace(table.file, table.line(row), table.columns[column])


def referred(
    reference: DataReference, tables: Mapping[str, DataTable], where: Where
) -> tuple[Decimal, Trace]:
    """The number that a reference names. DocgenError where it names none, or several."""
    table = table_named(reference.data, tables, where)
    column = column_named(reference.column, table, where)
    row = one_row(table, reference.where, where)
    return number_at(table, row, column), trace_of(table, row, column)


def quantity(
    amount: Amount, unit: str, decimals: int | None, tables: Mapping[str, DataTable], where: Where
) -> tuple[Quantity, Trace | None]:
    """The quantity of an amount, and its trace where it comes from a data file."""
    if isinstance(amount, DataReference):
        number, trace = referred(amount, tables, where)
        return Quantity(number, unit, decimals), trace
    return Quantity(amount, unit, decimals), None
