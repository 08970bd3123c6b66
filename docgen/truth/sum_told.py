"""What a number must be where its sentence adds up two that it gave before: AはN件、BはM件であり、両者を合わせると."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_BOTH = re.compile(
    r"(?:両[一-龥]{1,2}|二つ|2つ|双方|これら|それら)(?:を|の|で)?(?:合わせ(?:る|た)?[とて]?|足[しす]と?|合計|計)"
    r"[^、。0-9]{0,6}、?(?:約)?$"
)


def sum_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The sum of the two numbers of its unit before a number; () where the sentence adds up none, or not such."""
    claim = own.claim
    if claim.kind not in ("number", "share") or not claim.unit or not _BOTH.search(sentence.words, 0, claim.start):
        return ()
    before = [one for one in sentence.numbers if one.end <= claim.start and _is_alike(one, claim)]
    if len(before) < 2 or not all(_is_borne(sentence, own, one) for one in before[-2:]):
        return ()
    low = sum((one.low for one in before[-2:] if one.low is not None), Decimal(0))
    high = sum((one.high for one in before[-2:] if one.high is not None), Decimal(0))
    return (Bearer("said_sum", tuple(one.text for one in before[-2:]), low, high),) if high > low else ()


def _is_alike(one: Claim, claim: Claim) -> bool:
    return one.kind == claim.kind and same_unit(one.unit, claim.unit) and None not in (one.low, one.high)


def _is_borne(sentence: Sentence, own: Cue, value: Claim) -> bool:
    of_value = cue(sentence.words, sentence.claims, value, own.table)
    return any(bearer.bears(value) for bearer in bearers(of_value) if bearer.how in ("cell", "share"))
