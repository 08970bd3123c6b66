"""Thresholds that a sentence names (100人以上, 1を上回った), and which members of a table's lines meet them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.counts.lines import Line, Member, lines
from docgen.truth.sentence import Sentence
from docgen.value import value

SIGN = re.compile("台|以上|以下|以内|超|上回|下回|未満|満たな|届かな")
"""A cheap sign that a sentence has a threshold at all."""
_BEYOND = re.compile("(?P<above>を?(?:超え|上回))|を?下回|に満たな|に届かな")
_FROM = re.compile("(?:度|末)?(?:以降|以来|から)")
_UP_TO = re.compile("(?:度|末)?(?:以前|まで)")


@value(frozen=True, slots=True)
class Threshold:
    """What members must be above, or below: ``at`` itself too unless ``strict``; ``end`` is where its words end.

    What is above is below ``until``, where one is told (4％台).
    """

    claim: Claim
    at: Decimal
    above: bool
    strict: bool
    end: int
    until: Decimal | None = None

    def admits(self, value: Decimal) -> bool:
        """Whether a value meets it."""
        if value == self.at:
            return not self.strict
        return (value > self.at) == self.above and (self.until is None or value < self.until)


def thresholds(sentence: Sentence, start: int, end: int) -> Iterator[Threshold]:
    """The numbers of ``words[start:end]`` that are thresholds."""
    for claim in sentence.numbers:
        bound = as_threshold(sentence, claim) if start <= claim.start and claim.end <= end else None
        if bound is not None:
            yield bound


def as_threshold(sentence: Sentence, claim: Claim) -> Threshold | None:
    """A number as a threshold: 100人以上, 15日を超えた, 10回を下回った, 20社に満たない; None where it is none.

    >>> from docgen.bearing.evidence import Statement
    >>> from docgen.truth.sentence import sentences
    >>> [sentence] = sentences(Statement("比率が1を上回った年"))
    >>> bound = as_threshold(sentence, sentence.numbers[0])
    >>> bound.admits(Decimal("1.02")), bound.admits(Decimal(1))
    (True, False)
    """
    low, high = claim.low, claim.high
    if low is not None and high is not None:
        if claim.text.endswith("台"):
            return Threshold(claim, low, True, False, claim.end, high)
        behind = _BEYOND.match(sentence.words, claim.end)
        return behind and Threshold(claim, (low + high) / 2, bool(behind["above"]), True, behind.end())
    at = low if low is not None else high
    strict = not claim.text.endswith(("以上", "以下", "以内"))
    return None if at is None else Threshold(claim, at, low is not None, strict, claim.end)


def meeting(
    sentence: Sentence,
    bound: Threshold,
    table: FactTable,
    sides: Sequence[str],
    told: Sequence[Claim] = (),
    at: Claim | None = None,
) -> list[tuple[Line, frozenset[Member]]]:
    """The lines of a table that a threshold parts, each with the members that meet it; several where more may be meant.

    ``told`` are periods that are members themselves, not those at which something is so; ``at`` is the one such, if known.
    """
    fitting = [line for line in lines(table) if line.side in sides and _fits(bound.claim, line)]
    labels = mentions(sentence.words, table.labels)
    own = {*(claim.start for claim in told), *(one.start for one in labels)}
    dated = [claim for claim in sentence.claims if claim.kind == "period" and claim.start not in own]
    dated = [claim for claim in dated if at is None or claim is at]
    fitting = [cut for line in fitting if (cut := _within(line, dated, sentence)) is not None]
    named = {one.label for one in labels}
    return [
        (line, frozenset(name for name, fact in line.members if bound.admits(fact.value)))
        for line in _named(fitting, named, table)
    ]


def _fits(claim: Claim, line: Line) -> bool:
    unit = line.members[0][1].unit
    if not claim.unit or not unit:
        return claim.unit == unit or (claim.kind == "multiple" and not unit) or (not claim.unit and unit == "倍")
    return same_unit(claim.unit, unit)


def _within(line: Line, dated: Sequence[Claim], sentence: Sentence) -> Line | None:
    """A line as far as the periods that a sentence names reach; None where it is of another time."""
    periods = [claim.period for claim in dated]
    if any(period is None for period in periods):
        return None
    if line.side != "period":
        return line if not dated or line.period in periods or line.period is None else None
    members = line.members
    for claim in dated:
        members = tuple(one for one in members if _is_within(one[0], claim, sentence))
    return Line(line.side, line.of, line.period, members) if len(members) > 1 else None


def _is_within(name: Member, claim: Claim, sentence: Sentence) -> bool:
    period = claim.period
    if not isinstance(name, Period) or period is None:
        return False
    if _FROM.match(sentence.words, claim.end) and period.kind != "span":
        return name.start >= period.start
    if _UP_TO.match(sentence.words, claim.end) and period.kind != "span":
        return name.end <= period.end
    return period.start <= name.start and name.end <= period.end


def _named(fitting: Sequence[Line], named: set[str], table: FactTable) -> Sequence[Line]:
    """The lines whose labels a sentence names most of; else those of totals; else all."""
    most = max((_labels_named(line, named) for line in fitting), default=0)
    if most:
        return [line for line in fitting if _labels_named(line, named) == most]
    return [line for line in fitting if any(is_total(table, label) for label in line.of)] or fitting


def _labels_named(line: Line, named: set[str]) -> int:
    return sum(label in named for label in line.of)
