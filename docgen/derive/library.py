"""The data of one compendium: its tables, indicators and budget lines, and what is read from them."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from docgen.derive.judgements import DEFAULT_RULE, TrendRule
from docgen.derive.values import as_last_year, beside_last_year, ready_value, values_of
from docgen.errors import FieldPath, Located
from docgen.model import (
    BudgetLine,
    Compendium,
    DataTable,
    Indicator,
    IndicatorValue,
    MeasureChart,
    Precedent,
    Record,
)
from docgen.model.budget import Amounts, amounts_of
from docgen.model.renames import earlier
from docgen.model.series import awaits_latest
from docgen.model.short_names import ShortNames
from docgen.ready import ReadyValue

_NO_YEAR = 1000  # of a record in a script, which no page prints


class Library:
    """The data of ``home``. Each value is judged, and each line's amounts are read, once.

    A ``record`` made in a script belongs to no compendium: then ``home`` is None, and ``content`` is a compendium
    of what the record brings. ``indicators`` are by id, and by the further ids that they are known by.
    ``previous`` is the library of the year before, if that was loaded as well.
    """

    def __init__(
        self, home: Compendium | None, rule: TrendRule = DEFAULT_RULE, record: Record | None = None
    ) -> None:
        self.home = home
        self.content = home if home is not None else _content_of(record)
        known = self.content.indicators
        self.indicators = {further: indicator for indicator in known.values() for further in indicator.paired}
        self.indicators.update(known)
        self.previous = Library(self.content.previous, rule) if self.content.previous is not None else None
        tolerance = self.content.trend_tolerance
        self.short_names = ShortNames.of(self.content)
        self._rule = TrendRule(tolerance) if tolerance is not None else rule
        self._values: dict[tuple[str, str], ReadyValue] = {}
        self._amounts: dict[str, Amounts] = {}

    @property
    def tables(self) -> Mapping[str, DataTable]:
        """The data files by dataset id."""
        return self.content.tables

    @property
    def fiscal_year(self) -> int | None:
        """The compendium's fiscal year; None for a record made in a script."""
        return self.home.fiscal_year if self.home is not None else None

    @property
    def previous_year(self) -> int | None:
        """The fiscal year of the compendium that pages are compared with, if there is one."""
        return self.previous.fiscal_year if self.previous is not None else None

    def where(self, path: FieldPath) -> Located:
        """The place of a field of the content, for messages."""
        return self.content.position(path)

    def indicator_before(self, indicator: Indicator) -> Indicator | None:
        """Last year's indicator of the same id, or of one that it had formerly or is also known by."""
        ids = {indicator.id, *indicator.formerly, *indicator.paired}
        last_year = self.previous.content.indicators.values() if self.previous is not None else ()
        return next((last for last in last_year if ids & {last.id, *last.paired}), None)

    def value(self, indicator: Indicator, value: IndicatorValue) -> ReadyValue:
        """A row of an indicator's value table, beside last year's. DocgenError for a number that is not there.

        As long as the latest number is awaited, the row is last year's as it was.
        """
        key = (indicator.id, value.id)
        if key not in self._values:
            path = _path_of(indicator, value)
            last = self._value_before(indicator, value)
            if last is not None and awaits_latest(value, self.tables, self.where((*path, "latest"))):
                row = as_last_year(last, value)
            else:
                row = ready_value(value, self.tables, lambda field: self.where((*path, field)), self._rule)
            waits = "/".join(key) in self.content.carried_over.values
            self._values[key] = beside_last_year(row, last, waits)
        return self._values[key]

    def _value_before(self, indicator: Indicator, value: IndicatorValue) -> ReadyValue | None:
        last = self.indicator_before(indicator)
        before = earlier(value, values_of(last)) if last is not None else None
        if self.previous is None or last is None or before is None:
            return None
        return self.previous.value(last, before)

    def amounts(self, line: BudgetLine) -> Amounts:
        """The amounts of a budget line. DocgenError where they cannot be read."""
        if line.id not in self._amounts:
            self._amounts[line.id] = amounts_of(line, self.tables, self.where(("budget_lines", line.id)))
        return self._amounts[line.id]


def library_of(record: Record, rule: TrendRule = DEFAULT_RULE) -> Library:
    """The library of a record's compendium, or of what a record brings that was made in a script: mostly nothing."""
    if isinstance(record.home, Compendium):
        return Library(record.home, rule)
    return Library(None, rule, record) if _brings_data(record) else _empty(rule)


@functools.lru_cache(maxsize=8)
def _empty(rule: TrendRule) -> Library:
    """A library without anything in it, made once."""
    return Library(None, rule)


def _brings_data(record: Record) -> bool:
    lines = record.budget_lines if isinstance(record, MeasureChart) else ()
    return bool(lines) or isinstance(record, Indicator | Precedent)


def _content_of(record: Record | None) -> Compendium:
    """The compendium of what a record brings."""
    lines = record.budget_lines if isinstance(record, MeasureChart) else ()
    indicators = (record,) if isinstance(record, Indicator) else ()
    studies = (record,) if isinstance(record, Precedent) else ()
    by_id = {line.id: line for line in lines}
    return Compendium(
        title="", fiscal_year=_NO_YEAR, plan_name="", indicators=indicators, budget_lines=by_id, precedents=studies
    )


def _path_of(indicator: Indicator, value: IndicatorValue) -> FieldPath:
    return next(
        ("indicators", indicator.id, "pages", number, "values", index)
        for number, page in enumerate(indicator.pages)
        for index, row in enumerate(page.values)
        if row.id == value.id
    )
