"""The data of figures and tables: what ``data`` means, and the rows that ``where`` chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.errors import DocgenError, Where
from docgen.model import DataTable
from docgen.model.data import DataFrame
from docgen.model.lookup import column_named, not_among, table_named


def table_of(data: Any, tables: Mapping[str, DataTable], where: Where) -> DataTable:
    """The table that a record's ``data`` means: a dataset's id, a table, a mapping, or a DataFrame."""
    if isinstance(data, str):
        return table_named(data, tables, where)
    if isinstance(data, DataTable):
        return data
    if isinstance(data, Mapping):
        try:
            return DataTable.from_columns(data)
        except (TypeError, ValueError) as error:
            raise DocgenError(
                f"the columns of the data are not equally long: {error}",
                where=where,
                expected="columns of one length",
            ) from error
    if isinstance(data, DataFrame):
        return DataTable.from_frame(data)
    raise DocgenError(
        "there is no data" if data is None else f"data is a {type(data).__name__}",
        where=where,
        expected="data: a dataset's id (in a script also a DataFrame, or a mapping of columns)",
        hint="where the data is still to come, say so with missing: 現時点で該当データなし",
    )


def chosen_rows(table: DataTable, wanted: Mapping[str, Any], where: Where) -> list[int]:
    """The rows whose cells have the wanted values (a list means any of them). DocgenError for none."""
    rows = list(range(len(table.rows)))
    for name, value in wanted.items():
        column = column_named(name, table, where)
        allowed = sorted(set(map(str, value if isinstance(value, tuple | list) else (value,))))
        present = dict.fromkeys(table.rows[row][column] for row in rows)
        rows = [row for row in rows if table.rows[row][column] in allowed]
        if not rows:
            what = f"no row of {table.file} has {name} = {'、'.join(allowed)}"
            raise not_among(what, allowed[0], present, where, otherwise="rows in the file")
    return rows
