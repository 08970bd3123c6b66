"""Several numbers that are all those of another row or column than the one that a sentence names: 県民 for 観光客."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import as_it_stands
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_PLAIN = frozenset({"number", "share", "ratio"})
_FEWEST = 2


def numbers_of_the_label(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Two numbers or more told of one row or column, which are all those of another, and none its own."""
    tables = near(evidence)
    for sentence in sentences:
        told = [claim for claim in sentence.numbers if claim.kind in _PLAIN and claim.unit and claim.low is not None]
        for table in tables.on_page(sentence) if len(told) >= _FEWEST else ():
            breach = _judged(sentence, told, table)
            if breach is not None:
                yield breach
                break


def _judged(sentence: Sentence, told: Sequence[Claim], table: FactTable) -> Breach | None:
    if not table.rows or not table.columns or any(not table.measures(claim.unit) for claim in told):
        return None
    named = mentions(sentence.words, table.labels)
    for of_row in (False, True):
        own = [one for one in named if one.label in (table.rows if of_row else table.columns)]
        across = {one.label for one in named} - {one.label for one in own}
        if len({one.label for one in own}) != 1 or not across or own[0].start > told[0].start:
            continue
        facts = [fact for fact in table.facts if _across(fact, of_row) in across]
        its_own = [fact for fact in facts if _along(fact, of_row) == own[0].label]
        if sentence.words[own[0].start : own[0].end] != own[0].label and not _measure(its_own, told):
            # 交付 of 交付は3件, where 交付額 is a column of yen.
            continue
        right = _borne(told, its_own)
        if any(right) or len(across) < len(told):
            continue
        others = {_along(fact, of_row) for fact in facts} - {own[0].label, ""}
        alike = [label for label in sorted(others) if _are_all_of(told, facts, label, of_row)]
        if len(alike) == 1:
            return _breach(sentence, own[0], told, alike[0], [one for one in facts if _along(one, of_row) == own[0].label])
    return None


def _along(fact: Fact, of_row: bool) -> str:
    return fact.row if of_row else fact.column


def _across(fact: Fact, of_row: bool) -> str:
    return fact.column if of_row else fact.row


def _measure(facts: Sequence[Fact], told: Sequence[Claim]) -> bool:
    """Whether any of some facts is in the unit of any of some numbers."""
    return any(same_unit(claim.unit, fact.unit) for fact in facts for claim in told)


def _borne(told: Sequence[Claim], facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts that bear each of some numbers out, for those that any does."""
    found = [[fact for fact in facts if _bears(fact, claim)] for claim in told]
    return [bearing for bearing in found if bearing]


def _bears(fact: Fact, claim: Claim) -> bool:
    at = claim.period is None or fact.period is None or same_period(claim.period, fact.period)
    return at and same_unit(claim.unit, fact.unit) and as_it_stands(fact).bears(claim)


def _are_all_of(told: Sequence[Claim], facts: Sequence[Fact], label: str, of_row: bool) -> bool:
    """Whether all numbers are those of one label, each of a name of its own across from it."""
    found = _borne(told, [fact for fact in facts if _along(fact, of_row) == label])
    return len(found) == len(told) and len({_across(bearing[0], of_row) for bearing in found}) == len(told)


def _breach(sentence: Sentence, own: Mention, told: Sequence[Claim], label: str, facts: Sequence[Fact]) -> Breach:
    return sentence.breach(
        "another-cell",
        sentence.spot(own.start, told[-1].end),
        number="、".join(claim.text for claim in told),
        label=own.label,
        right="、".join(spelled(fact.value, fact.unit) for fact in facts),
        place=label,
    )
