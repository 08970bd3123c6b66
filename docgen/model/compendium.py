"""The compendium: everything that a deck is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PrivateAttr, WithJsonSchema

from docgen.breach import Breach
from docgen.errors import DocgenError, FieldPath, Located, Position, nearest_position
from docgen.model.analysis import AnalysisItem, Candidate, Finding, LogicElement
from docgen.model.data import DataTable, Note, Source
from docgen.model.dataset import Dataset
from docgen.model.edition import Edition
from docgen.model.fact import ListedFact
from docgen.model.figure import Figure
from docgen.model.house_term import HouseTerm
from docgen.model.indicator import Indicator, IndicatorValue
from docgen.model.measure import BudgetLine, Measure, MeasureChart
from docgen.model.page import Page, Section
from docgen.model.period import Period
from docgen.model.precedent import Precedent
from docgen.model.record import PLAIN, Identifier, Record, Register
from docgen.model.words import Flag
from docgen.model.year import Year

ANY = "*"
"""Stands for the ids of all records in a file that could not be read."""
TEXTS = ("indicators", "findings", "candidates", "measure_charts", "precedents", "pages")
"""The collections whose sentences carried_over.yaml may list."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a content folder gave besides its records.

    ``tables`` are its data files by dataset id, ``positions`` where each field was written, ``problems``
    what could not be read; ``unread`` holds, by collection, the ids of records that are written but could
    not be read (ANY where a whole file could not), so that references to them are not reported as well.
    ``previous`` is the year before's compendium. ``notices`` are what reading has to say without being an error,
    for docgen check; those of a data file are its table's. ``terms`` are the house list of terms.
    """

    tables: Mapping[str, DataTable] = field(default_factory=dict)
    positions: Mapping[FieldPath, Position] = field(default_factory=dict)
    problems: tuple[DocgenError, ...] = ()
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)
    previous: Any = None
    notices: tuple[Breach, ...] = ()
    terms: tuple[HouseTerm, ...] = ()


_LISTED_SCHEMA = {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]}
Listed = Annotated[
    tuple[Identifier, ...],
    BeforeValidator(lambda value: () if value is None else value),
    WithJsonSchema(_LISTED_SCHEMA),
]
"""Ids; a key of which nothing is left is an empty list."""


class CarriedOver(Record):
    """The content of carried_over.yaml: what still waits for a person, by its ids.

        values: [I-1065/traffic_deaths]
        figures: [I-1065/mobility/traffic-deaths]
        measures: [measures-1-strategy/M2]
        budgets: [moonshot/2024]        # a line and a fiscal year
        texts: [pages/goal-summary]     # records whose sentences name this year or last year, or years that mix
        notes: [indicators/I-1065]      # records whose notes name a year of data
        front: [published]              # fields of compendium.yaml

    An item that was updated no longer counts, in the list or not; one that is taken out is confirmed as it is.
    """

    values: Listed = ()
    figures: Listed = ()
    measures: Listed = ()
    budgets: Listed = ()
    texts: Listed = ()
    notes: Listed = ()
    front: Listed = ()


class Compendium(Record):
    """A whole compendium: its fields are what was written, its origin says where it was written.

    ``published`` is unknown where nothing is stated. ``previous_folder`` (in the file ``previous``) is the
    content folder of the year before, from this one, which pages are compared with.
    ``trend_tolerance`` is how much of the past value a change may be and still count as none (0.01 is 1 %).
    ``words`` are printed words of this compendium, by their names in layout packs: they go before a pack's.
    ``parameters`` stand in place of their names in the texts of the folder (``$prefecture``), one deck for each value.
    ``show_ids`` prints the ids of indicators before their names and in lists (I-1065), and those of records in the
    speaker notes; without it names stand there alone.
    """

    title: str
    document_type: str = "データ集"
    fiscal_year: Year
    published: Period | None = None
    previous_folder: str | None = Field(default=None, alias="previous")
    organisation: str = ""
    plan_name: str = "基本計画"
    trend_tolerance: Decimal | None = Field(default=None, ge=0, lt=1)
    words: Mapping[str, str] = {}
    parameters: Mapping[str, str] = {}
    show_ids: Flag = False
    edition: Edition = "final"
    sources: Register[Source] = Register()
    datasets: Register[Dataset] = Register()
    analysis_items: Register[AnalysisItem] = Register()
    logic_elements: Register[LogicElement] = Register()
    indicators: Register[Indicator] = Register()
    findings: Register[Finding] = Register()
    candidates: Register[Candidate] = Register()
    facts: Register[ListedFact] = Register()
    budget_lines: Register[BudgetLine] = Register()
    measure_charts: Register[MeasureChart] = Register()
    measure_notes: tuple[Note, ...] = ()
    precedents: Register[Precedent] = Register()
    pages: Register[Page] = Register()
    sections: tuple[Section, ...] = ()
    carried_over: CarriedOver = CarriedOver()

    _origin: Origin = PrivateAttr(default_factory=Origin)
    _records: tuple[tuple[FieldPath, Record], ...] = PrivateAttr(default=())
    _renamed_records: tuple[tuple[FieldPath, Record], ...] = PrivateAttr(default=())

    @property
    def origin(self) -> Origin:
        """What the content folder gave besides the records."""
        # As self._origin, for which pydantic first looks elsewhere; places of fields are asked for by the thousand.
        origin: Origin = (self.__pydantic_private__ or {})["_origin"]
        return origin

    @property
    def tables(self) -> Mapping[str, DataTable]:
        """The data files by dataset id."""
        return self.origin.tables

    @property
    def notices(self) -> tuple[Breach, ...]:
        """What reading the folder had to say, each once: of the content, then of the data files."""
        of_tables = (notice for table in self._origin.tables.values() for notice in table.notices)
        return tuple(dict.fromkeys((*self._origin.notices, *of_tables)))

    @property
    def previous(self) -> Compendium | None:
        """The compendium of the year before, where it was loaded as well."""
        previous = self._origin.previous
        return previous if isinstance(previous, Compendium) else None

    @property
    def budget_years(self) -> range:
        """The fiscal years that budgets are shown in: last year, this year and the next."""
        return range(self.fiscal_year - 1, self.fiscal_year + 2)

    def position(self, path: FieldPath) -> Located:
        """Where the field at ``path`` was written, or the nearest one above it; words where unknown.

        A path begins with the collection and the record's id: ("indicators", "I-1065", "pages", 0).
        """
        return nearest_position(path, self.origin.positions) or ".".join(map(str, path))

    def is_unread(self, name: str, collection: str) -> bool:
        """Whether a collection may have a record of that name which could not be read; that has an error of its own."""
        ids = self._origin.unread.get(collection, frozenset())
        return name in ids or ANY in ids

    @property
    def records(self) -> tuple[tuple[FieldPath, Record], ...]:
        """Every record in the compendium with the path that leads to it; walked once where it was loaded."""
        return self._records or tuple(_records_within(self, ()))

    @property
    def renamed_records(self) -> tuple[tuple[FieldPath, Record], ...]:
        """Every record that has former names with the path that leads to it; sought once where it was loaded."""
        return self._renamed_records if self._records else _with_former_names(self.records)

    def attach(self, origin: Origin) -> None:
        """Give the compendium its origin, and every record in it its home. Called once, by load."""
        self._origin = origin
        self._records = tuple(_records_within(self, ()))
        self._renamed_records = _with_former_names(self._records)
        for _, record in self._records:
            record._home = self


def _with_former_names(records: Iterable[tuple[FieldPath, Record]]) -> tuple[tuple[FieldPath, Record], ...]:
    return tuple((path, record) for path, record in records if record.__dict__.get("formerly"))


def record_at(compendium: Compendium, path: FieldPath) -> object:
    """What stands at a path of the compendium."""
    value: object = compendium
    for key in path:
        value = value[key] if isinstance(value, tuple | Mapping) else getattr(value, str(key))  # type: ignore[index]
    return value


def carriable(compendium: Compendium) -> Mapping[str, Mapping[str, FieldPath]]:
    """For each list of carried_over.yaml the ids that it may hold, with the path of what an id means.

    A budget's path ends in the fiscal year: ``("budget_lines", "moonshot", 2024)`` for ``moonshot/2024``.
    """
    records = compendium.records
    texts = {f"{name}/{identifier}": (name, identifier) for name in TEXTS for identifier in getattr(compendium, name)}
    return {
        "values": {f"{path[1]}/{value.id}": path for path, value in records if isinstance(value, IndicatorValue)},
        "figures": {
            f"{path[1]}/{compendium.indicators[str(path[1])].pages[int(path[3])].id}/{figure.id}": path
            for path, figure in records
            if isinstance(figure, Figure) and path[0] == "indicators"
        },
        "measures": {f"{path[1]}/{measure.id}": path for path, measure in records if isinstance(measure, Measure)},
        "budgets": {
            f"{line}/{year}": ("budget_lines", line, year)
            for line in compendium.budget_lines
            for year in compendium.budget_years
        },
        "texts": texts,
        "notes": texts,
        "front": {"published": ("published",)},
    }


def _records_within(record: Record, path: FieldPath) -> Iterator[tuple[FieldPath, Record]]:
    for name, value in record.__dict__.items():
        if type(value) not in PLAIN:
            yield from _records_of(value, path, name)


def _records_of(value: object, path: FieldPath, key: str | int) -> Iterator[tuple[FieldPath, Record]]:
    """The records that ``value`` is or holds; ``path`` and ``key`` lead to it."""
    if type(value) in PLAIN:
        return
    if isinstance(value, Record):
        yield (*path, key), value
        yield from _records_within(value, (*path, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _records_of(part, (*path, key), index)
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _records_of(part, (*path, key), name)
