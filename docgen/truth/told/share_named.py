"""What a share must be whose whole and part the sentence names: 観光客に占める宿泊客の割合は、北部の32.0％."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total

_IN = re.compile("(?:全体|総数)?に(?:占め|対す)る")
_RATE = re.compile("の?(?:割合|比率|構成比|シェア|率)")
# Behind a share: it is held against others, and may be what the label before it has of all.
_COMPARED = re.compile(
    "が(?:これに)?(?:次|続)|を(?:大きく|大幅に)?(?:引き離|上回|下回)|に(?:対し|次|続)|より|の順|、[^、。はが0-9]{1,8}の[0-9]"
)
_CHANGED = re.compile("差|増|減|伸び|上昇|低下|ポイント|倍")


def share_named(own: Cue) -> tuple[Bearer, ...]:
    """The share of the part in the whole that are named so before it, of the row named nearest; () where none are."""
    claim, words = own.claim, own.sentence
    if claim.kind != "share" or claim.low is None or claim.high is None:
        return ()
    for side, across in ((own.table.columns, own.table.rows), (own.table.rows, own.table.columns)):
        named = [one for one in mentions(words, side) if one.end <= claim.start]
        pairs = [pair for pair in pairwise(named) if _is_rate(words, *pair)]
        if not pairs or pairs[-1][1] is not named[-1] or _CHANGED.search(words, pairs[-1][1].end, claim.start):
            continue
        told = _row(own, across, pairs[-1][1].end)
        return () if told is None else tuple(_shares(own, pairs[-1], told, by_row=side is own.table.rows))
    return ()


def shares_of_owner(own: Cue) -> Iterator[Bearer]:
    """The shares that the label right before a share has in the total, which may be meant too: 中部に次ぐ東部の25.0％."""
    if own.claim.kind != "share" or not own.whole or not _COMPARED.match(own.sentence, own.claim.end):
        return
    by_row = own.whole in own.table.rows
    across = (own.columns if by_row else own.rows)[:1]
    totals = [fact for fact in own.table.facts if is_total(own.table, fact.row if by_row else fact.column)]
    for fact in own.table.facts:
        label, other = (fact.row, fact.column) if by_row else (fact.column, fact.row)
        meant = other in across or not other or is_total(own.table, other)
        for whole in totals if label == own.whole and meant and _is_at(own, fact) else ():
            same = (whole.column if by_row else whole.row) == other
            if same and whole.period == fact.period and whole.unit == fact.unit and whole.value > 0:
                yield exactly("share", 100 * fact.value / whole.value, fact, whole)


def _is_rate(words: str, whole: Mention, part: Mention) -> bool:
    return _IN.fullmatch(words, whole.end, part.start) is not None and _RATE.match(words, part.end) is not None


def _row(own: Cue, across: tuple[str, ...], start: int) -> str | None:
    """The label on the other side that is named nearest before the claim; the total, or "" for none of several.

    None where it stands behind the claim.
    """
    named = [one for one in mentions(own.sentence, across) if not is_total(own.table, one.label)]
    before = [one for one in named if one.end <= own.claim.start]
    if before:
        return before[-1].label
    if any(one.start >= own.claim.end for one in named):
        return None
    return next((label for label in across if is_total(own.table, label)), "")


def _shares(own: Cue, pair: tuple[Mention, Mention], told: str, by_row: bool) -> Iterator[Bearer]:
    facts = [fact for fact in own.table.facts if fact.unit != "%" and _is_at(own, fact)]
    for whole in facts:
        for part in facts:
            labels = (whole.row, part.row) if by_row else (whole.column, part.column)
            other = (whole.column, part.column) if by_row else (whole.row, part.row)
            alike = whole.period == part.period and other[0] == other[1] and told in ("", other[0])
            if labels == (pair[0].label, pair[1].label) and alike and whole.value > 0:
                yield exactly("share", 100 * part.value / whole.value, part, whole)


def _is_at(own: Cue, fact: Fact) -> bool:
    if own.claim.period is not None:
        return same_period(own.claim.period, fact.period)
    return not own.periods or any(same_period(period, fact.period) for period in own.periods)
