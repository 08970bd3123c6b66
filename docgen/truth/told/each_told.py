"""What a number must be that is told for one of another label: 急速1基に対し、普通は約5基."""

from __future__ import annotations

from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.mentions import mentions
from docgen.sentences.claim import Claim

_TO_ONE = re.compile("に(?:対し(?:て)?|つき)、?")
# Of what one has: 診療所1か所が受け持つ.
_OF_ONE = re.compile("(?:が|の)(?:受け持|担当|支え|負担|抱え)")
_IS = re.compile("(?:は|が)、?約?")
_ONE = ("1", "一")


def each_told(own: Cue) -> tuple[Bearer, ...]:
    """The quotient of two labels, where a number of the one is told for one of the other; () where it is not."""
    claim, words = own.claim, own.sentence
    ones = [one for one in own.others if is_one(words, one) and one.end <= claim.start]
    if claim.kind != "number" or not ones or not claim.unit:
        return ()
    named = mentions(words, own.table.labels)
    base = [one for one in named if one.end == ones[-1].start]
    match = _TO_ONE.match(words, ones[-1].end)
    above = [one for one in named if match is not None and one.start == match.end()]
    if not base or not above or not _IS.fullmatch(words, above[0].end, claim.start):
        return ()
    facts = [fact for fact in own.table.facts if own.claim.period is None or same_period(own.claim.period, fact.period)]
    pairs = [
        (one, other)
        for one in facts
        for other in facts
        if above[0].label in (one.row, one.column) and base[0].label in (other.row, other.column)
        if (one.row == other.row or one.column == other.column) and one.period == other.period and other.value > 0
        if same_unit(one.unit, claim.unit)
    ]
    return tuple(exactly("quotient", one.value / other.value, one, other) for one, other in pairs)


def is_one(words: str, claim: Claim) -> bool:
    """Whether a number is the one that others are told for: 1基 of 急速1基に対し."""
    if claim.kind not in ("number", "base") or not words.startswith(_ONE, claim.start) or not claim.admits(Decimal(1)):
        return False
    return (_TO_ONE.match(words, claim.end) or _OF_ONE.match(words, claim.end)) is not None
