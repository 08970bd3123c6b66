"""Bounds on the part that something is of its whole, which the table does not bear out: 「思う」は330人と3割を超える."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.sentences.claims import claims
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.wording.comparison import Comparison, comparisons
from docgen.truth.wording.members import Member, members_of, period_named
from docgen.truth.wording.subject import subject_of
from docgen.truth.words.portions import Ratio, breach_of_portion, ratio_of

# Between the name of a part and the bound on it: と答えた者は330人と、全体の.
_SAID = re.compile(
    r"[」』]?(?:(?:と|を)(?:した|する|答えた|回答した|選んだ)[一-龥]{0,4}|の(?:回答|割合)[一-龥]?)?(?:[はがも]|では?)?、?"
    r"(?:約?[0-9][0-9,.]*[^0-9、。はがを]{1,4}?(?:(?:と|で|であり|となり|に上り)、?|、))?(?:(?:全体|回答者|回答)の)?約?"
)
# What a clause tells of more than the part alone, or of another measure.
_OTHERWISE = re.compile("合わせ|加え|足し|含め|計|ほか|うち|比べ|増|減|伸び|率|差|前年|前回|当たり")
_GROWTH = re.compile(r"(?:て|る|た)?(?:増|減|伸び|上昇|低下|の(?:増|減|伸))")
_OF_COLUMN = re.compile(r"(?:の[^、。はが]{1,6})?(?:では|でも|においては|のうち)、?")


def share_bounds_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A bound on the share of a row or column, given in % or 割, where by no whole it lies above, or below, it."""
    tables = near(evidence)
    for sentence in sentences:
        for comparison in comparisons(sentence):
            if comparison.number is None or comparison.number.kind != "share" or not _is_plain(sentence, comparison):
                continue
            for table in tables.spoken_of(sentence):
                shares = _shares(sentence, comparison, table)
                if shares and not any(_holds(comparison, share.value * 100) for share in shares):
                    at = comparison.number.start
                    yield breach_of_portion("half", sentence, (at, max(comparison.end, comparison.number.end)), shares[0])
                    break


def _is_plain(sentence: Sentence, comparison: Comparison) -> bool:
    return not _OTHERWISE.search(sentence.words, comparison.begin, comparison.start) and not _GROWTH.match(
        sentence.words, comparison.end
    )


def _shares(sentence: Sentence, comparison: Comparison, table: FactTable) -> list[Ratio]:
    """What part a sentence's subject is, of each whole that it is a part of; [] where it is not told."""
    number = comparison.number
    named = [one for one in mentions(sentence.words, table.labels) if number is not None and one.end <= number.start]
    named = [one for one in named if one.start >= comparison.begin]
    if number is None or not named or not _SAID.fullmatch(sentence.words, named[-1].end, number.start):
        return []
    subject = subject_of(sentence, comparison.begin, number.start, table)
    period = period_named(sentence, comparison.begin, number.start)
    if subject is None or (period is not None and period.period is None):
        return []
    members = members_of(table, subject, period.period if period is not None else None)
    return _of_member(sentence, named, table, members[0]) if len(members) == 1 else []


def _of_member(sentence: Sentence, named: Sequence[Mention], table: FactTable, member: Member) -> list[Ratio]:
    facts = [fact for fact in table.facts if same_period(fact.period, member.period)]
    own = [fact for fact in facts if (fact.row, fact.column) == (member.row, member.column)]
    if len(own) != 1 or own[0].unit == "%" or is_total(table, member.row):
        return []
    column = any(one.label == member.column and _OF_COLUMN.match(sentence.words, one.end) for one in named)
    return [ratio_of(own[0], whole) for whole in _wholes(table, own[0], facts, column) if whole]


def _wholes(table: FactTable, part: Fact, facts: Sequence[Fact], of_column: bool) -> list[Decimal]:
    """The totals of the row and of the column of a fact, and of all; that of the column alone, where it is told."""
    alike = [fact for fact in facts if fact.unit == part.unit and fact is not part]
    below = [fact.value for fact in alike if fact.column == part.column and is_total(table, fact.row)]
    if of_column or is_total(table, part.column):
        return below
    beside = [fact.value for fact in alike if fact.row == part.row and is_total(table, fact.column)]
    every = [fact.value for fact in alike if is_total(table, fact.row) and is_total(table, fact.column)]
    stated = [claim for claim in claims(table.title) if claim.kind in ("number", "base") and claim.unit == part.unit]
    return [*below, *beside, *every, *(claim.high for claim in stated if claim.high is not None)]


def _holds(comparison: Comparison, share: Decimal) -> bool:
    """Whether a share lies as is said, or where that is not known."""
    number = comparison.number
    ends = [end for end in (number.low, number.high) if end is not None] if number is not None else []
    if not ends:
        return True
    bound = sum(ends, Decimal(0)) / len(ends)
    return (share - bound) * comparison.sign > 0 or (share == bound and comparison.or_equal)
