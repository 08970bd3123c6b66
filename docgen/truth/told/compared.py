"""Which facts a change is between: by the periods that its sentence names, or by the labels that it sets side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import is_in_points, same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import Pair, grouped, is_total, side_by_side
from docgen.sentences.claim import Claim
from docgen.sentences.numbers import is_directed
from docgen.truth.told.against_column import against_column
from docgen.truth.told.announced import is_growth
from docgen.truth.told.ends import ends

_CHANGES = frozenset({"change", "points", "multiple"})
# What changes are the sums of several rows or columns.
_TOGETHER = re.compile("合わせ|合計|足し|含め|両|(?<![累統設推会家])計(?![画算上測])")
_JOINED = re.compile("と|、|・|及び|、?並びに|や")
_SUMMED = re.compile("(?:の[^、。はが(]{0,6})?[はがをで(]?、?(?:合わせて?|合計で?|計|総計)、?約?")


def changes(own: Cue) -> tuple[Bearer, ...]:
    """What a change must be by the two facts that it is between; () where the sentence does not tell which they are."""
    own = _until_next(own)
    if _TOGETHER.search(own.sentence) and max(len(own.rows), len(own.columns)) > 1:
        return _of_rows_together(own)
    level = _is_level(own)
    found = tuple(bearer for new, old in _over_time(own) for bearer in _between(own.claim, new, old, level))
    if found or len(own.periods) > 1:
        return found
    rows = [row for row in own.rows if row]
    beside = side_by_side(own) if len(rows) == 2 or (len(own.columns) == 2 and not rows) else ()
    pairs = against_column(own) or beside
    return tuple(bearer for new, old in pairs for bearer in _between(own.claim, new, old, level))


def _of_rows_together(own: Cue) -> tuple[Bearer, ...]:
    """The change of the sum of all rows that the sentence names, where it adds these up: 東市と西市は合わせて12人減."""
    named = [one for one in mentions(own.sentence, own.table.rows) if not is_total(own.table, one.label)]
    summed_up = _summed_up(own, named)
    last = named[-1].end if named else 0
    if own.claim.kind != "change" or own.columns or not (summed_up or (len(named) > 1 and last <= own.claim.start)):
        return ()
    rows = summed_up or frozenset(own.rows)
    facts = [fact for fact in own.table.facts if fact.row in rows and fact.period is not None]
    lines = [line for line in grouped(facts, lambda fact: (fact.period, fact.column)) if len(line) == len(rows)]
    summed = tuple(replace(line[0], value=sum((fact.value for fact in line), Decimal(0)), row="") for line in lines)
    alone = replace(own, table=replace(own.table, facts=summed), rows=())
    return tuple(bearer for new, old in _over_time(alone) for bearer in _between(own.claim, new, old, False))


def _summed_up(own: Cue, named: Sequence[Mention]) -> frozenset[str]:
    """The rows that stand joined right before a number that adds them up: 土木費とその他が計44億円増; none for no such."""
    before = [one for one in named if one.end <= own.claim.start]
    if not before or not _SUMMED.fullmatch(own.sentence, before[-1].end, own.claim.start):
        return frozenset()
    first = len(before) - 1
    while first and _JOINED.fullmatch(own.sentence, before[first - 1].end, before[first].start):
        first -= 1
    rows = frozenset(one.label for one in before[first:])
    return rows if len(rows) > 1 else frozenset()


def _until_next(own: Cue) -> Cue:
    """A cue without the periods of another change that the sentence tells later: 2021年度まで増え、2023年度には…."""
    later = [other.start for other in own.others if other.kind in _CHANGES and other.start >= own.claim.end]
    clauses = [own.sentence.rfind("、", own.claim.end, start) for start in later]
    cut = next((at for at in clauses if at >= 0 and _dated(own, at)), None)
    if cut is None:
        return own
    kept = [other.period for other in own.others if other.kind == "period" and other.period and other.start < cut]
    return replace(own, periods=tuple(dict.fromkeys(kept))) if kept else own


def _dated(own: Cue, at: int) -> bool:
    """Whether a clause that begins at a comma names a period."""
    end = own.sentence.find("、", at + 1)
    return any(other.kind == "period" and at < other.start and (end < 0 or other.start < end) for other in own.others)


def _is_level(own: Cue) -> bool:
    """Whether a rate tells what part of the older value the newer is: 前年度比104%; small ones tell the gain."""
    if own.claim.kind == "share":
        return not is_growth(own.sentence[: own.claim.start])
    known = own.claim.low is not None and own.claim.low > _LEAST_LEVEL and own.claim.unit == "%"
    return own.claim.kind == "change" and known and not is_directed(own.sentence, own.claim)


_LEAST_LEVEL = 60


def _between(claim: Claim, new: Fact, old: Fact, level: bool) -> Iterator[Bearer]:
    difference = new.value - old.value
    if level:
        if old.value > 0:
            yield exactly("level", 100 * new.value / old.value, new, old)
    elif claim.kind == "points":
        if is_in_points(new.unit):
            yield exactly("points", difference, new, old)
    elif claim.kind == "multiple":
        if old.value:
            yield exactly("multiple", new.value / old.value, new, old)
    elif claim.unit == "%" or claim.kind == "share":
        if old.value and new.unit != "%":
            yield exactly("percent_change", 100 * difference / old.value, new, old)
    elif new.unit == "位" or same_unit(claim.unit, new.unit):
        # A place that is gained is a lower number: 14位から11位へと3つ上がった.
        yield exactly("difference", -difference if new.unit == "位" else difference, new, old)


def _over_time(own: Cue) -> Iterator[Pair]:
    facts = [fact for fact in own.table.facts if fact.period is not None and own.fits(fact)]
    for series in grouped(facts, lambda fact: (fact.row, fact.column, fact.unit)):
        ordered = sorted(series, key=_end)
        for first, last in ends(own, ordered):
            old = [fact for fact in ordered if same_period(fact.period, first)]
            new = [fact for fact in ordered if same_period(fact.period, last)]
            if old and new:
                yield new[0], old[0]


def _end(fact: Fact) -> date:
    return fact.period.end if fact.period else date.min
