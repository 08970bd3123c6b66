"""The data of a figure: rows chosen, categories ordered, numbers aligned with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from docgen.derive.data_rows import chosen_rows, table_of
from docgen.errors import DocgenError, Where, WrongValue
from docgen.messages import message
from docgen.model import DataTable, Figure, SeriesSpec
from docgen.model.cells.meaning import cells_meaning, is_sortable, within
from docgen.model.cells.text import ended
from docgen.model.lookup import Cell, check_percent, column_named, mark_of, not_among, number_or_gap, one_of
from docgen.ready import Trace
from docgen.value import value


@value(frozen=True, slots=True)
class SeriesData:
    """The numbers of one series, aligned with the categories, where they were read, and the marks at them (速報).

    ``in_percent`` says that its cells are in %.
    """

    spec: SeriesSpec
    values: tuple[Decimal | None, ...]
    traces: tuple[Trace | None, ...]
    marks: tuple[str, ...] = ()
    in_percent: bool = False

    def unit_in(self, figure: Figure) -> str:
        """Its unit: its own, else the figure's; % where neither is stated and the cells say so."""
        stated = self.spec.unit if self.spec.unit is not None else figure.unit
        return stated or ("%" if self.in_percent else "")


@value(frozen=True, slots=True)
class FigureData:
    """Categories as written in the data, and the series over them."""

    categories: tuple[str, ...]
    series: tuple[SeriesData, ...]
    file: str


def figure_data(figure: Figure, tables: Mapping[str, DataTable], where: Where) -> FigureData:
    """The figure's categories and numbers. DocgenError for what is not in the data, or is no number.

    Categories come in the data's order, or in ``x_order``, after which those come that it does not name.
    """
    chosen = _chosen(figure, tables, where)
    cells = chosen.cells(chosen.x)
    categories = tuple(dict.fromkeys((*_in_order(figure.x_order, cells, where), *cells)))
    columns = _long_columns(chosen) if figure.by is not None else _wide_columns(chosen)
    series = tuple(_aligned(column, chosen, categories) for column in columns)
    data = FigureData(categories, series, chosen.table.file)
    return _without_places(data) if isinstance(figure.data, str) and not figure.x_order else data


def _in_order(names: Iterable[str], cells: Sequence[str], where: Where) -> Iterator[str]:
    """The categories of ``x_order``, spelled as the data has them; one that it does not have stays as it is."""
    for name in names:
        try:
            meant = cells_meaning(name, cells)
        except WrongValue as wrong:
            raise DocgenError.of(wrong.message, where=where) from wrong
        yield next((cell for cell in cells if cell in meant), name)


def index_of(name: str | int, figure: Figure, data: FigureData, field: str, where: Where) -> int:
    """The index of a category, named as in the data or as printed. DocgenError where there is none."""
    text = str(name)
    printed = [ended(category, figure.x_suffix) for category in data.categories]
    if text in printed and text not in data.categories:
        return printed.index(text)
    try:
        meant = cells_meaning(text, data.categories)
    except WrongValue as wrong:
        raise DocgenError.of(wrong.message, where=where) from wrong
    if meant:
        return next(index for index, category in enumerate(data.categories) if category in meant)
    what = message("not-a-category", field=field, name=text, figure=figure.id)
    raise not_among(what, text, data.categories, where)


@value(frozen=True, slots=True)
class _Chosen:
    """The rows of a table that a figure shows; ``x`` is the column of its categories."""

    figure: Figure
    table: DataTable
    x: int
    rows: Sequence[int]
    where: Where

    def column(self, name: str) -> int:
        """The index of a column. DocgenError where there is none."""
        return column_named(name, self.table, self.where)

    def cells(self, column: int) -> list[str]:
        """The texts of a column."""
        return [self.table.rows[row][column] for row in self.rows]


@value(frozen=True, slots=True)
class _Column:
    """Where a series' numbers stand: a column, and in long data the rows whose cell in ``by`` is ``key``."""

    spec: SeriesSpec
    column: int
    by: int | None = None
    key: str = ""


def _chosen(figure: Figure, tables: Mapping[str, DataTable], where: Where) -> _Chosen:
    table = table_of(figure.data, tables, where)
    if not table.columns:
        raise DocgenError("figure-without-columns", where=where, figure=figure.id)
    x = column_named(figure.x, table, where) if figure.x is not None else 0
    return _in_range(_Chosen(figure, table, x, chosen_rows(table, figure.where, where), where))


