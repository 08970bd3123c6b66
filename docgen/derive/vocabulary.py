"""What templates may use: names for the data, filters for quantities, and how values are printed.

``docgen.model.prose`` lists the names and filters, so that content is checked before a template is rendered:
a new one stands there as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from docgen.derive.reader import Reader
from docgen.derive.values import values_of
from docgen.errors import DocgenError
from docgen.model import BudgetLine, DataReference, Indicator, Quantity
from docgen.model.lookup import not_among
from docgen.model.period import Period
from docgen.model.printing import PLAIN, Printing
from docgen.ready import ReadyObservation, ReadyTarget

_PRINTABLE = (str, int, float, Decimal, Quantity, Period, ReadyObservation, ReadyTarget)


class Names:
    """Things that ``make`` makes by their key; ``kind`` says in messages what they are.

    It has no public attributes, so that in a template ``values["I-1065"].items`` is the value "items".
    """

    __slots__ = ("_keys", "_kind", "_make")

    def __init__(self, kind: str, keys: Iterable[str | int], make: Callable[[Any], Any]) -> None:
        self._kind = kind
        self._keys = tuple(keys)
        self._make = make

    def __getitem__(self, key: str | int) -> Any:
        if key not in self._keys:
            raise unknown_name(self._kind, str(key), self._keys)
        return self._make(key)


def unknown_name(kind: str, name: str, known: Iterable[object]) -> DocgenError:
    """The error for a name that a template does not find; its place is added where the template is known."""
    return not_among(f"the template names {kind} {name!r}, which is not there", name, known, None)


NO_FACTS = Names("the fact", (), str)


def template_names(reader: Reader, facts: Names) -> dict[str, Any]:
    """The names of :data:`docgen.model.prose.NAMES`, over what ``reader`` reads."""
    library, data = reader.library, _Data(reader)
    indicators, lines = library.indicators, library.content.budget_lines
    return {
        "values": Names("the indicator", indicators, lambda name: data.values(indicators[name])),
        "budgets": Names("the budget line", lines, lambda name: data.years(lines[name])),
        "facts": facts,
        "data": data.number,
        "count": data.count,
        "fiscal_year": library.fiscal_year,
    }


def filters(printing: Printing) -> dict[str, Callable[..., Any]]:
    """The filters of :data:`docgen.model.prose.FILTERS`."""
    return {
        "decimals": _decimals,
        "absolute": _absolute,
        "signed": partial(_signed, printing=printing),
        "convert": _convert,
        "tenths": _tenths,
    }


def printed(value: Any, printing: Printing) -> Any:
    """What ``{{ value }}`` prints. DocgenError for what is missing, or is neither a text nor a number."""
    if value is None:
        raise DocgenError(
            "the template prints a value that is missing",
            expected="a value that the data has",
            hint="past, latest, forecast, target and change are there only where they are given",
        )
    if not isinstance(value, _PRINTABLE):
        raise DocgenError(
            f"the template prints {type(value).__name__}, which is neither a text nor a number",
            expected='a part of it, such as values["I-1065"].deaths.latest',
        )
    if isinstance(value, Period):
        return printing.period(value)
    if isinstance(value, ReadyTarget):
        return value.text or (printing.quantity(value.quantity) if value.quantity else str(value))
    if isinstance(value, Quantity | ReadyObservation):
        return printing.quantity(_quantity(value))
    return value


@dataclass(frozen=True, slots=True)
class _Data:
    """The functions and names that read data for a template."""

    reader: Reader

    def values(self, indicator: Indicator) -> Names:
        rows = values_of(indicator)
        return Names(f"in {indicator.id} the value", rows, lambda name: self.reader.value(indicator, rows[name]))

    def years(self, line: BudgetLine) -> Names:
        amounts = self.reader.amounts(line).by_year
        return Names(f"of budget line {line.id} the year", amounts, lambda year: amounts[year][1])

    def number(
        self,
        data: str,
        column: str,
        *,
        where: Mapping[str, str | int] | None = None,
        unit: str = "",
        decimals: int | None = None,
    ) -> Quantity:
        return self.reader.number(DataReference(data=data, column=column, where=where or {}), unit, decimals, None)

    def count(self, data: str, *, where: Mapping[str, str | int] | None = None, unit: str = "") -> Quantity:
        return self.reader.count(data, where or {}, unit)


def _quantity(value: Any) -> Quantity:
    if isinstance(value, ReadyObservation):
        return value.quantity
    if isinstance(value, Quantity):
        return value
    if isinstance(value, Decimal | int):
        return Quantity(Decimal(value))
    raise TypeError(f"{value!r} is not a quantity")


def _decimals(value: Any, places: int) -> Quantity:
    number = _quantity(value)
    return Quantity(number.value, number.unit, places)


def _absolute(value: Any) -> Quantity:
    number = _quantity(value)
    return Quantity(abs(number.value), number.unit, number.decimals)


def _signed(value: Any, printing: Printing) -> str:
    minus = "－" if printing.minus == PLAIN.minus else printing.minus
    return _quantity(value).format(minus=minus, sign=True).replace("+", "＋", 1)


def _convert(value: Any, unit: str) -> Quantity:
    return _quantity(value).convert(unit)


def _tenths(value: Any) -> Quantity:
    """A share, as a ratio or a percentage, in tenths (割)."""
    number = _quantity(value)
    return Quantity(number.value / 10 if number.unit == "%" else number.value * 10, "割", 0)
