"""What a number must be that tells how far one label is above or below another: 輸出額が輸入額を8億円上回る."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue
from docgen.bearing.mentions import mentions
from docgen.truth.told.distance import EXCEEDS, OVER

_ABOVE = re.compile("(?:の[^、。はがを]{0,6})?[はが]、?")


def exceeding_told(own: Cue) -> tuple[Bearer, ...]:
    """The difference of the two labels before a number, at its period or the last named; () where they are no such two."""
    words, claim = own.sentence, own.claim
    before = [one for one in mentions(words, own.table.labels) if one.end <= claim.start]
    if len(before) < 2 or claim.kind not in ("change", "number", "points") or not EXCEEDS.match(words, claim.end):
        return ()
    above, below = before[-2:]
    joined = _ABOVE.fullmatch(words, above.end, below.start) and OVER.fullmatch(words, below.end, claim.start)
    if not joined:
        return ()
    at = claim.period or max(own.periods, key=lambda period: period.end, default=None)
    unit = "%" if claim.kind == "points" else claim.unit
    facts = [fact for fact in own.table.facts if same_unit(unit, fact.unit)]
    facts = [fact for fact in facts if at is None or fact.period is None or fact.period.end == at.end]
    pairs = [
        (one, other)
        for one in facts
        for other in facts
        if one.period == other.period and (one.row == other.row or one.column == other.column)
        if above.label in (one.row, one.column) and below.label in (other.row, other.column) and one is not other
    ]
    return tuple(exactly("difference", one.value - other.value, one, other) for one, other in pairs if len(pairs) == 1)
