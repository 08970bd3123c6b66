"""What changed in an indicator against last year's compendium: that it is new, or what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.word_diff import marked_changes
from docgen.model import Indicator, IndicatorPage, IndicatorValue
from docgen.ready import CHANGED_WORDS, IndicatorChange, ReadyValue


def indicator_change(
    indicator: Indicator, pages: Iterable[IndicatorPage], desk: Desk
) -> IndicatorChange | None:
    """new, redefined (on these of its pages), or None where nothing changed or nothing is known; the author's
    word goes first.
    """
    if indicator.change is not None:
        return None if indicator.change == "none" else indicator.change
    if desk.previous is None:
        return None
    before = indicator_before(indicator, desk)
    if before is None:
        return "new"
    redefined = indicator.name != before.name or any(_redefined(page, before) for page in pages)
    return "redefined" if redefined else None


def indicator_before(indicator: Indicator, desk: Desk) -> Indicator | None:
    """Last year's indicator of that id, or of one that it is also known by."""
    if desk.previous is None or desk.previous.home is None:
        return None
    known = desk.previous.home.indicators
    ids = {indicator.id, *indicator.paired}
    return next((each for each in known.values() if ids & {each.id, *each.paired}), None)


def compared_definition(
    definition: tuple[str, ...], page: IndicatorPage, indicator: Indicator, desk: Desk
) -> tuple[str, ...]:
    """A page's definition, rendered, with the words marked that last year's does not have."""
    before = indicator_before(indicator, desk)
    if before is None or desk.previous is None:
        return definition
    for at, last in enumerate(before.pages):
        if last.id == page.id and last.definition:
            path = ("indicators", before.id, "pages", at, "definition")
            texts = desk.previous.texts(last.definition, path)
            return tuple(
                marked_changes(text, texts[index] if index < len(texts) else "", CHANGED_WORDS)
                for index, text in enumerate(definition)
            )
    return definition


def compared_value(ready: ReadyValue, indicator: Indicator, desk: Desk) -> ReadyValue:
    """A value with its name's changed words marked, and last year's unit where it was another."""
    before = indicator_before(indicator, desk)
    last = dict(_values(before)).get(ready.id) if before is not None else None
    if last is None:
        return ready
    now = dict(_values(indicator))[ready.id]
    changed_unit = _unit(last) and _unit(now) and _unit(last) != _unit(now)
    return replace(
        ready,
        name=marked_changes(ready.name, last.name, CHANGED_WORDS),
        unit_before=_unit(last) if changed_unit else None,
    )


def _redefined(page: IndicatorPage, before: Indicator) -> bool:
    last = next((each.definition for each in before.pages if each.id == page.id), page.definition)
    values = dict(_values(before))
    return page.definition != last or any(
        _another_meaning(value, values[value.id]) for value in page.values if value.id in values
    )


def _another_meaning(now: IndicatorValue, before: IndicatorValue) -> bool:
    units = {_unit(now), _unit(before)} - {""}
    return len(units) > 1 or (now.name, now.better, now.rank) != (before.name, before.better, before.rank)


def _values(indicator: Indicator) -> Iterator[tuple[str, IndicatorValue]]:
    return ((value.id, value) for page in indicator.pages for value in page.values)


def _unit(value: IndicatorValue) -> str:
    observed = next((each for each in (value.latest, value.past, value.forecast) if each is not None), None)
    return (observed.unit if observed is not None else "") or value.unit
