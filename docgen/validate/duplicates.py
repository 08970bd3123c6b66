"""Ids that must differ: pages and values of an indicator, items of a chart, sections of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import Any

from docgen.errors import DocgenError, FieldPath, repeated
from docgen.messages import Message, message
from docgen.model import Compendium, Indicator
from docgen.validate.references import statements

Named = Iterable[tuple[str, FieldPath]]
"""Ids, each with the path to it."""


def duplicates(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for ids that occur twice where they must differ."""
    for kind, ids in _groups(compendium):
        for (name, path), (_, first) in repeated(ids, key=itemgetter(0)):
            yield DocgenError(
                "duplicate-thing",
                where=compendium.position(path),
                kind=kind,
                name=name,
                first=compendium.position(first),
            )


def _groups(compendium: Compendium) -> Iterator[tuple[Message, Named]]:
    """Groups of ids that must differ, each with what the ids name."""
    for indicator in compendium.indicators.values():
        yield from _of_indicator(indicator)
    for chart in compendium.measure_charts.values():
        path: FieldPath = ("measure_charts", chart.id)
        items = chain(_ids(chart.plan_items, (*path, "plan_items")), _ids(chart.measures, (*path, "measures")))
        yield message("noun-item-or-measure"), items
    for study in compendium.precedents.values():
        path = ("precedents", study.id, "excerpt")
        yield message("noun-excerpt-section"), _with_inner(study.excerpt, path, "panels")
    for element in compendium.logic_elements.values():
        path = ("logic_elements", element.id, "indicators")
        uses = ((use.indicator, (*path, index, "indicator")) for index, use in enumerate(element.indicators))
        yield message("noun-indicator-of", element=element.id), uses
    yield message("noun-section"), _with_inner(compendium.sections, ("sections",), "sections")
    yield message("noun-indicator"), _indicator_ids(compendium)
    yield message("noun-statement"), ((name, (*path, "id")) for name, path in statements(compendium))


def _of_indicator(indicator: Indicator) -> Iterator[tuple[Message, Named]]:
    path: FieldPath = ("indicators", indicator.id, "pages")
    yield message("noun-page"), _ids(indicator.pages, path)
    values = (_ids(page.values, (*path, index, "values")) for index, page in enumerate(indicator.pages))
    yield message("noun-value"), chain.from_iterable(values)
    for index, page in enumerate(indicator.pages):
        yield message("word-figure"), _ids(page.figures, (*path, index, "figures"))


def _ids(records: Iterable[Any], path: FieldPath) -> Iterator[tuple[str, FieldPath]]:
    return ((record.id, (*path, index, "id")) for index, record in enumerate(records))


def _with_inner(records: Iterable[Any], path: FieldPath, field: str) -> Iterator[tuple[str, FieldPath]]:
    """The ids of records and of those in a field of them."""
    for index, record in enumerate(records):
        yield record.id, (*path, index, "id")
        yield from _ids(getattr(record, field), (*path, index, field))


def _indicator_ids(compendium: Compendium) -> Iterator[tuple[str, FieldPath]]:
    for indicator in compendium.indicators.values():
        yield indicator.id, ("indicators", indicator.id, "id")
        for index, other in enumerate(indicator.paired):
            yield other, ("indicators", indicator.id, "paired", index)
