"""Values of indicators a year later: latest and past moved on, and a place in the data for the new number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.errors import FieldPath
from docgen.model import DataReference, Indicator, IndicatorValue, Observation, Period, ValueSeries
from docgen.model.lookup import column_named
from docgen.model.series import points_of
from docgen.rollover.edits import Changes, Edit, Waiting
from docgen.rollover.places import Place, place_for
from docgen.rollover.source import Source
from docgen.rollover.years import period_later, year_later


@dataclass(frozen=True, slots=True)
class Moved:
    """A value whose latest period moved on: its dataset, the column of periods, and its cell before and after."""

    data: str
    x: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Rolled:
    """One value a year later. ``awaited`` is whether its new number is still to come."""

    edits: tuple[Edit, ...] = ()
    moved: Moved | None = None
    awaited: bool = True


def rolled_values(source: Source) -> tuple[Changes, tuple[Moved, ...]]:
    """The changes of all values, and which of them moved on in which data.

    A value waits where its new number is awaited, and where its data does not say which one that would be.
    """
    changes, moved = Changes(), []
    for indicator, path, value in _all_values(source):
        rolled = _rolled(value, path, source)
        waiting = (_waiting(indicator, value),) if rolled.awaited else ()
        changes += Changes(rolled.edits, waiting)
        moved += [rolled.moved] if rolled.moved is not None else []
    return changes, tuple(moved)


def _all_values(source: Source) -> Iterator[tuple[Indicator, FieldPath, IndicatorValue]]:
    for indicator in source.compendium.indicators.values():
        for at, page in enumerate(indicator.pages):
            for index, value in enumerate(page.values):
                yield indicator, ("indicators", indicator.id, "pages", at, "values", index), value


def _waiting(indicator: Indicator, value: IndicatorValue) -> Waiting:
    latest = f"（{value.latest.period}の値まで）" if value.latest is not None else ""
    return Waiting("values", f"{indicator.id}/{value.id}", f"{value.name}{latest}")


def _rolled(value: IndicatorValue, path: FieldPath, source: Source) -> _Rolled:
    latest = value.latest
    if latest is not None and latest.value is None and value.series is not None:
        return _rolled_in_series(value, latest.period, value.series, path, source)
    found = _yearly(latest)
    if found is None:
        return _Rolled()
    reference, x = found
    before, after = str(reference.where[x]), str(year_later(str(reference.where[x])))
    place = _place(reference, x, after, source)
    if place is None:
        return _Rolled()
    edits = (*_observation_edits((*path, "latest"), x, after, source), *place.added, *_past_edits(value, path, source))
    return _Rolled(edits, Moved(reference.data, x, before, after), place.number is None)


def _rolled_in_series(
    value: IndicatorValue, latest: Period, series: ValueSeries, path: FieldPath, source: Source
) -> _Rolled:
    points = points_of(series, source.compendium.tables, None)
    cell = next(each.cell for each in points if each.period == latest)
    before = cell.table.rows[cell.row][column_named(series.x, cell.table, None)]
    after = str(year_later(before))
    where = {**{name: str(each) for name, each in series.where.items()}, series.x: after}
    place = place_for(cell.table, source.csv_file(cell.table), series.column, series.x, where)
    if place is None:
        return _Rolled()
    edits: list[Edit] = [*source.year_later((*path, "latest", "period")), *place.added]
    stated = value.past
    if stated is not None and stated.value is None:
        later = period_later(stated.period)
        if any(each.period == later and each.number is not None for each in points):
            edits += source.year_later((*path, "past", "period"))
    return _Rolled(tuple(edits), Moved(series.data, series.x, before, after), place.number is None)


def _past_edits(value: IndicatorValue, path: FieldPath, source: Source) -> tuple[Edit, ...]:
    """The past a year later, where the data has its number; else it stays."""
    found = _yearly(value.past)
    if found is None:
        return ()
    reference, x = found
    after = str(year_later(str(reference.where[x])))
    place = _place(reference, x, after, source)
    if place is None or place.number is None:
        return ()
    return _observation_edits((*path, "past"), x, after, source)


def _yearly(observation: Observation | None) -> tuple[DataReference, str] | None:
    """The observation's reference and the column of it that says the year of its period; None without one."""
    if observation is None or not isinstance(observation.value, DataReference):
        return None
    periods = (str(observation.period.number), str(observation.period))
    columns = [name for name, cell in observation.value.where.items() if str(cell) in periods]
    return (observation.value, columns[0]) if columns else None


def _place(reference: DataReference, x: str, after: str, source: Source) -> Place | None:
    table = source.compendium.tables[reference.data]
    where = {**{name: str(cell) for name, cell in reference.where.items()}, x: after}
    return place_for(table, source.csv_file(table), reference.column, x, where)


def _observation_edits(path: FieldPath, x: str, after: str, source: Source) -> tuple[Edit, ...]:
    return (*source.replaced((*path, "value", "where", x), after), *source.year_later((*path, "period")))
