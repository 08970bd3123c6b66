"""Changes of pages, and of values, measures and budgets, matched by the ids of their records."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from docgen.comparison.change import Change, FieldChange, How, Subject
from docgen.comparison.texts import ATTAINMENTS, BUDGET_KINDS, STATUSES, TRENDS
from docgen.fingerprint.excerpt import short
from docgen.fingerprint.renamed import naming
from docgen.messages import Message, Phrase, message
from docgen.placed.deck import BudgetSummary, DeckSummary, MeasureSummary, PageSummary, ValueSummary

T = TypeVar("T")

_PAST, _TARGET, _STATUS = message("diff-past"), message("diff-target"), message("diff-status")

Amounts = Mapping[int, BudgetSummary]
"""The amounts of a budget line by fiscal year."""


def record_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Changes of indicators' values, then of measures, then of budget lines; of each, what was dropped last."""
    yield from _VALUES.changes(old, new)
    yield from _MEASURES.changes(old, new)
    yield from _BUDGETS.changes(old, new)


def page_numbers(summary: DeckSummary) -> dict[str, int]:
    """The number of each page's first slide, by the page's id."""
    return {page.id: page.number for page in summary.pages}


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """How one kind of record is compared.

    ``records`` gives the records of a deck by what they are matched by, ``place`` a record's page and name.
    ``fields`` tells what differs: the first record is None for one that was added, the second for one dropped.
    """

    subject: Subject
    records: Callable[[DeckSummary], Mapping[Hashable, T]]
    place: Callable[[T], tuple[str, str]]
    fields: Callable[[T | None, T | None], Iterator[FieldChange]]

    def changes(self, old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
        before, after = self.records(old), self.records(new)
        for key, record in after.items():
            fields = tuple(self.fields(before.get(key), record))
            if fields:
                yield self._change("changed" if key in before else "added", record, fields, new)
        for key, record in before.items():
            if key not in after:
                yield self._change("dropped", record, tuple(self.fields(record, None)), old)

    def _change(self, how: How, record: T, fields: tuple[FieldChange, ...], deck: DeckSummary) -> Change:
        page, name = self.place(record)
        return Change(self.subject, how, page, page_numbers(deck)[page], name, fields)


def _value_fields(old: ValueSummary | None, new: ValueSummary | None) -> Iterator[FieldChange]:
    """What differs; where a number does, also the judgements that rest on it."""
    if old is None or new is None:
        yield FieldChange("", old.latest if old else "", new.latest if new else "")
        return
    numbers = [
        FieldChange(name, before, after)
        for name, before, after in (
            ("", old.latest, new.latest),
            (_PAST, old.past, new.past),
            (_TARGET, old.target, new.target),
        )
        if before != after
    ]
    judgements = (
        _named(message("diff-trend"), TRENDS, old.trend, new.trend),
        _named(message("diff-attainment"), ATTAINMENTS, old.attainment, new.attainment),
    )
    yield from numbers
    yield from (field for field in judgements if numbers or field.before != field.after)
    if old.name != new.name:
        yield FieldChange(message("diff-name"), old.name, new.name)


def _measure_fields(old: MeasureSummary | None, new: MeasureSummary | None) -> Iterator[FieldChange]:
    if new is None:
        return
    if old is None:
        yield FieldChange(_STATUS, "", STATUSES.get(new.status, new.status))
        return
    if old.status != new.status:
        yield _named(_STATUS, STATUSES, old.status, new.status)
    if old.text != new.text:
        yield FieldChange(message("word-text"), old.text, new.text)


def _budget_fields(old: Amounts | None, new: Amounts | None) -> Iterator[FieldChange]:
    """New years, other amounts, a request that became a budget."""
    if new is None:
        return
    for year in sorted({*(old or {}), *new}):
        before, after = (_amount((amounts or {}).get(year)) for amounts in (old, new))
        if before != after:
            yield FieldChange(message("diff-fiscal-year", year=year), before, after)


def _named(name: Message, words: Mapping[str, Phrase], before: str, after: str) -> FieldChange:
    """A field in printed words; a name that a later docgen gave, and is not known here, stands for itself."""
    return FieldChange(name, words.get(before, before), words.get(after, after))


def _amount(amount: BudgetSummary | None) -> Phrase:
    if amount is None:
        return ""
    return message("diff-amount", kind=BUDGET_KINDS.get(amount.kind, amount.kind), amount=amount.amount)


def _by_line(summary: DeckSummary) -> dict[Hashable, Amounts]:
    lines: dict[Hashable, dict[int, BudgetSummary]] = {}
    for amount in summary.budgets:
        lines.setdefault(amount.id, {})[amount.fiscal_year] = amount
    return dict(lines)


def _budget_place(amounts: Amounts) -> tuple[str, str]:
    first = next(iter(amounts.values()))
    return first.page, first.name


_VALUES: _Kind[ValueSummary] = _Kind(
    "value",
    lambda summary: {(value.indicator, value.id): value for value in summary.values},
    lambda value: (value.page, f"{value.indicator} {value.name}"),
    _value_fields,
)
_MEASURES: _Kind[MeasureSummary] = _Kind(
    "measure",
    lambda summary: {(measure.page, measure.id): measure for measure in summary.measures},
    lambda measure: (measure.page, short(measure.text)),
    _measure_fields,
)
_BUDGETS: _Kind[Amounts] = _Kind("budget", _by_line, _budget_place, _budget_fields)


def name_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Records of the old deck that are called otherwise in the new one, or were parted or joined."""
    had = [*(page.id for page in old.pages), *(f"{value.indicator}/{value.id}" for value in old.values)]
    had += [*(one.id for one in old.budgets), *(f"{one.page}/{one.id}" for one in old.measures)]
    has = page_numbers(new)
    for before, *now in new.renamed:
        if not any(name == before or name.startswith(f"{before}/") for name in had):
            continue
        had = [naming([(before, *now)])(name) for name in had]
        pages = [number for page, number in has.items() for name in now if page == name or page.startswith(f"{name}/")]
        fields = (FieldChange("", before, "・".join(now)),)
        yield Change("name", "changed", now[0], min(pages, default=1), before, fields)


def page_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Every page that is not where, or not called what, it was; in the new deck's order, dropped ones last."""
    before = {page.id: page for page in old.pages}
    after = {page.id: page for page in new.pages}
    moved = _moved([page.id for page in old.pages], [page.id for page in new.pages])
    for page in new.pages:
        known = before.get(page.id)
        if known is None:
            yield _page_change("added", page)
            continue
        renamed = () if known.title == page.title else (FieldChange(message("diff-title"), known.title, page.title),)
        if renamed:
            yield Change("page", "changed", page.id, page.number, short(known.title), renamed)
        if page.id in moved:
            place = FieldChange("", *(message("diff-page", number=each.number) for each in (known, page)))
            yield Change("page", "moved", page.id, page.number, short(page.title), (place,))
    for page in old.pages:
        if page.id not in after:
            yield _page_change("dropped", page)


def _page_change(how: How, page: PageSummary) -> Change:
    return Change("page", how, page.id, page.number, short(page.title))


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The pages that left their order: all but the longest run of pages that keeps it."""
    places = {page: place for place, page in enumerate(old)}
    common = [page for page in new if page in places]
    # Of the runs of each length so far that keep the order, the one that ends earliest in the old deck.
    ends: list[int] = []
    runs: list[list[str]] = []
    for page in common:
        length = bisect_left(ends, places[page])
        run = [*(runs[length - 1] if length else ()), page]
        ends[length : length + 1] = [places[page]]
        runs[length : length + 1] = [run]
    return set(common) - set(runs[-1] if runs else ())
