"""Amounts of budget lines as a measure chart prints them: by fiscal year, their change, their sums.

Amounts of one chart are stated in one unit where that is asked, so that 45億円 stands as 4,500 under 百万円.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from docgen.model import Quantity
from docgen.value import value

# Units of yen from small to large: one unit for all is the smallest in use, which needs no rounding.
_UNITS = ("円", "千円", "万円", "百万円", "億円", "兆円")


@value(frozen=True, slots=True)
class BudgetForm:
    """How amounts are printed: in ``unit``, or each with its own where that is None.

    ``missing`` stands for a year without an amount; ``minus`` for a negative sign.
    """

    unit: str | None
    missing: str
    minus: str = "-"


def common_unit(amounts: Sequence[Quantity], *, convert: bool) -> str | None:
    """The one unit of all amounts: theirs, or with ``convert`` the smallest; None where there is none."""
    units = {amount.unit for amount in amounts}
    if len(units) == 1:
        return units.pop() or None
    if not units or not convert or not units <= set(_UNITS):
        return None
    return min(units, key=_UNITS.index)


def amount_cells(amounts: Mapping[int, Quantity], years: Sequence[int], form: BudgetForm) -> tuple[str, ...]:
    """The printed amounts, one for each year."""
    return tuple(_cell(amounts.get(year), form) for year in years)


def change_cell(amounts: Mapping[int, Quantity], years: Sequence[int], form: BudgetForm) -> str:
    """The change from the year before the last to the last, with its sign."""
    if len(years) < 2 or form.unit is None or not all(year in amounts for year in years[-2:]):
        return form.missing
    before, last = (amounts[year].convert(form.unit) for year in years[-2:])
    return _number((last - before), form, sign=True)


def totals(lines: Sequence[Mapping[int, Quantity]], years: Sequence[int], unit: str) -> dict[int, Quantity]:
    """The sum of each year's amounts in one unit; a year without any is left out."""
    sums: dict[int, Quantity] = {}
    for year in years:
        amounts = [line[year].convert(unit) for line in lines if year in line]
        if amounts:
            places = max(amount.places for amount in amounts)
            sums[year] = Quantity(sum((amount.value for amount in amounts), Decimal(0)), unit, places)
    return sums


def _cell(amount: Quantity | None, form: BudgetForm) -> str:
    if amount is None:
        return form.missing
    if form.unit is None:
        return amount.format(minus=form.minus)
    return _number(amount.convert(form.unit), form)


def _number(amount: Quantity, form: BudgetForm, *, sign: bool = False) -> str:
    """The amount without its unit."""
    return Quantity(amount.value, "", amount.places).format(minus=form.minus, sign=sign)
