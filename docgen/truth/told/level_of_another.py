"""What a number must be that tells how far one thing is from another at its own time: B市の10年前の水準を9億円上回る."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.model.period import Period
from docgen.sentences.claim import Claim

_LEVEL = re.compile(r"(?:の[^、。はがをも0-9()]{1,6})?(?:\([^()]*\))?(?:を|より|に比べ|と比べ)、?約?")
_EXCEEDS = re.compile("(?:ほど|も)?(?:上回|下回|超え|多[いくか]|少な|高[いくか]|低[いくか]|大き|小さ)")


def level_of_another(own: Cue) -> tuple[Bearer, ...]:
    """The differences of the label before from the one right before, at its time; () where no such level is told."""
    if own.claim.kind not in ("number", "change", "points") or not _EXCEEDS.match(own.sentence, own.claim.end):
        return ()
    dates = [one for one in own.others if one.kind == "period" and one.end <= own.claim.start]
    for side in (own.table.rows, own.table.columns):
        named = [one for one in mentions(own.sentence, side) if one.end <= own.claim.start]
        if len(named) < 2 or named[-1].label == named[-2].label:
            continue
        other = next((one for one in dates if own.sentence[named[-1].end : one.start] == "の"), None)
        if other is not None and _LEVEL.fullmatch(own.sentence, other.end, own.claim.start):
            before = [one.period for one in dates if one.end <= named[-1].start]
            return tuple(_gaps(own, (named[-2].label, named[-1].label), other, before[-1] if before else None))
    return ()


def _gaps(own: Cue, labels: tuple[str, str], other: Claim, at: Period | None) -> Iterator[Bearer]:
    measured = "%" if own.claim.kind == "points" else own.claim.unit
    facts = [fact for fact in own.table.facts if same_unit(fact.unit, measured)]
    for fact in facts:
        for base in facts:
            of_both = _across(fact, base) == labels and same_period(fact.period, at)
            if of_both and other.period is not None and base.period == other.period != fact.period:
                yield exactly("gap", abs(fact.value - base.value), fact, base)


def _across(one: Fact, other: Fact) -> tuple[str, str]:
    """The labels in which two facts differ, where they differ in those of one side alone."""
    if one.column == other.column:
        return one.row, other.row
    return (one.column, other.column) if one.row == other.row else ("", "")
