"""The edition of a deck: a draft shows what is missing; the final edition is composed of what is there.

A page of which nothing is left has a card in the final edition: what the record holds of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from docgen.derive.desk import Desk
from docgen.derive.gaps import NUMBERS, gaps_of, is_empty, without_gaps
from docgen.derive.plan import page_id, pages_of
from docgen.derive.printed_names import printed_ids, title_of
from docgen.derive.values_drawn import values_drawn
from docgen.errors import FieldPath
from docgen.model import Candidate, Compendium, Gap, LogicElement, Page
from docgen.ready import (
    ReadyFigure,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyPage,
    ReadyPageRecord,
    ReadyRepeat,
    ReadyStatus,
)

_NO_GAP = Gap()


def in_edition(pages: Iterable[ReadyPage], desk: Desk) -> tuple[ReadyPage, ...]:
    """The pages of the desk's edition; those of a draft are as they were derived."""
    pages = tuple(pages)
    if desk.edition == "draft":
        return pages
    titles = {page.id: title_of(page) for page in pages}
    return tuple(_final(page, titles, desk) for page in pages)


def _final(page: ReadyPage, titles: Mapping[str, str], desk: Desk) -> ReadyPage:
    """A page without what is missing, or with the card that stands for it."""
    if isinstance(page.record, ReadyRepeat):
        return replace(page, record=replace(page.record, page=_final(page.record.page, titles, desk)))
    gaps = gaps_of(page)
    if not gaps:
        return page
    left = without_gaps(page)
    if not is_empty(left):
        return _with_values_drawn(left, page, desk)
    kind = "no_data" if isinstance(left.record, ReadyIndicatorPage) else left.kind
    return replace(left, kind=kind, status=_status(page, titles, desk))


def _with_values_drawn(left: ReadyPage, page: ReadyPage, desk: Desk) -> ReadyPage:
    """An indicator's page that lost all its figures has its values drawn, where they can be."""
    record, before = left.record, page.record
    if not isinstance(record, ReadyIndicatorPage) or not isinstance(before, ReadyIndicatorPage) or record.figures:
        return left
    sources = dict.fromkeys(source for figure in before.figures for source in figure.sources)
    return replace(left, record=replace(record, figures=values_drawn(record, tuple(sources), desk.printing)))


def _status(page: ReadyPage, titles: Mapping[str, str], desk: Desk) -> ReadyStatus:
    record = page.record
    if isinstance(record, ReadyIndicatorPage):
        return _of_indicator(page.id, record, titles, desk)
    if isinstance(record, ReadyPageRecord) and isinstance(record.record, Page):
        return _of_page(record.record, record, titles, desk)
    if isinstance(record, ReadyMeasureChart):
        return ReadyStatus(f"{record.mark} {record.title}".strip(), notes=record.notes)
    if isinstance(record, ReadyFigure):
        return ReadyStatus(record.title, notes=record.notes, sources=record.sources)
    return ReadyStatus(title_of(page))


def _of_page(given: Page, ready: ReadyPageRecord, titles: Mapping[str, str], desk: Desk) -> ReadyStatus:
    """The card of a page of its own, with the candidate that it answers to, whose other pages come nearest."""
    fields = given.__dict__
    status = ReadyStatus(
        given.title, fields.get("messages", ()), fields.get(NUMBERS, ()), notes=ready.notes, sources=ready.sources
    )
    gap = given.gap or _NO_GAP
    candidate = desk.library.content.candidates.get(given.serves or "")
    if candidate is not None:
        path: FieldPath = ("candidates", candidate.id)
        status = replace(
            status,
            candidate=candidate.name,
            aim=desk.text(candidate.aim, (*path, "aim")),
            points=desk.sentences(candidate.points, (*path, "points")),
        )
        others = tuple(name for name in candidate.pages if name != given.id)
        gap = gap if gap.see else gap.model_copy(update={"see": others})
    return _with_gap(status, gap, titles, desk)


def _of_indicator(page: str, record: ReadyIndicatorPage, titles: Mapping[str, str], desk: Desk) -> ReadyStatus:
    """The card of an indicator's page; the pages that come nearest are those of the candidates of its elements."""
    content = desk.library.content
    indicator = content.indicators[record.indicator]
    elements = tuple(_elements(page, record.indicator, content))
    status = ReadyStatus(
        title=record.title,
        messages=record.messages,
        ids=printed_ids(indicator, content),
        name=record.name,
        category=indicator.category,
        elements=tuple(element.name for element in elements),
        definition=record.definition,
        notes=record.notes,
        sources=record.sources,
    )
    of_elements = (
        first
        for candidate in content.candidates.values()
        if candidate.element in {element.id for element in elements}
        for first in _first_page(candidate, titles)
    )
    gap = record.gap or _NO_GAP
    return _with_gap(status, gap if gap.see else gap.model_copy(update={"see": tuple(of_elements)}), titles, desk)


def _with_gap(status: ReadyStatus, gap: Gap, titles: Mapping[str, str], desk: Desk) -> ReadyStatus:
    """The card with what the content says of the gap; pages that the deck does not have are left out."""
    return replace(
        status,
        reason=gap.reason or "",
        expected=desk.printing.period(gap.expected) if gap.expected is not None else "",
        see=tuple((name, titles[name]) for name in gap.see if titles.get(name)),
    )


def _elements(page: str, indicator: str, content: Compendium) -> Iterator[LogicElement]:
    """The logic elements that an indicator's page answers to."""
    measured = content.indicators[indicator]
    for element in content.logic_elements.values():
        uses = (use for use in element.indicators if use.indicator == indicator)
        if page in (page_id(measured, shown) for use in uses for _, shown in pages_of(use, measured)):
            yield element


def _first_page(candidate: Candidate, titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in candidate.pages if name in titles)[:1]
