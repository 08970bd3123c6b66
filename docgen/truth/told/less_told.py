"""What a number must be that its sentence defines as one column less another: 不用額（予算額から執行額を差し引いた額）."""

from __future__ import annotations

from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.mentions import mentions

_LESS = re.compile("を(?:差し?引い|引い|控除し|減じ)た")


def less_told(own: Cue) -> tuple[Bearer, ...]:
    """The difference of the two columns that are set off before a number, at its period; () where none are."""
    words, claim = own.sentence, own.claim
    if claim.kind not in ("number", "share") or not claim.unit:
        return ()
    before = [one for one in mentions(words, own.table.columns) if one.end <= claim.start]
    pairs = [
        (whole.label, part.label)
        for whole, part in pairwise(before)
        if words[whole.end : part.start] == "から" and _LESS.match(words, part.end)
    ]
    if not pairs:
        return ()
    facts = [fact for fact in own.table.facts if claim.period is None or same_period(claim.period, fact.period)]
    facts = [fact for fact in facts if same_unit(claim.unit, fact.unit) and own.fits(fact, column=fact.column)]
    return tuple(
        exactly("difference", one.value - other.value, one, other)
        for one in facts
        for other in facts
        if (one.column, other.column) in pairs and (one.row, one.period) == (other.row, other.period)
    )
