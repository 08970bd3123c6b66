"""Places for new points: the row that a data file has for a period, or the one that is added to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from docgen.model import DataTable
from docgen.model.lookup import column_named, matching_rows, number_or_gap
from docgen.rollover.edits import RowAdded
from docgen.rollover.years import year_in


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new number stands or is to stand. ``number`` is None where it is awaited; ``added`` is the row
    that is put into the file for it, where there is none.
    """

    number: Decimal | None
    added: tuple[RowAdded, ...] = ()


def place_for(
    table: DataTable, file: str | None, column: str, x: str, where: Mapping[str, str]
) -> Place | None:
    """The place of the number that the row with the cells of ``where`` has, among them the period in ``x``.

    A row that is missing is added after the last one that is not of a later year, with the cells of
    ``where`` and no others. None where it is missing from a file that rows cannot be added to.
    """
    rows = matching_rows(table, where, None)
    if rows:
        return Place(number_or_gap(table, rows[0], column_named(column, table, None)))
    if file is None or not table.rows:
        return None
    year = year_in(where[x])
    years = [year_in(row[column_named(x, table, None)]) for row in table.rows]
    earlier = [at for at, each in enumerate(years) if each is None or year is None or each <= year]
    cells = tuple(where.get(name, "") for name in table.columns)
    return Place(None, (RowAdded(file, table.line(earlier[-1] if earlier else 0), cells),))
