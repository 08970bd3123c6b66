"""What a change must be by the two numbers told before it: 128千円で、前年度の131千円から3千円の減."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

# Between the newer number and the older: both are of one thing.
_THEN = re.compile(
    "(?:で(?:あり)?|と(?:なり|なっており)?|に[上の]?り)?、?(?:これは)?"
    "(?:前年度?|前回(?:調査)?|昨年度?|前期|前年同[期月]|[^、。はがも]{0,6}年度?)の約?"
)
_FROM = re.compile("(?:から|より|に比べ、?|と比べ、?)約?")


def from_said(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """What the first of the two numbers before a change gained on the second; () where these are not told so."""
    claim = own.claim
    before = [one for one in sentence.numbers if one.end <= claim.start]
    if claim.kind != "change" or len(before) < 2 or None in (claim.low, claim.high):
        return ()
    new, old = before[-2:]
    if not _THEN.fullmatch(sentence.words, new.end, old.start) or not _FROM.fullmatch(sentence.words, old.end, claim.start):
        return ()
    if new.kind != "number" or old.kind != "number" or not new.unit or not same_unit(new.unit, old.unit):
        return ()
    return _gain(claim, new, old)


def _gain(claim: Claim, new: Claim, old: Claim) -> tuple[Bearer, ...]:
    if new.low is None or new.high is None or old.low is None or old.high is None or old.low <= 0:
        return ()
    of = (new.text, old.text)
    if claim.unit == "%":
        return (Bearer("said_change", of, 100 * (new.low / old.high - 1), 100 * (new.high / old.low - 1)),)
    if not same_unit(claim.unit, new.unit):
        return ()
    return (Bearer("said_difference", of, new.low - old.high, new.high - old.low),)
