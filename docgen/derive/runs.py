"""The deck plan to ready pages: every entry by its kind, in order, each page once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docgen.derive import candidates, front, indicators, measures, overviews, page_records, precedents
from docgen.derive.desk import Desk
from docgen.derive.kinds import PageKind, Place
from docgen.derive.plan import sections_in_order
from docgen.errors import DocgenError, FieldPath, nearest
from docgen.model import Compendium, PageEntry, Section
from docgen.model.lookup import one_of
from docgen.ready import ReadyPage, ReadySection

KINDS: Mapping[str, PageKind] = {
    "cover": PageKind(front.cover_pages),
    "contents": PageKind(front.contents_pages, last=True),
    "divider": PageKind(front.divider_pages),
    "indicator_list": PageKind(overviews.list_pages),
    "indicator_overview": PageKind(overviews.overview_pages),
    "indicator_detail": PageKind(indicators.indicator_pages),
    "no_data": PageKind(indicators.indicator_pages),
    "measure_chart": PageKind(measures.measure_pages),
    "prior_study": PageKind(precedents.precedent_pages),
    "indicators": PageKind(indicators.indicator_pages),
    "additional_list": PageKind(candidates.list_pages),
    "additional_overview": PageKind(candidates.overview_pages),
    "candidates": PageKind(candidates.candidate_pages),
    "measure_charts": PageKind(measures.measure_pages),
    "precedents": PageKind(precedents.precedent_pages),
}
"""The kinds and runs that every deck plan may name."""

Entry = tuple[PageEntry, Place]


def plan_pages(
    compendium: Compendium, desk: Desk, kinds: Mapping[str, PageKind]
) -> tuple[tuple[ReadyPage, ...], tuple[ReadySection, ...]]:
    """The pages of the deck plan in order, and the sections with the ids of their pages."""
    planned = list(_entries(compendium))
    pages: dict[int, tuple[ReadyPage, ...]] = {}
    for last in (False, True):
        firsts = _first_pages(compendium, planned, pages)
        for index, (entry, place) in enumerate(planned):
            kind = _kind(entry, place, desk, kinds)
            if kind is not None and kind.last == last:
                at = replace(place, first_pages=firsts)
                pages[index] = _attempt(kind, entry, at, desk)
    shown = _once([(*each, pages.get(index, ())) for index, each in enumerate(planned)], desk)
    return shown, _sections(compendium, shown)


def section_name(section: Section, compendium: Compendium) -> str:
    """A section's name in the program's slide list."""
    name = front.contents_text(section.model_copy(update={"subtitle": ""}))
    return name or section.footer or compendium.document_type


def _entries(compendium: Compendium) -> list[Entry]:
    found: list[Entry] = []
    for path, chain in sections_in_order(compendium.sections):
        running = next((each.running for each in reversed(chain) if each.running), "")
        footer = next((each.footer for each in reversed(chain) if each.footer), "")
        for index, entry in enumerate(chain[-1].pages):
            at: FieldPath = (*path, "pages", index)
            found.append((entry, Place(chain[-1], len(chain), at, running, footer)))
    return found


def _kind(entry: PageEntry, place: Place, desk: Desk, kinds: Mapping[str, PageKind]) -> PageKind | None:
    if entry.page is not None:
        return PageKind(page_records.planned_page)
    name = str(entry.kind or entry.run)
    if name not in kinds:
        error = DocgenError(
            f"unknown page kind {name!r}",
            where=desk.where((*place.path, "kind")),
            expected=one_of(kinds, "a page kind"),
            hint=nearest(name, kinds) or "kinds of a layout pack are known only with that pack",
        )
        desk.problems.add(error)
    return kinds.get(name)


def _attempt(kind: PageKind, entry: PageEntry, place: Place, desk: Desk) -> tuple[ReadyPage, ...]:
    return desk.problems.attempt(lambda: kind.pages(entry, place, desk), ())


def _first_pages(
    compendium: Compendium, planned: list[Entry], pages: Mapping[int, tuple[ReadyPage, ...]]
) -> dict[str, str]:
    """For each section the id of its divider, else of the first page in it or in the sections below it."""
    own: dict[str, list[str]] = {}
    for index, (_, place) in enumerate(planned):
        own.setdefault(place.section.id, []).extend(page.id for page in pages.get(index, ()))
    firsts: dict[str, str] = {}
    for _, chain in sections_in_order(compendium.sections):
        inner = [page for _, below in sections_in_order((chain[-1],)) for page in own.get(below[-1].id, ())]
        divider = front.divider_id(chain[-1])
        if inner:
            firsts[chain[-1].id] = divider if divider in inner else inner[0]
    return firsts


def _once(planned: list[tuple[PageEntry, Place, tuple[ReadyPage, ...]]], desk: Desk) -> tuple[ReadyPage, ...]:
    """The pages in order. A run leaves out what was shown before; a page that is named twice is an error."""
    shown: dict[str, ReadyPage] = {}
    for entry, place, pages in planned:
        for page in pages:
            if page.id not in shown:
                shown[page.id] = page
            elif entry.run is None:
                error = DocgenError(
                    f"page {page.id!r} is in the deck plan twice",
                    where=desk.where(place.path),
                    expected="each page once",
                    hint="take one of the entries out",
                )
                desk.problems.add(error)
    return tuple(shown.values())


def _sections(compendium: Compendium, pages: tuple[ReadyPage, ...]) -> tuple[ReadySection, ...]:
    by_section: dict[str, list[str]] = {}
    for page in pages:
        by_section.setdefault(page.section, []).append(page.id)
    return tuple(
        ReadySection(chain[-1].id, section_name(chain[-1], compendium), tuple(by_section[chain[-1].id]))
        for _, chain in sections_in_order(compendium.sections)
        if chain[-1].id in by_section
    )
