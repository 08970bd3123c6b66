"""The ready compendium: every number looked up, every judgement made, every sentence rendered.

Out of :mod:`docgen.derive`, into :mod:`docgen.compose`. Nothing on a page is computed later than this.
Texts are final but for the inline markup (:mod:`docgen.typeset.markup`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.model import AnalysisItem, Page, Period, Quantity
from docgen.model.indicator import Attainment, Trend
from docgen.model.measure import BudgetKind, MeasureChange, MeasureStatus


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a number was read: file, line (0 for a script) and column."""

    file: str
    line: int
    column: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.column}" if self.line else f"{self.file} {self.column}"


@dataclass(frozen=True, slots=True)
class ReadyObservation:
    """A quantity at a period; ``label`` such as 実績. Prints as its quantity (2,610人)."""

    quantity: Quantity
    period: Period
    label: str = ""
    trace: Trace | None = None

    def __str__(self) -> str:
        return str(self.quantity)

    @property
    def number(self) -> str:
        """The number without its unit."""
        return str(Quantity(self.quantity.value, "", self.quantity.places))


@dataclass(frozen=True, slots=True)
class ReadyTarget:
    """A target: a quantity by a period, or words."""

    quantity: Quantity | None = None
    due: Period | None = None
    text: str | None = None
    trace: Trace | None = None

    def __str__(self) -> str:
        return self.text or str(self.quantity)


@dataclass(frozen=True, slots=True)
class ReadyValue:
    """A row of the value table with its judgements."""

    id: str
    name: str
    past: ReadyObservation | None
    latest: ReadyObservation | None
    forecast: ReadyObservation | None
    target: ReadyTarget | None
    trend: Trend
    attainment: Attainment
    better: str = "higher"
    rank: bool = False
    override_reason: str | None = None

    @property
    def change(self) -> Quantity | None:
        """Latest less past; None where one of them is missing."""
        if self.past is None or self.latest is None:
            return None
        return self.latest.quantity - self.past.quantity

    @property
    def ratio(self) -> Decimal | None:
        """Latest divided by past; None where one is missing or past is zero."""
        if self.past is None or self.latest is None or not self.past.quantity.value:
            return None
        return self.latest.quantity.value / self.past.quantity.value

    @property
    def percent_change(self) -> Quantity | None:
        """The change as a percentage of the past value."""
        ratio = self.ratio
        return None if ratio is None else Quantity((ratio - 1) * 100, "%", 1)


