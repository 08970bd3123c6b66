"""The lines of a table whose members are of one kind: the rows of a column, the years of a row, the columns at a year."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.selection import is_total
from docgen.model.period import Period
from docgen.truth.counts.exact import REST
from docgen.value import value

Member = str | Period
"""What tells the facts of a line apart: the name of a row or column, or a period."""


@value(frozen=True, slots=True)
class Line:
    """Facts that differ in their ``side`` alone (row, column or period), with what is one of them all (``of``).

    Totals and what no other holds are no members.
    """

    side: str
    of: tuple[str, ...]
    period: Period | None
    members: tuple[tuple[Member, Fact], ...]

    @property
    def names(self) -> tuple[Member, ...]:
        """The names of its members."""
        return tuple(name for name, _ in self.members)


# Rules on counts ask for those of a table for each sentence that has a threshold.
@lru_cache(maxsize=1024)
def lines(table: FactTable) -> tuple[Line, ...]:
    """The lines of a table with two members or more, each of them once.

    >>> from docgen.bearing.fact import fact_table
    >>> table = fact_table("t", "人口", ["市", "2020年", "2021年"], [["北市", "3", "4"], ["南市", "5", "6"]], "人")
    >>> [(line.side, line.of, str(line.period)) for line in lines(table)]
    [('row', (), '2020年'), ('row', (), '2021年'), ('period', ('北市',), 'None'), ('period', ('南市',), 'None')]
    """
    found: list[Line] = []
    for side in ("row", "column", "period"):
        groups: dict[tuple[str, str, Period | None], list[Fact]] = {}
        for fact in table.facts:
            key = ("" if side == "row" else fact.row, "" if side == "column" else fact.column)
            groups.setdefault((*key, None if side == "period" else fact.period), []).append(fact)
        found += (line for key, facts in groups.items() if (line := _line(side, key, facts, table)) is not None)
    return tuple(found)


def _line(side: str, key: tuple[str, str, Period | None], facts: Sequence[Fact], table: FactTable) -> Line | None:
    members = [(getattr(fact, side), fact) for fact in facts]
    own = [(name, fact) for name, fact in members if name and not (isinstance(name, str) and _is_no_member(table, name))]
    names = {name for name, _ in own}
    units = {fact.unit for _, fact in own}
    if len(own) < 2 or len(names) != len(own) or len(units) != 1:
        return None
    return Line(side, tuple(label for label in key[:2] if label), key[2], tuple(own))


def _is_no_member(table: FactTable, name: str) -> bool:
    return is_total(table, name) or name in REST
