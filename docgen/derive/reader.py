"""What one page reads from the data and what it cites: the page's record for its speaker notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from docgen.derive.library import Library
from docgen.errors import Where
from docgen.model import BudgetLine, DataTable, Fact, Indicator, IndicatorValue, Quantity
from docgen.model.budget import Amounts
from docgen.model.cells.text import text_of
from docgen.model.data import Amount
from docgen.model.lookup import matching_rows, quantity_of, table_named
from docgen.ready import ReadyValue, Trace


class Reader:
    """Reads the ``library`` for one page.

    ``traces`` are the cells whose numbers were read, ``cited`` the sources that the page states; each once,
    in the order in which they came.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.traces: dict[Trace, None] = {}
        self.cited: dict[str, None] = {}

    def note(self, *traces: Trace | None) -> None:
        """Note where numbers were read."""
        self.traces.update((trace, None) for trace in traces if trace is not None)

    def cite(self, sources: Iterable[str]) -> None:
        """Note the texts of sources that the page states."""
        self.cited.update((source, None) for source in sources)

    def value(self, indicator: Indicator, value: IndicatorValue) -> ReadyValue:
        """A row of an indicator's value table. DocgenError for a number that is not there."""
        row = self.library.value(indicator, value)
        self.note(*row.traces)
        return row

    def amounts(self, line: BudgetLine) -> Amounts:
        """The amounts of a budget line. DocgenError where they cannot be read."""
        amounts = self.library.amounts(line)
        self.note(*map(Trace.of, amounts.cells))
        return amounts

    def number(self, amount: Amount, unit: str, decimals: int | None, where: Where) -> Quantity:
        """A number that the content writes out or refers to. DocgenError where the data does not have it."""
        number, cell = quantity_of(amount, unit, decimals, self.library.tables, where)
        self.note(Trace.of(cell) if cell is not None else None)
        return number

    def fact(self, fact: Fact, where: Where) -> Quantity:
        """A fact's number. DocgenError where the data does not have it."""
        if fact.count is not None:
            return replace(self.count(fact.count.data, fact.count.where, fact.unit), decimals=fact.decimals)
        amounts = fact.sum if fact.value is None else (fact.value,)
        numbers = [self.number(amount, fact.unit, fact.decimals, where).value for amount in amounts]
        return Quantity(sum(numbers, Decimal(0)) / fact.divide, fact.unit, fact.decimals)

    def count(self, data: str | DataTable, wanted: Mapping[str, object], unit: str) -> Quantity:
        """How many rows of a data file have the ``wanted`` cells."""
        table = table_named(data, self.library.tables, None)
        rows = matching_rows(table, {name: text_of(value) for name, value in wanted.items()}, None)
        self.note(*(Trace.of_row(table, row) for row in rows))
        return Quantity(Decimal(len(rows)), unit)
