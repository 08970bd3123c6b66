"""The deck plan to ready pages: every entry by its kind, in order, each page once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, get_args

from docgen.derive import candidates, front, indicators, measures, overviews, page_records, precedents
from docgen.derive.desk import Desk
from docgen.derive.kinds import PageKind, Place
from docgen.derive.plan import sections_in_order
from docgen.errors import DocgenError, FieldPath
from docgen.messages import message
from docgen.model import Compendium, PageEntry, Section
from docgen.model.lookup import not_among
from docgen.model.page import Run
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

_RUNS = frozenset(get_args(get_args(Run)[0]))
# An entry of the plan, its place, and its kind, None where there is no such kind.
_Planned = tuple[PageEntry, Place, PageKind | None]


class PlannedDeck(NamedTuple):
    """The pages of the deck plan in order, the sections with their pages, and the paths of entries that add none."""

    pages: tuple[ReadyPage, ...]
    sections: tuple[ReadySection, ...]
    without_pages: tuple[FieldPath, ...]


def plan_pages(compendium: Compendium, desk: Desk, kinds: Mapping[str, PageKind]) -> PlannedDeck:
    """The pages of the deck plan."""
    planned = list(_planned(compendium, desk, kinds))
    pages: dict[int, tuple[ReadyPage, ...]] = {}
    for last in (False, True):
        first_pages = _first_pages(compendium, planned, pages)
        for index, (entry, place, kind) in enumerate(planned):
            if kind is not None and kind.last == last:
                pages[index] = _pages(entry, replace(place, first_pages=first_pages), kind, desk)
    shown, idle = _each_once(planned, pages, desk)
    return PlannedDeck(shown, _sections(compendium, shown), idle)


def _planned(compendium: Compendium, desk: Desk, kinds: Mapping[str, PageKind]) -> Iterator[_Planned]:
    for path, chain in sections_in_order(compendium.sections):
        running = next((section.running for section in reversed(chain) if section.running), "")
        footer = next((section.footer for section in reversed(chain) if section.footer), "")
        for index, entry in enumerate(chain[-1].pages):
            place = Place(chain[-1], len(chain), (*path, "pages", index), running, footer)
            yield entry, place, _kind(entry, place, desk, kinds)


def _kind(entry: PageEntry, place: Place, desk: Desk, kinds: Mapping[str, PageKind]) -> PageKind | None:
    if entry.page is not None:
        return PageKind(page_records.planned_page)
    where = desk.where((*place.path, "kind"))
    name = str(entry.kind or entry.run)
    if name not in kinds:
        pages = [page.id for page in desk.compendium.pages.values() if page.kind == name]
        hint = message("page-shown-by-id", name=pages[0]) if pages else message("page-kinds-are-told")
        known = [kind for kind in kinds if kind not in _RUNS]
        what = message("unknown-page-kind", name=name)
        desk.problems.add(not_among(what, name, known, where, hint, most=len(known)))
    return kinds.get(name)


def _pages(entry: PageEntry, place: Place, kind: PageKind, desk: Desk) -> tuple[ReadyPage, ...]:
    return desk.problems.attempt(lambda: kind.pages(entry, place, desk), ())


def _first_pages(
    compendium: Compendium, planned: Sequence[_Planned], pages: Mapping[int, tuple[ReadyPage, ...]]
) -> dict[str, str]:
    """For each section the id of its divider, else of the first page in it or in the sections below it."""
    by_section: dict[str, list[str]] = {}
    for index, (_, place, _) in enumerate(planned):
        by_section.setdefault(place.section.id, []).extend(page.id for page in pages.get(index, ()))
    first_pages: dict[str, str] = {}
    for _, chain in sections_in_order(compendium.sections):
        section, divider = chain[-1], front.divider_id(chain[-1])
        within = [page for _, below in sections_in_order((section,)) for page in by_section.get(below[-1].id, ())]
        if within:
            first_pages[section.id] = divider if divider in within else within[0]
    return first_pages


def _each_once(
    planned: Sequence[_Planned], pages: Mapping[int, tuple[ReadyPage, ...]], desk: Desk
) -> tuple[tuple[ReadyPage, ...], tuple[FieldPath, ...]]:
    """The pages in order, and the paths of the entries that add none.

    A run leaves out what was shown before; a page that is named twice is an error.
    """
    shown: dict[str, ReadyPage] = {}
    idle: list[FieldPath] = []
    for index, (entry, place, _) in enumerate(planned):
        before = len(shown)
        for page in pages.get(index, ()):
            if page.id not in shown:
                shown[page.id] = page
            elif entry.run is None:
                error = DocgenError("page-in-plan-twice", where=desk.where(place.path), page=page.id)
                desk.problems.add(error)
        if len(shown) == before:
            idle.append(place.path)
    return tuple(shown.values()), tuple(idle)


def _sections(compendium: Compendium, pages: tuple[ReadyPage, ...]) -> tuple[ReadySection, ...]:
    by_section: dict[str, list[str]] = {}
    for page in pages:
        by_section.setdefault(page.section, []).append(page.id)
    sections = [chain[-1] for _, chain in sections_in_order(compendium.sections)]
    return tuple(
        ReadySection(section.id, _name(section, compendium), tuple(by_section[section.id]))
        for section in sections
        if section.id in by_section
    )


def _name(section: Section, compendium: Compendium) -> str:
    """A section's name in the slide list of PowerPoint."""
    name = front.contents_text(section.model_copy(update={"subtitle": ""}))
    return name or section.footer or compendium.document_type
