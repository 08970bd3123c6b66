"""The numbers of value tables and of budget tables, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.model import Period
from docgen.model.measure import BudgetKind
from docgen.prose.markup import plain
from docgen.ready import ReadyIndicatorPage, ReadyMeasureChart, ReadyObservation, ReadyValue
from docgen.tidy.sheet import DataCell, DataTableRows
from docgen.tidy.year_cells import YEAR_HEADS, year_cells

_VALUE_HEADS = ("指標番号", "値のコード", "値の名称", "区分", *YEAR_HEADS, "値", "単位", "値の表記")
_BUDGET_HEADS = ("予算事業のコード", "予算事業名", "会計年度（西暦）", "会計年度（和暦）", "区分", "値", "単位", "注記")
_BUDGET_KINDS: Mapping[BudgetKind, str] = {"executed": "執行額", "budgeted": "予算額・執行額", "requested": "概算要求額"}


def value_table(page: ReadyIndicatorPage) -> DataTableRows:
    """The observations, forecasts and targets of an indicator's page."""
    rows = [
        (page.indicator, value.id, plain(value.name), *cells)
        for value in page.values
        for cells in _value_rows(value, page.with_last_year)
    ]
    return DataTableRows.of(_VALUE_HEADS, rows, kept=("値",))


def _value_rows(value: ReadyValue, with_last_year: bool) -> Iterator[tuple[DataCell, ...]]:
    seen = {"比較時点": value.past, "昨年度版": value.last_year if with_last_year else None}
    for kind, observation in {**seen, "最新": value.latest, "予測": value.forecast}.items():
        if observation is not None:
            yield (kind, *_observed(observation))
    if value.target is not None:
        quantity = value.target.quantity
        number, unit = (quantity.value, quantity.unit) if quantity is not None else (None, "")
        yield ("目標", *year_cells(value.target.due), number, unit, plain(value.target.text or ""))


def _observed(observation: ReadyObservation) -> tuple[DataCell, ...]:
    quantity = observation.quantity
    return (*year_cells(observation.period, observation.label), quantity.value, quantity.unit, "")


def budget_table(chart: ReadyMeasureChart) -> DataTableRows:
    """The amounts of a measure chart's budget lines by fiscal year."""
    rows: list[tuple[DataCell, ...]] = []
    for line in chart.budgets:
        for year, (kind, amount) in sorted(line.amounts.items()):
            _, western, era, _ = year_cells(Period.for_fiscal_year(year))
            note = plain(line.note or "")
            rows.append((line.id, plain(line.name), western, era, _BUDGET_KINDS[kind], amount.value, amount.unit, note))
    return DataTableRows.of(_BUDGET_HEADS, rows, kept=("値",))
