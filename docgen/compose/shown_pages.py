"""The pages that a layout pack shows, in its order; contents and sections follow them.

A section of which nothing but its divider would be left is not shown. Links to pages that are not shown
are taken out later, when pages are numbered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from docgen.layout.pack import PageChoice
from docgen.ready import ContentsEntry, ReadyCompendium, ReadyContents, ReadyDivider, ReadyPage, ReadyRepeat

LevelOf = Callable[[ReadyPage], int | None]


def shown_pages(ready: ReadyCompendium, choice: PageChoice) -> ReadyCompendium:
    """The compendium with the pages of a pack's choice."""
    if choice == PageChoice():
        return ready
    shown = _shown(ready.pages, choice)
    pages = [page for section in _sections(shown) for page in _in_order(section, choice)]
    place = {page.id: number for number, page in enumerate(pages)}
    sections = (
        replace(section, pages=tuple(sorted(filter(place.__contains__, section.pages), key=place.__getitem__)))
        for section in ready.sections
    )
    return replace(
        ready,
        pages=tuple(_with_contents(page, ready.pages, list(place)) for page in pages),
        sections=tuple(section for section in sections if section.pages),
        gaps=tuple(gap for gap in ready.gaps if gap.page in place),
    )


def kind_of(page: ReadyPage) -> str:
    """A page's kind; that of the page that it repeats."""
    return page.record.page.kind if isinstance(page.record, ReadyRepeat) else page.kind


def _shown(pages: Sequence[ReadyPage], choice: PageChoice) -> list[ReadyPage]:
    """The pages of kinds that are shown, without the dividers of sections of which nothing else is left."""
    kept = {page.id for page in pages if kind_of(page) not in choice.hide}
    filled = {page.id for page in pages if page.id in kept and not isinstance(page.record, ReadyDivider)}
    return [
        page
        for number, page in enumerate(pages)
        if page.id in filled
        or (page.id in kept and any(below.id in filled for below in _under(number, pages, _divider_level)))
    ]


def _divider_level(page: ReadyPage) -> int | None:
    return page.record.level if isinstance(page.record, ReadyDivider) else None


def _under(start: int, pages: Sequence[ReadyPage], level: LevelOf) -> Iterable[ReadyPage]:
    """The pages from ``start`` to the next that begins a section of the same or a higher level."""
    own = level(pages[start])
    for number in range(start, len(pages)):
        other = level(pages[number])
        if number > start and own is not None and other is not None and other <= own:
            return
        yield pages[number]


def _sections(pages: Iterable[ReadyPage]) -> Iterable[list[ReadyPage]]:
    for _, group in groupby(pages, key=lambda page: page.section):
        yield list(group)


def _in_order(section: Sequence[ReadyPage], choice: PageChoice) -> list[ReadyPage]:
    """The pages of a section in the pack's order, its dividers first."""
    dividers = [page for page in section if isinstance(page.record, ReadyDivider)]
    others = [page for page in section if not isinstance(page.record, ReadyDivider)]
    by_item = groupby(others, key=lambda page: page.item.id if page.item is not None else None)
    within = [page for _, group in by_item for page in _ranked(group, choice.order_in_item)]
    return [*dividers, *_ranked(within, choice.order_in_section)]


def _ranked(pages: Iterable[ReadyPage], order: Sequence[str]) -> list[ReadyPage]:
    return sorted(pages, key=lambda page: order.index(kind_of(page)) if kind_of(page) in order else len(order))


def _with_contents(page: ReadyPage, planned: Sequence[ReadyPage], shown: Sequence[str]) -> ReadyPage:
    """A contents page with the entries whose pages are shown, each leading to the first of them."""
    if not isinstance(page.record, ReadyContents):
        return page
    levels = {entry.slide: entry.level for entry in page.record.entries}
    entries = []
    for entry in page.record.entries:
        first = _first_shown(entry, planned, shown, levels)
        if first is not None:
            entries.append(replace(entry, slide=first))
    return replace(page, record=ReadyContents(tuple(entries)))


def _first_shown(
    entry: ContentsEntry, planned: Sequence[ReadyPage], shown: Sequence[str], levels: dict[str, int]
) -> str | None:
    start = next(number for number, page in enumerate(planned) if page.id == entry.slide)
    under = {page.id for page in _under(start, planned, lambda page: levels.get(page.id))}
    return next((page for page in shown if page in under), None)
