"""Indicators: their pages, lists and overviews; lists and overviews of candidates for further ones."""

from __future__ import annotations

from typing import Literal

from docgen.model.edition import Gap
from docgen.model.indicator import Attainment, Trend
from docgen.ready.figure import ReadyFigure
from docgen.ready.value import ReadyValue
from docgen.value import value

IndicatorChange = Literal["new", "redefined"]


@value(frozen=True, slots=True)
class ReadyIndicatorPage:
    """One page of an indicator. Without values and figures it is a page without data.

    ``change`` says that the indicator is new against the compendium of ``previous_year``, or what it means
    is stated in other words; words that changed stand as ``{red|…}``. ``with_last_year`` asks for last
    year's values in the value table. ``gap`` says why there is no data. ``first_note`` is the number of the
    page's first note, after those of its figures.
    """

    indicator: str
    ids: tuple[str, ...]
    name: str
    title: str
    messages: tuple[str, ...] = ()
    values: tuple[ReadyValue, ...] = ()
    figures: tuple[ReadyFigure, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    definition: tuple[str, ...] = ()
    plan_name: str = ""
    change: IndicatorChange | None = None
    previous_year: int | None = None
    with_last_year: bool = False
    gap: Gap | None = None
    first_note: int = 1

    @property
    def has_data(self) -> bool:
        """Whether the page has values or figures to show."""
        return bool(self.values or self.figures)


@value(frozen=True, slots=True)
class IndicatorListRow:
    """A row of an indicator list; ``ids`` are those that are printed. An element without indicators has no ``name``."""

    element: str
    ids: tuple[str, ...] = ()
    category: str = ""
    name: str = ""
    viewpoints: tuple[str, ...] = ()
    slide: str | None = None
    change: IndicatorChange | None = None


@value(frozen=True, slots=True)
class ReadyIndicatorList:
    """The indicators of an analysis item by logic element."""

    rows: tuple[IndicatorListRow, ...]


@value(frozen=True, slots=True)
class Judgement:
    """Attainment and trend of one value, or of a group of values; ``label`` empty where there is one only."""

    label: str
    attainment: Attainment
    trend: Trend
    rank: bool = False


@value(frozen=True, slots=True)
class IndicatorOverviewRow:
    """A row of an overview; ``ids`` are those that are printed, and an element without indicators has no ``name``.

    ``has_data`` False prints a dash in the judgement columns.
    """

    element: str
    ids: tuple[str, ...] = ()
    name: str = ""
    judgements: tuple[Judgement, ...] = ()
    points: tuple[str, ...] = ()
    slide: str | None = None
    has_data: bool = False
    change: IndicatorChange | None = None


@value(frozen=True, slots=True)
class ReadyIndicatorOverview:
    """Results of an analysis item's indicators by logic element."""

    rows: tuple[IndicatorOverviewRow, ...]
    fiscal_year: int


@value(frozen=True, slots=True)
class CandidateRow:
    """A row of a candidate list or overview; an element without candidates has a row without ``name``.

    ``slide`` is the first page of the candidate's data, None where the deck shows none.
    """

    element: str
    number: int = 0
    name: str = ""
    sources: tuple[str, ...] = ()
    aim: str = ""
    points: tuple[str, ...] = ()
    slide: str | None = None
    repeated: bool = False
    new_page: bool = False


@value(frozen=True, slots=True)
class ReadyCandidates:
    """The candidates of an analysis item by logic element."""

    rows: tuple[CandidateRow, ...]
