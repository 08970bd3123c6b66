"""Values of indicators a year later: latest and past moved on, and a place in the data for the new number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.editing.edits import Changes, Edit, PointAdded, Waiting
from docgen.editing.source import Source
from docgen.editing.years import period_later, year_later
from docgen.errors import FieldPath
from docgen.model import DataReference, DataTable, IndicatorValue, Observation, Period, ValueSeries
from docgen.model.lookup import column_named, matching_rows, number_or_gap, table_named
from docgen.model.series import points_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A value whose latest period moved on: its dataset, the column of periods, and its cell before and after.

    ``has_number`` is whether the data has a number there already.
    """

    data: str | DataTable
    x: str
    before: str
    after: str
    has_number: bool = False


@dataclass(frozen=True, slots=True)
class _Rolled:
    """One value a year later. ``awaited`` is whether its new number is still to come."""

    edits: tuple[Edit, ...] = ()
    moved: Moved | None = None
    awaited: bool = True
    points: tuple[PointAdded, ...] = ()


def rolled_values(source: Source, refused: Collection[str] = ()) -> tuple[Changes, tuple[Moved, ...]]:
    """The changes of all values, and which of them moved on in which data.

    A value waits where its new number is awaited, and where its data does not say which one that would be, or is one of
    those ``refused`` that have no room for a new point.
    """
    changes, moved = Changes(), []
    for path, value in source.compendium.records:
        if isinstance(value, IndicatorValue):
            rolled = _rolled(value, path, source, refused)
            latest = f"（{value.latest.period}の値まで）" if value.latest is not None else ""
            waiting = Waiting("values", f"{path[1]}/{value.id}", f"{value.name}{latest}")
            changes += Changes(rolled.edits, (waiting,) if rolled.awaited else (), rolled.points)
            moved += [rolled.moved] if rolled.moved is not None else []
    return changes, tuple(moved)


def _rolled(value: IndicatorValue, path: FieldPath, source: Source, refused: Collection[str]) -> _Rolled:
    latest = value.latest
    if latest is not None and latest.value is None and value.series is not None:
        return _rolled_in_series(value, latest.period, value.series, path, source, refused)
    later = _later(latest, source, refused)
    if later is None or later.number is None:
        return _Rolled()
    past = _later(value.past, source, refused)
    # The past moves on where the data has its number; else it stays.
    past_edits = past.edits((*path, "past"), source) if past and past.number and past.number.value is not None else ()
    edits = (*later.edits((*path, "latest"), source), *past_edits)
    is_awaited = later.number.value is None
    return _Rolled(edits, replace(later.moved, has_number=not is_awaited), is_awaited, later.number.added)


def _rolled_in_series(
    value: IndicatorValue,
    latest: Period,
    series: ValueSeries,
    path: FieldPath,
    source: Source,
    refused: Collection[str],
) -> _Rolled:
    """A value that names a series and only the period of its latest point."""
    points = points_of(series, source.compendium.tables, None)
    cell = next(point.cell for point in points if point.period == latest)
    before = cell.table.rows[cell.row][column_named(series.x, cell.table, None)]
    moved = Moved(series.data, series.x, before, str(year_later(before)))
    number = _next_number(moved, series.where, series.column, source, refused)
    if number is None:
        return _Rolled()
    edits: list[Edit] = [*source.year_later((*path, "latest", "period"))]
    past = value.past
    if past is not None and past.value is None:
        later = period_later(past.period)
        if any(point.period == later and point.number is not None for point in points):
            edits += source.year_later((*path, "past", "period"))
    is_awaited = number.value is None
    return _Rolled(tuple(edits), replace(moved, has_number=not is_awaited), is_awaited, number.added)


@dataclass(frozen=True, slots=True)
class _Later:
    """An observation a year later; ``number`` is None where its data cannot take one."""

    moved: Moved
    number: NextNumber | None

    def edits(self, path: FieldPath, source: Source) -> tuple[Edit, ...]:
        """The edits of the observation at ``path``: its period, and the cell that its data is looked up by."""
        where = source.replaced((*path, "value", "where", self.moved.x), self.moved.after)
        return (*where, *source.year_later((*path, "period")))


def _later(observation: Observation | None, source: Source, refused: Collection[str]) -> _Later | None:
    """An observation a year later; None where none of the cells that it is looked up by says its period."""
    if observation is None or not isinstance(observation.value, DataReference):
        return None
    reference, period = observation.value, observation.period
    cells = {name: str(cell) for name, cell in reference.where.items()}
    x = next((name for name, cell in cells.items() if cell in (str(period.number), str(period))), None)
    if x is None:
        return None
    moved = Moved(reference.data, x, cells[x], str(year_later(cells[x])))
    return _Later(moved, _next_number(moved, reference.where, reference.column, source, refused))


@dataclass(frozen=True, slots=True)
class NextNumber:
    """The number for the period that a value moves on to: None while it is awaited; ``added`` is the point for it."""

    value: Decimal | None
    added: tuple[PointAdded, ...] = ()


def _next_number(
    moved: Moved, where: Mapping[str, object], column: str, source: Source, refused: Collection[str]
) -> NextNumber | None:
    """The number in the row with the cells of ``where``, its period moved on.

    A row that is missing is added beside that of the period before, with these cells and no others. None where it is
    missing from data that no row can be added to.
    """
    table = table_named(moved.data, source.compendium.tables, None)
    cells = {**{name: str(cell) for name, cell in where.items()}, moved.x: moved.after}
    rows = matching_rows(table, cells, None)
    if rows:
        return NextNumber(number_or_gap(table, rows[0], column_named(column, table, None)))
    own = matching_rows(table, {**cells, moved.x: moved.before}, None)
    if not own or not isinstance(moved.data, str) or moved.data in refused or not source.takes_rows(table):
        return None
    # Cells are written as those of the row before: 2023年度 after 2022年度, where the content says 2023.
    before = dict(zip(table.columns, table.rows[own[0]], strict=True))
    cells = {**{name: before[name] for name in cells}, moved.x: year_later(before[moved.x]) or moved.after}
    added = tuple(cells.get(name, "") for name in table.columns)
    return NextNumber(None, (PointAdded(moved.data, own[0], column_named(moved.x, table, None), added),))
