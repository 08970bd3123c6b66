"""A number that a series has, but not at the period that its sentence gives it: 2022年度 for 2022年."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.amounts import complements, differences, means, quotients, sums
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import cue, same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.breach import Breach, Spot
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.as_bound import as_bound
from docgen.truth.book import book
from docgen.truth.context import is_mark
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.time.previous import at_previous
from docgen.truth.time.series import meant, one_label
from docgen.value import value

_AS_IT_STANDS = frozenset({"number", "share", "ratio", "rank"})
# A label that tells another time than the rest of its table: 前年度予算額.
_RELATIVE = re.compile("前年|前回|前期|翌年")
# What another document says may differ from the table: 1993年は1位とする資料もある.
_ELSEWHERE = re.compile("(?:とする|という|との)(?:資料|報道|報告|文献|統計|推計|試算|もの)も(?:ある|あり|みられ|見られ)")
_RIGHT_BEFORE = re.compile("(?:には?|は|で|の|時点で|における)?、?約?")
_BRACKETED = re.compile(r"\((?:いずれも)?")
_BY_WORD = re.compile("(?:同|前|翌)年度?")
_SHORT = frozenset({"month", "day"})
_PRECISE = 3
"""From how many digits on a number is hardly another's by chance."""


@value(frozen=True, slots=True)
class _Dated:
    """A number that is its ``own`` fact's, of another period than it is told of; ``there`` is the fact of that period."""

    claim: Claim
    own: Fact
    there: Fact | None


