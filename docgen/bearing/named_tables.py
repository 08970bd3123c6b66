"""Which of many tables a sentence names by a label, at the cost of the sentence's length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import names_of

_HEAD = 2
MOST = 60
"""A name of more tables than these tells none of them: else a deck of alike slides takes the square of its length."""


def named_tables(evidence: Evidence) -> NamedTables:
    """The tables of some evidence by the names of their rows and columns."""
    return evidence.once(_named_tables)


def _named_tables(evidence: Evidence) -> NamedTables:
    return NamedTables(evidence.tables)


class NamedTables:
    """Tables by the first letters of the names of their rows and columns.

    >>> from docgen.bearing.fact import fact_table
    >>> port = fact_table("p", "港", ["年", "輸出", "輸入"], [["2022年", "3", "5"]], "トン")
    >>> named = NamedTables([port, fact_table("c", "市", ["年", "人口"], [["2022年", "8"]], "人")])
    >>> [table.title for table in named.in_sentence("輸入は5トン。")]
    ['港']
    """

    __slots__ = ("_by_head", "_found", "_units", "tables")

    def __init__(self, tables: Sequence[FactTable]) -> None:
        self.tables = tuple(tables)
        self._units = [{fact.unit for fact in table.facts} for table in tables]
        self._found: dict[str, Sequence[int]] = {}
        self._by_head: dict[str, list[tuple[str, int]]] = {}
        named: dict[str, list[int]] = {}
        for index, table in enumerate(tables):
            for name in names_of(table.labels):
                named.setdefault(name, []).append(index)
        for name, indices in named.items():
            if len(indices) <= MOST:
                self._by_head.setdefault(name[:_HEAD], []).extend((name, index) for index in indices)

    def in_sentence(self, sentence: str, unit: str | None = None) -> Iterator[FactTable]:
        """The tables of which a half-width sentence names a label, in their order; only those with facts of ``unit``."""
        if sentence not in self._found:
            self._found[sentence] = self._indices(sentence)
        for index in self._found[sentence]:
            if unit is None or any(same_unit(unit, own) for own in self._units[index]):
                yield self.tables[index]

    def _indices(self, sentence: str) -> Sequence[int]:
        found: set[int] = set()
        for size in range(1, _HEAD + 1):
            heads = [(place, sentence[place : place + size]) for place in range(len(sentence))]
            for place, head in [(place, head) for place, head in heads if head in self._by_head]:
                found.update(index for name, index in self._by_head[head] if sentence.startswith(name, place))
        return sorted(found)
