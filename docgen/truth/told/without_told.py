"""What a number must be that its sentence tells of all but some labels: 火力を除く電源の構成比は、合わせて66.7％."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total

# Between a number and the name of what it leaves out: 59施設は甲国以外.
_IS = re.compile("[はがを]、?")
_AND = re.compile("と|、|・|及び|や")
_WITHOUT = re.compile(
    r"[」』]?(?:を除[くき]|を除いた|以外の)[^、。はが0-9]{0,12}(?:[はがで]、?)?[\0にはで、]*(?:合わせて|合計で?|計|全体の|総[額数量]の)?約?"
)


def without_told(own: Cue) -> tuple[Bearer, ...]:
    """What is left of a line's total without the labels that are excepted right before a number; () where none are."""
    claim = own.claim
    if claim.kind not in ("number", "share") or not claim.unit:
        return ()
    for side, across in ((own.table.rows, own.table.columns), (own.table.columns, own.table.rows)):
        words = _without(own, across)
        before = [one for one in mentions(own.sentence, side) if one.end <= claim.start]
        named = [one for one in before if not is_total(own.table, one.label)]
        for at, one in enumerate(named):
            match = _WITHOUT.match(words, one.end)
            if match is not None and match.end() >= own.claim.start:
                left = [one.label]
                for first, second in reversed(list(pairwise(named[: at + 1]))):
                    if not _AND.fullmatch(own.sentence, first.end, second.start):
                        break
                    left.append(first.label)
                return tuple(_rests(own, frozenset(left), by_row=side is own.table.rows))
        behind = next((one for one in mentions(own.sentence, side) if one.start >= claim.end), None)
        excepted = behind is not None and _IS.fullmatch(own.sentence, claim.end, behind.start) is not None
        if behind is not None and excepted and own.sentence.startswith("以外", behind.end):
            return tuple(_rests(own, frozenset({behind.label}), by_row=side is own.table.rows))
    return ()


def _without(own: Cue, across: tuple[str, ...]) -> str:
    """The sentence with a blank for each character of its periods, and of the labels of the other side."""
    words = own.sentence
    spans = [(one.start, one.end) for one in own.others if one.kind == "period"]
    for start, end in (*spans, *((one.start, one.end) for one in mentions(own.sentence, across))):
        words = words[:start] + "\0" * (end - start) + words[end:]
    return words


def _rests(own: Cue, left: frozenset[str], by_row: bool) -> Iterator[Bearer]:
    facts = [fact for fact in own.table.facts if own.claim.period is None or same_period(own.claim.period, fact.period)]
    lines = grouped(facts, lambda fact: (fact.column if by_row else fact.row, fact.period, fact.unit))
    for line in lines:
        across = line[0].column if by_row else line[0].row
        named = own.columns if by_row else own.rows
        totals = [fact for fact in line if is_total(own.table, fact.row if by_row else fact.column)]
        others = [fact for fact in line if not (fact.row if by_row else fact.column).startswith("うち")]
        if not totals and len(others) == 1 and all(label.startswith("うち") for label in left):
            totals = others
        parts = [fact for fact in line if (fact.row if by_row else fact.column) in left]
        if len(totals) != 1 or len(parts) != len(left) or (named and across not in named[:1]):
            continue
        rest = totals[0].value - sum((fact.value for fact in parts), Decimal(0))
        if same_unit(own.claim.unit, line[0].unit):
            yield exactly("rest", rest, totals[0], *parts)
        elif own.claim.unit == "%" and totals[0].value > 0:
            yield exactly("rest", 100 * rest / totals[0].value, totals[0], *parts)


