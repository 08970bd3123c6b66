"""A part of a compendium's deck: the slides of some pages, numbered as in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.compose.shape_links import with_links
from docgen.compose.shown_pages import shown_pages
from docgen.errors import DocgenError
from docgen.extracts.chosen import Choice, chosen_pages
from docgen.fingerprint.part import build_of
from docgen.fingerprint.related import own_pages
from docgen.model import Compendium, Edition
from docgen.pipeline import BuiltDeck, Layout, derived, pack_of, place
from docgen.placed import DeckSection, PlacedDeck, PlacedPart
from docgen.placed.address import leads_out
from docgen.shipped import DEFAULT_LAYOUT
from docgen.write.deck import spelled


def extract(
    compendium: Compendium, choice: Choice, layout: Layout = DEFAULT_LAYOUT, edition: Edition | None = None
) -> BuiltDeck:
    """The part of a compendium's deck that is asked for. It is composed as a whole, so that every number is the whole's.

    Raises as :func:`docgen.build` does, and DocgenError for a choice of nothing.
    """
    pack = pack_of(layout)
    ready = shown_pages(derived(compendium, pack, edition), pack.pages)
    pages = chosen_pages(choice, compendium, ready)
    whole = place(ready, pack).placed
    return BuiltDeck(part_of(whole, pages, choice.words), pack)


def extract_slides(
    compendium: Compendium, numbers: Sequence[int], layout: Layout = DEFAULT_LAYOUT, edition: Edition | None = None
) -> BuiltDeck:
    """The part of a compendium's deck with the pages on some slides, counted from 1; a page comes with all its slides.

    Raises as :func:`docgen.build` does, and DocgenError for a slide that the deck does not have.
    """
    pack = pack_of(layout)
    whole = place(shown_pages(derived(compendium, pack, edition), pack.pages), pack).placed
    count = len(whole.slides)
    for number in numbers:
        if not 1 <= number <= count:
            raise DocgenError("no-such-page", where="--pages", page=number, count=count)
    pages = frozenset(whole.slides[number - 1].record for number in numbers)
    return BuiltDeck(part_of(whole, pages, ",".join(map(str, numbers))), pack)


def part_of(whole: PlacedDeck, pages: frozenset[str], words: str) -> PlacedDeck:
    """The slides of some pages of a deck; links to others are gone."""
    numbers = {slide.id: number for number, slide in enumerate(whole.slides, start=1) if slide.record in pages}
    fingerprint = spelled(whole).fingerprint
    part = PlacedPart(words, build_of(fingerprint), own_pages(whole.summary), numbers)
    sections = (
        DeckSection(section.name, tuple(slide for slide in section.slides if slide in numbers))
        for section in whole.sections
    )
    summary = whole.summary
    return replace(
        whole,
        slides=tuple(
            with_links(slide, lambda link: leads_out(link) or link in numbers)
            for slide in whole.slides
            if slide.id in numbers
        ),
        sections=tuple(section for section in sections if section.slides),
        summary=summary._replace(
            pages=tuple(page for page in summary.pages if page.id in pages),
            values=tuple(value for value in summary.values if value.page in pages),
            measures=tuple(measure for measure in summary.measures if measure.page in pages),
            budgets=tuple(budget for budget in summary.budgets if budget.page in pages),
        ),
        part=part,
    )
