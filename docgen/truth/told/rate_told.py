"""What a rate must be by the two numbers told before it: 応募120件に対し36件を採択し、採択率は30.0％."""

from __future__ import annotations

from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.truth.told.announced import is_growth

_RATE = re.compile(r"(?P<of>[一-龥]{2})率(?:は|が|も|を)?、?約?$")
_AGAINST = re.compile(r"[)]?に(?:対し|対して)、?[^、。0-9]{0,8}")
# Beside the number that a rate is named by: 採択は36件, 36件を採択し.
_BESIDE = 5
_OPENS, _AMONG = re.compile(r"[^、。()0-9]{0,8}\("), re.compile("中?(?:の|のうち)?")
_CLAUSE = re.compile("[。]")


def rate_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The part of the first of two numbers that the second is, where the rate between them is told; () where none is."""
    words, claim = sentence.words, own.claim
    if claim.kind == "share" and (told := _in_brackets_behind(sentence, claim)):
        return told
    rate = _RATE.search(words, 0, claim.start)
    before = [one for one in sentence.numbers if one.end <= claim.start]
    if rate is None or claim.kind != "share" or is_growth(words[: claim.start]) or len(before) < 2:
        return ()
    whole, part = before[-2:]
    if not _are_alike(whole, part) or _CLAUSE.search(words, whole.start, claim.start):
        return ()
    against = _AGAINST.fullmatch(words, whole.end, part.start) is not None
    if not against and not (_is_beside(words, part, rate["of"]) and not _is_beside(words, whole, rate["of"])):
        return ()
    (low, high), (least, most) = _bounds(part), _bounds(whole)
    if not 0 < low <= least:
        return ()
    return (Bearer("said_ratio", (part.text, whole.text), 100 * low / most, 100 * high / least),)


def _in_brackets_behind(sentence: Sentence, claim: Claim) -> tuple[Bearer, ...]:
    """The part that is told in the brackets behind a share: 4割弱である（1,800億円中700億円）."""
    following = [one for one in sentence.numbers if one.start >= claim.end][:2]
    if len(following) < 2 or not _OPENS.fullmatch(sentence.words, claim.end, following[0].start):
        return ()
    whole, part = following
    if not _AMONG.fullmatch(sentence.words, whole.end, part.start) or None in (whole.low, whole.high, part.low, part.high):
        return ()
    (low, high), (least, most) = _bounds(part), _bounds(whole)
    of = (part.text, whole.text)
    return (Bearer("said_ratio", of, 100 * low / most, 100 * high / least),) if 0 < low <= least else ()


def _are_alike(one: Claim, other: Claim) -> bool:
    alike = one.kind == other.kind == "number" and bool(one.unit) and same_unit(one.unit, other.unit)
    at_once = None in (one.period, other.period) or one.period == other.period
    return alike and at_once and None not in (one.low, one.high, other.low, other.high)


def _bounds(claim: Claim) -> tuple[Decimal, Decimal]:
    return claim.low or Decimal(0), claim.high or Decimal(0)


def _is_beside(words: str, number: Claim, name: str) -> bool:
    before = words[max(0, number.start - _BESIDE) : number.start]
    return name in before or words[number.end : number.end + _BESIDE].startswith(f"を{name}")