@dataclass(frozen=True, slots=True)
class ReadySeries:
    """A series of a figure, aligned with its categories; None is a gap."""

    name: str
    values: tuple[Decimal | None, ...]
    unit: str = ""
    decimals: int = 0
    colour: str | None = None
    highlighted: bool = False
    drawn_as: str | None = None
    secondary: bool = False
    traces: tuple[Trace | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyTargetMark:
    """A target in a figure; ``category`` is the index of its point, None for a line across."""

    value: Decimal
    name: str
    category: int | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class ReadyFigure:
    """A figure with its data. ``missing`` says in words that there is no data yet."""

    id: str
    title: str
    kind: str
    categories: tuple[str, ...] = ()
    series: tuple[ReadySeries, ...] = ()
    unit: str = ""
    labels: str = "ends"
    series_labels: str = "auto"
    forecast_from: int | None = None
    targets: tuple[ReadyTargetMark, ...] = ()
    breaks: tuple[int, ...] = ()
    highlights: tuple[int, ...] = ()
    reversed: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    x_name: str = ""
    data_table: str = "none"
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    alt: str = ""
    missing: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture of ``width`` × ``height`` points: PNG bytes, and SVG bytes that stay sharp."""

    id: str
    title: str
    alt: str
    png: bytes
    svg: bytes | None
    width: float
    height: float
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyColumn:
    """A column of a ready table; ``merged`` where equal cells one below the other are one."""

    heading: str
    align: str | None = None
    width: float | None = None
    merged: bool = False


@dataclass(frozen=True, slots=True)
class ReadyTable:
    """A table whose cells are final texts; ``totals`` are the indices of its total rows."""

    id: str
    title: str
    columns: tuple[ReadyColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    totals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyPoint:
    """A bullet with the bullets below it."""

    text: str
    details: tuple[ReadyPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyCover:
    """The cover: title, 発行時期, document type, organisation."""

    title: str
    document_type: str
    published: Period
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents page; ``slide`` is the id of the page it leads to."""

    level: int
    text: str
    slide: str


@dataclass(frozen=True, slots=True)
class ReadyContents:
    """The contents page; its page numbers are filled in when the pages are counted."""

    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class ReadyDivider:
    """The start of a section; level 1 or 2."""

    level: int
    title: str
    subtitle: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ReadyIndicatorPage:
    """One page of an indicator. Without values and figures it is a page without data."""

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

    @property
    def has_data(self) -> bool:
        """Whether the page has values or figures to show."""
        return bool(self.values or self.figures)


@dataclass(frozen=True, slots=True)
class IndicatorListRow:
    """A row of an indicator list; an element without indicators has a row with ``ids`` empty."""

    element: str
    ids: tuple[str, ...] = ()
    category: str = ""
    name: str = ""
    viewpoints: tuple[str, ...] = ()
    slide: str | None = None


@dataclass(frozen=True, slots=True)
class ReadyIndicatorList:
    """The indicators of an analysis item by logic element."""

    rows: tuple[IndicatorListRow, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Attainment and trend of one value, or of a group of values; ``label`` empty where there is one only."""

    label: str
    attainment: Attainment
    trend: Trend
    rank: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorOverviewRow:
    """A row of an overview; ``has_data`` False prints a dash in the judgement columns."""

    element: str
    ids: tuple[str, ...] = ()
    name: str = ""
    judgements: tuple[Judgement, ...] = ()
    points: tuple[str, ...] = ()
    slide: str | None = None
    has_data: bool = False


@dataclass(frozen=True, slots=True)
class ReadyIndicatorOverview:
    """Results of an analysis item's indicators by logic element."""

    rows: tuple[IndicatorOverviewRow, ...]
    fiscal_year: int


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class ReadyCandidates:
    """The candidates of an analysis item by logic element."""

    rows: tuple[CandidateRow, ...]


@dataclass(frozen=True, slots=True)
class ReadyPlanItem:
    """A plan item of a measure chart."""

    id: str
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class ReadyMeasure:
    """A measure with its status, the plan items it answers to, and what changed against last year.

    Words that changed stand in its text as ``{red|…}``.
    """

    id: str
    text: str
    status: MeasureStatus | None
    plan_items: tuple[str, ...]
    repeated: bool = False
    owner: str | None = None
    change: MeasureChange | None = None


@dataclass(frozen=True, slots=True)
class ReadyBudgetLine:
    """A budget line: amounts by fiscal year with their kind, and what it relates to on this chart."""

    id: str
    name: str
    amounts: Mapping[int, tuple[BudgetKind, Quantity]]
    relates_to: tuple[str, ...] = ()
    note: str | None = None
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyMeasureChart:
    """A measure chart; ``years`` are the fiscal years of its budget columns with their kinds.

    ``fiscal_year`` is the compendium's, None for a chart made in a script.
    """

    mark: str
    title: str
    group: str
    plan_items: tuple[ReadyPlanItem, ...]
    measures: tuple[ReadyMeasure, ...]
    budgets: tuple[ReadyBudgetLine, ...]
    years: tuple[tuple[int, BudgetKind], ...]
    notes: tuple[str, ...] = ()
    plan_name: str = ""
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class ReadyExcerptSection:
    """A headed part of a study's excerpt."""

    id: str
    heading: str
    heading_note: str | None = None
    lead: str | None = None
    points: tuple[ReadyPoint, ...] = ()
    table: ReadyTable | None = None
    figure: ReadyFigure | None = None
    panels: tuple[ReadyExcerptSection, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ReadyPrecedent:
    """A prior study."""

    number: int
    title: str
    author: str | None
    year: int | None
    outline: tuple[ReadyPoint, ...]
    conclusion_lead: str | None
    conclusions: tuple[ReadyPoint, ...]
    excerpt: tuple[ReadyExcerptSection, ...]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyPageRecord:
    """The record of a page of its own: its sentences rendered, its figures and tables ready.

    ``record`` is a docgen.model.Page whose prose is final; ``figures`` and ``tables`` are by id. ``names``
    are the printed names of sections, items and logic elements by id, empty for a record of a script.
    """

    record: Page
    figures: Mapping[str, ReadyFigure]
    tables: Mapping[str, ReadyTable]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadyRepeat:
    """A page shown again: the page as it is there, and the title that it has here."""

    page: ReadyPage
    title: str


ReadyRecord = (
    ReadyCover
    | ReadyContents
    | ReadyDivider
    | ReadyIndicatorPage
    | ReadyIndicatorList
    | ReadyIndicatorOverview
    | ReadyCandidates
    | ReadyMeasureChart
    | ReadyPrecedent
    | ReadyFigure
    | ReadyPicture
    | ReadyTable
    | ReadyPageRecord
)


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """A page to be built: its kind (which picks the slide builder), its stable id and its record.

    ``running`` is the section's running title, ``footer`` its short name at the foot; ``item`` the
    analysis item of its tag, and ``overview`` the id of the page that sums this one up, to which the tag
    leads; ``sources`` and ``files`` go into the speaker notes.
    """

    id: str
    kind: str
    record: object
    section: str = ""
    running: str = ""
    footer: str = ""
    item: AnalysisItem | None = None
    path: tuple[str | int, ...] = ()
    traces: tuple[Trace, ...] = ()
    overview: str | None = None


@dataclass(frozen=True, slots=True)
class ReadySection:
    """A section of the deck with the ids of its pages, in order."""

    id: str
    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadyCompendium:
    """The compendium ready to be composed."""

    title: str
    document_type: str
    fiscal_year: int
    published: Period
    organisation: str
    pages: tuple[ReadyPage, ...]
    sections: tuple[ReadySection, ...] = ()
    warnings: tuple[str, ...] = field(default=())
