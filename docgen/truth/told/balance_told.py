"""What a number must be by which one of a pair exceeds the other: 70億円の輸入超過, 転出超過は120人."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.selection import is_total

_BEHIND = re.compile("の?(?P<name>[一-龥]{1,4})超過(?![しすさ])")
_BEFORE = re.compile("(?P<name>[一-龥]{2,4})超過(?:額|数)?(?:が|は|:)、?約?$")


def balance_told(own: Cue) -> tuple[Bearer, ...]:
    """What the one named in 輸入超過 is above its like (輸出) in the row and at the time told; () where none is told."""
    claim = own.claim
    if "超過" not in own.sentence or claim.kind != "number" or not claim.unit:
        return ()
    told = _BEHIND.match(own.sentence, claim.end) or _BEFORE.search(own.sentence, 0, claim.start)
    if told is None:
        return ()
    for labels, side in ((own.table.columns, _column), (own.table.rows, _row)):
        above = [label for label in labels if label.startswith(told["name"])]
        below = [label for label in labels if len(above) == 1 and _is_like(label, above[0])]
        if len(above) == len(below) == 1:
            return _balance(own, [fact for fact in own.table.facts if side(fact) == above[0]], below[0])
    return ()


def _row(fact: Fact) -> str:
    return fact.row


def _column(fact: Fact) -> str:
    return fact.column


def _is_like(label: str, other: str) -> bool:
    """Whether two labels differ in one letter: 輸入額 and 輸出額, 転入 and 転出."""
    return len(label) == len(other) and sum(one != two for one, two in zip(label, other, strict=True)) == 1


def _balance(own: Cue, facts: list[Fact], below: str) -> tuple[Bearer, ...]:
    facts = [fact for fact in facts if same_unit(fact.unit, own.claim.unit) and same_period(own.claim.period, fact.period)]
    pairs = [(fact, other) for fact in facts for other in own.table.facts if _is_opposite(fact, other, below)]
    if own.claim.period is None and len({fact.period for fact, _ in pairs}) > 1:
        return ()
    for labels in (own.rows, own.columns):
        known = [label for label in labels if any(label in _names(pair, below) for pair in pairs)]
        pairs = [pair for pair in pairs if not known or known[0] in _names(pair, below)]
    if len(pairs) > 1:
        pairs = [pair for pair in pairs if any(is_total(own.table, name) for name in _names(pair, below))]
    return tuple(exactly("difference", one.value - other.value, one, other) for one, other in pairs if len(pairs) == 1)


def _is_opposite(fact: Fact, other: Fact, below: str) -> bool:
    beside = (fact.row == other.row and other.column == below) or (fact.column == other.column and other.row == below)
    return beside and fact.period == other.period and fact.unit == other.unit


def _names(pair: tuple[Fact, Fact], below: str) -> tuple[str, ...]:
    """What a pair is called by on the other side of the table."""
    _, other = pair
    return tuple(name for name in (other.row, other.column) if name != below)
