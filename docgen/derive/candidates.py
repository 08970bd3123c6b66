"""Lists and overviews of the candidates for additional indicators, and the pages of their data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.kinds import Place, item_of
from docgen.derive.overviews import elements_of
from docgen.derive.page_records import record_page
from docgen.derive.plan import entries, item_page_id, planned_overview
from docgen.messages import message
from docgen.model import Candidate, Compendium, LogicElement, Page, PageEntry
from docgen.model.lookup import named
from docgen.ready import CandidateRow, ReadyCandidates, ReadyPage


def list_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """The list of an analysis item's candidates; an element without any has a row of its own."""
    return (_page("additional_list", entry, place, desk),)


def overview_pages(entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    """What the candidates of an analysis item showed."""
    return (_page("additional_overview", entry, place, desk),)


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
                    page = named(name, desk.compendium.pages, message("noun-page"), where)
                    pages.setdefault(name, page.model_copy(update={"item": page.item or element.item}))
    overview = planned_overview("additional_overview", entry.item, desk.compendium)
    return tuple(replace(record_page(page, place, desk), overview=overview) for page in pages.values())


def _page(kind: str, entry: PageEntry, place: Place, desk: Desk) -> ReadyPage:
    page_desk = desk.for_page()
    shown = _shown_pages(desk.compendium)
    rows: list[CandidateRow] = []
    rests_on: list[str] = []
    for element in elements_of(entry, desk):
        candidates = tuple(_of_element(element, desk.compendium))
        of_element = [_row(element, candidate, shown, page_desk, kind) for candidate in candidates]
        rows += of_element or [CandidateRow(element.name)]
        rests_on += (candidate.id for candidate in candidates)
    return place.page(
        item_page_id(kind, entry.item),
        kind,
        ReadyCandidates(tuple(rows)),
        item=item_of(entry, desk.compendium),
        desk=page_desk,
        rests_on=tuple(rests_on),
    )


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
        points=desk.sentences(points, (*path, "points")),
        slide=next((name for name in candidate.pages if name in shown), None),
        repeated=candidate.repeated,
        new_page=candidate.new_page,
    )


def _shown_pages(compendium: Compendium) -> frozenset[str]:
    """The ids of the pages of their own that the deck plan shows."""
    planned = tuple(entries(compendium))
    items = {element.id: element.item for element in compendium.logic_elements.values()}
    of_candidates = {
        page
        for entry in planned
        if entry.run == "candidates"
        for candidate in compendium.candidates.values()
        if entry.item in (None, items.get(candidate.element)) and entry.record in (None, candidate.id)
        for page in candidate.pages
    }
    return frozenset(of_candidates | {entry.page for entry in planned if entry.page is not None})
