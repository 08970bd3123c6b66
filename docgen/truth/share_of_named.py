"""What a share must be that a number told right before it has in what is named between: 女性340人は、女性全体の43.0％."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, as_it_stands, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.sentences.claim import Claim
from docgen.truth.context import strange_between, title_words
from docgen.truth.sentence import Sentence

_WHOLE = re.compile(r"[)]?(?:[はがも]|で(?:あり|、)|と(?:なり)?、|に[上の]ぼ?り)?、?(?P<whole>[^、。はがを()]+)の約?")
_IS = re.compile("[余強弱り程度近く台]{0,2}(?:に(?:当た|あた|相当|上[りるっ]|達|とどま|す|過)|を占め|で(?:あ|[、。])|。|$)")
_ALL = re.compile("全体|総数|総計|合計")
_EVERYWHERE = re.compile("^(?:県|市|町|村|都|府|道|区|圏)内の|^全")


def share_of_named(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """The shares that the number before a claim can have in the whole named between; () where no such whole is told."""
    claim = own.claim
    if claim.kind != "share" or None in (claim.low, claim.high) or not _IS.match(own.sentence, claim.end):
        return ()
    before = [one for one in sentence.claims if one.end <= claim.start]
    if not before or before[-1].kind not in ("number", "base") or not before[-1].unit or before[-1].unit == "%":
        return ()
    told = _WHOLE.fullmatch(own.sentence, before[-1].end, claim.start)
    if told is None or strange_between(own.sentence, told.start("whole"), told.end("whole"), own.table):
        return ()
    whole = told["whole"]
    named = tuple(one.label for one in mentions(whole, own.table.labels) if not is_total(own.table, one.label))
    if not named and not (_EVERYWHERE.search(whole) and any(word in whole for word in title_words(own.table))):
        return ()
    return tuple(
        exactly("share", 100 * part.value / one.value, part, one)
        for part in _parts(own, before[-1])
        for one in _wholes(own.table, part, named, _ALL.search(whole) is not None)
    )


def _parts(own: Cue, number: Claim) -> Sequence[Fact]:
    """The facts that the number before can be, by the labels that are named before it."""
    named = {one.label for one in mentions(own.sentence, own.table.labels) if one.end <= number.start}
    return [
        fact
        for fact in own.table.facts
        if same_unit(number.unit, fact.unit) and as_it_stands(fact).bears(number) and fact.value > 0
        if number.period is None or same_period(number.period, fact.period)
        if all(not label or label in named or is_total(own.table, label) for label in (fact.row, fact.column))
    ]


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
