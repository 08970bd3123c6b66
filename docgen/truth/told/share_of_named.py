"""What a share must be that a number told right before it has in what is named between: 女性340人は、女性全体の43.0％."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped, is_total
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import strange_between, title_words
from docgen.truth.sentence import Sentence

_WHOLE = re.compile(r"[)]?(?:[はがも]|で(?:あり|、)|と(?:なり)?、|に[上の]ぼ?り)?、?(?P<whole>[^、。はがを()]+)の約?")
_IS = re.compile("[余強弱り程度近く台]{0,2}(?:に(?:当た|あた|相当|上[りるっ]|達|とどま|す|過)|を占め|で(?:あ|[、。])|。|$)")
# 全体の8割強に当たる6,600人.
_OF_WHOLE = re.compile("(?:全体|総数)の(?:約|ほぼ)?$")
_IS_THAT = re.compile("に(?:当たる|あたる|相当する)約?")
_ALL = re.compile("全体|総数|総計|合計")
_TIMES = frozenset({"multiple", "share", "change"})
_AND_IS = re.compile("(?:で(?:あり)?|と(?:なり)?|に(?:当たり|相当し))、")
_AND = re.compile("、|と|・|及び|、?並びに|や|、及び")
_EVERYWHERE = re.compile("^(?:県|市|町|村|都|府|道|区|圏)内の|^全")


def share_of_named(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The shares that the number before a claim can have in the whole named between; () where no such whole is told."""
    claim = own.claim
    if claim.kind != "share" or None in (claim.low, claim.high) or not _IS.match(own.sentence, claim.end):
        return ()
    if behind := _share_of_next(sentence, own):
        return behind
    before = [one for one in sentence.claims if one.end <= claim.start]
    # A number that is first told to be so many times another's, and then to be a share.
    link = before[-1].end if before else 0
    while before and before[-1].kind in _TIMES and _AND_IS.match(own.sentence, before[-1].end):
        before = before[:-1]
    if not before or before[-1].kind not in ("number", "base") or not before[-1].unit or before[-1].unit == "%":
        return ()
    told = _WHOLE.fullmatch(own.sentence, link, claim.start)
    if told is None or strange_between(own.sentence, told.start("whole"), told.end("whole"), own.table):
        return ()
    whole = told["whole"]
    named = tuple(one.label for one in mentions(whole, own.table.labels) if not is_total(own.table, one.label))
    about = (*title_words(own.table), *((plain(own.table.head),) if own.table.head else ()))
    if not named and not (_EVERYWHERE.search(whole) and any(word in whole for word in about)):
        return ()
    both = _both(whole, own.table)
    named = tuple(label for label in named if label not in both)
    parts = _parts(own, before[-1]) or tuple(_sums(own, before[-1]))
    shares = tuple(
        exactly("share", 100 * part.value / one.value, part, one)
        for part in parts
        for one in _wholes(own.table, part, named, bool(both) or _is_of_all(whole, own.table))
    )
    return shares or tuple(_of_another_measure(own.table, parts, named))


