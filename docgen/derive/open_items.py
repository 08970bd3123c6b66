"""Which of the items that were carried over from the year before are still open, and on which pages they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.measure_changes import is_unchanged
from docgen.derive.year_before import open_years
from docgen.errors import FieldPath
from docgen.model import Compendium, Indicator
from docgen.model.relative_words import relative_sentences
from docgen.ready import OpenItem, ReadyMeasureChart, ReadyPage

# The pages that sum up records of a collection, by the kind of page; both have an analysis item.
_SUMMED_UP = {"indicator_overview": "findings", "additional_list": "candidates", "additional_overview": "candidates"}


def open_items(desk: Desk) -> tuple[OpenItem, ...]:
    """The open items, in the order of carried_over.yaml."""
    home = desk.home
    if home is None:
        return ()
    return (
        *_values(home, desk),
        *_figures(home, desk),
        *_measures(home, desk),
        *_budgets(home, desk),
        *_texts(home, desk),
        *(OpenItem("front", name, (name,)) for name in home.carried_over.front),
    )


def with_open_items(
    pages: tuple[ReadyPage, ...], items: tuple[OpenItem, ...], compendium: Compendium
) -> tuple[ReadyPage, ...]:
    """The pages, those on which an open item stands marked as carried over."""
    if not items:
        return pages
    return tuple(replace(page, carried_over=_stands_on(page, items, compendium)) for page in pages)


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


def _values(home: Compendium, desk: Desk) -> Iterator[OpenItem]:
    for name in home.carried_over.values:
        identifier, _, value = name.rpartition("/")
        for page, index, indicator in _values_named(home, identifier, value):
            if any(desk.each(lambda at: desk.value(*at).carried_over, [(indicator, page, index)])):
                yield OpenItem("value", name, ("indicators", identifier, "pages", page, "values", index))


def _values_named(home: Compendium, indicator: str, value: str) -> Iterator[tuple[int, int, Indicator]]:
    found = home.indicators.get(indicator)
    for at, page in enumerate(found.pages if found is not None else ()):
        for index, each in enumerate(page.values):
            if each.id == value and found is not None:
                yield at, index, found


def _figures(home: Compendium, desk: Desk) -> Iterator[OpenItem]:
    before = desk.previous.home if desk.previous is not None else None
    for name in home.carried_over.figures:
        identifier, _, rest = name.partition("/")
        page_name, _, figure_name = rest.partition("/")
        last = before.indicators.get(identifier) if before is not None else None
        figures_before = [figure for page in (last.pages if last else ()) for figure in page.figures]
        for at, page in enumerate(home.indicators[identifier].pages if identifier in home.indicators else ()):
            for index, figure in enumerate(page.figures):
                same = before is None or figure in figures_before
                if (page.id, figure.id) == (page_name, figure_name) and same:
                    yield OpenItem("figure", name, ("indicators", identifier, "pages", at, "figures", index))


def _measures(home: Compendium, desk: Desk) -> Iterator[OpenItem]:
    for name in home.carried_over.measures:
        chart, _, measure = name.rpartition("/")
        for index, each in enumerate(home.measure_charts[chart].measures if chart in home.measure_charts else ()):
            if each.id == measure and is_unchanged(each, chart, desk):
                yield OpenItem("measure", name, ("measure_charts", chart, "measures", index))


def _budgets(home: Compendium, desk: Desk) -> Iterator[OpenItem]:
    lines = dict.fromkeys(name.rpartition("/")[0] for name in home.carried_over.budgets)
    waiting = {
        f"{name}/{year}"
        for name in lines
        for years in desk.each(lambda each: open_years(home.budget_lines[each], desk), (name,))
        for year in years
    }
    for name in home.carried_over.budgets:
        if name in waiting:
            yield OpenItem("budget", name, ("budget_lines", name.rpartition("/")[0]))


def _texts(home: Compendium, desk: Desk) -> Iterator[OpenItem]:
    """A text is open as long as one of its sentences with relative words is last year's."""
    before = desk.previous.home if desk.previous is not None else None
    for name in home.carried_over.texts:
        collection, _, identifier = name.partition("/")
        path: FieldPath = (collection, identifier)
        record = getattr(home, collection, {}).get(identifier)
        last = getattr(before, collection, {}).get(identifier) if before is not None else None
        sentences = set(relative_sentences(record)) if record is not None else set()
        if sentences and (last is None or sentences & set(relative_sentences(last))):
            yield OpenItem("text", name, path)
