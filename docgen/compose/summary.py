"""What the deck says about itself, taken from the ready pages and the slides that they became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.placed import PlacedSlide
from docgen.placed.deck import BudgetSummary, DeckSummary, MeasureSummary, PageSummary, ValueSummary
from docgen.prose.markup import plain
from docgen.ready import (
    ReadyCompendium,
    ReadyIndicatorPage,
    ReadyMeasureChart,
    ReadyObservation,
    ReadyPage,
    ReadyTarget,
    ReadyValue,
)


def summary(ready: ReadyCompendium, slides: Sequence[PlacedSlide]) -> DeckSummary:
    """The summary of a deck whose ``slides`` were composed from ``ready``."""
    firsts: dict[str, tuple[int, str]] = {}
    for number, slide in enumerate(slides, start=1):
        firsts.setdefault(slide.record, (number, slide.page_title))
    return DeckSummary(
        title=ready.title,
        fiscal_year=ready.fiscal_year,
        pages=tuple(
            PageSummary(page.id, page.kind, title, page.section, number)
            for page in ready.pages
            if page.id in firsts
            for number, title in (firsts[page.id],)
        ),
        values=tuple(_values(ready.pages)),
        measures=tuple(_measures(ready.pages)),
        budgets=tuple(_budgets(ready.pages)),
        renamed=ready.renamed,
    )


def _values(pages: Sequence[ReadyPage]) -> Iterator[ValueSummary]:
    for page in pages:
        if isinstance(page.record, ReadyIndicatorPage):
            for value in page.record.values:
                yield _value(page.id, page.record.indicator, value)


def _value(page: str, indicator: str, value: ReadyValue) -> ValueSummary:
    past, latest, target = (_dated(part) for part in (value.past, value.latest, value.target))
    return ValueSummary(
        page, indicator, value.id, plain(value.name), past, latest, target, value.trend, value.attainment
    )


def _dated(part: ReadyObservation | ReadyTarget | None) -> str:
    """A value as printed, with its period or its year of reach: 2,610人（2022年）."""
    if part is None:
        return ""
    when = part.period if isinstance(part, ReadyObservation) else part.due
    return f"{plain(str(part))}（{when}）" if when is not None else plain(str(part))


def _measures(pages: Sequence[ReadyPage]) -> Iterator[MeasureSummary]:
    for page in pages:
        if isinstance(page.record, ReadyMeasureChart):
            for measure in page.record.measures:
                yield MeasureSummary(page.id, measure.id, plain(measure.text), measure.status or "")


def _budgets(pages: Sequence[ReadyPage]) -> Iterator[BudgetSummary]:
    """The amounts of each line once, at the first chart that shows it."""
    seen: set[str] = set()
    for page in pages:
        if not isinstance(page.record, ReadyMeasureChart):
            continue
        for line in page.record.budgets:
            if line.id in seen:
                continue
            seen.add(line.id)
            for year, (kind, amount) in sorted(line.amounts.items()):
                yield BudgetSummary(page.id, line.id, plain(line.name), year, kind, str(amount))
