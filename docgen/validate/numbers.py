"""Numbers: every reference leads to one number, every column is there, every amount has a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial, singledispatch

from docgen.errors import DocgenError, FieldPath
from docgen.model import (
    BudgetAmount,
    BudgetLine,
    Compendium,
    DataReference,
    DataTable,
    Figure,
    IndicatorValue,
    Record,
    RowCount,
    Table,
)
from docgen.model.budget import amounts_of
from docgen.model.lookup import (
    column_named,
    matching_rows,
    number_or_gap,
    quantity_of,
    rows_meaning,
    table_named,
)
from docgen.model.series import awaits_latest, number_of, points_of

Errors = Iterator[DocgenError]


def numbers(compendium: Compendium) -> Errors:
    """Errors for numbers that are not there, are none, or cannot be compared."""
    for path, record in compendium.records:
        yield from _of_record(record, path, compendium)


def in_unread_file(data: object, compendium: Compendium) -> bool:
    """Whether a dataset's file, or its entry in data.yaml, could not be read (which is said elsewhere)."""
    if not isinstance(data, str) or data in compendium.tables:
        return False
    return data in compendium.datasets or compendium.is_unread(data, "datasets")


@singledispatch
def _of_record(record: Record, path: FieldPath, compendium: Compendium) -> Errors:
    """The errors of one record, by its class; most hold no numbers."""
    return iter(())


def _raised(work: Callable[[], object]) -> Errors:
    try:
        work()
    except DocgenError as error:
        yield error


@_of_record.register
def _reference(record: DataReference, path: FieldPath, compendium: Compendium) -> Errors:
    if path[-2:] == ("latest", "value") and _awaited(path[:-2], compendium):
        return
    if not in_unread_file(record.data, compendium):
        yield from _raised(partial(quantity_of, record, "", None, compendium.tables, compendium.position(path)))


@_of_record.register
def _row_count(record: RowCount, path: FieldPath, compendium: Compendium) -> Errors:
    where = compendium.position(path)

    def count() -> object:
        return matching_rows(table_named(record.data, compendium.tables, where), record.where, where)

    if not in_unread_file(record.data, compendium):
        yield from _raised(count)


def _awaited(path: FieldPath, compendium: Compendium) -> bool:
    """Whether the latest number of the value at ``path`` is still to come, so that last year's is shown."""
    indicator = compendium.indicators.get(str(path[1]))
    if compendium.previous is None or indicator is None:
        return False
    value = indicator.pages[int(path[3])].values[int(path[5])]
    try:
        awaited = awaits_latest(value, compendium.tables, None)
    except DocgenError:
        return False
    ids = {indicator.id, *indicator.formerly, *indicator.paired}
    return awaited and any(
        before.id in (value.id, *value.formerly)
        for last in compendium.previous.indicators.values()
        if ids & {last.id, *last.paired}
        for page in last.pages
        for before in page.values
    )


@_of_record.register
def _amount(record: BudgetAmount, path: FieldPath, compendium: Compendium) -> Errors:
    if not record.unit.strip():
        yield DocgenError(
            "budget-without-unit", where=compendium.position((*path, "unit")), year=record.fiscal_year
        )


@_of_record.register
def _budget_line(record: BudgetLine, path: FieldPath, compendium: Compendium) -> Errors:
    """The amounts of a line. A reference that leads nowhere is not reported here: it is the reference's error."""
    if in_unread_file(record.data, compendium):
        return
    values = [amount.value for amount in record.amounts]
    if not any(list(_reference(value, path, compendium)) for value in values if isinstance(value, DataReference)):
        yield from _raised(partial(amounts_of, record, compendium.tables, compendium.position(path)))


@_of_record.register
def _value(record: IndicatorValue, path: FieldPath, compendium: Compendium) -> Errors:
    """The observations of a value: those that its series holds, and the past before the latest."""
    yield from _series(record, path, compendium)
    past, latest = record.past, record.latest
    if past is not None and latest is not None and past.period.end >= latest.period.end:
        yield DocgenError(
            "past-not-before-latest",
            where=compendium.position((*path, "past", "period")),
            past=past.period,
            latest=latest.period,
        )


def _series(value: IndicatorValue, path: FieldPath, compendium: Compendium) -> Errors:
    """The series of a value: its columns and periods, and the observations that are read from it."""
    series, tables = value.series, compendium.tables
    if series is None or in_unread_file(series.data, compendium):
        return
    wrong = list(_raised(partial(points_of, series, tables, compendium.position((*path, "series")))))
    yield from wrong
    for name in ("past", "latest", "forecast"):
        observation = getattr(value, name)
        awaited = name == "latest" and _awaited(path, compendium)
        if not wrong and not awaited and observation is not None and observation.value is None:
            where = compendium.position((*path, name, "period"))
            yield from _raised(partial(number_of, observation, value, tables, where))


@_of_record.register
def _figure(record: Figure, path: FieldPath, compendium: Compendium) -> Errors:
    names = [("x", record.x), ("by", record.by), ("value", record.value)]
    columns: list[tuple[FieldPath, str]] = [((field,), name) for field, name in names if name is not None]
    for index, series in enumerate(record.series):
        if series.column is not None:
            columns.append((("series", index, "column"), series.column))
    yield from _columns(record, path, columns, compendium)
    if isinstance(record.data, str) and record.data in compendium.tables:
        yield from _cells(record, compendium.tables[record.data])


def _cells(figure: Figure, table: DataTable) -> Errors:
    """The cells of the figure's number columns, in the rows it keeps."""
    names = [series.column for series in figure.series if series.column is not None] + [figure.value]
    columns = [table.columns.index(name) for name in dict.fromkeys(names) if name in table.columns]
    rows = list(range(len(table.rows)))
    for name, words in figure.where.items():
        if name in table.columns:
            wanted = words if isinstance(words, tuple) else (words,)
            rows = rows_meaning(table, rows, table.columns.index(name), wanted, None)
    for row in rows:
        for column in columns:
            yield from _raised(partial(number_or_gap, table, row, column))


@_of_record.register
def _table(record: Table, path: FieldPath, compendium: Compendium) -> Errors:
    columns = [(("columns", index), column.column or column.heading) for index, column in enumerate(record.columns)]
    yield from _columns(record, path, columns, compendium)


def _columns(
    record: Figure | Table, path: FieldPath, columns: Iterable[tuple[FieldPath, str]], compendium: Compendium
) -> Errors:
    """The data file of a figure or table is there, and so are the columns that it shows or chooses rows by."""
    if not isinstance(record.data, str) or in_unread_file(record.data, compendium):
        return
    table = compendium.tables.get(record.data)
    if table is None:
        where = compendium.position((*path, "data"))
        yield from _raised(partial(table_named, record.data, compendium.tables, where))
        return
    for field, name in (*columns, *((("where", name), name) for name in record.where)):
        yield from _raised(partial(column_named, name, table, compendium.position((*path, *field))))
