"""The series of all tables of some evidence: the values of one thing, from the earliest to the latest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.selection import grouped


def every_series(evidence: Evidence) -> Sequence[tuple[FactTable, list[Fact]]]:
    """The series of all tables, each with its table."""
    return evidence.once(_every_series)


def _every_series(evidence: Evidence) -> Sequence[tuple[FactTable, list[Fact]]]:
    return [(table, facts) for table in evidence.tables for facts in _series(table)]


def _series(table: FactTable) -> Iterator[list[Fact]]:
    dated = [fact for fact in table.facts if fact.period is not None]
    for group in grouped(dated, lambda fact: (fact.row, fact.column, fact.unit)):
        yield sorted(group, key=lambda fact: fact.period.end if fact.period else 0)
