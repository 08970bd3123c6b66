"""What the names of templates mean: values, budgets and facts by their ids, and functions that read data.

``docgen.model.prose`` lists the names, so that content is checked before a template is rendered: a new one stands
there as well. What may follow a name is said in ``words.py``.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.derive.reader import Reader
from docgen.derive.values import values_of
from docgen.derive.words import Change, DatedNumber, dated_number
from docgen.errors import FieldPath
from docgen.messages import message
from docgen.model import BudgetLine, DataReference, Indicator, Quantity
from docgen.model.printing import Printing
from docgen.model.prose import NAMES
from docgen.model.quantity import plain_unit
from docgen.model.short_names import NamedFact, NamedValue, ambiguous
from docgen.prose.number import Number
from docgen.prose.sandbox import Function, Names, unknown_name
from docgen.value import value


def meaning(
    name: str, path: FieldPath, reader: Reader, printing: Printing, *, is_draft: bool = False
) -> object:
    """What a name means in the sentence at ``path`` of a draft or a final edition, over what ``reader`` reads.

    DocgenError for a name that means nothing, or several things.
    """
    if name == "draft":
        return is_draft
    if name in NAMES:
        return _Data(reader, path, printing).named(name)
    meanings = reader.library.short_names.meanings(name, path)
    if len(meanings) > 1:
        raise ambiguous(name, meanings, None)
    if not meanings:
        raise unknown_name(message("noun-name"), name, (*NAMES, *reader.library.short_names.known(path)))
    (meant,) = meanings
    if isinstance(meant, NamedValue):
        return reader.value(meant.indicator, meant.value)
    return fact_meaning(meant, reader, printing)


def fact_meaning(named: NamedFact, reader: Reader, printing: Printing) -> DatedNumber | Change:
    """A fact, read at its place in the content."""
    fact = named.fact
    quantity = reader.fact(fact, reader.library.where(named.path))
    if fact.change:
        return Change.by(Number.of(quantity, printing))
    return dated_number(quantity, fact.period, fact.label, printing)


@value(frozen=True, slots=True)
class _Data:
    """The functions and names that read data for the sentence at ``path``."""

    reader: Reader
    path: FieldPath
    printing: Printing

    def named(self, name: str) -> object:
        """What one of :data:`docgen.model.prose.NAMES` means."""
        library = self.reader.library
        indicators, lines = library.indicators, library.content.budget_lines
        match name:
            case "values":
                return Names(message("noun-the-indicator"), indicators, lambda name: self.values(indicators[name]))
            case "budgets":
                return Names(message("noun-the-budget-line"), lines, lambda name: self.years(lines[name]))
            case "facts":
                facts, reader = library.short_names.facts(self.path), self.reader
                return Names(message("noun-fact"), facts, lambda name: fact_meaning(facts[name], reader, self.printing))
            case "data":
                return Function(self.number)
            case "count":
                return Function(self.count)
        return library.fiscal_year

    def values(self, indicator: Indicator) -> Names:
        rows = values_of(indicator)
        kind = message("noun-value-of", indicator=indicator.id)
        return Names(kind, rows, lambda name: self.reader.value(indicator, rows[name]))

    def years(self, line: BudgetLine) -> Names:
        amounts = self.reader.amounts(line).by_year
        return Names(message("noun-year-of", line=line.id), amounts, lambda year: amounts[year][1])

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
        places = None if decimals is None else decimals.__index__()
        return self.reader.number(reference, str(plain_unit(unit)), places, None)

    def count(self, data: str, *, where: Mapping[str, str | Number] | None = None, unit: str = "") -> Quantity:
        return self.reader.count(data, _written(where), str(plain_unit(unit)))


def _written(where: Mapping[str, str | Number] | None) -> Mapping[str, str | int]:
    """The cells that rows must have, as they are written in a file."""
    return {name: str(value) for name, value in (where or {}).items()}
