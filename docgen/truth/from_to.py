"""What a change must be by the two values that its sentence says it is between: 1,331か所から47か所増えて1,378か所."""

from __future__ import annotations

import re

from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.fact import same_unit
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_FROM = re.compile(r"(?:[(（][^)）]*[)）])?(?:から|より)")
_CHANGES = frozenset({"change", "multiple", "points"})
_VALUES = frozenset({"number", "ratio"})


def gain_told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The difference of the two values, or its %; () where the sentence does not tell them, or the table has not both."""
    claim = own.claim
    if claim.kind != "change":
        return ()
    values = [other for other in sentence.numbers if other.kind in _VALUES and other.unit and other.unit != "%"]
    starts = [other for other in values if other.end <= claim.start and _FROM.match(sentence.words, other.end)]
    if len(starts) != 1 or len(values) != 2 or values[0] is not starts[0]:
        return ()
    old, new = values
    changed = [other for other in sentence.numbers if other.kind in _CHANGES and other.unit == claim.unit]
    alike = same_unit(old.unit, new.unit) and (claim.unit == "%" or same_unit(old.unit, claim.unit))
    if len(changed) != 1 or not alike or not all(_is_borne(sentence, own, value) for value in values):
        return ()
    return tuple(_gain(claim, old, new))


def _is_borne(sentence: Sentence, own: Cue, value: Claim) -> bool:
    of_value = cue(sentence.words, sentence.claims, value, own.table)
    return any(bearer.bears(value) for bearer in bearers(of_value) if bearer.how in ("cell", "sum", "complement"))


def _gain(claim: Claim, old: Claim, new: Claim) -> list[Bearer]:
    if old.low is None or old.high is None or new.low is None or new.high is None or old.low <= 0:
        return []
    of = (old.text, new.text)
    if claim.unit == "%":
        return [Bearer("said_change", of, 100 * (new.low / old.high - 1), 100 * (new.high / old.low - 1))]
    return [Bearer("said_difference", of, new.low - old.high, new.high - old.low)]
