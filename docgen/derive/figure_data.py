"""The data of a figure: rows chosen, categories ordered, numbers aligned with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from docgen.errors import DocgenError, Where, nearest
from docgen.model import DataTable, Figure, Period, SeriesSpec
from docgen.model.data import DataFrame
from docgen.model.lookup import Cell, column_named, number_or_gap, one_of, table_named
from docgen.ready import Trace


@dataclass(frozen=True, slots=True)
class SeriesData:
    """The numbers of one series, aligned with the categories, and where they were read."""

    spec: SeriesSpec
    values: tuple[Decimal | None, ...]
    traces: tuple[Trace | None, ...]


@dataclass(frozen=True, slots=True)
class FigureData:
    """Categories as written in the data, and the series over them."""

    categories: tuple[str, ...]
    series: tuple[SeriesData, ...]
    file: str


def figure_data(figure: Figure, tables: Mapping[str, DataTable], where: Where) -> FigureData:
    """The figure's categories and numbers. DocgenError for what is not in the data, or is no number."""
    table = table_of(figure.data, tables, where)
    if not table.columns:
        raise DocgenError(f"figure {figure.id!r} has data without columns", where=where)
    x = column_named(figure.x, table, where) if figure.x is not None else 0
    rows = chosen_rows(table, figure.where, where)
    rows = _in_range(figure, table, x, rows, where)
    categories = _categories(figure, [table.rows[row][x] for row in rows])
    series = _series(figure, table, x, rows, where)
    data = tuple(_aligned(each, table, (x, categories), rows, where) for each in series)
    for column, each in zip(series, data, strict=True):
        if all(value is None for value in each.values):
            raise _no_numbers(figure, table, column, rows, where)
    found = FigureData(categories, data, table.file)
    return _without_places(found) if isinstance(figure.data, str) and not figure.x_order else found


def _without_places(data: FigureData) -> FigureData:
    """The data without the periods at its end that have no number yet: a data file's places for points to come.

    What is not a row of periods, or has its order stated, shows its categories whether they have data or not.
    """
    if _sort_keys(data.categories) is None:
        return data
    last = max(at for each in data.series for at, value in enumerate(each.values) if value is not None)
    if last == len(data.categories) - 1:
        return data
    series = tuple(
        replace(each, values=each.values[: last + 1], traces=each.traces[: last + 1]) for each in data.series
    )
    return replace(data, categories=data.categories[: last + 1], series=series)


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
        allowed = {str(each) for each in value} if isinstance(value, tuple | list) else {str(value)}
        present = dict.fromkeys(table.rows[row][column] for row in rows)
        rows = [row for row in rows if table.rows[row][column] in allowed]
        if not rows:
            shown = "、".join(sorted(allowed))
            raise DocgenError(
                f"no row of {table.file} has {name} = {shown}",
                where=where,
                expected=one_of(present, "rows in the file"),
                hint=nearest(next(iter(sorted(allowed))), present),
            )
    return rows


def index_of(name: str | int, figure: Figure, data: FigureData, field: str, where: Where) -> int:
    """The index of a category, named as in the data or as printed. DocgenError where there is none."""
    text = str(name)
    printed = [f"{category}{figure.x_suffix}" for category in data.categories]
    for names in (data.categories, printed):
        if text in names:
            return list(names).index(text)
    raise DocgenError(
        f"{field}: {text!r} is not a category of figure {figure.id!r}",
        where=where,
        expected=one_of(data.categories, "a category"),
        hint=nearest(text, data.categories),
    )


def _in_range(figure: Figure, table: DataTable, x: int, rows: list[int], where: Where) -> list[int]:
    if figure.x_from is None and figure.x_to is None:
        return rows
    cells = [table.rows[row][x] for row in rows]
    keys = _sort_keys([*cells, *(str(end) for end in (figure.x_from, figure.x_to) if end is not None)])
    if keys is None:
        raise DocgenError(
            f"column {table.columns[x]!r} of {table.file} has cells that are neither numbers nor periods",
            where=where,
            expected="x_from and x_to for a column of years, periods or numbers",
            hint="choose the rows by where instead",
        )
    first = keys[str(figure.x_from)] if figure.x_from is not None else None
    last = keys[str(figure.x_to)] if figure.x_to is not None else None
    kept = [
        row
        for row, cell in zip(rows, cells, strict=True)
        if (first is None or keys[cell] >= first) and (last is None or keys[cell] <= last)
    ]
    if not kept:
        raise DocgenError(
            f"no row of {table.file} lies between {figure.x_from} and {figure.x_to}",
            where=where,
            expected=f"a range within {min(cells)} to {max(cells)}",
        )
    return kept


