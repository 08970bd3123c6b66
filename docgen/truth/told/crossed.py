"""What a number must be that is told of rows and of columns at once: 国と県が管理する橋のうち、区分Ⅲ・Ⅳは660橋."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.amounts import sum_of
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total
from docgen.value import value

_AND = re.compile("と|、|・|及び|、?並びに|や|に加え、?")
_TOGETHER = re.compile("[をのがは]?、?(?:合わせ|合計|計|加え|足し)")
_AMONG = re.compile("の?うち|の中|の中で")
_NEXT = re.compile("[^、。0-9]{0,12}(?:[はがでも]|については|では)?、?(?:計|合計で?|合わせて)?約?")
_EACH = re.compile("それぞれ|とも|いずれ|各|順に|平均|最[も多少大小高低]|当たり|比べ|より")


@value(frozen=True, slots=True)
class Group:
    """Labels of one side that stand joined in a sentence, from ``start`` to ``end``."""

    start: int
    end: int
    labels: tuple[str, ...]


def crossed_told(own: Cue) -> tuple[Bearer, ...]:
    """The sum over the rows and the columns that a number is told of, where it is told of both and of several; else ().

    One side stands right before the number; the other is what it is a part of (のうち), or what is added up (合わせた).
    """
    claim, words = own.claim, own.sentence
    if claim.kind != "number" or not claim.unit or _EACH.search(words):
        return ()
    sides = [(side, list(_groups(own, side))) for side in (own.table.rows, own.table.columns)]
    for (_, nearest), (_, others) in (sides, sides[::-1]):
        if not nearest or not others or nearest[-1].start < others[-1].end:
            continue
        near, far = nearest[-1], others[-1]
        among = _AMONG.search(words, far.end, near.start) is not None
        several = len(far.labels) > 1 and (_TOGETHER.match(words, far.end) or among)
        if _NEXT.fullmatch(words, near.end, claim.start) and among and (several or len(far.labels) < len(near.labels)):
            return _sum(own, near.labels, far.labels)
    return ()


def _groups(own: Cue, side: Sequence[str]) -> Iterator[Group]:
    """The labels of a side before the claim, those together that are joined; totals left out."""
    group: Group | None = None
    for one in mentions(own.sentence, tuple(side)):
        if one.end > own.claim.start or is_total(own.table, one.label):
            continue
        if group is not None and _AND.fullmatch(own.sentence, group.end, one.start):
            group = Group(group.start, one.end, (*group.labels, one.label))
            continue
        if group is not None:
            yield group
        group = Group(one.start, one.end, (one.label,))
    if group is not None:
        yield group


def _sum(own: Cue, first: Sequence[str], second: Sequence[str]) -> tuple[Bearer, ...]:
    labels = {*first, *second}
    facts = [fact for fact in own.table.facts if {fact.row, fact.column} <= labels and fact.row and fact.column]
    facts = [fact for fact in facts if same_unit(fact.unit, own.claim.unit) and same_period(own.claim.period, fact.period)]
    lines = grouped(facts, lambda fact: fact.period)
    return tuple(sum_of(line) for line in lines if len(line) == len(set(first)) * len(set(second)) > 1)
