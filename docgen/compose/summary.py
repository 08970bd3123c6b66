"""What the deck says about itself, taken from the ready pages and the slides that they became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class SummaryInMaking:
    """The summary of a deck whose pages are added one after the other, with the slides that they became."""

    pages: list[PageSummary] = field(default_factory=list)
    values: list[ValueSummary] = field(default_factory=list)
    measures: list[MeasureSummary] = field(default_factory=list)
    budgets: list[BudgetSummary] = field(default_factory=list)
    _slides: int = 0
    _lines: set[str] = field(default_factory=set)

    def add(self, page: ReadyPage, slides: Sequence[PlacedSlide]) -> None:
        """The next page of the deck."""
        if slides:
            self.pages.append(PageSummary(page.id, page.kind, slides[0].page_title, page.section, self._slides + 1))
        self._slides += len(slides)
        if isinstance(page.record, ReadyIndicatorPage):
            self.values += [_value(page.id, page.record.indicator, value) for value in page.record.values]
        if isinstance(page.record, ReadyMeasureChart):
            self.measures += [
                MeasureSummary(page.id, measure.id, plain(measure.text), measure.status or "")
                for measure in page.record.measures
            ]
            self.budgets += self._budgets(page.id, page.record)

    def finished(self, ready: ReadyCompendium) -> DeckSummary:
        """The summary of the deck, once all its pages were added; ``ready`` is what it is beside them."""
        return DeckSummary(
            title=ready.title,
            fiscal_year=ready.fiscal_year,
            pages=tuple(self.pages),
            values=tuple(self.values),
            measures=tuple(self.measures),
            budgets=tuple(self.budgets),
            renamed=ready.renamed,
            edition=ready.edition,
        )

    def _budgets(self, page: str, chart: ReadyMeasureChart) -> Iterator[BudgetSummary]:
        """The amounts of each line once, at the first chart that shows it."""
        for line in chart.budgets:
            if line.id in self._lines:
                continue
            self._lines.add(line.id)
            for year, (kind, amount) in sorted(line.amounts.items()):
                yield BudgetSummary(page, line.id, plain(line.name), year, kind, str(amount))


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
