"""The facts of a table that are one thing each, and whether what a sentence says holds for one."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.when import is_compared_with
from docgen.truth.sentence import Sentence
from docgen.truth.wording.comparison import Comparison
from docgen.truth.wording.series import BEFORE, Series, series_of
from docgen.truth.wording.subject import Subject
from docgen.value import value

_OPEN = re.compile("より前|を[見みと]")
_RELATIVE = re.compile("前|昨")


@value(frozen=True, slots=True)
class Member:
    """One thing at one time: a cell of a table by its labels and its period."""

    row: str
    column: str
    period: Period | None

    @property
    def name(self) -> str:
        """Its labels and its period."""
        return " ".join(filter(None, (self.row, self.column, str(self.period or ""))))


@value(frozen=True, slots=True)
class Held:
    """Whether something holds for a member, and the two facts that tell so; the second is None for a number."""

    member: Member
    holds: bool
    fact: Fact
    other: Fact | None


def fact_of(table: FactTable, row: str, column: str, period: Period | None) -> Fact | None:
    """The fact of these labels at a period; None where there is none, or more than one."""
    found = [fact for fact in table.facts if (fact.row, fact.column) == (row, column) and same_period(fact.period, period)]
    return found[0] if len(found) == 1 else None


def members_of(table: FactTable, subject: Subject, period: Period | None) -> tuple[Member, ...]:
    """The cells of the labels that a sentence names, at a period or the latest; nothing where more could be meant."""
    facts = [fact for fact in table.facts if not BEFORE.fullmatch(fact.column)]
    rows = _side(table, {fact.row for fact in facts}, subject.rows)
    columns = _side(table, {fact.column for fact in facts}, subject.columns)
    facts = [fact for fact in facts if fact.row in rows and fact.column in columns]
    periods = [fact.period for fact in facts if fact.period is not None]
    at = period if period is not None else max(periods, default=None)
    facts = [fact for fact in facts if same_period(fact.period, at)]
    named = max(1, len(subject.rows)) * max(1, len(subject.columns))
    found = tuple(dict.fromkeys(Member(fact.row, fact.column, at) for fact in facts))
    return found if len(found) <= named else ()


def _side(table: FactTable, labels: set[str], named: tuple[str, ...]) -> set[str]:
    own = labels & set(named)
    if own:
        return own
    if "" in labels:
        return {""}
    totals = {label for label in labels if is_total(table, label)}
    return totals or labels


def period_named(sentence: Sentence, begin: int, stop: int) -> Claim | None:
    """The last period that is named in a part before ``stop``, or before that part."""
    for start, end in ((begin, stop), (0, begin)):
        found = [claim for claim in sentence.claims if claim.kind == "period" and start <= claim.start and claim.end <= end]
        found = [claim for claim in found if claim.period is not None or not _RELATIVE.match(claim.text)]
        found = [claim for claim in found if not _is_base(sentence, claim)]
        if found:
            return found[-1]
    return None


def _is_base(sentence: Sentence, period: Claim) -> bool:
    """Whether what follows a period is compared with it: 2019年度の半数まで."""
    if is_compared_with(sentence.words, period.end):
        return not _OPEN.match(sentence.words, period.end)
    # 2022年度の120件から30件増え、150件に達した: of 2022年度 are the 120.
    first = next((one for one in sentence.numbers if one.start > period.end), None)
    before = first is not None and sentence.words[period.end : first.start] == "の"
    return first is not None and before and sentence.words.startswith(("から", "より"), first.end)


def compared(sentence: Sentence, comparison: Comparison, table: FactTable, member: Member) -> Held | None:
    """Whether a comparison holds for a member; None where that is not known."""
    fact = fact_of(table, member.row, member.column, member.period)
    if fact is None:
        return None
    sign = -comparison.sign if _of_rank(table, member) and comparison.number is None else comparison.sign
    if comparison.number is not None:
        return _with_number(comparison, member, fact)
    other = _other(sentence, comparison, table, member)
    if other is None or other is fact or not same_unit(other.unit, fact.unit):
        return None
    difference = (fact.value - other.value) * sign
    return Held(member, difference > 0 or (difference == 0 and comparison.or_equal), fact, other)


def _of_rank(table: FactTable, member: Member) -> bool:
    return any(series.of_rank for series in series_of(table) if (series.row, series.column) == (member.row, member.column))


def _with_number(comparison: Comparison, member: Member, fact: Fact) -> Held | None:
    number = comparison.number
    if number is None or not fact.unit or not number.unit or not same_unit(number.unit, fact.unit):
        return None
    low, high = number.low, number.high
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return None
    middle = sum(ends) / len(ends)
    if comparison.sign > 0:
        bound = low if comparison.or_equal and low is not None else middle
        return Held(member, fact.value > bound or (comparison.or_equal and fact.value == bound), fact, None)
    return Held(member, fact.value < middle or (comparison.or_equal and fact.value == middle), fact, None)


def _other(sentence: Sentence, comparison: Comparison, table: FactTable, member: Member) -> Fact | None:
    """The fact that a member is compared with."""
    every = mentions(sentence.words, table.labels)
    named = [one.label for one in every if comparison.start <= one.start and one.end <= comparison.to]
    named = [] if comparison.before and not comparison.owned else named
    at = comparison.period.period if comparison.period is not None else None
    dated = comparison.before or at is not None
    rows = [label for label in dict.fromkeys(named) if label in table.rows and member.row]
    columns = [label for label in dict.fromkeys(named) if label in table.columns and label not in rows]
    if max(len(rows), len(columns)) > 1 or (not named and (comparison.owned or not dated)):
        return None
    row, column = next(iter(rows), member.row), next(iter(columns), member.column)
    if comparison.before:
        return _before(table, Member(row, column, member.period))
    return fact_of(table, row, column, at if at is not None else member.period)


def _before(table: FactTable, member: Member) -> Fact | None:
    for series in series_of(table):
        if (series.row, series.column) == (member.row, member.column):
            at = next((i for i, fact in enumerate(series.facts) if same_period(fact.period, member.period)), 0)
            return series.facts[at - 1] if at and _is_next(series, at) else None
    return None


def _is_next(series: Series, at: int) -> bool:
    new, old = series.facts[at].period, series.facts[at - 1].period
    return new is not None and old is not None and new.number - old.number == 1


def every_period(table: FactTable, row: str, column: str) -> Sequence[Period]:
    """The periods at which a table has a value for two labels."""
    return [fact.period for fact in table.facts if (fact.row, fact.column) == (row, column) and fact.period is not None]
