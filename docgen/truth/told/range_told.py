"""What a number must be that is told of the greatest and the least together: 最も高い県と最も低い県の差は2.4ポイント."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.selection import grouped, is_total
from docgen.truth.wording.series import BEFORE

_MOST = "(?:最も(?:高|多|大き|長|広|早)い[^、。はがと0-9]{0,8}|最(?:大|高|多|長)値?)"
_LEAST = "(?:最も(?:低|少な|小さ|短|狭|遅)い[^、。はがと0-9]{0,8}|最(?:小|低|少|短)値?)"
_GAP = re.compile(
    f"(?:{_MOST}と{_LEAST}|{_LEAST}と{_MOST})(?:と)?の?(?:差|開き|格差|較差)(?:は|が|も)[^、。0-9]{{0,6}}、?約?$"
)
_TIMES = re.compile(f"{_MOST}[はが]、?{_LEAST}の約?$|(?:{_MOST}と{_LEAST})(?:と)?では、?約?$")


def range_told(own: Cue) -> tuple[Bearer, ...]:
    """How far the greatest row is from the least, or how many times as much it is; () where neither is told."""
    before = own.sentence[: own.claim.start]
    if own.claim.kind in ("number", "points", "change") and own.claim.unit and _GAP.search(before):
        return tuple(exactly("range", most.value - least.value, most, least) for most, least in _ends(own))
    if own.claim.kind == "multiple" and _TIMES.search(before):
        ends = [(most, least) for most, least in _ends(own) if least.value]
        return tuple(exactly("multiple", most.value / least.value, most, least) for most, least in ends)
    return ()


def _ends(own: Cue) -> Iterator[tuple[Fact, Fact]]:
    """The greatest and the least of the rows, for each column that may be meant, at the period that is told."""
    measured = {"points": "%", "multiple": ""}.get(own.claim.kind, own.claim.unit)
    facts = [fact for fact in own.table.facts if fact.row and not is_total(own.table, fact.row) and _is_meant(own, fact)]
    facts = [fact for fact in facts if not measured or same_unit(fact.unit, measured)]
    for line in grouped(facts, lambda fact: (fact.column, fact.period, fact.unit)):
        if len(line) > 2:
            yield max(line, key=lambda fact: fact.value), min(line, key=lambda fact: fact.value)


def _is_meant(own: Cue, fact: Fact) -> bool:
    if BEFORE.fullmatch(fact.column) and fact.column not in own.columns:
        return False
    column = not own.columns or fact.column in own.columns[:1]
    return column and (own.claim.period is None or same_period(own.claim.period, fact.period))
