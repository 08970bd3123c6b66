"""What a number must be that its sentence gives for several periods together: 第3四半期と第4四半期の搬送は計21,700件."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.amounts import sum_of
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue
from docgen.bearing.selection import grouped
from docgen.sentences.claim import Claim

_AND = re.compile("と|、|・|及び|、?並びに")
_SUM = re.compile("(?:の[^、。0-9]{0,10})?(?:[はがで]、?)?[^、。0-9]{0,8}(?:合わせて?|合計で?|計)、?約?")
_YEAR_AGO = re.compile("前年度?同期の(?:計|合計)?約?")


def periods_joined(own: Cue) -> tuple[Bearer, ...]:
    """The sum over the periods that stand joined before a number which adds them up, or over those a year before; or ()."""
    claim, words = own.claim, own.sentence
    if claim.kind != "number" or not claim.unit:
        return ()
    group = _group(own)
    if len(group) < 2 or not _SUM.match(words, group[-1].end):
        return ()
    periods = [one.period for one in group if one.period is not None]
    behind = [one for one in own.others if one.kind == "period" and one.start >= group[-1].end and one.end <= claim.start]
    if not behind and _SUM.fullmatch(words, group[-1].end, claim.start):
        return _sums(own, frozenset((period.start, period.end) for period in periods))
    if behind and _YEAR_AGO.fullmatch(words, behind[-1].start, claim.start):
        return _sums(own, frozenset((_before(period.start), _before(period.end)) for period in periods))
    return ()


def _group(own: Cue) -> list[Claim]:
    """The last periods before the claim that stand joined."""
    before = [one for one in own.others if one.kind == "period" and one.period and one.end <= own.claim.start]
    group: list[Claim] = []
    for one, other in pairwise(before):
        if _AND.fullmatch(own.sentence, one.end, other.start):
            group = [*group, other] if group and group[-1] is one else [one, other]
    return group


def _before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _sums(own: Cue, ends: frozenset[tuple[date, date]]) -> tuple[Bearer, ...]:
    facts = [fact for fact in own.table.facts if fact.period and (fact.period.start, fact.period.end) in ends]
    facts = [fact for fact in facts if same_unit(fact.unit, own.claim.unit) and own.fits(fact)]
    lines = grouped(facts, lambda fact: (fact.row, fact.column))
    return tuple(sum_of(line) for line in lines if len(line) == len(ends))


