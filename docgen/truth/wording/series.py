"""A series: the numbers that a table gives for one thing at several periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.selection import grouped
from docgen.sentences.periods import shifted
from docgen.value import value

BEFORE = re.compile(r"(?:前年度?|昨年度?|前回|前期)(?:調査)?(?:の値|実績|値)?(?:[(（].*[)）])?")
"""A column that holds the values of the period before."""

_RANKS = re.compile("順位|ランキング")


@value(frozen=True, slots=True)
class Series:
    """Facts of one row, or of one column, from the earliest to the latest.

    ``of_rank`` tells that they are places in an order, where less is better.
    """

    table: FactTable
    row: str
    column: str
    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        """What it is called: its labels, or the title of its table."""
        return " ".join(filter(None, (self.row, self.column))) or self.table.title

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Its values, in their order."""
        return tuple(fact.value for fact in self.facts)

    @property
    def unit(self) -> str:
        """The base unit of its values."""
        return self.facts[0].unit

    @property
    def of_rank(self) -> bool:
        """Whether its values are places in an order."""
        return self.unit == "位" or (not self.unit and _RANKS.search(f"{self.table.title} {self.name}") is not None)


def series_of(table: FactTable) -> tuple[Series, ...]:
    """The series of a table that have two values or more, each at its own period."""
    return tuple(_series(table))


def _series(table: FactTable) -> Iterator[Series]:
    facts = [fact for fact in _with_before(table) if fact.period is not None]
    for group in grouped(facts, lambda fact: (fact.row, fact.column, fact.unit)):
        ordered = sorted(group, key=lambda fact: fact.period.end if fact.period else 0)
        periods = {fact.period for fact in ordered}
        kinds = {fact.period.kind for fact in ordered if fact.period}
        if len(ordered) > 1 and len(periods) == len(ordered) and len(kinds) == 1:
            yield Series(table, group[0].row, group[0].column, tuple(ordered))


def _with_before(table: FactTable) -> Iterator[Fact]:
    """The facts, those of a column 前年度 as earlier facts of the one other column that has their unit."""
    for fact in table.facts:
        if not BEFORE.fullmatch(fact.column):
            yield fact
            continue
        others = {
            other.column for other in table.facts if other.unit == fact.unit and not BEFORE.fullmatch(other.column)
        }
        if len(others) == 1 and fact.period is not None:
            column = others.pop()
            # 前回 is no period by itself: its facts have that of the table.
            now = any((one.row, one.column, one.period) == (fact.row, column, fact.period) for one in table.facts)
            yield replace(fact, column=column, period=shifted(fact.period, -1) if now else fact.period)
