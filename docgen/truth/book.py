"""What a sentence of a book may speak of: of a deck it is all that the deck has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.bearing.evidence import Evidence, Goal
from docgen.bearing.named_tables import MOST
from docgen.sentences.plain import plain
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.spoken_of import letter_pairs
from docgen.value import value

_TABLES = 200
"""Of so many tables each is asked; what has more is a book, of which only those are that a sentence may speak of."""


@value(frozen=True, slots=True)
class Book:
    """Some evidence, its tables and its targets found by their names."""

    evidence: Evidence
    tables: Near
    goals: Mapping[str, Sequence[Goal]]

    def about(self, sentence: Sentence) -> Evidence:
        """All the evidence of a deck; of a book, the tables and targets that a sentence may speak of."""
        tables, goals = self.evidence.tables, self.evidence.goals
        if len(tables) <= _TABLES and len(goals) <= MOST:
            return self.evidence
        if len(tables) > _TABLES:
            tables = tuple(self.tables.spoken_of(sentence))
        if len(goals) > MOST:
            goals = tuple(dict.fromkeys(self.goals_of(sentence)))
        return replace(self.evidence, tables=tables, goals=goals)

    def goals_of(self, sentence: Sentence) -> Iterator[Goal]:
        """The targets that have two letters of a sentence which no more than ``MOST`` of them have."""
        for pair in sorted(letter_pairs(f"{sentence.words} {plain(sentence.statement.page)}")):
            yield from self.goals.get(pair, ())


def book(evidence: Evidence, goals: Sequence[Goal] | None = None) -> Book:
    """Some evidence, from which what a sentence may speak of is taken; with other targets than its own, if any."""
    own = evidence if goals is None else replace(evidence, goals=tuple(goals))
    by_pair: dict[str, list[Goal]] = {}
    for goal in own.goals if len(own.goals) > MOST else ():
        for pair in letter_pairs(plain(goal.of)):
            by_pair.setdefault(pair, []).append(goal)
    return Book(own, near(own), {pair: found for pair, found in by_pair.items() if len(found) <= MOST})
