"""What changed in a measure chart against last year's: measures new and dropped, words changed, status moved."""

from __future__ import annotations

from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.word_diff import marked_changes
from docgen.errors import FieldPath
from docgen.model import Measure, MeasureChart
from docgen.ready import CHANGED_WORDS, ReadyMeasure, ReadyPlanItem


def compared_plan_items(
    chart: MeasureChart, items: tuple[ReadyPlanItem, ...], desk: Desk
) -> tuple[ReadyPlanItem, ...]:
    """The plan items with the words marked that last year's compendium does not have."""
    before = _chart_before(chart, desk)
    if before is None or desk.previous is None:
        return items
    texts = {
        item.id: desk.previous.text(item.text, (*_path(before), "plan_items", at, "text"))
        for at, item in enumerate(before.plan_items)
    }
    return tuple(
        replace(item, text=_compared(item.text, texts[item.id])) if item.id in texts else item for item in items
    )


def compared_measures(
    chart: MeasureChart, measures: tuple[ReadyMeasure, ...], desk: Desk
) -> tuple[ReadyMeasure, ...]:
    """The measures with what changed, and those that last year's chart had and this one has no longer.

    ``measures`` are those of the chart, ready. What the author states goes before what is derived.
    """
    waiting = _waiting(chart, desk)
    measures = tuple(replace(each, carried_over=each.id in waiting) for each in measures)
    if desk.previous is None:
        return tuple(_as_stated(each) for each in measures)
    before = _chart_before(chart, desk)
    last = _measures_before(before, desk.previous) if before is not None else {}
    now = [
        _as_stated(each)
        if each.change is not None
        else _compared_measure(each, last.get(each.id), _known_absent(each.id, before))
        for each in measures
    ]
    return _with_dropped(now, last) if chart.complete else tuple(now)


def _known_absent(measure: str, before: MeasureChart | None) -> bool:
    """Whether a measure that last year's chart does not hold is known not to have been there."""
    return before is None or before.complete or measure in before.unlisted


def is_unchanged(measure: Measure, chart: str, desk: Desk) -> bool:
    """Whether a measure has the words and the status that last year's chart gave it."""
    if desk.previous is None or desk.previous.home is None:
        return True
    before = desk.previous.home.measure_charts.get(chart)
    return any(
        (each.id, each.text, each.status) == (measure.id, measure.text, measure.status)
        for each in (before.measures if before is not None else ())
    )


def _waiting(chart: MeasureChart, desk: Desk) -> set[str]:
    """The measures that were carried over and are as they were."""
    listed = desk.home.carried_over.measures if desk.home is not None else ()
    return {
        each.id
        for each in chart.measures
        if f"{chart.id}/{each.id}" in listed and is_unchanged(each, chart.id, desk)
    }


def _path(chart: MeasureChart) -> FieldPath:
    return ("measure_charts", chart.id)


def _chart_before(chart: MeasureChart, desk: Desk) -> MeasureChart | None:
    if desk.previous is None or desk.previous.home is None:
        return None
    return desk.previous.home.measure_charts.get(chart.id)


def _measures_before(chart: MeasureChart, desk: Desk) -> dict[str, ReadyMeasure]:
    """Last year's measures by id; those that had been dropped by then were shown for that one year."""
    return {
        each.id: _ready(each, desk.text(each.text, (*_path(chart), "measures", at, "text")))
        for at, each in enumerate(chart.measures)
        if each.change != "dropped"
    }


def _ready(measure: Measure, text: str) -> ReadyMeasure:
    return ReadyMeasure(
        measure.id, text, measure.status, measure.plan_items, measure.repeated, measure.owner, measure.change
    )


def _as_stated(measure: ReadyMeasure) -> ReadyMeasure:
    return replace(measure, change=None) if measure.change == "none" else measure


def _compared_measure(measure: ReadyMeasure, before: ReadyMeasure | None, absent: bool) -> ReadyMeasure:
    if before is None:
        return replace(measure, change="new") if absent else measure
    moved = None not in (before.status, measure.status) and before.status != measure.status
    return replace(
        measure,
        text=_compared(measure.text, before.text),
        moved_from=before.status if moved else None,
    )


def _compared(text: str, before: str) -> str:
    """The changed words marked, unless the author marked them."""
    return text if f"{{{CHANGED_WORDS}|" in text else marked_changes(text, before, CHANGED_WORDS)


def _with_dropped(now: list[ReadyMeasure], last: dict[str, ReadyMeasure]) -> tuple[ReadyMeasure, ...]:
    """The measures with the dropped ones among them, each after the one that it followed last year."""
    shown = list(now)
    place = 0
    for each in last.values():
        ids = [measure.id for measure in shown]
        if each.id in ids:
            place = ids.index(each.id) + 1
        else:
            shown.insert(place, replace(each, change="dropped"))
            place += 1
    return tuple(shown)
