"""What a number must be that its sentence calls the difference of two labels: 予算額と執行額の差は15億円, 輸入超過は."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total

_AND = re.compile("[」』]?(?:と|及び|、|・)[「『]?(?:の)?")
_GAP = re.compile(r"[」』]?(?:と)?の?(?:差額?|開き|差引き?)[)]?(?:は|が|で|:|、)[^、。はが0-9]{0,10}、?(?:約)?")
_MORE = re.compile(r"(?:の)?超過[額量数]?(?:は|が|で)、?[^、。はが0-9]{0,10}(?:、|には、?)?(?:約)?")
_TWO = 2


def gap_named(own: Cue) -> tuple[Bearer, ...]:
    """The difference of the two labels whose difference a number is said to be; () where it is said to be none."""
    if own.claim.kind not in ("number", "points") or not own.claim.unit:
        return ()
    words = _undated(own)
    for side in (own.table.rows, own.table.columns):
        before = [one for one in mentions(own.sentence, side) if one.end <= own.claim.start]
        named = [one for one in before if not is_total(own.table, one.label)]
        if not named:
            continue
        if len(named) > 1 and _GAP.fullmatch(words, named[-1].end, own.claim.start):
            joined = _AND.fullmatch(words, named[-2].end, named[-1].start)
            return tuple(_gaps(own, named[-2].label, named[-1].label, signed=False)) if joined else ()
        if _MORE.fullmatch(words, named[-1].end, own.claim.start):
            others = {_side(own, fact, side) for fact in own.table.facts if same_unit(fact.unit, own.claim.unit)}
            others = {label for label in others if label and label != named[-1].label and not is_total(own.table, label)}
            return tuple(_gaps(own, named[-1].label, others.pop(), signed=True)) if len(others) == 1 else ()
    return ()


def _undated(own: Cue) -> str:
    """The sentence with a letter for each character of its periods."""
    words = own.sentence
    for other in own.others:
        if other.kind == "period":
            words = words[: other.start] + "年" * (other.end - other.start) + words[other.end :]
    return words


def _side(own: Cue, fact: Fact, side: tuple[str, ...]) -> str:
    return fact.row if side is own.table.rows else fact.column


def _gaps(own: Cue, first: str, second: str, signed: bool) -> Iterator[Bearer]:
    measured = own.claim.unit if own.claim.kind != "points" else "%"
    facts = [fact for fact in own.table.facts if same_unit(fact.unit, measured) and _is_at(own, fact)]
    for one in facts:
        for other in facts:
            across = (one.column == other.column and (one.row, other.row) == (first, second)) or (
                one.row == other.row and (one.column, other.column) == (first, second)
            )
            if across and one.period == other.period:
                gap = one.value - other.value
                yield exactly("gap", gap if signed else abs(gap), one, other)


def _is_at(own: Cue, fact: Fact) -> bool:
    return own.claim.period is None or same_period(own.claim.period, fact.period)
