"""What changed in a measure chart against last year's: measures new and dropped, words changed, status moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.derive.desk import Desk
from docgen.derive.open_items import is_unchanged
from docgen.derive.word_diff import marked_changes
from docgen.model import MeasureChart
from docgen.model.renames import earlier
from docgen.ready import CHANGED_WORDS, ReadyMeasure, ReadyPlanItem
from docgen.with_fields import with_fields


def compared_plan_items(chart: MeasureChart, desk: Desk) -> tuple[ReadyPlanItem, ...]:
    """The plan items of a chart, with the words marked that last year's chart does not have."""
    before = _last_year(chart, desk)
    if before is None:
        return _plan_items(chart, desk)
    last = {item.id: item.text for item in _plan_items(*before)}
    texts = {item.id: text for item in chart.plan_items if (text := earlier(item, last)) is not None}
    return tuple(
        with_fields(item, text=_marked(item.text, texts.get(item.id, item.text))) for item in _plan_items(chart, desk)
    )


def compared_measures(chart: MeasureChart, desk: Desk) -> tuple[ReadyMeasure, ...]:
    """The measures of a chart with what changed, and those that last year's chart had and this one has no longer.

    What the author states goes before what is derived.
    """
    listed = desk.library.content.carried_over.measures
    waiting = {
        measure.id
        for measure in chart.measures
        if f"{chart.id}/{measure.id}" in listed and is_unchanged(measure, chart, desk)
    }
    measures = [
        with_fields(measure, carried_over=True) if measure.id in waiting else measure for measure in _measures(chart, desk)
    ]
    if desk.previous is None:
        return tuple(_as_stated(measure) for measure in measures)
    before = _last_year(chart, desk)
    last = {measure.id: measure for measure in (_measures(*before) if before is not None else ())}
    # Those that had been dropped by then were shown for that one year.
    last = {identifier: measure for identifier, measure in last.items() if measure.change != "dropped"}
    last = _as_named_now(last, chart)
    now = [
        _as_stated(measure)
        if measure.change is not None
        else _compared(measure, last.get(measure.id), before[0] if before is not None else None)
        for measure in measures
    ]
    return _with_dropped(now, last) if chart.complete else tuple(now)


def _as_named_now(last: Mapping[str, ReadyMeasure], chart: MeasureChart) -> dict[str, ReadyMeasure]:
    """Last year's measures by the ids that they have now, in their order; one that was parted comes for each part."""
    named = {name: [name] for name in last}
    for measure in chart.measures:
        before = next((name for name in measure.formerly if name in last), None)
        if before is not None and measure.id not in last:
            named[before].append(measure.id)
    gone = {name for measure in chart.measures for name in measure.formerly} - {measure.id for measure in chart.measures}
    return {
        name: with_fields(last[before], id=name)
        for before, names in named.items()
        for name in names
        if name not in gone
    }


def _last_year(chart: MeasureChart, desk: Desk) -> tuple[MeasureChart, Desk] | None:
    """Last year's chart of the same id, and the desk at which its texts are rendered."""
    previous = desk.previous
    before = earlier(chart, previous.library.content.measure_charts) if previous is not None else None
    return (before, previous) if before is not None and previous is not None else None


def _plan_items(chart: MeasureChart, desk: Desk) -> tuple[ReadyPlanItem, ...]:
    path = ("measure_charts", chart.id, "plan_items")
    return tuple(
        ReadyPlanItem(item.id, desk.text(item.text, (*path, index, "text")), item.new_page)
        for index, item in enumerate(chart.plan_items)
    )


def _measures(chart: MeasureChart, desk: Desk) -> tuple[ReadyMeasure, ...]:
    path = ("measure_charts", chart.id, "measures")
    return tuple(
        ReadyMeasure(
            measure.id,
            desk.text(measure.text, (*path, index, "text")),
            measure.status,
            measure.plan_items,
            measure.repeated,
            measure.owner,
            measure.change,
        )
        for index, measure in enumerate(chart.measures)
    )


def _as_stated(measure: ReadyMeasure) -> ReadyMeasure:
    return with_fields(measure, change=None) if measure.change == "none" else measure


def _compared(measure: ReadyMeasure, last: ReadyMeasure | None, before: MeasureChart | None) -> ReadyMeasure:
    """A measure beside last year's; ``before`` is last year's chart."""
    if last is None:
        # A chart that is not complete may have left the measure out.
        known_new = before is None or before.complete or measure.id in before.unlisted
        return with_fields(measure, change="new") if known_new else measure
    moved = None not in (last.status, measure.status) and last.status != measure.status
    return with_fields(measure, text=_marked(measure.text, last.text), moved_from=last.status if moved else None)


def _marked(text: str, before: str) -> str:
    """A text with its changed words marked, unless the author marked them."""
    return text if f"{{{CHANGED_WORDS}|" in text else marked_changes(text, before, CHANGED_WORDS)


def _with_dropped(now: Sequence[ReadyMeasure], last: Mapping[str, ReadyMeasure]) -> tuple[ReadyMeasure, ...]:
    """The measures with the dropped ones among them, each after the one that it followed last year."""
    shown = list(now)
    place = 0
    for measure in last.values():
        ids = [other.id for other in shown]
        if measure.id in ids:
            place = ids.index(measure.id) + 1
        else:
            shown.insert(place, with_fields(measure, change="dropped"))
            place += 1
    return tuple(shown)
