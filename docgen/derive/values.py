"""Rows of the value table: observations looked up, trend and attainment judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from docgen.derive.attainment import DatedNumber, Goal, attainment
from docgen.derive.numbers import quantity, trace_of
from docgen.derive.trend import TrendRule, trend
from docgen.errors import DocgenError, Position
from docgen.model import DataTable, Indicator, IndicatorValue, Observation, Quantity, Target
from docgen.model.indicator import Trend
from docgen.model.series import SeriesPoint, about_five_years_before, latest_of, number_of, points_of
from docgen.ready import ReadyObservation, ReadyTarget, ReadyValue

Tables = Mapping[str, DataTable]
Locate = Callable[[str], Position | str]


def ready_value(value: IndicatorValue, tables: Tables, locate: Locate, rule: TrendRule) -> ReadyValue:
    """A value with its judgements; an author's override goes before the computed ones.

    ``locate`` gives the place of one of the value's fields. Raises DocgenError for a number that cannot
    be found or read, and for units that cannot be compared.
    """
    past, latest, forecast = _observations(value, tables, locate)
    target = _target(value.target, tables, locate("target"))
    own = TrendRule(value.tolerance) if value.tolerance is not None else rule
    moved = _trend(past, latest, value.rank, own, locate("latest"))
    judged = attainment(
        _point(past, latest, locate("past")),
        _point(latest, latest, locate("latest")),
        _goal(target, latest, locate("target")),
        trend=moved,
        lower_is_better=value.rank or value.better == "lower",
    )
    override = value.override
    return ReadyValue(
        id=value.id,
        name=value.name,
        past=past,
        latest=latest,
        forecast=forecast,
        target=target,
        trend=override.trend or moved if override else moved,
        attainment=override.attainment or judged if override else judged,
        better=value.better,
        rank=value.rank,
        override_reason=override.reason if override else None,
    )


def as_last_year(last: ReadyValue, value: IndicatorValue) -> ReadyValue:
    """Last year's row, for a value whose latest number is awaited; this year's override goes first."""
    override = value.override
    return replace(
        last,
        id=value.id,
        name=value.name,
        trend=(override.trend if override is not None else None) or last.trend,
        attainment=(override.attainment if override is not None else None) or last.attainment,
        override_reason=override.reason if override is not None else last.override_reason,
    )


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


def _updated(row: ReadyValue, last: ReadyValue | None) -> bool:
    """Whether a row has a latest number that last year's compendium did not have."""
    if row.latest is None:
        return False
    if last is None or last.latest is None:
        return last is not None
    return row.latest.period.end > last.latest.period.end


Observed = tuple[ReadyObservation | None, ReadyObservation | None, ReadyObservation | None]


def _observations(value: IndicatorValue, tables: Tables, locate: Locate) -> Observed:
    """Past, latest and forecast. With a series, the latest is its newest point and the past chosen by rule
    where the content does not say.
    """
    past, latest, forecast = (
        _observation(getattr(value, name), value, tables, locate(name)) for name in ("past", "latest", "forecast")
    )
    if value.series is None:
        return past, latest, forecast
    points = points_of(value.series, tables, locate("series"))
    if latest is None:
        latest = _at_point(latest_of(None, points, value.series, locate("series")), value)
    if past is None and latest is not None:
        past = _at_point(about_five_years_before(latest.period, points), value)
    return past, latest, forecast


def _observation(
    observation: Observation | None, value: IndicatorValue, tables: Tables, where: Position | str
) -> ReadyObservation | None:
    if observation is None:
        return None
    unit = observation.unit or value.unit
    decimals = observation.decimals if observation.decimals is not None else value.decimals
    amount = observation.value
    if amount is None:
        number, cell = number_of(observation, value, tables, where)
        return ReadyObservation(
            Quantity(number, unit, decimals), observation.period, observation.label, trace_of(cell)
        )
    number_with_unit, trace = quantity(amount, unit, decimals, tables, where)
    return ReadyObservation(number_with_unit, observation.period, observation.label, trace)


def _at_point(point: SeriesPoint | None, value: IndicatorValue) -> ReadyObservation | None:
    if point is None or point.number is None:
        return None
    number = Quantity(point.number, value.unit, value.decimals)
    return ReadyObservation(number, point.period, trace=trace_of(point.cell))


def _target(target: Target | None, tables: Tables, where: Position | str) -> ReadyTarget | None:
    if target is None or (target.value is None and not target.text):
        return None
    if target.value is None:
        return ReadyTarget(due=target.due, text=target.text)
    number, trace = quantity(target.value, target.unit, target.decimals, tables, where)
    return ReadyTarget(number, target.due, target.text, trace)


def _trend(
    past: ReadyObservation | None,
    latest: ReadyObservation | None,
    rank: bool,
    rule: TrendRule,
    where: Position | str,
) -> Trend:
    if past is None or latest is None or past.period.end >= latest.period.end:
        return "unknown"
    return trend(past.quantity, _in_unit(latest.quantity, past.quantity.unit, where), rank=rank, rule=rule)


def _point(
    observation: ReadyObservation | None, latest: ReadyObservation | None, where: Position | str
) -> DatedNumber | None:
    if observation is None or latest is None:
        return None
    number = _in_unit(observation.quantity, latest.quantity.unit, where)
    return DatedNumber(number.value, observation.period.end)


def _goal(target: ReadyTarget | None, latest: ReadyObservation | None, where: Position | str) -> Goal | None:
    if target is None:
        return None
    day = target.due.end if target.due is not None else None
    if target.quantity is None or latest is None:
        return Goal(None, day)
    return Goal(_in_unit(target.quantity, latest.quantity.unit, where).value, day)


def _in_unit(number: Quantity, unit: str, where: Position | str) -> Quantity:
    try:
        converted = number.convert(unit)
    except ValueError as error:
        raise DocgenError(
            f"{number} cannot be compared: {error}",
            where=where,
            expected=f"past, latest and target in one unit ({unit})",
            hint="units of money are converted (億円, 百万円); others must be the same",
        ) from error
    return converted
