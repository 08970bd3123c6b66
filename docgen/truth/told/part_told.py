"""What a share must be where its sentence gives the whole as a number: 施設400軒のうち、高原が3割; 400軒の3割を高原が."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_AMONG = re.compile("の?うち、?")
_OF = re.compile("の約?")
_OF_PART = re.compile("[一-龥ァ-ヴー]{0,6}(?:が|は|も|で|では|の割合は|の割合が)?(?:約|全体の)?")
_HELD_BY = ("を", "が", "は")
_AND = re.compile("(?:と|及び|並びに|や|・)$")


def part_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The share of the label beside the claim in the whole that the sentence tells before it; () where it tells none."""
    claim = own.claim
    whole = _whole(sentence, claim) if claim.kind == "share" and None not in (claim.low, claim.high) else None
    label = _label(sentence, own, whole) if whole is not None else ""
    if whole is None or not label:
        return ()
    return tuple(
        exactly("share", 100 * part.value / total, part)
        for facts, total in _wholes(own, whole)
        for part in facts
        if label in (part.row, part.column) and 0 <= part.value <= total
    )


def _whole(sentence: Sentence, claim: Claim) -> Claim | None:
    before = [one for one in sentence.numbers if one.end <= claim.start and one.kind in ("number", "base") and one.unit]
    among = [one for one in before if _AMONG.match(sentence.words, one.end)]
    if among:
        return among[-1] if sentence.words.rfind("うち", 0, claim.start) < among[-1].end + _REACH else None
    of = [one for one in before[-1:] if _OF.fullmatch(sentence.words, one.end, claim.start)]
    return of[0] if of else None


_REACH = 4  # characters in which のうち stands behind the whole


def _label(sentence: Sentence, own: Cue, whole: Claim) -> str:
    """The one label that a share is told of; "" for none, or where it is joined to another."""
    claim, words = own.claim, sentence.words
    named = mentions(words, own.table.labels)
    behind = [one for one in named if one.start >= claim.end and words[claim.end : one.start] in _HELD_BY]
    before = [one for one in named if whole.end <= one.start and one.end <= claim.start]
    if before and _OF_PART.fullmatch(words, before[-1].end, claim.start):
        return "" if _AND.search(words, 0, before[-1].start) else before[-1].label
    return behind[0].label if behind and not before else ""


def _wholes(own: Cue, whole: Claim) -> Iterator[tuple[Sequence[Fact], Decimal]]:
    """What a whole may be: a total, or the sum of a line without one; with the parts that it has, and its value."""
    facts = [fact for fact in own.table.facts if same_unit(whole.unit, fact.unit) and own.at(fact.period)]
    columns = grouped(facts, lambda fact: (fact.column, fact.period))
    rows = grouped(facts, lambda fact: (fact.row, fact.period))
    for line in (*columns, *rows):
        totals = [fact for fact in line if is_total(own.table, fact.row) or is_total(own.table, fact.column)]
        for total in totals:
            if total.bears(whole):
                yield [fact for fact in line if fact is not total], total.value
        value = sum((fact.value for fact in line), Decimal(0))
        if not totals and len(line) > 1 and exactly("sum", value).bears(whole):
            yield line, value
