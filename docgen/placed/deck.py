"""The placed deck: its slides, sections and properties, and what it says of itself.

Its summary, pages, values, measures and budgets as short texts, travels with it, so that two decks can be compared
without the content they were made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from docgen.placed.design import Design
from docgen.placed.mark import Mark
from docgen.value import value


@value(frozen=True, slots=True)
class PlacedSlide:
    """One page. ``id`` comes from its record and stays the same every year.

    ``layout`` names the slide layout of the design; ``notes`` is the text of the speaker notes. Where a page
    goes on over several slides, ``title`` ends in the slide's part（1/2）; ``page_title`` is the page's own.
    """

    id: str
    kind: str
    layout: str
    title: str
    marks: tuple[Mark, ...]
    section: str = ""
    notes: str = ""
    record: str = ""
    page_title: str = ""


@value(frozen=True, slots=True)
class DeckProperties:
    """The document's properties. ``created`` is fixed by the content (ISO 8601), never the clock."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    created: str = "2000-01-01T00:00:00Z"


@value(frozen=True, slots=True)
class DeckSection:
    """A run of slides under one heading in PowerPoint's slide list."""

    name: str
    slides: tuple[str, ...]


class PageSummary(NamedTuple):
    """A page: its id, kind, title and section, and the number of its first slide."""

    id: str
    kind: str
    title: str
    section: str
    number: int


class ValueSummary(NamedTuple):
    """A row of an indicator's value table as printed; ``trend`` and ``attainment`` are the model's words."""

    page: str
    indicator: str
    id: str
    name: str
    past: str
    latest: str
    target: str
    trend: str
    attainment: str


class MeasureSummary(NamedTuple):
    """A measure of a chart: its text without markup, and its status ("" where it has none)."""

    page: str
    id: str
    text: str
    status: str


class BudgetSummary(NamedTuple):
    """An amount of a budget line in one fiscal year as printed; ``page`` is the first that shows it."""

    page: str
    id: str
    name: str
    fiscal_year: int
    kind: str
    amount: str


class DeckSummary(NamedTuple):
    """The deck's title, year, pages and records, in the deck's order; ``edition`` says whether it is a draft.

    ``renamed`` are names of years before, each with those that it became.
    """

    title: str = ""
    fiscal_year: int = 0
    pages: tuple[PageSummary, ...] = ()
    values: tuple[ValueSummary, ...] = ()
    measures: tuple[MeasureSummary, ...] = ()
    budgets: tuple[BudgetSummary, ...] = ()
    renamed: tuple[tuple[str, ...], ...] = ()
    edition: str = "final"


@value(frozen=True, slots=True)
class PlacedPart:
    """What some slides of a deck are a part of.

    ``words`` say which part it is, ``build`` tells the build as a whole from others, ``pages`` are all pages of it.
    ``numbers`` are those that the slides of the part have in the whole, by their ids.
    """

    words: str
    build: str
    pages: tuple[str, ...]
    numbers: Mapping[str, int]


@value(frozen=True, slots=True)
class PlacedDeck:
    """The whole deck, measured and placed; or a ``part`` of it. ``manifest`` is the JSON that it carries of its making."""

    design: Design
    slides: tuple[PlacedSlide, ...]
    sections: tuple[DeckSection, ...] = ()
    properties: DeckProperties = DeckProperties()
    summary: DeckSummary = DeckSummary()
    part: PlacedPart | None = None
    manifest: str | None = None
