"""What the deck plan asks for: its sections in order, and which pages of which indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.errors import FieldPath
from docgen.model import Compendium, Indicator, IndicatorPage, PageEntry, Section
from docgen.model.analysis import IndicatorUse


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


def uses_of(item: str | None, compendium: Compendium) -> Iterator[tuple[str, IndicatorUse]]:
    """The uses of indicators by the logic elements of an analysis item (None: of all), by element."""
    for element in compendium.logic_elements.values():
        if item is None or element.item == item:
            for use in element.indicators:
                if use.indicator in compendium.indicators:
                    yield element.id, use


def pages_of(use: IndicatorUse, indicator: Indicator) -> tuple[tuple[int, IndicatorPage], ...]:
    """The pages of an indicator that a logic element shows, with their indices."""
    return tuple(
        (index, page) for index, page in enumerate(indicator.pages) if not use.pages or page.id in use.pages
    )


def asked_for(entry: PageEntry, compendium: Compendium) -> dict[tuple[str, str], tuple[Indicator, int]]:
    """The indicator pages that an entry asks for, by indicator and page id: a run's, or one record's."""
    found: dict[tuple[str, str], tuple[Indicator, int]] = {}
    if entry.run == "indicators":
        for _, use in uses_of(entry.item, compendium):
            indicator = compendium.indicators[use.indicator]
            if entry.record in (None, indicator.id):
                pages = pages_of(use, indicator)
                found.update({(indicator.id, page.id): (indicator, at) for at, page in pages})
    elif entry.kind in ("indicator_detail", "no_data") and entry.record is not None:
        name, _, page_name = entry.record.partition("/")
        chosen = compendium.indicators.get(name)
        for at, page in enumerate(chosen.pages if chosen is not None else ()):
            if chosen is not None and page_name in ("", page.id):
                found[chosen.id, page.id] = (chosen, at)
    return found


def shown_pages(compendium: Compendium) -> frozenset[tuple[str, str]]:
    """The indicator pages that the deck plan shows, as (indicator, page)."""
    return frozenset(key for entry in entries(compendium) for key in asked_for(entry, compendium))


def overview_of(item: str | None, compendium: Compendium) -> str | None:
    """The slide id of an analysis item's overview, where the plan has one."""
    planned = any(entry.kind == "indicator_overview" and entry.item == item for entry in entries(compendium))
    return overview_id(item) if planned else None


def overview_id(item: str | None) -> str:
    """The stable id of an overview page."""
    return f"overview/{item}" if item is not None else "overview"
