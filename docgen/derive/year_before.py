"""Values and amounts beside last year's: what last year's compendium had, what is awaited, what is still its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.model import BudgetLine, Indicator, IndicatorValue, Quantity
from docgen.model.measure import BudgetKind
from docgen.ready import ReadyValue

if TYPE_CHECKING:
    from docgen.derive.desk import Desk


def value_before(previous: Desk | None, indicator: Indicator, value: str) -> ReadyValue | None:
    """Last year's row of an indicator's value, found by its ids; None where there is none."""
    home = previous.home if previous is not None else None
    if previous is None or home is None:
        return None
    ids = {indicator.id, *indicator.paired}
    for found in home.indicators.values():
        if ids & {found.id, *found.paired}:
            for at, page in enumerate(found.pages):
                for index, each in enumerate(page.values):
                    if each.id == value:
                        return previous.value(found, at, index)
    return None


def kept(last: ReadyValue, value: IndicatorValue) -> ReadyValue:
    """Last year's row as it was, for a value whose latest number is awaited; this year's override goes first."""
    override = value.override
    return replace(
        last,
        id=value.id,
        name=value.name,
        trend=(override.trend if override is not None else None) or last.trend,
        attainment=(override.attainment if override is not None else None) or last.attainment,
        override_reason=override.reason if override is not None else last.override_reason,
    )


def compared(now: ReadyValue, last: ReadyValue | None, waits: bool) -> ReadyValue:
    """A row with what last year's compendium had; ``waits`` is whether it was carried over from there."""
    return replace(
        now,
        last_year=last.latest if last is not None else None,
        trend_before=last.trend if last is not None else None,
        carried_over=waits and not _updated(now, last),
    )


def open_years(line: BudgetLine, desk: Desk) -> tuple[int, ...]:
    """The years of a line that were carried over and whose amount is missing, or last year's still."""
    listed = desk.home.carried_over.budgets if desk.home is not None else ()
    years = [int(name.rpartition("/")[2]) for name in listed if name.rpartition("/")[0] == line.id]
    if not years:
        return ()
    now = desk.amounts(line).by_year
    home = desk.previous.home if desk.previous is not None else None
    last = home.budget_lines.get(line.id) if home is not None else None
    before = desk.previous.amounts(last).by_year if desk.previous is not None and last is not None else {}
    return tuple(year for year in years if year not in now or _amount(now, year) == _amount(before, year))


def _updated(now: ReadyValue, last: ReadyValue | None) -> bool:
    """Whether a value has a latest number that last year's compendium did not have."""
    if now.latest is None:
        return False
    if last is None or last.latest is None:
        return last is not None
    return now.latest.period.end > last.latest.period.end


def _amount(amounts: Mapping[int, tuple[BudgetKind, Quantity]], year: int) -> Quantity | None:
    return amounts[year][1] if year in amounts else None
