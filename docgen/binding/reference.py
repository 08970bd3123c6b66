"""What a sentence can name: every value, fact and amount of a budget line, with what each is printed as and read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.derive.desk import Desk
from docgen.derive.reader import Reader
from docgen.derive.vocabulary import fact_meaning
from docgen.derive.words import Change, ValueWords, word
from docgen.errors import DocgenError, FieldPath, WrongValue
from docgen.model import Period
from docgen.model.short_names import NamedFact, NamedValue, ShortNames, short_name
from docgen.prose.number import Number
from docgen.ready import ReadyObservation, ReadyTarget, ReadyValue, Trace


@dataclass(frozen=True, slots=True)
class Datum:
    """What a reference means: the cells that are read, and what is computed of them ("" for their number itself)."""

    operation: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """Something that an expression names: ``meaning`` with ``words`` behind it, such as ``.percent_change``.

    ``number`` is what it gives, a text where it is printed in one way only (約1.6倍). ``period`` is when it holds, as
    far as the content says; ``traces`` are the cells that it reads.
    """

    meaning: NamedValue | NamedFact | None
    words: str
    number: Number | str
    datum: Datum
    period: Period | None = None
    traces: tuple[Trace, ...] = ()
    long_form: str = ""

    def name_at(self, path: FieldPath, names: ShortNames) -> str | None:
        """The expression by which a sentence at ``path`` names it; None where it cannot there."""
        meant = self.meaning
        if meant is None:
            return self.long_form + self.words
        identifier = meant.value.id if isinstance(meant, NamedValue) else meant.identifier
        short = short_name(identifier)
        known = names.meanings(short, path)
        if len(known) == 1 and known[0].path == meant.path:
            return short + self.words
        if isinstance(meant, NamedFact):
            own = names.facts(path).get(meant.identifier)
            return meant.long_form + self.words if own is not None and own.path == meant.path else None
        return meant.long_form + self.words

    @property
    def value(self) -> Decimal | None:
        """The number itself; None where it is a text."""
        return self.number.decimal if isinstance(self.number, Number) else None


def references(desk: Desk) -> tuple[Reference, ...]:
    """Every reference of the compendium at a desk; what cannot be read is none."""
    names = desk.library.short_names
    meanings = {meaning.path: meaning for known in names.everywhere.values() for meaning in known}
    for of_record in names.own.values():
        meanings.update({meaning.path: meaning for known in of_record.values() for meaning in known})
    found: list[Reference] = []
    for meaning in meanings.values():
        found += _of_value(meaning, desk) if isinstance(meaning, NamedValue) else _of_fact(meaning, desk)
    return (*found, *_of_budgets(desk))


def _of_fact(named: NamedFact, desk: Desk) -> Iterator[Reference]:
    reader = Reader(desk.library)
    try:
        number = fact_meaning(named, reader, desk.printing)
    except DocgenError:
        return
    traces = tuple(reader.traces)
    yield Reference(named, "", number, _datum(named, traces), named.fact.period, traces)


def _datum(named: NamedFact, traces: tuple[Trace, ...]) -> Datum:
    """What a fact means. Two counts are one where they count the same rows for the same reason."""
    fact = named.fact
    if fact.count is not None:
        wanted = (f"{column}={value}" for column, value in sorted(fact.count.where.items()))
        return Datum("count", (fact.count.data, *wanted))
    return Datum("sum" if fact.sum else "", tuple(map(str, traces)) or (str(named.path),))


def _of_value(named: NamedValue, desk: Desk) -> Iterator[Reference]:
    try:
        row = desk.library.value(named.indicator, named.value)
    except DocgenError:
        return
    for name in ("latest", "past", "forecast", "target"):
        part = getattr(row, name)
        if part is not None and part.quantity is not None and isinstance(word(part, desk.printing), Number):
            yield _observed(named, name, part, desk)
    if row.past is not None and row.latest is not None:
        yield from _changes(named, row, desk)


def _observed(named: NamedValue, name: str, part: ReadyObservation | ReadyTarget, desk: Desk) -> Reference:
    number = _number(word(part, desk.printing))
    trace = part.trace
    own = str(trace) if trace is not None else str((*named.path, name))
    period = part.period if isinstance(part, ReadyObservation) else part.due
    return Reference(named, f".{name}", number, Datum("", (own,)), period, (trace,) if trace is not None else ())


def _changes(named: NamedValue, row: ReadyValue, desk: Desk) -> Iterator[Reference]:
    words = ValueWords(row, desk.printing)
    ends = [(part.trace, name) for part, name in ((row.latest, "latest"), (row.past, "past")) if part is not None]
    cells = tuple(str(trace) if trace is not None else str((*named.path, name)) for trace, name in ends)
    traces = tuple(trace for trace, _ in ends if trace is not None)
    for name, operation in (("change", "difference"), ("percent_change", "ratio"), ("multiple", "ratio")):
        try:
            number = getattr(words, name)
        except (DocgenError, WrongValue):
            continue
        if isinstance(number, Change | str):
            yield Reference(named, f".{name}", number, Datum(operation, cells), None, traces)


def _of_budgets(desk: Desk) -> Iterator[Reference]:
    for line in desk.library.content.budget_lines.values():
        try:
            amounts = desk.library.amounts(line)
        except DocgenError:
            continue
        for year, (_, quantity) in amounts.by_year.items():
            number, expression = _number(word(quantity, desk.printing)), f'budgets["{line.id}"][{year}]'
            datum, period = Datum("budget", (line.id, str(year))), Period.parse(f"{year}年度")
            yield Reference(None, "", number, datum, period, (), expression)


def _number(said: object) -> Number:
    assert isinstance(said, Number)
    return said
