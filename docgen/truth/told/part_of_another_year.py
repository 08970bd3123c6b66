"""What a share must be of another year's value: 2022年の外国人は、2019年の3割に満たない, 前年の半数を超えた."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.selection import grouped
from docgen.sentences.when import is_compared_with

_OF = re.compile("の(?:(?:水準|値|実績|同[期月])の)?約?")
# What is told is a rate itself, and no part of an older value.
_RATE = re.compile("率|割合|比重|シェア|構成比")
# Behind a share: it tells how much is left, and not what has it (2019年の3割が外国人).
_TOLD = re.compile(
    "[弱強余]?り?(?:[をに](?:大きく|わずかに)?(?:超え|上回|下回|割|満た|届|とどま|回復|減|落ち|増|達)"
    "|(?:程度|近く|以上|以下|未満)?(?:まで|にまで|の?水準|と?なっ|で(?:あ|、)|。|$)|る(?![一-龥]))"
)


def part_of_another_year(own: Cue) -> tuple[Bearer, ...]:
    """What part of its value at the period right before a share a series has at the period before that; () for no such."""
    claim = own.claim
    if claim.kind != "share" or _RATE.search(own.sentence, 0, claim.start) or not _TOLD.match(own.sentence, claim.end):
        return ()
    dates = [one for one in own.others if one.kind == "period" and one.period and one.end <= claim.start]
    if not dates or not _OF.fullmatch(own.sentence, dates[-1].end, claim.start):
        return ()
    base = dates[-1].period
    told = (one for one in reversed(dates[:-1]) if not is_compared_with(own.sentence, one.end))
    at = next((one.period for one in told if one.period != base), None)
    facts = [fact for fact in own.table.facts if fact.period and fact.unit != "%" and own.fits(fact)]
    lines = grouped(facts, lambda fact: (fact.row, fact.column, fact.unit))
    if at is None or len(lines) != 1:
        return ()
    new = [fact for fact in lines[0] if same_period(fact.period, at)]
    old = [fact for fact in lines[0] if same_period(fact.period, base) and fact.value > 0]
    return tuple(exactly("level", 100 * one.value / other.value, one, other) for one in new for other in old)
