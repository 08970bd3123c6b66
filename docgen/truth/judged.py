"""A deck through all rules: add a new rule here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.opened.opened_deck import OpenedDeck
from docgen.truth import numbers, one_value, totals
from docgen.truth.coverage import Coverage, coverage
from docgen.truth.sentence import Sentence, sentences

Rule = Callable[[Sequence[Sentence], Evidence], Iterable[Breach]]
"""A rule: the sentences of a deck and what they are judged by in, what is amiss out."""

RULES: tuple[Rule, ...] = (
    numbers.numbers_borne_out,
    totals.totals_add_up,
    totals.shares_add_up,
    one_value.tables_agree,
    one_value.sentences_agree,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is amiss in what a deck says, slide by slide, and how many of its numbers were judged."""

    breaches: tuple[Breach, ...]
    coverage: Coverage


def judged(deck: OpenedDeck) -> Judged:
    """A deck against itself: its sentences against its tables and charts, these against each other."""
    evidence = Evidence(tables=deck.tables, statements=deck.texts)
    return Judged(tuple(sorted(contradictions(deck.texts, evidence), key=_slide)), coverage(deck.texts, evidence))


def contradictions(texts: Iterable[Statement], evidence: Evidence) -> Iterator[Breach]:
    """What in some texts is amiss by their evidence, rule by rule."""
    read = tuple(sentence for text in texts for sentence in sentences(text))
    for rule in RULES:
        yield from rule(read, evidence)


def _slide(breach: Breach) -> int:
    return breach.where.slide if isinstance(breach.where, SlidePosition) else 0