def _in_range(chosen: _Chosen) -> _Chosen:
    """The rows from ``x_from`` to ``x_to``."""
    figure, table, cells = chosen.figure, chosen.table, chosen.cells(chosen.x)
    if figure.x_from is None and figure.x_to is None:
        return chosen
    first, last = (str(end) if end is not None else None for end in (figure.x_from, figure.x_to))
    try:
        rows = [row for row, cell in zip(chosen.rows, cells, strict=True) if within(cell, first, last)]
    except WrongValue as wrong:
        raise DocgenError(
            "range-of-no-numbers", where=chosen.where, column=table.columns[chosen.x], file=table.file
        ) from wrong
    if not rows:
        raise DocgenError(
            "no-row-between",
            where=chosen.where,
            file=table.file,
            first=figure.x_from,
            last=figure.x_to,
            least=min(cells),
            greatest=max(cells),
        )
    return replace(chosen, rows=rows)


def _without_places(data: FigureData) -> FigureData:
    """The data without the last periods, as long as they have no number: a file's places for points to come.

    What is not a row of periods shows its categories whether they have data or not.
    """
    if not is_sortable(data.categories):
        return data
    filled = [index for series in data.series for index, value in enumerate(series.values) if value is not None]
    end = max(filled) + 1
    series = tuple(
        replace(series, values=series.values[:end], traces=series.traces[:end], marks=series.marks[:end])
        for series in data.series
    )
    return replace(data, categories=data.categories[:end], series=series)


def _wide_columns(chosen: _Chosen) -> list[_Column]:
    """A column for each series: those that the figure names, else all but the categories'."""
    figure, table = chosen.figure, chosen.table
    specs = figure.series or tuple(
        SeriesSpec(name=name, column=name)
        for index, name in enumerate(table.columns)
        if index != chosen.x and name and figure.value in (None, name)
    )
    if not specs:
        raise DocgenError("figure-without-series", where=chosen.where, figure=figure.id)
    columns = []
    for spec in specs:
        if spec.column is None and figure.value is None and spec.name not in table.columns:
            what, hint = message("series-names-no-column", series=spec.name), message("add-column")
            raise not_among(what, spec.name, table.columns, chosen.where, hint)
        columns.append(_Column(spec, chosen.column(spec.column or figure.value or spec.name)))
    return columns


def _long_columns(chosen: _Chosen) -> list[_Column]:
    """A column and a key for each series of data in which a column, ``by``, tells the series apart."""
    figure, table = chosen.figure, chosen.table
    by = chosen.column(str(figure.by))
    keys = dict.fromkeys(chosen.cells(by))
    columns = []
    for spec in figure.series or tuple(SeriesSpec(name=key, key=key) for key in keys):
        name = spec.column or figure.value
        if name is None:
            raise DocgenError(
                "no-column-of-numbers",
                where=chosen.where,
                expected=one_of(table.columns, message("value-a-column")),
                figure=figure.id,
            )
        key = spec.key if spec.key is not None else spec.name
        if key not in keys:
            what = message("no-row-of-series", column=str(figure.by), key=key)
            raise not_among(what, key, keys, chosen.where)
        columns.append(_Column(spec, chosen.column(name), by, key))
    return columns


def _aligned(column: _Column, chosen: _Chosen, categories: Sequence[str]) -> SeriesData:
    """The numbers of a series by category; an empty cell, and a category without a row, is a gap."""
    table, spec = chosen.table, column.spec
    rows: dict[str, int] = {}
    for row in chosen.rows:
        cells = table.rows[row]
        if column.by is not None and cells[column.by] != column.key:
            continue
        category = cells[chosen.x]
        if category in rows:
            raise DocgenError(
                "two-rows-for-category",
                where=chosen.where,
                file=table.file,
                column=table.columns[chosen.x],
                category=category,
                series=spec.name,
                rows=table.rows_named([rows[category], row]),
            )
        rows[category] = row
    unit = spec.unit if spec.unit is not None else chosen.figure.unit
    numbers = {category: number_or_gap(table, row, column.column, unit) for category, row in rows.items()}
    if all(number is None for number in numbers.values()):
        raise _no_numbers(column, chosen, rows.values())
    read = {category: row for category, row in rows.items() if numbers[category] is not None}
    places = {category: Cell(table, row, column.column) for category, row in read.items()}
    traces = {category: Trace.of(place) for category, place in places.items()}
    beside = (table.columns[chosen.x],)
    marks = {category: mark_of(place, beside) for category, place in places.items()} if table.marks else {}
    return SeriesData(
        spec,
        tuple(map(numbers.get, categories)),
        tuple(map(traces.get, categories)),
        tuple(marks.get(category, "") for category in categories),
        check_percent(table, read.values(), column.column),
    )


def _no_numbers(column: _Column, chosen: _Chosen, rows: Iterable[int]) -> DocgenError:
    table = chosen.table
    lines = sorted(map(table.line, rows))
    lines_told = message("in-lines", first=lines[0], last=lines[-1]) if lines and lines[0] else ""
    return DocgenError(
        "series-without-number",
        where=chosen.where,
        series=column.spec.name,
        figure=chosen.figure.id,
        file=table.file,
        column=table.columns[column.column],
        lines=lines_told,
    )
