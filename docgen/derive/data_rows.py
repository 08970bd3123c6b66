"""The data of figures and tables: what ``data`` means, and the rows that ``where`` chooses."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import DocgenError, Where
from docgen.messages import message
from docgen.model import DataTable
from docgen.model.lookup import column_named, not_among, rows_meaning, table_named


def table_of(data: str | DataTable | None, tables: Mapping[str, DataTable], where: Where) -> DataTable:
    """The table that a record's ``data`` means: a dataset's id, or the table that a script gave."""
    if data is None:
        raise DocgenError("no-data-at-all", where=where)
    return table_named(data, tables, where)


def chosen_rows(table: DataTable, wanted: Mapping[str, str | tuple[str, ...]], where: Where) -> list[int]:
    """The rows whose cells have the wanted values, or mean them (a list means any of them). DocgenError for none."""
    rows = list(range(len(table.rows)))
    for name, value in wanted.items():
        column = column_named(name, table, where)
        allowed = sorted(set(value if isinstance(value, tuple) else (value,)))
        present = dict.fromkeys(table.rows[row][column] for row in rows)
        rows = rows_meaning(table, rows, column, allowed, where)
        if not rows:
            what = message("no-row-of-values", file=table.file, column=name, values=tuple(allowed))
            raise not_among(what, allowed[0], present, where, otherwise=message("rows-in-file"))
    return rows
