"""Numbers: every reference leads to one number, every column is there, every amount has a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
    Table,
)
from docgen.model.budget import amounts_of
from docgen.model.lookup import column_named, number_or_gap, quantity_of, table_named
from docgen.model.series import awaits_latest, number_of, points_of
from docgen.validate.known import unread


def numbers(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for numbers that are not there, are none, or cannot be compared."""
    for path, record in compendium.records:
        for kind, rule in _RULES.items():
            if isinstance(record, kind):
                yield from rule(record, path, compendium)


def in_unread_file(data: object, compendium: Compendium) -> bool:
    """Whether a dataset's file, or its entry in data.yaml, could not be read (which is said elsewhere)."""
    if not isinstance(data, str) or data in compendium.tables:
        return False
    return data in compendium.datasets or data in unread(compendium, "datasets")


def _raised(work: Callable[[], object]) -> Iterator[DocgenError]:
    try:
        work()
    except DocgenError as error:
        yield error


def _reference(record: Record, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    assert isinstance(record, DataReference)
    if path[-2:] == ("latest", "value") and _awaited(path[:-2], compendium):
        return
    if not in_unread_file(record.data, compendium):
        where = compendium.position(path)
        yield from _raised(lambda: quantity_of(record, "", None, compendium.tables, where))


def _awaited(path: FieldPath, compendium: Compendium) -> bool:
    """Whether the latest number of the value at ``path`` is still to come, and last year's has its place."""
    indicator = compendium.indicators.get(str(path[1]))
    if compendium.previous is None or indicator is None:
        return False
    value = indicator.pages[int(path[3])].values[int(path[5])]
    try:
        awaited = awaits_latest(value, compendium.tables, None)
    except DocgenError:
        return False
    ids = {indicator.id, *indicator.paired}
    return awaited and any(
        each.id == value.id
        for last in compendium.previous.indicators.values()
        if ids & {last.id, *last.paired}
        for page in last.pages
        for each in page.values
    )


def _amount(record: Record, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    assert isinstance(record, BudgetAmount)
    if not record.unit.strip():
        yield DocgenError(
            f"the amount for {record.fiscal_year} has no unit",
            where=compendium.position((*path, "unit")),
            expected="a unit such as 百万円 or 億円",
        )


def _line(record: Record, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    assert isinstance(record, BudgetLine)
    if in_unread_file(record.data, compendium):
        return
    where = compendium.position(path)
    references = any(isinstance(amount.value, DataReference) for amount in record.amounts)
    if not references or all(
        not list(_reference(amount.value, path, compendium))
        for amount in record.amounts
        if isinstance(amount.value, DataReference)
    ):
        yield from _raised(lambda: amounts_of(record, compendium.tables, where))


def _value(record: Record, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    """The observations of a value: one unit, and the past before the latest."""
    assert isinstance(record, IndicatorValue)
    yield from _series(record, path, compendium)
    past, latest = record.past, record.latest
    if past is None or latest is None:
        return
    if past.period.end >= latest.period.end:
        yield DocgenError(
            f"the past value ({past.period}) is not before the latest ({latest.period})",
            where=compendium.position((*path, "past", "period")),
            expected="past: about five years before latest",
            hint="exchange the two, or correct a period",
        )


def _series(value: IndicatorValue, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    """The series of a value: its columns and periods, and the observations that are read from it."""
    series = value.series
    if series is None or in_unread_file(series.data, compendium):
        return
    where = compendium.position((*path, "series"))
    wrong = list(_raised(lambda: points_of(series, compendium.tables, where)))
    yield from wrong
    for name in ("past", "latest", "forecast"):
        observation = getattr(value, name)
        awaited = name == "latest" and _awaited(path, compendium)
        if not wrong and not awaited and observation is not None and observation.value is None:
            at = compendium.position((*path, name, "period"))
            yield from _raised(lambda each=observation, at=at: number_of(each, value, compendium.tables, at))  # type: ignore[misc]


def _figure(record: Record, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    assert isinstance(record, Figure)
    if not isinstance(record.data, str) or in_unread_file(record.data, compendium):
        return
    where = compendium.position((*path, "data"))
    if record.data not in compendium.tables:
        yield from _raised(lambda: table_named(str(record.data), compendium.tables, where))
        return
    table = compendium.tables[record.data]
    names = [("x", record.x), ("by", record.by), ("value", record.value)]
    columns: list[tuple[FieldPath, str]] = [((*path, field), name) for field, name in names if name is not None]
    for index, series in enumerate(record.series):
        if series.column is not None:
            columns.append(((*path, "series", index, "column"), series.column))
    columns.extend(((*path, "where", name), name) for name in record.where)
    yield from _columns(columns, table, compendium)
    yield from _cells(record, table)


def _cells(figure: Figure, table: DataTable) -> Iterator[DocgenError]:
    """The cells of the figure's number columns, in the rows it keeps."""
    names = [series.column for series in figure.series if series.column is not None] + [figure.value]
    columns = [table.columns.index(name) for name in dict.fromkeys(names) if name in table.columns]
    wanted = {
        table.columns.index(name): {str(each) for each in (value if isinstance(value, tuple) else (value,))}
        for name, value in figure.where.items()
        if name in table.columns
    }
    for row, cells in enumerate(table.rows):
        if all(cells[column] in allowed for column, allowed in wanted.items()):
            for column in columns:
                yield from _raised(lambda row=row, column=column: number_or_gap(table, row, column))  # type: ignore[misc]


def _table(record: Record, path: FieldPath, compendium: Compendium) -> Iterator[DocgenError]:
    assert isinstance(record, Table)
    if not isinstance(record.data, str) or in_unread_file(record.data, compendium):
        return
    where = compendium.position((*path, "data"))
    if record.data not in compendium.tables:
        yield from _raised(lambda: table_named(str(record.data), compendium.tables, where))
        return
    columns: list[tuple[FieldPath, str]] = [
        ((*path, "columns", index), column.column or column.heading)
        for index, column in enumerate(record.columns)
    ]
    columns.extend(((*path, "where", name), name) for name in record.where)
    yield from _columns(columns, compendium.tables[record.data], compendium)


def _columns(
    columns: list[tuple[FieldPath, str]], table: DataTable, compendium: Compendium
) -> Iterator[DocgenError]:
    for path, name in columns:
        if name not in table.columns:
            where = compendium.position(path)
            yield from _raised(lambda name=name, where=where: column_named(name, table, where))  # type: ignore[misc]


_RULES: Mapping[type[Record], Callable[[Record, FieldPath, Compendium], Iterator[DocgenError]]] = {
    DataReference: _reference,
    BudgetAmount: _amount,
    BudgetLine: _line,
    IndicatorValue: _value,
    Figure: _figure,
    Table: _table,
}
