"""What was carried over from the year before and waits for a person, and on which pages it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from docgen.derive.desk import Desk
from docgen.derive.library import Library
from docgen.errors import FieldPath
from docgen.model import BudgetLine, Compendium, Indicator, Measure, MeasureChart
from docgen.model.aging import AgingList, aging_sentences
from docgen.model.compendium import carriable
from docgen.model.renames import earlier
from docgen.ready import OpenItem, OpenKind, ReadyMeasureChart, ReadyPage

# The pages that sum up records of a collection, by the kind of page; both have an analysis item.
_SUMMED_UP = {"indicator_overview": "findings", "additional_list": "candidates", "additional_overview": "candidates"}


def open_items(desk: Desk) -> tuple[OpenItem, ...]:
    """What carried_over.yaml lists and nobody has updated, list by list."""
    compendium = desk.compendium
    paths = carriable(compendium)
    listed = [
        OpenItem(kind, identifier, paths[name][identifier])
        for name, kind in _LISTS.items()
        for identifier in getattr(compendium.carried_over, name)
        if identifier in paths[name]
    ]
    is_open = desk.problems.each(lambda item: (item, _IS_OPEN[item.kind](item.path, desk)), listed)
    return tuple(item for item, waits in is_open if waits)


def with_open_items(
    pages: tuple[ReadyPage, ...], items: tuple[OpenItem, ...], compendium: Compendium
) -> tuple[ReadyPage, ...]:
    """The pages, those on which an open item stands marked as carried over; a note's year alone marks none."""
    items = tuple(item for item in items if item.kind != "note")
    if not items:
        return pages
    return tuple(replace(page, carried_over=_stands_on(page, items, compendium)) for page in pages)


def is_unchanged(measure: Measure, chart: MeasureChart, desk: Desk) -> bool:
    """Whether a measure has the words and the status that last year's chart gave it; True without last year."""
    previous = desk.library.previous
    if previous is None:
        return True
    before = earlier(chart, previous.content.measure_charts)
    last = earlier(measure, {each.id: each for each in before.measures}) if before is not None else None
    return last is not None and (last.text, last.status) == (measure.text, measure.status)


def open_years(line: BudgetLine, library: Library) -> tuple[int, ...]:
    """The years of a line that were carried over and whose amount is missing, or last year's still."""
    listed = library.content.carried_over.budgets
    years = [year for year in library.content.budget_years if f"{line.id}/{year}" in listed]
    if not years:
        return ()
    now = library.amounts(line).quantities
    last = earlier(line, library.previous.content.budget_lines) if library.previous is not None else None
    before = library.previous.amounts(last).quantities if library.previous is not None and last is not None else {}
    return tuple(year for year in years if year not in now or now[year] == before.get(year))


def _value_is_open(path: FieldPath, desk: Desk) -> bool:
    indicator = _indicator(path, desk)
    value = indicator.pages[int(path[3])].values[int(path[5])]
    return desk.library.value(indicator, value).carried_over


def _figure_is_open(path: FieldPath, desk: Desk) -> bool:
    indicator = _indicator(path, desk)
    last = desk.library.indicator_before(indicator)
    figures = [figure for page in (last.pages if last is not None else ()) for figure in page.figures]
    return desk.library.previous is None or indicator.pages[int(path[3])].figures[int(path[5])] in figures


def _measure_is_open(path: FieldPath, desk: Desk) -> bool:
    chart = desk.compendium.measure_charts[str(path[1])]
    return is_unchanged(chart.measures[int(path[3])], chart, desk)


def _budget_is_open(path: FieldPath, desk: Desk) -> bool:
    return path[2] in open_years(desk.compendium.budget_lines[str(path[1])], desk.library)


def _text_is_open(listed: AgingList, path: FieldPath, desk: Desk) -> bool:
    """Whether one of a record's sentences, or notes, that grew old (今年度) is last year's."""
    collection, identifier = str(path[0]), str(path[1])
    record = getattr(desk.compendium, collection)[identifier]
    last_year = desk.compendium.fiscal_year - 1
    sentences = set(aging_sentences(record, listed, last_year))
    previous = desk.library.previous
    last = earlier(record, getattr(previous.content, collection)) if previous is not None else None
    return bool(sentences) and (last is None or bool(sentences & set(aging_sentences(last, listed, last_year))))


# The lists of carried_over.yaml with the kind of item that they hold, and when an item of each kind is open.
_LISTS: Mapping[str, OpenKind] = {
    "values": "value",
    "figures": "figure",
    "measures": "measure",
    "budgets": "budget",
    "texts": "text",
    "notes": "note",
    "front": "front",
}
_IS_OPEN: Mapping[OpenKind, Callable[[FieldPath, Desk], bool]] = {
    "value": _value_is_open,
    "figure": _figure_is_open,
    "measure": _measure_is_open,
    "budget": _budget_is_open,
    "text": partial(_text_is_open, "texts"),
    "note": partial(_text_is_open, "notes"),
    "front": lambda path, desk: True,
}


def _indicator(path: FieldPath, desk: Desk) -> Indicator:
    return desk.compendium.indicators[str(path[1])]


def _stands_on(page: ReadyPage, items: tuple[OpenItem, ...], compendium: Compendium) -> bool:
    if isinstance(page.record, ReadyMeasureChart) and any(line.carried_over for line in page.record.budgets):
        return True
    summed_up = _SUMMED_UP.get(page.kind)
    return any(
        item.path[: len(page.path)] == page.path
        if item.path[0] != summed_up
        else page.item is not None and _item_of(item, compendium) == page.item.id
        for item in items
    )


def _item_of(item: OpenItem, compendium: Compendium) -> str | None:
    """The analysis item of a finding or a candidate."""
    record = getattr(compendium, str(item.path[0])).get(item.path[1])
    element = compendium.logic_elements.get(record.element) if record is not None else None
    return element.item if element is not None else None