def numbers_at_their_period(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that a table has for what the sentence names, at another period than the one that the sentence gives it.

    There is a breach where the table has another number at that period, or none but one that is called alike (2022年 for
    2022年度), and where nothing else bears the number out.
    """
    whole = book(evidence)
    for sentence in sentences:
        found: dict[tuple[Period, Period | None], list[_Dated]] = {}
        for claim in () if _ELSEWHERE.search(sentence.words) else sentence.numbers:
            both = "暦年" in sentence.words and "年度" in sentence.words
            if claim.kind not in _AS_IT_STANDS or as_bound(sentence, claim) is not claim:
                continue
            if not (both or is_mark(sentence, claim)):
                for table in whole.tables.spoken_of(sentence):
                    at = claim.period or at_previous(sentence, claim, table)
                    told = _judged(sentence, claim, at, table) if at is not None else None
                    dated = claim if claim.period is at else claim.holding_at(at)
                    if at and told is not None and not _borne_out(sentence, dated, whole.about(sentence).tables):
                        found.setdefault((at, told.own.period), []).append(told)
                        break
        for (at, _), told_at in found.items():
            yield from _told_once(sentence, at, told_at)


def _told_once(sentence: Sentence, at: Period, found: Sequence[_Dated]) -> Iterator[Breach]:
    """What is told of numbers that are all of one other period: then it is their period that is wrong, not each of them."""
    named = [one for one in sentence.claims if one.kind == "period" and one.period == at]
    if len(found) < 2 or len(named) != 1:
        yield from (_breach(sentence, at, one, _spot(sentence, at, one)) for one in found)
        return
    told = [*named, *(one.claim for one in found)]
    whole = sentence.spot(min(one.start for one in told), max(one.end for one in told))
    yield _breach(sentence, at, found[0], whole)


def _judged(sentence: Sentence, claim: Claim, at: Period, table: FactTable) -> _Dated | None:
    if not any(fact.period and _bears(fact, claim) for fact in table.facts):
        return None
    facts = [fact for fact in meant(sentence, claim, table) if fact.period and _comparable(at, fact.period)]
    there = [fact for fact in facts if same_period(at, fact.period)]
    elsewhere = [fact for fact in facts if fact not in there and _bears(fact, claim)]
    elsewhere = [fact for fact in elsewhere if not _RELATIVE.search(one_label([fact]))]
    if any(_bears(fact, claim) for fact in there) or not elsewhere:
        return None
    if any(_called_alike(at, fact.period) for fact in elsewhere) and _is_by_word(sentence, claim):
        return None
    own = next((fact for fact in elsewhere if _called_alike(at, fact.period)), elsewhere[0])
    if there:
        return _Dated(claim, own, there[0])
    if _called_alike(at, own.period) or _digits(claim) >= _PRECISE:
        return _Dated(claim, own, None)
    return None


def _is_by_word(sentence: Sentence, claim: Claim) -> bool:
    """Whether a word names the year of a number by the one before: 同年度 of 2021年度末, which may be 2021年度."""
    before = [one for one in sentence.claims if one.kind == "period" and one.end <= claim.start]
    return bool(before) and _BY_WORD.fullmatch(before[-1].text) is not None


def _comparable(at: Period, period: Period) -> bool:
    """Whether a number of one of two periods is none of the other: not so a month and its year (各年12月)."""
    inside = at.kind in _SHORT and period.kind not in _SHORT and period.start <= at.start and at.end <= period.end
    return (at.kind == "span") == (period.kind == "span") and not inside


def _spot(sentence: Sentence, at: Period, one: _Dated) -> Spot:
    same = one.own.period is not None and one.own.period.start.month == at.start.month
    if same and (year := _year_of(sentence, one.claim, at)) is not None:
        return sentence.spot(one.claim.start, year.end)
    return _both(sentence, one.claim, at) if one.there is None else _beside(sentence, one.claim, at)


def _breach(sentence: Sentence, at: Period, one: _Dated, spot: Spot) -> Breach:
    label, period, place = one_label([one.own]), str(one.own.period), one.own.place
    number, named = one.claim.text, str(at)
    if one.there is None:
        return sentence.breach(
            "another-period.period", spot, number=number, label=label, at=named, period=period, place=place
        )
    right = spelled(one.there.value, one.there.unit)
    return sentence.breach(
        "another-period.value", spot, number=number, label=label, at=named, right=right, period=period, place=place
    )


def _beside(sentence: Sentence, claim: Claim, at: Period) -> Spot:
    """The number, with the period where that stands right before it, or in brackets behind it: either may be wrong."""
    behind = [one for one in sentence.claims if one.kind == "period" and one.period == at and one.start >= claim.end]
    if behind and _BRACKETED.fullmatch(sentence.words, claim.end, behind[0].start):
        return sentence.spot(claim.start, behind[0].end)
    before = [one for one in sentence.claims if one.kind == "period" and one.period == at and one.end <= claim.start]
    near = before and _RIGHT_BEFORE.fullmatch(sentence.words, before[-1].end, claim.start)
    return sentence.spot(before[-1].start if near else claim.start, claim.end)


def _year_of(sentence: Sentence, claim: Claim, at: Period) -> Claim | None:
    """The year in brackets behind a number whose quarter is one of that year: 第4四半期には221億円…（2022年度）."""
    years = [one for one in sentence.claims if one.kind == "period" and one.start >= claim.end and one.period]
    return next(
        (
            year
            for year in years
            if sentence.words.startswith("(", year.start - 1) and sentence.words.startswith(")", year.end)
            if year.period and year.period != at and year.period.start <= at.start and at.end <= year.period.end
        ),
        None,
    )


def _both(sentence: Sentence, claim: Claim, at: Period) -> Spot:
    """The period and the number: either may be wrong."""
    periods = [other for other in sentence.claims if other.kind == "period" and other.period == at]
    before = [other for other in periods if other.end <= claim.start]
    return sentence.spot(before[-1].start if before else claim.start, claim.end)


def _bears(fact: Fact, claim: Claim) -> bool:
    return fact.bears(claim)


def _called_alike(first: Period, second: Period | None) -> bool:
    """Whether two periods are called by one year, in the calendar or fiscally: 2022年, 2022年度 and 2022年度末."""
    return second is not None and first != second and first.number == second.number


def _digits(claim: Claim) -> int:
    return len(re.sub(r"\D", "", plain(claim.text)).strip("0"))


def _borne_out(sentence: Sentence, claim: Claim, tables: Iterable[FactTable]) -> bool:
    """Whether a cell of that period, of any of some tables, or a computation has the number."""
    for table in tables:
        own = cue(sentence.words, sentence.claims, claim, table)
        if any(_bears(fact, claim) and _at_once(fact, claim) for fact in table.facts):
            return True
        computed = (bearer for compute in (differences, sums, means, quotients, complements) for bearer in compute(own))
        if any(bearer.bears(claim) for bearer in computed):
            return True
    return False


def _at_once(fact: Fact, claim: Claim) -> bool:
    return fact.period is not None and same_unit(claim.unit, fact.unit) and same_period(claim.period, fact.period)