def _sort_keys(cells: Iterable[str]) -> dict[str, Any] | None:
    """What each cell sorts by: all as numbers, or all as periods; None where neither works."""
    readers: tuple[Any, ...] = (_number, Period.parse)
    for read in readers:
        try:
            return {cell: read(cell) for cell in cells}
        except (ValueError, ArithmeticError):
            continue
    return None


def _number(cell: str) -> Decimal:
    return Decimal(cell)


def _categories(figure: Figure, cells: Sequence[str]) -> tuple[str, ...]:
    """Categories in the data's order, or in ``x_order``: those that it does not name follow."""
    return tuple(dict.fromkeys((*figure.x_order, *cells)))


def _series(figure: Figure, table: DataTable, x: int, rows: Sequence[int], where: Where) -> list[_Column]:
    if figure.by is not None:
        return _long_series(figure, table, rows, where)
    specs = figure.series or tuple(
        SeriesSpec(name=name, column=name)
        for index, name in enumerate(table.columns)
        if index != x and name and (figure.value is None or name == figure.value)
    )
    if not specs:
        raise DocgenError(f"figure {figure.id!r} has no series", where=where, expected="series: columns")
    columns = []
    for spec in specs:
        if spec.column is None and figure.value is None and spec.name not in table.columns:
            raise DocgenError(
                f"series {spec.name!r} names no column",
                where=where,
                expected=one_of(table.columns, "column: a column of the data"),
                hint=nearest(spec.name, table.columns) or "add column: (or by: and key: for long data)",
            )
        name = spec.column or figure.value or spec.name
        columns.append(_Column(spec, column_named(name, table, where), None, ""))
    return columns


def _long_series(figure: Figure, table: DataTable, rows: Sequence[int], where: Where) -> list[_Column]:
    by = column_named(str(figure.by), table, where)
    keys = dict.fromkeys(table.rows[row][by] for row in rows)
    specs = figure.series or tuple(SeriesSpec(name=key, key=key) for key in keys)
    columns = []
    for spec in specs:
        name = spec.column or figure.value
        if name is None:
            raise DocgenError(
                f"figure {figure.id!r} does not say which column holds the numbers",
                where=where,
                expected=one_of(table.columns, "value: a column of the data"),
                hint="add value: with the column's name",
            )
        key = spec.key if spec.key is not None else spec.name
        if key not in keys:
            raise DocgenError(
                f"no row has {figure.by} = {key}",
                where=where,
                expected=one_of(keys, "a key in the data"),
                hint=nearest(key, keys),
            )
        columns.append(_Column(spec, column_named(name, table, where), by, key))
    return columns


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a series' numbers stand: a column, and in long data the rows whose cell in ``by`` is ``key``."""

    spec: SeriesSpec
    column: int
    by: int | None
    key: str


def _aligned(
    series: _Column, table: DataTable, axis: tuple[int, tuple[str, ...]], rows: Sequence[int], where: Where
) -> SeriesData:
    x, categories = axis
    values: dict[str, Decimal | None] = {}
    traces: dict[str, Trace] = {}
    first: dict[str, int] = {}
    for row in rows:
        cells = table.rows[row]
        if series.by is not None and cells[series.by] != series.key:
            continue
        category = cells[x]
        if category in first:
            raise DocgenError(
                f"{table.file} has two rows for {table.columns[x]} = {category} in series "
                f"{series.spec.name!r}: lines {table.line(first[category])} and {table.line(row)}",
                where=where,
                expected="one row a category",
                hint="choose the rows by where, or tell the series apart by a column: by: and key:",
            )
        first[category] = row
        values[category] = number_or_gap(table, row, series.column)
        traces[category] = Trace.of(Cell(table, row, series.column))
    return SeriesData(
        series.spec,
        tuple(values.get(category) for category in categories),
        tuple(
            traces.get(category) if values.get(category) is not None else None for category in categories
        ),
    )


def _no_numbers(
    figure: Figure, table: DataTable, series: _Column, rows: Sequence[int], where: Where
) -> DocgenError:
    own = [row for row in rows if series.by is None or table.rows[row][series.by] == series.key]
    lines = sorted(table.line(row) for row in own)
    place = f", lines {lines[0]} to {lines[-1]}" if lines and lines[0] else ""
    return DocgenError(
        f"series {series.spec.name!r} of figure {figure.id!r} has no number to draw: all its cells are empty in"
        f" {table.file}, column {table.columns[series.column]}{place}",
        where=where,
        expected="at least one number a series",
        hint="leave the series out, or where all data is still to come, say so with missing: 現時点で該当データなし",
    )
