"""Lists and overviews of the candidates for additional indicators, and the pages of their data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.kinds import Place, item_of
from docgen.derive.overviews import elements_of
from docgen.derive.page_records import record_page
from docgen.derive.plan import entries
from docgen.model import Candidate, Compendium, LogicElement, Page, PageEntry
from docgen.model.lookup import named
from docgen.ready import CandidateRow, ReadyCandidates, ReadyPage

_OVERVIEW = "candidates-overview"


def list_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The list of an analysis item's candidates; an element without any has a row of its own."""
    return (_page("candidates", "additional_list", entry, place, desk),)


def overview_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """What the candidates of an analysis item showed."""
    return (_page(_OVERVIEW, "additional_overview", entry, place, desk),)


def candidate_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The pages of the candidates' data in the order of the candidates, each page once.

    A page that names no analysis item has that of the candidate's element; each leads back to the overview
    of its item, where the deck has one.
    """
    pages: dict[str, Page] = {}
    for element in elements_of(entry, desk):
        for candidate in _of_element(element, desk.compendium):
            if entry.record in (None, candidate.id):
                for index, name in enumerate(candidate.pages):
                    where = desk.where(("candidates", candidate.id, "pages", index))
                    page = named(name, desk.compendium.pages, "page", where)
                    pages.setdefault(name, page.model_copy(update={"item": page.item or element.item}))
    overview = _identifier(_OVERVIEW, entry) if _has_overview(entry, desk.compendium) else None
    return tuple(replace(record_page(page, place, desk), overview=overview) for page in pages.values())


def _page(name: str, kind: str, entry: PageEntry, place: Place, desk: Desk) -> ReadyPage:
    page_desk = desk.for_page()
    shown = _shown_pages(desk.compendium)
    rows: list[CandidateRow] = []
    rests_on: list[str] = []
    for element in elements_of(entry, desk):
        candidates = tuple(_of_element(element, desk.compendium))
        rows.extend(_row(element, candidate, shown, page_desk, kind) for candidate in candidates)
        if not candidates:
            rows.append(CandidateRow(element.name))
        rests_on.extend(candidate.id for candidate in candidates)
    return place.page(
        _identifier(name, entry),
        kind,
        ReadyCandidates(tuple(rows)),
        item=item_of(entry, desk.compendium),
        desk=page_desk,
        rests_on=tuple(rests_on),
    )


def _identifier(name: str, entry: PageEntry) -> str:
    return f"{name}/{entry.item}" if entry.item is not None else name


def _has_overview(entry: PageEntry, compendium: Compendium) -> bool:
    planned = entries(compendium)
    return any(other.kind == "additional_overview" and other.item == entry.item for other in planned)


def _of_element(element: LogicElement, compendium: Compendium) -> Iterator[Candidate]:
    return (candidate for candidate in compendium.candidates.values() if candidate.element == element.id)


def _row(
    element: LogicElement, candidate: Candidate, shown: frozenset[str], desk: Desk, kind: str
) -> CandidateRow:
    """A candidate's row. What it showed stands in the overview alone, and only that reads its data."""
    path = ("candidates", candidate.id)
    points = candidate.points if kind == "additional_overview" else ()
    sources = desk.texts(candidate.sources, (*path, "sources"))
    desk.reader.cite(sources)
    return CandidateRow(
        element=element.name,
        number=candidate.number,
        name=candidate.name,
        sources=sources,
        aim=desk.text(candidate.aim, (*path, "aim")),
        points=desk.texts(points, (*path, "points")),
        slide=next((name for name in candidate.pages if name in shown), None),
        repeated=candidate.repeated,
        new_page=candidate.new_page,
    )


def _shown_pages(compendium: Compendium) -> frozenset[str]:
    """The ids of the pages of their own that the deck plan shows."""
    shown: set[str] = set()
    for entry in entries(compendium):
        if entry.page is not None:
            shown.add(entry.page)
        elif entry.run == "candidates":
            elements = compendium.logic_elements
            for candidate in compendium.candidates.values():
                element = elements.get(candidate.element)
                of_item = entry.item is None or (element is not None and element.item == entry.item)
                if of_item and entry.record in (None, candidate.id):
                    shown.update(candidate.pages)
    return frozenset(shown)