def _share_of_next(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The shares in all there is that the number behind a claim can have: 全体の8割強に当たる6,600人が."""
    following = next((one for one in sentence.claims if one.start >= own.claim.end), None)
    if following is None or following.kind != "number" or not following.unit:
        return ()
    of_whole = _OF_WHOLE.search(own.sentence, 0, own.claim.start)
    if not of_whole or not _IS_THAT.fullmatch(own.sentence, own.claim.end, following.start):
        return ()
    alike = [fact for fact in own.table.facts if same_unit(following.unit, fact.unit)]
    parts = [fact for fact in alike if fact.bears(following)]
    return tuple(
        exactly("share", 100 * part.value / one.value, part, one)
        for part in parts
        for one in _wholes(own.table, part, (), of_all=True)
        if following.period is None or same_period(following.period, part.period)
    )


def _of_another_measure(table: FactTable, parts: Sequence[Fact], named: Sequence[str]) -> Iterator[Bearer]:
    """The shares of the parts' rows in a column of another unit, which a number of theirs cannot be a part of."""
    for part in parts:
        for own in table.facts:
            if own.column in named and own.row == part.row and own.period == part.period and own.unit != part.unit:
                for whole in _wholes(table, own, (own.column,), of_all=True):
                    yield exactly("share", 100 * own.value / whole.value, own, whole)


def _parts(own: Cue, number: Claim) -> Sequence[Fact]:
    """The facts that the number before can be, by the labels that are named before it."""
    named = {one.label for one in mentions(own.sentence, own.table.labels) if one.end <= number.start}
    return [
        fact
        for fact in own.table.facts
        if same_unit(number.unit, fact.unit) and fact.bears(number) and fact.value > 0
        if number.period is None or same_period(number.period, fact.period)
        if all(not label or label in named or is_total(own.table, label) for label in (fact.row, fact.column))
    ]


def _both(whole: str, table: FactTable) -> frozenset[str]:
    """The two labels that one word for a whole names, where a total sums them up: 輸出, 輸入 of 輸出入総額; else none."""
    for side in (table.rows, table.columns):
        for one, other in pairwise(mentions(whole, side)):
            joined = one.end == other.start and other.end - other.start == 1
            if joined and any(is_total(table, label) for label in side):
                return frozenset((one.label, other.label))
    return frozenset()


def _is_of_all(whole: str, table: FactTable) -> bool:
    """Whether the words for a whole tell that it is all there is: 個人契約全体, 全施設の入館者 of a table of 施設."""
    return _ALL.search(whole) is not None or (bool(table.head) and whole.startswith(f"全{plain(table.head)}"))


def _sums(own: Cue, number: Claim) -> Iterator[Fact]:
    """What the number before is as the sum of the rows, or columns, that are joined right before it: 美術館と文学館は計."""
    at = [fact for fact in own.table.facts if number.period is None or same_period(number.period, fact.period)]
    told = {one.label for one in mentions(own.sentence[: number.start], own.table.labels)}
    rows, columns = (_joined(own, number, side) for side in (own.table.rows, own.table.columns))
    lines = grouped([fact for fact in at if fact.row in rows], lambda fact: (fact.column, fact.period, fact.unit))
    for line in lines:
        if len(line) == len(rows) and (line[0].column in told or not told.intersection(own.table.columns)):
            yield from _borne(replace(line[0], value=_total(line), row=_JOINED), number)
    lines = grouped([fact for fact in at if fact.column in columns], lambda fact: (fact.row, fact.period, fact.unit))
    for line in lines:
        if len(line) == len(columns) and (line[0].row in told or not told.intersection(own.table.rows)):
            yield from _borne(replace(line[0], value=_total(line), column=_JOINED), number)


def _joined(own: Cue, number: Claim, side: Sequence[str]) -> frozenset[str]:
    """The labels that are joined right before a number; none for one alone."""
    before = [one for one in mentions(own.sentence, side) if one.end <= number.start]
    named = [one for one in before if not is_total(own.table, one.label)]
    first = len(named) - 1
    while first > 0 and _AND.fullmatch(own.sentence, named[first - 1].end, named[first].start):
        first -= 1
    labels = frozenset(one.label for one in named[first:])
    return labels if len(labels) > 1 else frozenset()


def _total(line: Sequence[Fact]) -> Decimal:
    return sum((fact.value for fact in line), Decimal(0))


def _borne(fact: Fact, number: Claim) -> Iterator[Fact]:
    if fact.bears(number):
        yield fact


_JOINED = "\0"
"""The label of what no one label names."""


def _wholes(table: FactTable, part: Fact, named: Sequence[str], of_all: bool) -> Iterator[Fact]:
    """The facts that the names of a whole can mean beside a part; of no name, that of all there is."""
    for fact in table.facts:
        if fact is part or fact.unit != part.unit or fact.period != part.period or fact.value <= 0:
            continue
        sides = ((fact.row, part.row, table.rows), (fact.column, part.column, table.columns))
        if all(_is_meant(table, *side, named, of_all or not named) for side in sides):
            yield fact


def _is_meant(
    table: FactTable, label: str, beside: str, side: Sequence[str], named: Sequence[str], of_all: bool
) -> bool:
    """Whether a label of a whole is named, sums its side up, or is the part's (``beside``) where nothing is of all."""
    if own := [name for name in named if name in side]:
        return label in own
    if is_total(table, label) or not label:
        return True
    return label == beside and not (of_all and any(is_total(table, one) for one in side))
