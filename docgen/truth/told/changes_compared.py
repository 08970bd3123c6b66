"""Numbers that tell a change by another, or by what is left: 福祉部の増は教育委員会の増の3倍, 三分の一に減少."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import grouped, is_total

_CHANGE = "(?:増加?|減少?|伸び|増員|減員|増額|減額)(?:分|数|量|額|幅|件数)?"
_OF_CHANGE = re.compile(rf"の{_CHANGE}(?:[(][^()]*[)])?")
_MULTIPLE = re.compile(rf"の{_CHANGE}(?:[(][^()]*[)])?の約?")
_AMONG = re.compile(rf"の{_CHANGE}[^、。はが]{{0,12}}のうち、?約?")
_IN_BRACKETS = re.compile(
    "(?:増(?:加|員|額)?|(?P<less>減(?:少|員|額)?))(?:分|数|量|額|幅)?(?:[(](?:合計|合わせて|計)?|は、?)約?$"
)
_FALLEN_TO = re.compile(
    "(?:程度|前後|近く)?(?:の(?:水準|規模))?(?:に(?:まで)?|まで(?:に)?)、?(?:減|低下|縮小|落ち込|下落|圧縮|縮減|下が)"
)
_ROUGH = Decimal("1.05")
"""By how many times what is called a third may be off it."""
_TWO = 2


def changes_compared(own: Cue) -> tuple[Bearer, ...]:
    """The ratio of two changes, or the change that is a part of another, between two periods; () where none is told."""
    claim, words = own.claim, own.sentence
    for by_row, side in ((True, own.table.rows), (False, own.table.columns)):
        named = [one for one in mentions(words, side) if one.end <= claim.start]
        if len(named) < _TWO:
            continue
        first, second = named[-2:]
        told = _OF_CHANGE.match(words, first.end, second.start) and _MULTIPLE.fullmatch(words, second.end, claim.start)
        if claim.kind == "multiple" and told and not is_total(own.table, second.label):
            return tuple(_ratios(own, first, second, by_row))
        if claim.kind == "number" and _AMONG.fullmatch(words, second.end, claim.start):
            pairs = _pairs(own, first, by_row)
            return tuple(exactly("difference", abs(new.value - old.value), new, old) for new, old in pairs)
    return ()


def as_change(own: Cue) -> Cue:
    """A cue whose number, in brackets behind a gain or a loss, is one of these: 総務部の減（計12人）."""
    match = _IN_BRACKETS.search(own.sentence, 0, own.claim.start)
    claim = own.claim
    if match is None or claim.kind != "number" or claim.low is None or claim.high is None or claim.low < 0:
        return own
    low, high = (-claim.high, -claim.low) if match["less"] else (claim.low, claim.high)
    return replace(own, claim=replace(claim, kind="change", low=low, high=high))


def as_multiple(own: Cue) -> Cue:
    """A cue whose fraction is what is left of an older value as so many times it: 三分の一程度にまで低下した."""
    claim = own.claim
    if claim.kind != "share" or claim.low is None or claim.high is None or "分の" not in claim.text:
        return own
    if not _FALLEN_TO.match(own.sentence, claim.end) or any(fact.unit == "%" for fact in own.table.facts if own.fits(fact)):
        return own
    low, high = claim.low / 100 / _ROUGH, claim.high / 100 * _ROUGH
    return replace(own, claim=replace(claim, kind="multiple", unit="倍", low=low, high=high))


def _ratios(own: Cue, first: Mention, second: Mention, by_row: bool) -> Iterator[Bearer]:
    for (new, old), (base, before) in zip(_pairs(own, first, by_row), _pairs(own, second, by_row), strict=False):
        if base.value != before.value and (new.period, old.period) == (base.period, before.period):
            yield exactly("ratio_of_changes", abs((new.value - old.value) / (base.value - before.value)), new, base)


def _pairs(own: Cue, of: Mention, by_row: bool) -> list[tuple[Fact, Fact]]:
    """The newer and the older fact of a label between the two periods that are named, or the only two of the table."""
    facts = [fact for fact in own.table.facts if (fact.row if by_row else fact.column) == of.label and fact.period]
    facts = [fact for fact in facts if own.claim.kind == "multiple" or same_unit(fact.unit, own.claim.unit)]
    found: list[tuple[Fact, Fact]] = []
    for line in grouped(facts, lambda fact: (fact.row, fact.column, fact.unit)):
        named = [fact for fact in line if any(same_period(period, fact.period) for period in own.periods)]
        ends: Sequence[Fact] = named if len(named) == _TWO else line
        if len(ends) == _TWO:
            old, new = sorted(ends, key=lambda fact: fact.period.end.toordinal() if fact.period else 0)
            found.append((new, old))
    return found
