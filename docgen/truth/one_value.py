"""One fact with two values in two tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.plain import plain
from docgen.truth.context import title_words
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_MOST = 100
_ALIKE = 2
"""How many other values two tables must share for one that differs to be an error."""

Key = tuple[frozenset[str], str, Period]


def tables_agree(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The same labels, unit and period with two values in two tables that agree on others."""
    keyed = [(table, _keyed(table)) for table in evidence.tables]
    for one, another in _sharing([facts for _, facts in keyed]):
        (first, facts), (second, others) = keyed[one], keyed[another]
        shared = [(fact, others[key]) for key, fact in facts.items() if key in others]
        differing = [(fact, other) for fact, other in shared if not _meet(fact, other)]
        alike = len(shared) - len(differing)
        same = first.title == second.title and bool(title_words(first))
        if differing and alike >= len(differing) and (alike >= _ALIKE or (same and alike)):
            yield from (_of_tables(fact, other) for fact, other in differing)


def _sharing(keyed: Sequence[Mapping[Key, Fact]]) -> list[tuple[int, int]]:
    """The pairs of tables that have a value in common, as their numbers, in their order."""
    by_key: dict[Key, list[tuple[Fact, int]]] = {}
    for number, facts in enumerate(keyed):
        for key, fact in facts.items():
            by_key.setdefault(key, []).append((fact, number))
    pairs: set[tuple[int, int]] = set()
    for of_key in by_key.values():
        waiting: list[tuple[Fact, int]] = []
        for fact, number in sorted(of_key, key=lambda one: one[0].low):
            waiting = [one for one in waiting if _meet(one[0], fact)]
            # What very many tables have, such as a total of 100 %, makes none of them another's.
            if len(waiting) < _MOST:
                pairs.update((min(number, other), max(number, other)) for _, other in waiting)
            waiting.append((fact, number))
    return sorted(pairs)


def _keyed(table: FactTable) -> dict[Key, Fact]:
    """The facts of a table that its labels, units and periods tell apart from all others of it."""
    found: dict[Key, list[Fact]] = {}
    for fact in table.facts:
        labels = frozenset(plain(label).strip() for label in (fact.row, fact.column) if label)
        if fact.period is not None and labels:
            found.setdefault((labels, fact.unit, fact.period), []).append(fact)
    return {key: facts[0] for key, facts in found.items() if len(facts) == 1}


def _meet(first: Fact, second: Fact) -> bool:
    return first.low <= second.high and second.low <= first.high


def _of_tables(first: Fact, second: Fact) -> Breach:
    return Breach(
        "one-fact-two-values.tables",
        second.where or second.place,
        label=" ".join(filter(None, (second.row, second.column, str(second.period)))),
        value=spelled(second.value, second.unit),
        other=spelled(first.value, first.unit),
        place=first.place,
    )
