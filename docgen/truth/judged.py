"""A deck through all rules: add a new rule here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable
from docgen.breach import Breach, Spot
from docgen.errors import SlidePosition
from docgen.model.house_term import HouseTerm
from docgen.opened.captions import captions
from docgen.opened.contents import contents
from docgen.opened.goals import goals_of
from docgen.opened.legends import legends_of
from docgen.opened.opened_deck import OpenedDeck
from docgen.opened.publication import publication
from docgen.truth import (
    another_cell,
    another_label,
    house_terms,
    numbers,
    one_value,
    outliers,
    per_told,
    stated,
    totals,
)
from docgen.truth.copies import copies_rules
from docgen.truth.counts import count_rules
from docgen.truth.coverage import Coverage, coverage
from docgen.truth.naming import identity, naming_rules, numbering
from docgen.truth.places import PLACE_RULES
from docgen.truth.sentence import Sentence, sentences
from docgen.truth.support import support_rules
from docgen.truth.time import another_period, time_rules
from docgen.truth.words import compared, directions, extents, word_rules
from docgen.value import value

Rule = Callable[[Sequence[Sentence], Evidence], Iterable[Breach]]
"""A rule: the sentences of a deck and what they are judged by in, what is amiss out."""

_NUMBERS: frozenset[Rule] = frozenset(
    {
        another_period.numbers_at_their_period,
        another_label.numbers_of_the_label,
        another_cell.numbers_in_their_cell,
        numbers.numbers_borne_out,
        stated.statements_agree,
    }
)
"""The rules that find a number which is not that of what the sentence says."""

_NAMES: frozenset[Rule] = frozenset(
    {identity.one_name_per_id, numbering.numbers_exist, numbering.numbers_follow, numbering.labels_match}
)
"""The rules that find a number or an id beside another's name."""

_OF_NUMBERS: frozenset[Rule] = frozenset(
    {directions.directions_follow, extents.extents_hold, compared.comparisons_hold}
)
"""The rules on words that tell how a number is to another."""

RULES: tuple[Rule, ...] = (
    *time_rules.RULES,
    *count_rules.RULES,
    another_label.numbers_of_the_label,
    another_cell.numbers_in_their_cell,
    numbers.numbers_borne_out,
    per_told.rates_per_what_is_told,
    totals.totals_add_up,
    totals.shares_add_up,
    outliers.cells_in_scale,
    one_value.tables_agree,
    stated.statements_agree,
    *naming_rules.RULES,
    *word_rules.RULES,
    *support_rules.RULES,
    *copies_rules.RULES,
    house_terms.terms_as_listed,
)


@value(frozen=True, slots=True)
class Judged:
    """What is amiss in what a deck says, slide by slide, and how many of its numbers were judged."""

    breaches: tuple[Breach, ...]
    coverage: Coverage


def judged(deck: OpenedDeck, terms: tuple[HouseTerm, ...] = (), data: tuple[FactTable, ...] = ()) -> Judged:
    """A deck against itself: its sentences against its tables and charts, these against each other; words by ``terms``.

    ``data`` are further tables that its numbers are judged by.
    """
    texts = deck.statements
    evidence = Evidence(
        tables=(*deck.tables, *data),
        statements=texts,
        titles=captions(deck),
        contents=tuple(entry.text for entry in contents(deck)),
        legends=legends_of(deck),
        goals=goals_of(deck.tables),
        published=publication(deck),
        terms=terms,
    )
    places = [breach for rule in PLACE_RULES for breach in rule(deck)]
    return Judged(tuple(sorted([*contradictions(texts, evidence), *places], key=_slide)), coverage(texts, evidence))


def contradictions(texts: Iterable[Statement], evidence: Evidence) -> Iterator[Breach]:
    """What in some texts is amiss by their evidence, rule by rule; the same words once, by the first rule, and a
    number but with the words that it stands in, where a later rule finds these amiss.

    A word beside a number that is amiss is not judged: 9,120件を下回った may well be so of the right number.
    """
    read = tuple(sentence for text in texts for sentence in sentences(text))
    every: list[tuple[Breach, bool]] = []
    found: dict[str, list[Spot]] = {}
    numbers_off: dict[str, list[Spot]] = {}
    names_off: dict[str, list[Spot]] = {}
    for rule in RULES:
        for breach in rule(read, evidence):
            where, spot = str(breach.where), breach.spot
            own = found.setdefault(where, [])
            beside = rule in _OF_NUMBERS and any(_is_beside(spot, one) for one in numbers_off.get(where, ()))
            told = rule in _NUMBERS and any(_lies_in(spot, one) for one in numbers_off.get(where, ()))
            told = told or (rule in _NAMES and any(_lies_in(spot, one) for one in names_off.get(where, ())))
            if spot is None or not (spot in own or beside or told):
                every.append((breach, rule in _NUMBERS))
            if spot is not None:
                own.append(spot)
                if rule in _NUMBERS:
                    numbers_off.setdefault(where, []).append(spot)
                if rule in _NAMES:
                    names_off.setdefault(where, []).append(spot)
    yield from _widest(every)


def _widest(every: Sequence[tuple[Breach, bool]]) -> Iterator[Breach]:
    """The breaches but for those of a number (True) within the words of another: 7.7 of 月見市が7.7か所で最も多い."""
    told: dict[str, list[Spot]] = {}
    for breach, _ in every:
        if breach.spot is not None:
            told.setdefault(str(breach.where), []).append(breach.spot)
    for breach, of_number in every:
        others = told.get(str(breach.where), ()) if of_number else ()
        if not any(other != breach.spot and _lies_in(breach.spot, other) for other in others):
            yield breach


def _lies_in(spot: Spot | None, other: Spot) -> bool:
    """Whether a spot lies within another of its text, which tells of the same number."""
    return spot is not None and spot.text == other.text and other.start <= spot.start and spot.end <= other.end


def _is_beside(spot: Spot | None, other: Spot) -> bool:
    """Whether two spots of one text stand beside each other in one clause."""
    if spot is None or (spot.start < other.end and other.start < spot.end):
        return False
    between = spot.text[min(spot.end, other.end) : max(spot.start, other.start)]
    return spot.text == other.text and not re.search("[、。；;]", between)


def _slide(breach: Breach) -> int:
    return breach.where.slide if isinstance(breach.where, SlidePosition) else 0
