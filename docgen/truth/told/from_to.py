"""What a change must be by the two values that its sentence says it is between: 1,331か所から1,378か所へと47か所増えた."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.mentions import mentions
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_FROM = re.compile(r"(?:[(（][^)）]*[)）])?(?:から|より)")
# Between the newer value and the change: へと, となり、率にして.
_ONWARD = re.compile(r"(?:[(（][^)）]*[)）])?[^、。はが()（）]{0,8}(?:、[^、。はが()（）]{0,8})?")
# The rate or the width of the change that was just told: 5,770人増え、伸び率は7.2%.
_GROWTH = "(?:伸び|増加|減少|上昇|低下)率(?:は|が|で)?、?約?"
_WIDTH = "(?:上昇|低下|縮小|拡大|増加|減少)幅(?:は|が|で)?、?約?"
_NAMED = re.compile(rf"[^。()（）]{{0,16}}?(?:{_GROWTH}|{_WIDTH})")
_OFF = re.compile(r"[)]?(?:から|より)(?:[^、。はがを0-9]{0,8}|の(?:上昇|低下|拡大|縮小|増加|減少)[幅率](?:は|が)、?)")
_ON = re.compile(r"[^、。はが()]{0,8}、[^、。はが()]{0,16}の")
# A loss by its own name is told without its sign.
_LOSS = re.compile(r"(?:減少|低下|縮小|下落)[率幅数量額](?:は|が|で)?、?約?$")
# Between the change and the newer value: 増えて, 増の.
_LEADS = re.compile(r"[^、。はが]{0,8}、?")
_CHANGES = frozenset({"change", "multiple", "points"})
_VALUES = frozenset({"number", "ratio", "share"})
_TOLD = frozenset({"cell", "sum", "complement", "share"})


def gain_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The difference of the two values, its %, or how many times the older the newer is.

    () where the sentence does not tell them, or the table has not both.
    """
    told = own.claim.kind in _CHANGES or _is_growth(own)
    pair = _pair(sentence, own) if told and None not in (own.claim.low, own.claim.high) else None
    if pair is None or not all(_is_borne(sentence, own, value) for value in pair):
        return ()
    return tuple(_gain(own, *pair))


def _pair(sentence: Sentence, own: Cue) -> tuple[Claim, Claim] | None:
    """The older and the newer value: the last before the claim that から follows, and the next one of its unit."""
    claim = own.claim
    values = [other for other in sentence.numbers if other.kind in _VALUES and other.unit]
    starts = [at for at, old in enumerate(values) if old.end <= claim.start and _FROM.match(sentence.words, old.end)]
    if not starts:
        return None
    if starts[-1] and _OFF.fullmatch(sentence.words, values[starts[-1]].end, claim.start):
        return _before_old(own, values[starts[-1]], values[starts[-1] - 1])
    if starts[-1] + 1 >= len(values):
        return None
    old, new = values[starts[-1] : starts[-1] + 2]
    others = [one for one in own.others if old.end <= one.start < max(claim.start, new.start) and one is not new]
    told = any(one.kind in _CHANGES and one.unit == claim.unit for one in others)
    if told or not same_unit(old.unit, new.unit) or not _is_measured(claim, old):
        return None
    if new.end <= claim.start:
        between = sentence.words[new.end : claim.start]
        dated = any(one.kind == "period" for one in others if one.start >= new.end)
        joined = not dated and any(pattern.fullmatch(between) for pattern in (_ONWARD, _NAMED))
    else:
        between = sentence.words[claim.end : new.start]
        joined = _LEADS.fullmatch(between) is not None
    return (old, new) if joined and not mentions(between, own.table.labels) else None


def _before_old(own: Cue, old: Claim, new: Claim) -> tuple[Claim, Claim] | None:
    """The values of a change that is told right behind the older one: 61.8%であり、2016年の62.7%から0.9ポイント低下."""
    between = own.sentence[new.end : old.start]
    alike = same_unit(old.unit, new.unit) and old.kind == new.kind and _is_measured(own.claim, old)
    dated = any(one.kind == "period" and new.end <= one.start < old.start for one in own.others)
    joined = _ON.fullmatch(between) is not None and not mentions(between, own.table.labels)
    return (old, new) if alike and dated and joined else None


def _is_measured(claim: Claim, value: Claim) -> bool:
    """Whether a change may be one of such values: points of shares, % of amounts."""
    if claim.kind == "multiple":
        return True
    if claim.kind == "share":
        return True
    if claim.kind == "points":
        return value.unit == "%"
    return claim.unit == "%" or same_unit(claim.unit, value.unit)


def _is_growth(own: Cue) -> bool:
    """Whether a rate is one of growth by the words right before it: 伸び率は7.2%."""
    return own.claim.kind == "share" and re.search(rf"(?:{_GROWTH}|{_WIDTH})$", own.sentence[: own.claim.start]) is not None


def _is_borne(sentence: Sentence, own: Cue, value: Claim) -> bool:
    of_value = cue(sentence.words, sentence.claims, value, own.table)
    return any(bearer.bears(value) for bearer in bearers(of_value, ()) if bearer.how in _TOLD)


def _gain(own: Cue, old: Claim, new: Claim) -> list[Bearer]:
    claim = own.claim
    if old.low is None or old.high is None or new.low is None or new.high is None or old.low <= 0:
        return []
    of = (old.text, new.text)
    least, most = new.low / old.high, new.high / old.low
    if claim.kind == "multiple":
        return [Bearer("said_multiple", of, least, most)]
    if claim.unit == "%":
        low, high, how = 100 * (least - 1), 100 * (most - 1), "said_change"
    else:
        low, high, how = new.low - old.high, new.high - old.low, "said_difference"
    turned = _LOSS.search(own.sentence, 0, claim.start) is not None and claim.low is not None and claim.low >= 0
    return [Bearer(how, of, -high, -low) if turned else Bearer(how, of, low, high)]
