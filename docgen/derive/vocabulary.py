"""What the names of templates mean: values, budgets and facts by their ids, and functions that read data.

``docgen.model.prose`` lists the names, so that content is checked before a template is rendered: a new one stands
there as well. What may follow a name is said in ``words.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.derive.reader import Reader
from docgen.derive.values import values_of
from docgen.model import BudgetLine, DataReference, Indicator, Quantity
from docgen.model.prose import NAMES
from docgen.prose.number import Number
from docgen.prose.sandbox import Function, Names, unknown_name

NO_FACTS = Names("the fact", (), str)


def meaning(name: str, reader: Reader, facts: Names) -> object:
    """What a name means, over what ``reader`` reads. DocgenError for a name that means nothing."""
    known = _names(reader, facts)
    if name not in known:
        raise unknown_name("the name", name, NAMES)
    return known[name]


def _names(reader: Reader, facts: Names) -> Mapping[str, object]:
    """The names of :data:`docgen.model.prose.NAMES`."""
    library, data = reader.library, _Data(reader)
    indicators, lines = library.indicators, library.content.budget_lines
    return {
        "values": Names("the indicator", indicators, lambda name: data.values(indicators[name])),
        "budgets": Names("the budget line", lines, lambda name: data.years(lines[name])),
        "facts": facts,
        "data": Function(data.number),
        "count": Function(data.count),
        "fiscal_year": library.fiscal_year,
    }


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
        where: Mapping[str, str | Number] | None = None,
        unit: str = "",
        decimals: Number | None = None,
    ) -> Quantity:
        reference = DataReference(data=data, column=column, where=_written(where))
        return self.reader.number(reference, unit, None if decimals is None else decimals.__index__(), None)

    def count(self, data: str, *, where: Mapping[str, str | Number] | None = None, unit: str = "") -> Quantity:
        return self.reader.count(data, _written(where), unit)


def _written(where: Mapping[str, str | Number] | None) -> Mapping[str, str | int]:
    """The cells that rows must have, as they are written in a file."""
    return {name: str(value) for name, value in (where or {}).items()}
