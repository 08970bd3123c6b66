"""What an index must be: 2019年度を100とすると、2023年度は155."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.selection import grouped

_HUNDRED = re.compile(r"(?:の[^、。はが]{0,8})?を100(?:\.0)?と(?:する|し|おく|した)")


def index_told(own: Cue) -> tuple[Bearer, ...]:
    """100 times what a value is of that of the year that its sentence sets to 100; () where it sets none."""
    claim = own.claim
    before = [one for one in own.others if one.kind == "period" and one.period and one.end <= claim.start]
    bases = [one for one in before if _HUNDRED.match(own.sentence, one.end)]
    if not bases or claim.unit not in ("", "%") or claim.start < bases[-1].end + 4 or claim.period is None:
        return ()
    base = bases[-1].period
    if base == claim.period or own.sentence[claim.start : claim.end].startswith("100"):
        return ()
    facts = [fact for fact in own.table.facts if fact.period is not None and own.fits(fact) and fact.value > 0]
    lines = grouped(facts, lambda fact: (fact.row, fact.column, fact.unit))
    pairs = [
        (new, old)
        for line in lines
        for old in line
        for new in line
        if same_period(old.period, base) and same_period(new.period, claim.period) and old is not new
    ]
    return tuple(exactly("index", 100 * new.value / old.value, new, old) for new, old in pairs) if len(lines) == 1 else ()
