"""What a deck says about itself: its pages, values, measures and budgets, as short texts.

It travels with the deck, so that two decks can be compared without the content they were made from.
"""

from __future__ import annotations

from typing import NamedTuple


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
    """The deck's title, year, pages and records, in the deck's order."""

    title: str = ""
    fiscal_year: int = 0
    pages: tuple[PageSummary, ...] = ()
    values: tuple[ValueSummary, ...] = ()
    measures: tuple[MeasureSummary, ...] = ()
    budgets: tuple[BudgetSummary, ...] = ()
