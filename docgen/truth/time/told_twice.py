"""A time by its name and by its year, that are two: 前年度（2019年度） of 2021年度, 直近の2022年 where 2023年 is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence

_RELATIVE = re.compile("(?:前|翌|同|前々|翌々)年度?末?")
_NOW = {"昨": -1, "本": 0, "今": 0, "当": 0, "来": 1}
_OF_NOW = re.compile("(?P<which>[昨今本当来])年(?P<fiscal>度)?")
_LATEST = re.compile(r"(?:直近|最新|最近)の?(?:値である|調査である)?$")
_LEFT = re.compile("(?:残り|残す|残る|あと)(?:は|、)?(?:約)?$")
_YEARS = frozenset({"year", "fiscal_year"})


def years_by_word_and_number(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A year behind a word for it, in brackets, that is another: 前年度（2019年度） of 2021年度, 来年度（2025年度）."""
    for sentence in sentences:
        dated = [claim for claim in sentence.claims if claim.kind == "period"]
        for word, year in pairwise(dated):
            meant = _meant(word, evidence.published)
            bracketed = sentence.words[word.end : year.start] == "(" and sentence.words.startswith(")", year.end)
            if bracketed and meant is not None and year.period is not None and _are_two(meant, year.period):
                yield _breach(sentence, year.start, year.end, str(meant))


def latest_are_the_last(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A time that is called the latest (直近, 最新), where the table has a later one."""
    tables = near(evidence)
    for sentence in sentences:
        for claim in sentence.claims:
            if claim.kind == "period" and claim.period is not None and _LATEST.search(sentence.words, 0, claim.start):
                later = _later(sentence, claim, claim.period, tables)
                if later is not None:
                    number, fact = later
                    yield _breach(sentence, claim.start, max(claim.end, number.end), str(fact.period))


def years_left(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The years left from one year to another that a sentence names both: 2030年度末まで、2024年度末から数えて残り4年."""
    for sentence in sentences:
        for claim in sentence.claims:
            if claim.kind != "duration" or claim.unit != "年" or not _LEFT.search(sentence.words, 0, claim.start):
                continue
            ends = [one.period for one in sentence.claims if one.kind == "period" and one.period and one.end <= claim.start]
            if len(set(ends)) == 2 and len({one.kind for one in ends}) == 1:
                years = abs(ends[0].number - ends[-1].number)
                if years and not claim.admits(Decimal(years)):
                    yield _breach(sentence, claim.start, claim.end, f"{years}年")


def _meant(word: Claim, published: Period | None) -> Period | None:
    """The year that a word means: 前年度 by the sentence, 来年度 by when the deck was published."""
    if _RELATIVE.fullmatch(word.text):
        return word.period
    now = _OF_NOW.fullmatch(word.text)
    if now is None or published is None:
        return None
    fiscal, years = published.end.year - (published.end.month < 4), _NOW[now["which"]]
    return Period.for_fiscal_year(fiscal + years) if now["fiscal"] else Period.parse(f"{published.end.year + years}年")


def _are_two(first: Period, second: Period) -> bool:
    return second.kind in _YEARS and first.kind == second.kind and first.number != second.number


def _later(sentence: Sentence, claim: Claim, at: Period, tables: Near) -> tuple[Claim, Fact] | None:
    """The number that follows a period and is a table's at that time, and the last fact of its series, if that is later."""
    numbers = [one for one in sentence.numbers if one.start >= claim.end and one.unit]
    for table in tables.on_page(sentence) if numbers else ():
        for own in table.facts:
            alike = own.period == at and same_unit(own.unit, numbers[0].unit)
            if alike and Bearer("cell", (), own.low, own.high).bears(numbers[0]):
                series = [fact for fact in table.facts if (fact.row, fact.column) == (own.row, own.column) and fact.period]
                last = max(series, key=lambda fact: fact.period.end if fact.period else at.end)
                return (numbers[0], last) if last.period is not None and last.period.end > at.end else None
    return None


def _breach(sentence: Sentence, start: int, end: int, right: str) -> Breach:
    return sentence.breach(
        "told-twice",
        sentence.spot(start, end),
        words=sentence.spot(start, end).words,
        right=right,
    )
