"""Changes of values, measures and budgets, matched by the ids of their records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.comparison.change import Change, FieldChange, How
from docgen.comparison.words import ATTAINMENTS, BUDGET_KINDS, STATUSES, TRENDS, short, word
from docgen.placed.summary import BudgetSummary, DeckSummary, MeasureSummary, ValueSummary

Numbers = Mapping[str, int]


def page_numbers(summary: DeckSummary) -> dict[str, int]:
    """The number of each page's first slide, by the page's id."""
    return {page.id: page.number for page in summary.pages}


def value_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Values of indicators: the latest value first, its trend and attainment told with it."""
    before = {(each.indicator, each.id): each for each in old.values}
    after = {(each.indicator, each.id): each for each in new.values}
    numbers = page_numbers(new)
    for key, value in after.items():
        known = before.get(key)
        if known is None:
            place = (value.page, numbers[value.page], _value_label(value))
            yield Change("value", "added", *place, (FieldChange("", "", value.latest),))
        elif fields := tuple(_value_fields(known, value)):
            yield Change("value", "changed", value.page, numbers[value.page], _value_label(value), fields)
    for key, value in before.items():
        if key not in after:
            place = (value.page, page_numbers(old)[value.page], _value_label(value))
            yield Change("value", "dropped", *place, (FieldChange("", value.latest, ""),))


def _value_label(value: ValueSummary) -> str:
    return f"{value.indicator} {value.name}"


def _value_fields(old: ValueSummary, new: ValueSummary) -> Iterator[FieldChange]:
    """What differs; where a number does, also the judgements that rest on it."""
    numbers = [
        FieldChange(name, before, after)
        for name, before, after in (
            ("", old.latest, new.latest),
            ("past", old.past, new.past),
            ("target", old.target, new.target),
        )
        if before != after
    ]
    judged = (
        FieldChange("trend", word(TRENDS, old.trend), word(TRENDS, new.trend)),
        FieldChange("attainment", word(ATTAINMENTS, old.attainment), word(ATTAINMENTS, new.attainment)),
    )
    yield from numbers
    yield from (each for each in judged if numbers or each.before != each.after)
    if old.name != new.name:
        yield FieldChange("name", old.name, new.name)


def measure_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Measures of the measure charts: new and dropped ones, statuses and texts."""
    before = {(each.page, each.id): each for each in old.measures}
    after = {(each.page, each.id): each for each in new.measures}
    numbers = page_numbers(new)
    for key, measure in after.items():
        known = before.get(key)
        place = (measure.page, numbers[measure.page], short(measure.text))
        if known is None:
            status = (FieldChange("status", "", word(STATUSES, measure.status)),)
            yield Change("measure", "added", *place, status)
        elif fields := tuple(_measure_fields(known, measure)):
            yield Change("measure", "changed", *place, fields)
    for key, measure in before.items():
        if key not in after:
            place = (measure.page, page_numbers(old)[measure.page], short(measure.text))
            yield Change("measure", "dropped", *place)


def _measure_fields(old: MeasureSummary, new: MeasureSummary) -> Iterator[FieldChange]:
    if old.status != new.status:
        yield FieldChange("status", word(STATUSES, old.status), word(STATUSES, new.status))
    if old.text != new.text:
        yield FieldChange("text", old.text, new.text)


def budget_changes(old: DeckSummary, new: DeckSummary) -> Iterator[Change]:
    """Amounts of budget lines by fiscal year: new years, other amounts, a request that became a budget."""
    before, after = _by_line(old), _by_line(new)
    numbers = page_numbers(new)
    for line, years in after.items():
        known = before.get(line, {})
        fields = tuple(_budget_fields(known, years))
        first = next(iter(years.values()))
        if fields:
            how: How = "changed" if known else "added"
            yield Change("budget", how, first.page, numbers[first.page], first.name, fields)
    for line, years in before.items():
        if line not in after:
            first = next(iter(years.values()))
            yield Change(
                "budget", "dropped", first.page, page_numbers(old)[first.page], first.name
            )


def _by_line(summary: DeckSummary) -> dict[str, dict[int, BudgetSummary]]:
    lines: dict[str, dict[int, BudgetSummary]] = {}
    for amount in summary.budgets:
        lines.setdefault(amount.id, {})[amount.fiscal_year] = amount
    return lines


def _budget_fields(
    old: Mapping[int, BudgetSummary], new: Mapping[int, BudgetSummary]
) -> Iterator[FieldChange]:
    for year in sorted({*old, *new}):
        before, after = (_amount(amounts.get(year)) for amounts in (old, new))
        if before != after:
            yield FieldChange(f"{year}年度", before, after)


def _amount(amount: BudgetSummary | None) -> str:
    return "" if amount is None else f"{word(BUDGET_KINDS, amount.kind)} {amount.amount}"
