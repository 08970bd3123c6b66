"""What a page is derived at: the compendium's data, its prose, and what the page has used and got wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar

from docgen.derive.narrative import Names, Narrator
from docgen.derive.numbers import quantity, trace_of
from docgen.derive.trend import DEFAULT_RULE, TrendRule
from docgen.derive.values import ready_value, traces_of
from docgen.derive.year_before import compared, kept, value_before
from docgen.errors import DocgenError, FieldPath, Position, nearest
from docgen.model import (
    BudgetLine,
    Compendium,
    DataReference,
    DataTable,
    Fact,
    Indicator,
    IndicatorValue,
    Note,
    Quantity,
)
from docgen.model.budget import Amounts, amounts_of
from docgen.model.lookup import matching_rows, one_of, table_named
from docgen.model.printing import Printing
from docgen.model.prose import is_template
from docgen.model.series import awaits_latest
from docgen.ready import ReadyValue, Trace

T = TypeVar("T")
K = TypeVar("K")


@dataclass(slots=True)
class Desk:
    """A page's place of work. :meth:`for_page` gives the next page its own ``traces`` and ``cited`` sources.

    ``problems`` gathers the errors of all pages. ``extra`` are indicators and budget lines that belong to
    no compendium: those of a record made in a script. ``previous`` is the desk of the year before, at which
    last year's texts and values are made ready as they were.
    """

    home: Compendium | None
    rule: TrendRule = DEFAULT_RULE
    extra: tuple[Indicator | BudgetLine, ...] = ()
    problems: list[DocgenError] = field(default_factory=list)
    traces: dict[Trace, None] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
    facts: Names | None = None
    previous: Desk | None = None
    narrator: Narrator = field(default_factory=Narrator)
    _values: dict[tuple[str, str], ReadyValue] = field(default_factory=dict)
    _amounts: dict[str, Amounts] = field(default_factory=dict)

    @classmethod
    def at(
        cls,
        home: Compendium | None,
        rule: TrendRule,
        extra: tuple[Indicator | BudgetLine, ...] = (),
        narrator: Narrator | None = None,
    ) -> Desk:
        """The desk of a compendium and of those before it; the tolerance that each states is its own.

        Their problems are gathered together.
        """
        own_narrator = narrator or Narrator()
        earlier = home.previous if home is not None else None
        before = cls.at(earlier, rule, narrator=own_narrator) if earlier is not None else None
        stated = home.trend_tolerance if home is not None else None
        own = TrendRule(stated) if stated is not None else rule
        problems: list[DocgenError] = before.problems if before is not None else []
        return cls(home, own, extra, problems, previous=before, narrator=own_narrator)

    def for_page(self) -> Desk:
        """A desk for one page, on which nothing has been used yet."""
        return replace(self, traces={}, cited={}, facts=None)

    def with_facts(self, facts: Mapping[str, Fact], path: FieldPath) -> Desk:
        """This desk, whose templates may also name the ``facts`` of the record at ``path``."""
        return replace(self, facts=Names("the fact", facts, lambda name: self._fact(name, facts[name], path)))

    @property
    def printing(self) -> Printing:
        """How periods and numbers are printed."""
        return self.narrator.printing

    @property
    def tables(self) -> Mapping[str, DataTable]:
        """The data files by dataset id; none for a record made in a script."""
        return self.home.tables if self.home is not None else {}

    @property
    def previous_year(self) -> int | None:
        """The fiscal year of the compendium that pages are compared with."""
        home = self.previous.home if self.previous is not None else None
        return home.fiscal_year if home is not None else None

    def where(self, path: FieldPath) -> Position | str:
        """The place of a field of the content, for messages."""
        return self.home.position(path) if self.home is not None else ".".join(str(part) for part in path)

    def attempt(self, work: Callable[[], T], otherwise: T) -> T:
        """The result of ``work``; where it fails, ``otherwise``, and its error among the problems."""
        try:
            return work()
        except DocgenError as error:
            self.problems.append(error)
            return otherwise

    def each(self, work: Callable[[K], T], keys: Iterable[K]) -> tuple[T, ...]:
        """What ``work`` makes of each key; keys for which it fails are left out, their errors kept."""
        made: list[T] = []
        for key in keys:
            try:
                made.append(work(key))
            except DocgenError as error:
                self.problems.append(error)
        return tuple(made)

    def text(self, prose: str, path: FieldPath) -> str:
        """Prose, rendered. A template that fails is a problem of the compendium."""
        if not is_template(prose):
            return prose
        return self.attempt(lambda: self.narrator.render(prose, self._names(), self.where(path)), "")

    def texts(self, proses: Iterable[str], path: FieldPath) -> tuple[str, ...]:
        """Several pieces of prose, rendered; ``path`` leads to their list."""
        return tuple(self.text(prose, (*path, index)) for index, prose in enumerate(proses))

    def notes(self, notes: Iterable[Note], path: FieldPath) -> tuple[str, ...]:
        """The texts of notes; ``path`` leads to their list."""
        return tuple(self.text(note.text, (*path, index, "text")) for index, note in enumerate(notes))

    def sources(self, identifiers: Iterable[str], path: FieldPath) -> tuple[str, ...]:
        """The texts of sources by id; ``path`` leads to the list of ids. An unknown id is a problem."""
        known = self.home.sources if self.home is not None else {}
        texts: list[str] = []
        for index, identifier in enumerate(identifiers):
            if identifier in known:
                texts.append(self._source(identifier))
                continue
            self.problems.append(
                DocgenError(
                    f"there is no source {identifier!r}",
                    where=self.where((*path, index)),
                    expected=one_of(known, "a source of the record's compendium"),
                    hint=nearest(identifier, known),
                )
            )
        self.cite(texts)
        return tuple(texts)

    def cite(self, texts: Iterable[str]) -> None:
        """Note the sources that this page states."""
        self.cited.update((text, None) for text in texts)

    def sources_used(self) -> tuple[str, ...]:
        """The sources that this page states, then those of the data files that it was read from."""
        files = {trace.file for trace in self.traces}
        datasets = self.home.datasets.values() if self.home is not None else ()
        known = self.home.sources if self.home is not None else {}
        names = [each.source for each in datasets if each.file in files and each.source in known]
        return tuple(dict.fromkeys((*self.cited, *(self._source(str(name)) for name in names))))

    def use(self, *traces: Trace | None) -> None:
        """Note where numbers on this page were read."""
        self.traces.update((trace, None) for trace in traces if trace is not None)

    def value(self, indicator: Indicator, page: int, index: int) -> ReadyValue:
        """A row of an indicator's value table. Raises DocgenError for a number that is not there."""
        value = indicator.pages[page].values[index]
        key = (indicator.id, value.id)
        if key not in self._values:
            path: FieldPath = ("indicators", indicator.id, "pages", page, "values", index)
            last = value_before(self.previous, indicator, value.id)
            waits = self.home is not None and "/".join(key) in self.home.carried_over.values
            self._values[key] = compared(self._ready_value(value, last, path), last, waits)
        self.use(*traces_of(self._values[key]))
        return self._values[key]

    def _ready_value(self, value: IndicatorValue, last: ReadyValue | None, path: FieldPath) -> ReadyValue:
        """The value; last year's row as it was, as long as the latest number is awaited."""

        def locate(name: str) -> Position | str:
            return self.where((*path, name))

        if last is not None and awaits_latest(value, self.tables, locate("latest")):
            return kept(last, value)
        return ready_value(value, self.tables, locate, self.rule)

    def amounts(self, line: BudgetLine) -> Amounts:
        """The amounts of a budget line. Raises DocgenError where they cannot be read."""
        if line.id not in self._amounts:
            where = self.where(("budget_lines", line.id))
            self._amounts[line.id] = amounts_of(line, self.tables, where)
        return self._amounts[line.id]

    def _source(self, identifier: str) -> str:
        known = self.home.sources if self.home is not None else {}
        return self.text(known[identifier].text, ("sources", identifier, "text"))

    def _names(self) -> dict[str, Any]:
        indicators = self._indicators()
        lines = self._budget_lines()
        return {
            "values": Names("the indicator", indicators, lambda name: self._values_of(indicators[name])),
            "budgets": Names("the budget line", lines, lambda name: self._years_of(lines[name])),
            "facts": self.facts or Names("the fact", (), str),
            "data": self._data,
            "count": self._count,
            "fiscal_year": self.home.fiscal_year if self.home is not None else None,
        }

    def _indicators(self) -> dict[str, Indicator]:
        known = self.home.indicators.values() if self.home is not None else ()
        every = (*known, *(each for each in self.extra if isinstance(each, Indicator)))
        names = {indicator.id: indicator for indicator in every}
        return {**{other: each for each in every for other in each.paired}, **names}

    def _budget_lines(self) -> dict[str, BudgetLine]:
        known = self.home.budget_lines.values() if self.home is not None else ()
        every = (*known, *(each for each in self.extra if isinstance(each, BudgetLine)))
        return {line.id: line for line in every}

    def _values_of(self, indicator: Indicator) -> Names:
        places = {
            value.id: (number, index)
            for number, page in enumerate(indicator.pages)
            for index, value in enumerate(page.values)
        }
        kind = f"in {indicator.id} the value"
        return Names(kind, places, lambda name: self.value(indicator, *places[name]))

    def _years_of(self, line: BudgetLine) -> Names:
        amounts = self.amounts(line)
        self.use(*(trace_of(cell) for cell in amounts.cells))
        kind = f"of budget line {line.id} the year"
        return Names(kind, amounts.by_year, lambda year: amounts.by_year[year][1])

    def _fact(self, name: str, fact: Fact, path: FieldPath) -> Quantity:
        where = self.where((*path, "facts", name))
        number, trace = quantity(fact.value, fact.unit, fact.decimals, self.tables, where)
        self.use(trace)
        return number

    def _count(self, data: str, *, where: Mapping[str, str | int] | None = None, unit: str = "") -> Quantity:
        """How many rows of a data file have the values of ``where``."""
        table = table_named(data, self.tables, None)
        rows = matching_rows(table, where or {}, None)
        self.use(*(Trace(table.file, table.line(row), "") for row in rows))
        return Quantity(Decimal(len(rows)), unit)

    def _data(
        self,
        data: str,
        column: str,
        *,
        where: Mapping[str, str | int] | None = None,
        unit: str = "",
        decimals: int | None = None,
    ) -> Quantity:
        reference = DataReference(data=data, column=column, where=where or {})
        number, trace = quantity(reference, unit, decimals, self.tables, None)
        self.use(trace)
        return number
