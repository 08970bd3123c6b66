"""What changed in an indicator against last year's compendium: that it is new, or what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.values import values_of
from docgen.derive.word_diff import marked_changes
from docgen.model import Indicator, IndicatorPage, IndicatorValue
from docgen.model.renames import earlier
from docgen.ready import CHANGED_WORDS, IndicatorChange, ReadyValue


def indicator_change(
    indicator: Indicator, pages: Iterable[IndicatorPage], desk: Desk
) -> IndicatorChange | None:
    """new, redefined (on these of its pages), or None where nothing changed or last year is not known.

    What the author states goes first.
    """
    if indicator.change is not None:
        return None if indicator.change == "none" else indicator.change
    if desk.library.previous is None:
        return None
    before = desk.library.indicator_before(indicator)
    if before is None:
        return "new"
    redefined = indicator.name != before.name or any(_redefined(page, before) for page in pages)
    return "redefined" if redefined else None


def compared_definition(
    definition: tuple[str, ...], page: IndicatorPage, indicator: Indicator, desk: Desk
) -> tuple[str, ...]:
    """A page's definition, rendered, with the words marked that last year's does not have."""
    before = desk.library.indicator_before(indicator)
    if before is None or desk.previous is None:
        return definition
    for number, last in enumerate(before.pages):
        if last.id in (page.id, *page.formerly) and last.definition:
            path = ("indicators", before.id, "pages", number, "definition")
            texts = desk.previous.texts(last.definition, path)
            return tuple(
                marked_changes(text, texts[index] if index < len(texts) else "", CHANGED_WORDS)
                for index, text in enumerate(definition)
            )
    return definition


def compared_value(value: IndicatorValue, indicator: Indicator, desk: Desk) -> ReadyValue:
    """A row of the value table with its name's changed words marked, and last year's unit where it was another.

    DocgenError for a number that is not there.
    """
    row = desk.reader.value(indicator, value)
    before = desk.library.indicator_before(indicator)
    last = earlier(value, values_of(before)) if before is not None else None
    if last is None:
        return row
    changed_unit = _unit(last) and _unit(value) and _unit(last) != _unit(value)
    return replace(
        row,
        name=marked_changes(row.name, last.name, CHANGED_WORDS),
        unit_before=_unit(last) if changed_unit else None,
    )


def _redefined(page: IndicatorPage, before: Indicator) -> bool:
    last_page = earlier(page, {last.id: last for last in before.pages})
    pairs = ((value, earlier(value, values_of(before))) for value in page.values)
    return (last_page is not None and page.definition != last_page.definition) or any(
        _another_meaning(value, last) for value, last in pairs if last is not None
    )


def _another_meaning(now: IndicatorValue, before: IndicatorValue) -> bool:
    units = {_unit(now), _unit(before)} - {""}
    return len(units) > 1 or (now.name, now.better, now.rank) != (before.name, before.better, before.rank)


def _unit(value: IndicatorValue) -> str:
    observations = (value.latest, value.past, value.forecast)
    observed = next((observation for observation in observations if observation is not None), None)
    return (observed.unit if observed is not None else "") or value.unit
