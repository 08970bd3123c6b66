"""The series of a value: its points by period, its latest point, and the point about five years before that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from docgen.errors import DocgenError, Where
from docgen.messages import message
from docgen.model.cells.text import ended
from docgen.model.data import DataReference, DataTable
from docgen.model.indicator import IndicatorValue, Observation, ValueSeries
from docgen.model.lookup import (
    Cell,
    cell_of,
    check_percent,
    column_named,
    matching_rows,
    not_among,
    number_at,
    number_or_gap,
    table_named,
)
from docgen.model.period import Period
from docgen.value import value

# 「5年前程度」: the point nearest to five years before, within two years of that.
_SPAN, _SLACK = 60, 24


@value(frozen=True, slots=True)
class SeriesPoint:
    """A point of a series: its period, its number (None where the cell is still empty), and its cell."""

    period: Period
    number: Decimal | None
    cell: Cell


def points_of(series: ValueSeries, tables: Mapping[str, DataTable], where: Where) -> tuple[SeriesPoint, ...]:
    """The points of a series, by period. DocgenError for a missing column and for a period with two rows."""
    table = table_named(series.data, tables, where)
    x, column = column_named(series.x, table, where), column_named(series.column, table, where)
    points: dict[Period, SeriesPoint] = {}
    for row in matching_rows(table, series.where, where):
        period = _period(table, row, x, series)
        if period in points:
            raise DocgenError(
                "two-points-for-period",
                where=table.position(row, x),
                period=str(period),
                first=table.rows_named([points[period].cell.row]),
            )
        points[period] = SeriesPoint(period, number_or_gap(table, row, column), Cell(table, row, column))
    check_percent(table, [point.cell.row for point in points.values()], column)
    return tuple(points[period] for period in sorted(points))


def point_at(points: Iterable[SeriesPoint], period: Period, series: ValueSeries, where: Where) -> SeriesPoint:
    """The point of a period. DocgenError where the series has no row for it."""
    by_period = {point.period: point for point in points}
    if period not in by_period:
        name = series.data.file if isinstance(series.data, DataTable) else series.data
        what = message("no-row-for-period", name=name, period=str(period))
        hint, otherwise = message("periods-with-name"), message("period-of-series")
        raise not_among(what, str(period), by_period, where, hint, otherwise)
    return by_period[period]


def newest(points: tuple[SeriesPoint, ...]) -> SeriesPoint | None:
    """The newest point with a number; None where there is none."""
    return next((point for point in reversed(points) if point.number is not None), None)


def number_of(
    observation: Observation, value: IndicatorValue, tables: Mapping[str, DataTable], where: Where
) -> tuple[Decimal, Cell]:
    """The number of an observation that the series of its value holds, and its cell.

    DocgenError where the series has no row for its period, or where the cell is empty.
    """
    if value.series is None:
        raise DocgenError("value-without-series", where=where)
    cell = point_at(points_of(value.series, tables, where), observation.period, value.series, where).cell
    return number_at(cell.table, cell.row, cell.column, observation.unit or value.unit), cell


def latest_cell(value: IndicatorValue, tables: Mapping[str, DataTable], where: Where) -> Cell | None:
    """The cell that the latest number of a value stands in, or is to; None where it stands in no data file."""
    latest = value.latest
    if latest is None:
        return None
    if isinstance(latest.value, DataReference):
        return cell_of(latest.value, tables, where)
    if latest.value is not None or value.series is None:
        return None
    return point_at(points_of(value.series, tables, where), latest.period, value.series, where).cell


def awaits_latest(value: IndicatorValue, tables: Mapping[str, DataTable], where: Where) -> bool:
    """Whether the latest number of a value is still to come: its cell is there, but empty."""
    cell = latest_cell(value, tables, where)
    return cell is not None and number_or_gap(cell.table, cell.row, cell.column) is None


def about_five_years_before(latest: Period, points: Iterable[SeriesPoint]) -> SeriesPoint | None:
    """The past value by rule (5年前程度): of the points with a number, three to seven years before
    ``latest``, the one nearest to five years before; of two equally near the later. None where there is none.
    """
    def span(point: SeriesPoint) -> int:
        return _months(latest) - _months(point.period)

    near = [point for point in points if point.number is not None and abs(span(point) - _SPAN) <= _SLACK]
    return min(near, key=lambda point: (abs(span(point) - _SPAN), span(point)), default=None)


def _months(period: Period) -> int:
    return period.end.year * 12 + period.end.month


def _period(table: DataTable, row: int, x: int, series: ValueSeries) -> Period:
    text = ended(table.rows[row][x].strip(), series.x_name)
    try:
        return Period.parse(text)
    except ValueError as error:
        column = table.columns[x]
        raise DocgenError("cell-not-a-period", where=table.position(row, x), text=text, column=column) from error
