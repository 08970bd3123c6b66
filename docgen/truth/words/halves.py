"""More or less than half of another figure of the table: 河川（28件）が発生件数の過半を占めた."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.words.portions import breach_of_portion, ratio_of

_BY = "(?:わずかに|僅かに|やや|若干|大きく|大幅に|はるかに)?"
_HALF = re.compile(
    rf"の(?P<word>(?P<less>半[分数](?:に(?:も|は)?{_BY}(?:満た|及ば|届か|達しな)|を{_BY}(?:下回|割)|未満)[ぁ-ん]{{0,2}}"
    rf"|過半(?:数)?に(?:は|も)?{_BY}(?:満た|及ば|届か|達しな)[ぁ-ん]{{0,2}})"
    rf"|過半(?!数?[をにはも]{{1,2}}(?:割|下回))数?|半[分数](?:超|以上|を{_BY}(?:超え|上回))|大半|大部分)"
)
_HALF_OF = Decimal("0.5")
# Between the name of a whole and の: what it is of.
_OF = re.compile("[一-龥]{0,4}")
# All that are counted, by no name of the table.
_EVERY = re.compile("(?<![一-龥])(?:全?回答[一-龥]{0,4}|全体|総数|調査対象[一-龥]{0,3})$")
_MORE_THAN_ONE = re.compile("合わせ|合計|足し|加え|含め|以外|除[いくき]|前年|前回|比べ")


def halves_of_named_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A figure that is said to be more, or less, than half of another one which is named, and is not."""
    tables = near(evidence)
    for sentence in sentences:
        for match in _HALF.finditer(sentence.words) if not _MORE_THAN_ONE.search(sentence.words) else ():
            for table in tables.spoken_of(sentence):
                pair = _pair(sentence, match.start(), table)
                if pair is None or pair[1].value <= 0:
                    continue
                ratio = ratio_of(pair[0], pair[1].value)
                if ratio.value != _HALF_OF and (ratio.value < _HALF_OF) != bool(match["less"]):
                    yield breach_of_portion("half", sentence, match.span("word"), ratio)
                break


def _pair(sentence: Sentence, at: int, table: FactTable) -> tuple[Fact, Fact] | None:
    """The figure that is told and the one that is named right before ``at``; None where either is in doubt."""
    named = [one for one in mentions(sentence.words, table.labels) if one.end <= at]
    every = _EVERY.search(sentence.words, 0, at)
    if every is not None:
        totals = [label for label in table.rows if is_total(table, label)]
        named = [one for one in named if one.end <= every.start()]
        named += [Mention(*every.span(), label) for label in totals[:1]]
    if len(named) < 2 or not _OF.fullmatch(sentence.words, named[-1].end, at):
        return None
    whole, before = named[-1], named[:-1]
    periods = [one.period for one in sentence.claims if one.kind == "period" and one.period and one.end <= at]
    if len(set(periods)) > 1 or any(one.label == whole.label for one in before):
        return None
    facts = [fact for fact in table.facts if not periods or same_period(fact.period, periods[0])]
    parts = [fact for fact in facts if whole.label not in (fact.row, fact.column) and _is_named(fact, before, table)]
    told = [one for one in sentence.numbers if one.end <= at and one.kind == "number" and one.unit]
    if told:
        parts = [one for one in parts if same_unit(told[-1].unit, one.unit) and one.bears(told[-1])]
    wholes = [fact for part in parts[:1] for fact in facts if _is_beside(fact, part, whole.label)]
    return (parts[0], wholes[0]) if len(parts) == len(wholes) == 1 else None


def _is_named(fact: Fact, before: Sequence[Mention], table: FactTable) -> bool:
    """Whether the labels of a fact are named, but for a side of the table that has no other."""
    labels = {one.label for one in before}
    sides = ((fact.row, {one.row for one in table.facts}), (fact.column, {one.column for one in table.facts}))
    return all(label in labels or len(side) == 1 for label, side in sides)


def _is_beside(fact: Fact, part: Fact, label: str) -> bool:
    """Whether a fact of one label is in the row, or in the column, of a part."""
    across = (fact.row == part.row and fact.column == label) or (fact.column == part.column and fact.row == label)
    return across and fact.period == part.period and fact.unit == part.unit
