"""What a number must be that its sentence tells of all but some labels: 火力を除く電源の構成比は、合わせて66.7％."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total

_AND = re.compile("と|、|・|及び|や")
_WITHOUT = re.compile(
    r"[」』]?(?:を除[くき]|を除いた|以外の)[^、。はが0-9]{0,12}(?:[はがで]、?)?(?:合わせて|合計で?|計|全体の|総[額数量]の)?約?"
)


def without_told(own: Cue) -> tuple[Bearer, ...]:
    """What is left of a line's total without the labels that are excepted right before a number; () where none are."""
    claim = own.claim
    if claim.kind not in ("number", "share") or not claim.unit:
        return ()
    for side in (own.table.rows, own.table.columns):
        before = [one for one in mentions(own.sentence, side) if one.end <= claim.start]
        named = [one for one in before if not is_total(own.table, one.label)]
        for at, one in enumerate(named):
            match = _WITHOUT.match(own.sentence, one.end)
            if match is not None and _reaches(own, match.end(), named[at + 1 :]):
                left = [one.label]
                for first, second in reversed(list(pairwise(named[: at + 1]))):
                    if not _AND.fullmatch(own.sentence, first.end, second.start):
                        break
                    left.append(first.label)
                return tuple(_rests(own, frozenset(left), by_row=side is own.table.rows))
    return ()


def _reaches(own: Cue, end: int, behind: Sequence[object]) -> bool:
    """Whether the number stands right behind what is excepted, with no other label between."""
    return end >= own.claim.start and not behind


def _rests(own: Cue, left: frozenset[str], by_row: bool) -> Iterator[Bearer]:
    facts = [fact for fact in own.table.facts if own.claim.period is None or same_period(own.claim.period, fact.period)]
    lines = grouped(facts, lambda fact: (fact.column if by_row else fact.row, fact.period, fact.unit))
    for line in lines:
        across = line[0].column if by_row else line[0].row
        named = own.columns if by_row else own.rows
        totals = [fact for fact in line if is_total(own.table, fact.row if by_row else fact.column)]
        parts = [fact for fact in line if (fact.row if by_row else fact.column) in left]
        if len(totals) != 1 or len(parts) != len(left) or (named and across not in named[:1]):
            continue
        rest = totals[0].value - sum((fact.value for fact in parts), Decimal(0))
        if same_unit(own.claim.unit, line[0].unit):
            yield exactly("rest", rest, totals[0], *parts)
        elif own.claim.unit == "%" and totals[0].value > 0:
            yield exactly("rest", 100 * rest / totals[0].value, totals[0], *parts)


