"""What the deck plan asks for: its sections in order, and which pages of which indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.errors import FieldPath
from docgen.model import Compendium, Indicator, IndicatorPage, PageEntry, Section
from docgen.model.analysis import IndicatorUse

# How the ids of lists and overviews begin.
_ITEM_PAGES = {
    "indicator_list": "indicators",
    "indicator_overview": "overview",
    "additional_list": "candidates",
    "additional_overview": "candidates-overview",
}


def sections_in_order(
    sections: Iterable[Section], path: FieldPath = ("sections",), around: tuple[Section, ...] = ()
) -> Iterator[tuple[FieldPath, tuple[Section, ...]]]:
    """Each section with its path and the chain of sections that leads to it, itself last."""
    for index, section in enumerate(sections):
        chain = (*around, section)
        yield (*path, index), chain
        yield from sections_in_order(section.sections, (*path, index, "sections"), chain)


def entries(compendium: Compendium) -> Iterator[PageEntry]:
    """The page entries of the deck plan, in order."""
    for _, chain in sections_in_order(compendium.sections):
        yield from chain[-1].pages


def pages_of(use: IndicatorUse, indicator: Indicator) -> tuple[tuple[int, IndicatorPage], ...]:
    """The pages of an indicator that a logic element shows, with their indices."""
    pages = enumerate(indicator.pages)
    return tuple((index, page) for index, page in pages if not use.pages or page.id in use.pages)


def asked_for(entry: PageEntry, compendium: Compendium) -> dict[tuple[str, str], tuple[Indicator, int]]:
    """The indicator pages that an entry asks for, by the ids of indicator and page.

    They are those of a run, or those of one indicator (``record: I-1065``), or one page of it
    (``record: I-1065/traffic``).
    """
    asked: dict[tuple[str, str], tuple[Indicator, int]] = {}
    if entry.run == "indicators":
        for use in _uses_of(entry.item, compendium):
            indicator = compendium.indicators[use.indicator]
            if entry.record in (None, indicator.id):
                pages = pages_of(use, indicator)
                asked.update({(indicator.id, page.id): (indicator, index) for index, page in pages})
    elif entry.kind in ("indicator_detail", "no_data"):
        for indicator in compendium.indicators.values():
            for index, page in enumerate(indicator.pages):
                if entry.record in (indicator.id, page_id(indicator, page)):
                    asked[indicator.id, page.id] = (indicator, index)
    return asked


def planned_slide(indicator: Indicator, pages: Iterable[IndicatorPage], compendium: Compendium) -> str | None:
    """The id of the first of an indicator's pages that the deck plan shows; None where it shows none."""
    shown = {key for entry in entries(compendium) for key in asked_for(entry, compendium)}
    return next((page_id(indicator, page) for page in pages if (indicator.id, page.id) in shown), None)


def page_id(indicator: Indicator, page: IndicatorPage) -> str:
    """The stable id of an indicator's page: I-1065/traffic."""
    return f"{indicator.id}/{page.id}"


def page_id_in(folder: str, identifier: str) -> str:
    """The stable id of the page of a record: measures/lunar for ``lunar``, and for ``measures/lunar``."""
    return identifier if identifier.startswith(f"{folder}/") else f"{folder}/{identifier}"


def item_page_id(kind: str, item: str | None) -> str:
    """The stable id of a list or an overview of an analysis item: overview/strategy; overview without an item."""
    name = _ITEM_PAGES[kind]
    return f"{name}/{item}" if item is not None else name


def planned_overview(kind: str, item: str | None, compendium: Compendium) -> str | None:
    """The id of an analysis item's page of a kind, where the plan has one."""
    planned = any(entry.kind == kind and entry.item == item for entry in entries(compendium))
    return item_page_id(kind, item) if planned else None


def _uses_of(item: str | None, compendium: Compendium) -> Iterator[IndicatorUse]:
    """The uses of indicators by the logic elements of an analysis item (None: of all)."""
    for element in compendium.logic_elements.values():
        if item in (None, element.item):
            yield from (use for use in element.indicators if use.indicator in compendium.indicators)
