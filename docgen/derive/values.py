"""Rows of the value table: numbers looked up, trend and attainment judged, last year's beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from docgen.derive.judgements import DatedNumber, Goal, TrendRule, attainment, trend
from docgen.errors import DocgenError, Where, WrongValue
from docgen.model import DataTable, Indicator, IndicatorValue, Observation, Override, Quantity, Target
from docgen.model.data import Amount, DataReference
from docgen.model.indicator import Trend
from docgen.model.lookup import Cell, mark_of, quantity_of, unit_in
from docgen.model.series import SeriesPoint, about_five_years_before, newest, number_of, points_of
from docgen.ready import ReadyObservation, ReadyTarget, ReadyValue, Trace

Tables = Mapping[str, DataTable]
Locate = Callable[[str], Where]


def ready_value(value: IndicatorValue, tables: Tables, locate: Locate, rule: TrendRule) -> ReadyValue:
    """A row of the value table with its judgements; a judgement that a person set goes before the computed one.

    ``locate`` gives the place of one of the value's fields. DocgenError for a number that cannot be found or
    read, and for units that cannot be compared.
    """
    past, latest, forecast = _observations(value, tables, locate)
    target = _target(value.target, tables, locate("target"))
    own_rule = TrendRule(value.tolerance) if value.tolerance is not None else rule
    computed = _trend(past, latest, value.rank, own_rule, locate("latest"))
    row = ReadyValue(
        id=value.id,
        name=value.name,
        past=past,
        latest=latest,
        forecast=forecast,
        target=target,
        trend=computed,
        attainment=attainment(
            _dated(past, latest, locate("past")),
            _dated(latest, latest, locate("latest")),
            _goal(target, latest, locate("target")),
            trend=computed,
            lower_is_better=value.rank or value.better == "lower",
        ),
        better=value.better,
        rank=value.rank,
    )
    return _overridden(row, value.override)


def as_last_year(last: ReadyValue, value: IndicatorValue) -> ReadyValue:
    """Last year's row, for a value whose latest number is awaited."""
    return _overridden(replace(last, id=value.id, name=value.name), value.override)


def beside_last_year(row: ReadyValue, last: ReadyValue | None, listed: bool) -> ReadyValue:
    """A row with what last year's compendium had.

    It is carried over if it is ``listed`` in carried_over.yaml and has no newer number than last year's.
    """
    return replace(
        row,
        last_year=last.latest if last is not None else None,
        trend_before=last.trend if last is not None else None,
        carried_over=listed and not _updated(row, last),
    )


def values_of(indicator: Indicator) -> dict[str, IndicatorValue]:
    """The values of an indicator's pages by id."""
    return {value.id: value for page in indicator.pages for value in page.values}


def _overridden(row: ReadyValue, override: Override | None) -> ReadyValue:
    """The row with the judgements that a person set."""
    if override is None:
        return row
    return replace(
        row,
        trend=override.trend or row.trend,
        attainment=override.attainment or row.attainment,
        override_reason=override.reason,
    )


def _updated(row: ReadyValue, last: ReadyValue | None) -> bool:
    """Whether a row has a latest number that last year's compendium did not have."""
    if row.latest is None:
        return False
    if last is None or last.latest is None:
        return last is not None
    return row.latest.period.end > last.latest.period.end


def _observations(value: IndicatorValue, tables: Tables, locate: Locate) -> tuple[ReadyObservation | None, ...]:
    """Past, latest and forecast. What the content does not say, a series does: the latest is its newest point,
    the past the point about five years before that.
    """
    past, latest, forecast = (
        _observation(observation, value, tables, locate(name))
        for name, observation in (("past", value.past), ("latest", value.latest), ("forecast", value.forecast))
    )
    if value.series is not None:
        points = points_of(value.series, tables, locate("series"))
        if latest is None:
            latest = _at_point(newest(points), value)
        if past is None and latest is not None:
            past = _at_point(about_five_years_before(latest.period, points), value)
    return past, latest, forecast


def _observation(
    observation: Observation | None, value: IndicatorValue, tables: Tables, where: Where
) -> ReadyObservation | None:
    if observation is None:
        return None
    unit = observation.unit or value.unit
    decimals = observation.decimals if observation.decimals is not None else value.decimals
    if observation.value is not None:
        quantity, read = quantity_of(observation.value, unit, decimals, tables, where)
        keys = observation.value.where if isinstance(observation.value, DataReference) else ()
        trace, mark = (Trace.of(read), mark_of(read, keys)) if read is not None else (None, "")
        return ReadyObservation(quantity, observation.period, observation.label or mark, trace)
    number, cell = number_of(observation, value, tables, where)
    label, quantity = observation.label or _mark(cell, value), Quantity(number, unit or unit_in(cell), decimals)
    return ReadyObservation(quantity, observation.period, label, Trace.of(cell))


def _at_point(point: SeriesPoint | None, value: IndicatorValue) -> ReadyObservation | None:
    if point is None or point.number is None:
        return None
    number = Quantity(point.number, value.unit or unit_in(point.cell), value.decimals)
    return ReadyObservation(number, point.period, _mark(point.cell, value), Trace.of(point.cell))


def _mark(cell: Cell, value: IndicatorValue) -> str:
    """The mark at a point of a value's series: 速報."""
    keys = (value.series.x, *value.series.where) if value.series is not None else ()
    return mark_of(cell, keys)


def _target(target: Target | None, tables: Tables, where: Where) -> ReadyTarget | None:
    if target is None or (target.value is None and not target.text):
        return None
    if target.value is None:
        return ReadyTarget(due=target.due, text=target.text)
    number, trace = _number(target.value, target.unit, target.decimals, tables, where)
    return ReadyTarget(number, target.due, target.text, trace)


def _number(
    amount: Amount, unit: str, decimals: int | None, tables: Tables, where: Where
) -> tuple[Quantity, Trace | None]:
    number, cell = quantity_of(amount, unit, decimals, tables, where)
    return number, Trace.of(cell) if cell is not None else None


def _trend(
    past: ReadyObservation | None, latest: ReadyObservation | None, rank: bool, rule: TrendRule, where: Where
) -> Trend:
    if past is None or latest is None or past.period.end >= latest.period.end:
        return "unknown"
    return trend(past.quantity, _in_unit(latest.quantity, past.quantity.unit, where), rank=rank, rule=rule)


def _dated(
    observation: ReadyObservation | None, latest: ReadyObservation | None, where: Where
) -> DatedNumber | None:
    """An observation's number in the unit of the latest."""
    if observation is None or latest is None:
        return None
    number = _in_unit(observation.quantity, latest.quantity.unit, where)
    return DatedNumber(number.value, observation.period.end)


def _goal(target: ReadyTarget | None, latest: ReadyObservation | None, where: Where) -> Goal | None:
    if target is None:
        return None
    day = target.due.end if target.due is not None else None
    if target.quantity is None or latest is None:
        return Goal(None, day)
    return Goal(_in_unit(target.quantity, latest.quantity.unit, where).value, day)


def _in_unit(number: Quantity, unit: str, where: Where) -> Quantity:
    try:
        return number.convert(unit)
    except WrongValue as error:
        raise DocgenError(
            "not-comparable", where=where, number=number, reason=error.message, unit=unit
        ) from error
