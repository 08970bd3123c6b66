"""Numbers of the content to quantities, with the trace of where each was read."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import Where
from docgen.model import DataTable, Quantity
from docgen.model.data import Amount
from docgen.model.lookup import Cell, quantity_of
from docgen.ready import Trace


def trace_of(cell: Cell) -> Trace:
    """Where a cell's number was read."""
    return Trace(cell.table.file, cell.table.line(cell.row), cell.table.columns[cell.column])


def quantity(
    amount: Amount, unit: str, decimals: int | None, tables: Mapping[str, DataTable], where: Where
) -> tuple[Quantity, Trace | None]:
    """The quantity of an amount, and its trace where it comes from a data file."""
    number, cell = quantity_of(amount, unit, decimals, tables, where)
    return number, trace_of(cell) if cell is not None else None
