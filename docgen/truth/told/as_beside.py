"""What a number must be by another of its kind that is computed so: 1人当たり、東市では4,000人、西市では5,000人."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.sentences.claim import Claim
from docgen.truth.nearly import has_digits
from docgen.truth.sentence import Sentence

_COMPUTED = frozenset({"quotient", "share"})


def as_beside(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The quotients of a claim's row that are computed as those beside it of other rows are; () where these are none.

    Each of both numbers is told of the one label nearest before it, and the other's is computed in one way alone.
    """
    claim = own.claim
    if claim.kind not in ("number", "share") or None in (claim.low, claim.high):
        return ()
    # What most tables and numbers do not have, before what is computed.
    sides = [by_row for by_row in (True, False) if _is_told_of(own, _nearest(own, by_row))]
    if not sides:
        return ()
    facts = {fact.place: fact for fact in own.table.facts}
    for other in sentence.numbers:
        if other is claim or (other.kind, other.period) != (claim.kind, claim.period) or not has_digits(other, 1):
            continue
        if same_unit(other.unit, claim.unit) and (found := tuple(_alike(sentence, own, other, facts, sides))):
            return found
    return ()


def _alike(
    sentence: Sentence, own: Cue, other: Claim, facts: Mapping[str, Fact], sides: Sequence[bool]
) -> Iterator[Bearer]:
    beside = cue(sentence.words, sentence.claims, other, own.table)
    labels = {by_row: (_nearest(own, by_row), _nearest(beside, by_row)) for by_row in sides}
    labels = {by_row: (one, two) for by_row, (one, two) in labels.items() if one != two and _is_told_of(beside, two)}
    if not labels:
        return
    computed = [one for one in bearers(beside, ()) if one.bears(other)]
    ways = {one.of for one in computed}
    pairs = {places: [facts[place] for place in places if place in facts] for places in ways}
    if len(ways) != 1 or not all(one.how in _COMPUTED for one in computed) or computed[0].low <= 0:
        return
    [(places, pair)] = pairs.items()
    for by_row, (label, theirs) in labels.items():
        if len(pair) == len(places) == 2 and {_label(fact, by_row) for fact in pair} == {theirs} and pair[0].value > 0:
            yield from _computed(computed[0], pair, _moved(own, pair, label, by_row))


def _nearest(own: Cue, by_row: bool) -> str:
    """The label that a number is most likely told of, of the rows or of the columns; "" for none."""
    return next(iter(own.rows if by_row else own.columns), "")


def _is_told_of(own: Cue, label: str) -> bool:
    """Whether a number is told of a label right before it, with no other number between; of none it is not."""
    if not label:
        return False
    before = [one for one in mentions(own.sentence, (label,)) if one.end <= own.claim.start]
    return bool(before) and not any(before[-1].end <= one.start < own.claim.start for one in own.others)


def _label(fact: Fact, by_row: bool) -> str:
    return fact.row if by_row else fact.column


def _moved(own: Cue, pair: Sequence[Fact], label: str, by_row: bool) -> list[Fact]:
    """The facts that are to a label what those of a pair are to theirs."""
    across = [(_label(fact, not by_row), fact.period, fact.unit) for fact in pair]
    return [
        fact
        for told in across
        for fact in own.table.facts
        if _label(fact, by_row) == label and (_label(fact, not by_row), fact.period, fact.unit) == told
    ]


def _computed(one: Bearer, pair: Sequence[Fact], moved: Sequence[Fact]) -> Iterator[Bearer]:
    """The quotient of other facts, scaled as that of a pair is."""
    if len(moved) == len(pair) and moved[1].value > 0:
        scale = one.low * pair[1].value / pair[0].value
        yield exactly(one.how, scale * moved[0].value / moved[1].value, *moved)
