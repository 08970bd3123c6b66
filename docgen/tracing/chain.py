"""The chain from a page, a sentence or a number to the file and the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.derive.desk import Desk
from docgen.derive.figures import ready_figure
from docgen.derive.library import Library
from docgen.derive.reader import Reader
from docgen.derive.tables import ready_table
from docgen.errors import FieldPath
from docgen.model import (
    BudgetLine,
    BudgetUse,
    Candidate,
    Compendium,
    Dataset,
    Figure,
    Finding,
    Indicator,
    IndicatorPage,
    IndicatorValue,
    ListedFact,
    MeasureChart,
    Page,
    Precedent,
    Record,
    RepeatedPage,
    Source,
    Table,
)
from docgen.model.page import Statement
from docgen.model.prose import is_template
from docgen.prose.markup import plain
from docgen.ready import ReadyCompendium, ReadyPage
from docgen.tracing.step import Step, StepKind, all_rows, readings
from docgen.tracing.subjects import Subject, name_today, subject_named, subjects

_KINDS: Mapping[type[Record], StepKind] = {
    Page: "page",
    IndicatorPage: "page",
    Indicator: "indicator",
    Finding: "finding",
    Candidate: "candidate",
    MeasureChart: "measure chart",
    Precedent: "prior study",
    Statement: "statement",
    IndicatorValue: "value",
    Figure: "figure",
    Table: "table",
    ListedFact: "fact",
    BudgetLine: "budget line",
    Dataset: "dataset",
    Source: "source",
}
# Fields whose every text is a sentence about data, also where no number in it comes from the data.
_SENTENCES = frozenset({"points", "messages"})
# Records that are a step wherever they stand, and those that are read as a whole.
_STEPS = (Statement, Figure, Table, IndicatorValue, IndicatorPage, BudgetLine)
_READ_WHOLE = (Figure, Table, IndicatorValue, ListedFact, BudgetLine, Dataset, Source)


def trace(compendium: Compendium, ready: ReadyCompendium, identifier: str) -> Step:
    """What ``identifier`` rests on, step by step down to the cells of data files.

    ``ready`` is the derived compendium. Raises DocgenError, with the names most like it, for a name that
    nothing has.
    """
    known = subjects(compendium, ready)
    return _Tracer(compendium, known).step(name_today(identifier, known, compendium))


@dataclass(slots=True)
class _Tracer:
    """Makes the steps of a trace; ``above`` are the paths of the records that are in it already."""

    compendium: Compendium
    known: Mapping[str, Subject]
    above: set[FieldPath] = field(default_factory=set)
    desk: Desk = field(init=False)
    names: dict[FieldPath, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.desk = Desk(Reader(Library(self.compendium)))
        for name, subject in self.known.items():
            if subject.record is not None:
                self.names.setdefault(subject.path, name)

    def step(self, name: str) -> Step:
        """The step of a name, with what is below it unless it stands in the trace already."""
        subject = subject_named(name, self.known)
        if subject.record is None:
            return self._plan_page(name, subject.page)
        return self._record(name, subject.record, subject.path)

    def _plan_page(self, name: str, page: ReadyPage | None) -> Step:
        """A page that the deck plan makes from other records: a list, an overview, a divider."""
        assert page is not None
        where = self.compendium.position(page.path)
        item = page.item.name if page.item is not None else ""
        text = " ".join(part for part in (page.running or page.footer, item) if part) or self.compendium.title
        return Step("page", name, text, where, rests_on=tuple(self.step(name) for name in page.rests_on))

    def _record(self, name: str, record: Record, path: FieldPath) -> Step:
        # The kind of the record's class, or of the nearest one above it.
        kind: StepKind = next((_KINDS[base] for base in type(record).__mro__ if base in _KINDS), "record")
        desk = self.desk.for_page()
        where = self.compendium.position(path)
        title = _title_field(record)
        prose = getattr(record, title) if title else self._said(record, path)
        text = plain(desk.text(prose, (*path, title)))
        if path in self.above:
            return Step(kind, name, text, where, above=True)
        self.above.add(path)
        self._read(record, path, desk)
        cells = readings(desk.reader.traces, self.compendium)
        if isinstance(record, Dataset):
            cells = all_rows(record.id, self.compendium)
        return Step(kind, name, text, where, cells, tuple(self._below(record, path, title)))

    def _said(self, record: Record, path: FieldPath) -> str:
        """A fact's number, or the name of the indicator that a finding, or a page without a title, is about."""
        if isinstance(record, ListedFact):
            return str(Reader(self.desk.library).fact(record, self.compendium.position(path)))
        identifier = record.indicator if isinstance(record, Finding) else str(path[1])
        indicator = self.compendium.indicators.get(identifier)
        return indicator.name if indicator is not None else ""

    def _read(self, record: Record, path: FieldPath, desk: Desk) -> None:
        """Read at ``desk`` what a figure, a table, a value or a budget line takes from data files."""
        if isinstance(record, Figure):
            ready_figure(record, desk, path)
        elif isinstance(record, Table):
            ready_table(record, desk, path)
        elif isinstance(record, ListedFact):
            desk.reader.fact(record, self.compendium.position(path))
        elif isinstance(record, BudgetLine):
            desk.reader.amounts(record)
        elif isinstance(record, IndicatorValue):
            desk.reader.value(self.compendium.indicators[str(path[1])], record)

    def _below(self, record: Record, path: FieldPath, done: str) -> Iterator[Step]:
        """What a record holds, then what it names; the field ``done`` is the record's own step already."""
        if not isinstance(record, _READ_WHOLE):
            for name, value in record.__dict__.items():
                if name != done:
                    yield from self._within(value, (*path, name), name in _SENTENCES)
        yield from (self.step(name) for name in _named(record) if name in self.known)

    def _within(self, value: Any, path: FieldPath, sentences: bool) -> Iterator[Step]:
        """The steps inside a field: its sentences, figures, tables, values and statements."""
        if isinstance(value, str):
            if sentences or is_template(value):
                yield self._sentence(value, path)
        elif isinstance(value, BudgetUse) and value.line in self.known:
            yield self.step(value.line)
        elif isinstance(value, _STEPS):
            yield self._record(self.names.get(path, ""), value, path)
        elif isinstance(value, Record):
            yield from self._below(value, path, "")
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                yield from self._within(part, (*path, index), sentences)
        elif isinstance(value, Mapping):
            for key, part in value.items():
                yield from self._within(part, (*path, key), sentences)

    def _sentence(self, prose: str, path: FieldPath) -> Step:
        desk = self.desk.for_page()
        text = plain(desk.text(prose, path))
        return Step("sentence", "", text, self.compendium.position(path), readings(desk.reader.traces, self.compendium))


def _title_field(record: Record) -> str:
    """The field that a record is known by to a reader: its sentence, title, name or file."""
    return next((name for name in ("text", "title", "name", "file") if getattr(record, name, None)), "")


def _named(record: Record) -> tuple[str, ...]:
    """The names that a record gives of what it rests on: in ``rests_on``, as pages and as sources."""
    names = tuple(getattr(record, "rests_on", ()))
    if isinstance(record, Candidate):
        names = (*names, *record.pages)
    elif isinstance(record, RepeatedPage):
        names = (*names, record.repeats)
    elif isinstance(record, Dataset):
        names = (*names, *((record.source,) if record.source else ()))
    if isinstance(record, Page | IndicatorPage | Precedent | Figure | Table):
        names = (*names, *record.sources)
    return tuple(dict.fromkeys(names))
