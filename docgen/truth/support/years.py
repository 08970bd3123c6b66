"""Years outside the table beside a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

# What a year may be told of besides the values of the table.
_OTHERWISE = re.compile(
    "目標|見込|予測|計画|予定|将来|設立|創設|施行|制定|改正|開始|開設|策定|採択|閣議|法|条例|制度|調査|発足|導入|公表|開催|統計|改定|"
    "変更|ため|として|一方|事業|震災|流行|感染|統合|合併|廃止|導入"
)
_CHANGES = re.compile("増|減|上昇|低下|伸|拡大|縮小|推移|超え|下回|上回|達|続|最[多少高低大小も]|[倍割]")
_SINCE_ALONE = re.compile("(?:以降|以来|から)[^。]*(?:限られ|のみ|だけ|唯一|初めて|一度も|ない)")
_RIGHT_BEHIND = re.compile("(?:の|には?|は|で)?")
_RELATIVE = re.compile("前|昨")
_YEARS = frozenset({"year", "fiscal_year"})


def years_lie_in_the_data(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A year outside the series that its sentence tells the course of, and that no other text tells."""
    tables = near(evidence)
    for sentence in sentences:
        for table in tables.on_page(sentence):
            for claim in _outside(sentence, table):
                if claim.period is not None and not _elsewhere(claim.period, sentence, evidence):
                    yield sentence.breach(
                        "year-not-in-table",
                        sentence.spot_of(claim),
                        level="notice",
                        period=claim.text,
                        place=str(table.where) if table.where is not None else table.title,
                    )


def _outside(sentence: Sentence, table: FactTable) -> Iterator[Claim]:
    """The years of a sentence that the series of a table do not reach, where it names the table's rows or columns."""
    periods = [fact.period for fact in table.facts if fact.period is not None and fact.period.kind in _YEARS]
    if len(set(periods)) < _FEWEST or not mentions(sentence.words, table.labels) or _is_otherwise(sentence, table):
        return
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    for claim in sentence.claims:
        # Where no year is told before 前年度, its year may be one that is told later.
        known = claim.kind == "period" and not (claim == sentence.claims[0] and _RELATIVE.match(claim.text))
        beyond = known and claim.period is not None and _is_beyond(claim.period, first, last)
        told = beyond and (_CHANGES.search(sentence.words, claim.end) or _SINCE_ALONE.match(sentence.words, claim.end))
        if told or (beyond and _has_cell(sentence, claim, table)):
            yield claim


def _is_otherwise(sentence: Sentence, table: FactTable) -> bool:
    """Whether a sentence tells a year of something besides the values; not so by words of the table: 導入 of 導入量."""
    if _OTHERWISE.search(sentence.words) is None:
        return False
    known = plain(" ".join((table.title, *table.labels)))
    return any(match.group() not in known for match in _OTHERWISE.finditer(sentence.words))


def _is_beyond(period: Period, first: date, last: date) -> bool:
    """Whether a year lies outside a series, or a span of years begins before it."""
    if period.kind == "span":
        return period.start < first <= period.end and period.start.month == first.month
    return period.kind in _YEARS and not (first <= period.end and period.start <= last)


def _has_cell(sentence: Sentence, period: Claim, table: FactTable) -> bool:
    """Whether a number right behind a period is one that the table has: 2015年度の5.6％."""
    behind = [claim for claim in sentence.numbers if claim.start >= period.end and claim.low is not None]
    if not behind or not _RIGHT_BEHIND.fullmatch(sentence.words, period.end, behind[0].start):
        return False
    same = [fact for fact in table.facts if fact.unit and same_unit(fact.unit, behind[0].unit)]
    return any(Bearer("cell", (), fact.low, fact.high).bears(behind[0]) for fact in same)


_FEWEST = 2


def _elsewhere(period: Period, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether another table has the year, or another text tells it."""
    if any(fact.period == period for table in evidence.tables for fact in table.facts):
        return True
    others = (statement.text for statement in evidence.statements if statement.text != sentence.statement.text)
    return any(claim.period == period for text in others for claim in claims(text) if claim.kind == "period")
