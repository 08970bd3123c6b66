"""What a number must be where its sentence adds up two that it gave before, or tells how far these are apart."""

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
# 東部が250人、西部の190人と60人の開きがある; その差は60人.
_APART = re.compile("(?:の|もの)?(?:差|開き|隔たり)(?!引)")
_GAP = re.compile("(?:その|両[一-龥]{1,2}の|[一-龥]{1,4}間の)?(?:差|開き)は、?約?$")
_NET = re.compile("差し?引き?(?:で|すると|、)?約?$")
_AMOUNTS = frozenset({"number", "share"})


def sum_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The sum, or the difference, of the two numbers of its unit before a number; () where the sentence tells neither."""
    claim = own.claim
    added = _BOTH.search(sentence.words, 0, claim.start) is not None
    apart = _APART.match(sentence.words, claim.end) or _GAP.search(sentence.words, 0, claim.start)
    if not claim.unit or not (added or apart):
        return ()
    before = [one for one in sentence.numbers if one.end <= claim.start and _is_alike(one, claim)]
    if claim.kind not in _AMOUNTS or len(before) < 2:
        return ()
    if not all(_is_borne(sentence, own, one, any_way=not added) for one in before[-2:]):
        return ()
    first, second = ((one.low or Decimal(0), one.high or Decimal(0)) for one in before[-2:])
    low, high = first[0] + second[0], first[1] + second[1]
    if not added:
        greater, smaller = sorted((first, second), reverse=True)
        low, high = greater[0] - smaller[1], greater[1] - smaller[0]
    how = "said_sum" if added else "said_difference"
    return (Bearer(how, tuple(one.text for one in before[-2:]), low, high),) if high > low else ()


def is_net(sentence: Sentence, claim: Claim) -> bool:
    """Whether a change is what two others before it come to: 計106億円増える一方、計26億円減り、差引き80億円の増."""
    if claim.kind != "change" or not _NET.search(sentence.words, 0, claim.start):
        return False
    before = [one for one in sentence.numbers if one.end <= claim.start and one.kind == "change" and one.unit == claim.unit]
    ends = [(one.low, one.high) for one in before[-2:] if one.low is not None and one.high is not None]
    return len(ends) == 2 and claim.admits(sum((low + high for low, high in ends), Decimal(0)) / 2)


def _is_alike(one: Claim, claim: Claim) -> bool:
    return one.kind == claim.kind and same_unit(one.unit, claim.unit) and None not in (one.low, one.high)


def _is_borne(sentence: Sentence, own: Cue, value: Claim, any_way: bool) -> bool:
    of_value = cue(sentence.words, sentence.claims, value, own.table)
    return any(bearer.bears(value) for bearer in bearers(of_value) if any_way or bearer.how in ("cell", "share"))
