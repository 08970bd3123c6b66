"""Spans of time: their ends in order, and as long as the sentence says (2018年から2022年までの5年間)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.sentence import Sentence
from docgen.truth.sentence import sentences as sentences_of
from docgen.value import value

_BETWEEN = re.compile(r"\s*(?:～|-|から)\s*")
_TWO_YEARS = re.compile(r"(?P<first>.*年(?:度末?|末)?|(?:19|20)\d\d)(?:～|-|から)(?P<last>.*)")
_CLOSES = re.compile(r"まで|の(?:期間|間|実績|データ|推移|各年|\d)|にかけて|に至る|[)、。]|$")
_LASTS = re.compile(r"(?:まで)?(?:の間)?(?:の|、|における|\()?(?:過去|直近|合計|計)?")
_IN_BRACKETS = re.compile(r"(?:[^\s、。(]{0,8})\(")
# Behind a length: it is no whole span's.
_EACH = re.compile("目|当たり|あたり|ごと|毎|ぶり|前|後|おき|以内|平均")
_YEARS = re.compile("年|[かヶヵカ]年度?")
_AFTER = re.compile("(?:[0-9]{1,2}|[一二三四五六七八九十])年度?[前後]|翌年度?")
_THAT_IS = re.compile(r"の|に当たる|である|\(")
_OF_MONTHS = re.compile(r"(?<![\d年.])(?P<first>\d{1,2})月(?:から|～|-)(?P<last>\d{1,2})月(?:まで)?の?$")
_MONTHS = re.compile("月")
_CHANGES = re.compile("増|減|伸|拡大|縮小|上昇|低下|倍|改善|悪化|変化|推移|下落|広が|縮ま|高ま|上が|下が")
_OF_YEARS = frozenset({"year", "fiscal_year"})
_DAYS_OF_MONTH = 30.4


@value(frozen=True, slots=True)
class Span:
    """Two points of time that a sentence joins: its characters from ``start`` to ``end``."""

    first: Period
    last: Period
    start: int
    end: int


def spans_in_order(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A span that ends before it begins: 2022年度から2018年度まで."""
    for sentence in sentences:
        for span in joined(sentence):
            if span.last.end < span.first.start and _CLOSES.match(sentence.words, span.end):
                yield sentence.breach(
                    "ends-before-it-begins",
                    sentence.spot(span.start, span.end),
                    first=str(span.first),
                    last=str(span.last),
                )


def lengths_of_spans(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A length of time that is not that of the span beside it: 2018年から2022年までの4年間.

    Or the distance of a year from another that is not that of the year beside it: 2018年…、10年後の2023年. Of years both
    ends of a span count, for 5 here; where the sentence tells a change over them, the years between may be counted.
    """
    for sentence in sentences:
        yield from _years_between(sentence)
        spans = [span for span in joined(sentence) if span.first.start <= span.last.end]
        for claim in sentence.claims:
            beside = [span for span in spans if claim.kind == "duration" and _beside(sentence, span, claim)]
            if beside and (right := _right(sentence, beside[0], claim)):
                yield sentence.breach(
                    "length-of-span",
                    sentence.spot(beside[0].start, beside[0].end)
                    if _is_told_elsewhere(sentence, claim, evidence)
                    else sentence.spot_of(claim),
                    length=claim.text,
                    right=right,
                    first=str(beside[0].first),
                    last=str(beside[0].last),
                )


def _is_told_elsewhere(sentence: Sentence, claim: Claim, evidence: Evidence) -> bool:
    """Whether another text of the deck tells the same length: then it is the span beside it that is amiss."""
    others = [text for text in evidence.statements if text.text != sentence.statement.text]
    told = (one for text in others for other in sentences_of(text) for one in other.claims if one.kind == "duration")
    return any((one.low, one.high, one.unit) == (claim.low, claim.high, claim.unit) for one in told)


def lengths_in_months(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number of months that is not that of the months beside it: 11月から3月までの6か月間."""
    for sentence in sentences:
        for claim in sentence.claims:
            months = _OF_MONTHS.search(sentence.words, 0, claim.start) if claim.kind == "duration" else None
            if months is None or "月" not in claim.unit or _EACH.match(sentence.words, claim.end):
                continue
            right = (int(months["last"]) - int(months["first"])) % 12 + 1
            if not claim.admits(Decimal(right)):
                yield sentence.breach(
                    "length-of-span",
                    sentence.spot_of(claim),
                    length=claim.text,
                    right=f"{right}{claim.unit}",
                    first=f"{months['first']}月",
                    last=f"{months['last']}月",
                )


def _years_between(sentence: Sentence) -> Iterator[Breach]:
    """A year that is told by how far it is from the one before, and by its name, and the two are not one: 5年後の2022年."""
    periods = [claim for claim in sentence.claims if claim.kind == "period" and claim.period]
    for base, told, named in zip(periods, periods[1:], periods[2:], strict=False):
        if not _AFTER.fullmatch(told.text) or not _THAT_IS.fullmatch(sentence.words, told.end, named.start):
            continue
        years = (base.period, told.period, named.period)
        kinds = {year.kind for year in years if year is not None}
        if len(kinds) == 1 and kinds <= _OF_YEARS and told.period != named.period:
            yield sentence.breach(
                "length-of-span",
                # Either may be wrong.
                sentence.spot(told.start, named.end),
                length=told.text,
                right=_apart(years),
                first=str(base.period),
                last=str(named.period),
            )


def _apart(years: Sequence[Period | None]) -> str:
    """How far the last of some years is from the first: 5年後."""
    first, last = years[0], years[-1]
    apart = last.number - first.number if first is not None and last is not None else 0
    return f"{abs(apart)}年{'前' if apart < 0 else '後'}"


def joined(sentence: Sentence) -> Iterator[Span]:
    """The spans of a sentence, those whose ends are in no order too."""
    periods = [claim for claim in sentence.claims if claim.kind == "period"]
    for claim in periods:
        words = sentence.words[claim.start : claim.end]
        if match := _TWO_YEARS.fullmatch(words):
            yield from _of_years(match["first"], match["last"], claim)
    for first, last in pairwise(periods):
        if first.period and last.period and _BETWEEN.fullmatch(sentence.words, first.end, last.start):
            yield Span(first.period, last.period, first.start, last.end)


def _of_years(first: str, last: str, claim: Claim) -> Iterator[Span]:
    """The ends of 2021～23年度 and 2022年から2018年; nothing where they are no years."""
    unit = next((unit for unit in ("年度末", "年度", "年末", "年") if unit in last), "年")
    if re.match(r"\d{1,2}年", last):
        last = re.sub(r"(?:\d\d|元|\d)(?:年.*)?$", "", first) + last
    if "年" not in first:
        first += unit
    ends = [_period(first), _period(last if "年" in last else f"{last}年")]
    if ends[0] and ends[1]:
        yield Span(ends[0], ends[1], claim.start, claim.end)


def _period(words: str) -> Period | None:
    found = claims(words)
    return found[0].period if len(found) == 1 and found[0].text == words else None


def _beside(sentence: Sentence, span: Span, claim: Claim) -> bool:
    if _EACH.match(sentence.words, claim.end):
        return False
    if span.end <= claim.start:
        return _LASTS.fullmatch(sentence.words, span.end, claim.start) is not None
    return _IN_BRACKETS.fullmatch(sentence.words, claim.end, span.start) is not None


def _right(sentence: Sentence, span: Span, claim: Claim) -> str:
    """What the length would be; "" where it is right, or nothing can be said."""
    if claim.low is None or claim.high is None or not re.fullmatch(r"[\d一二三四五六七八九十]+\D*", claim.text):
        return ""
    months = round(((span.last.end - span.first.start).days + 1) / _DAYS_OF_MONTH)
    if _MONTHS.search(claim.unit):
        return "" if claim.admits(Decimal(months)) else f"{months}{claim.unit}"
    if not _YEARS.fullmatch(claim.unit.removesuffix("間")) or (months % 12 > 1 and months % 12 < 11):
        return ""
    years = round(months / 12)
    between = {years - 1} if _CHANGES.search(sentence.words) and span.first.kind in _OF_YEARS else set()
    return "" if any(claim.admits(Decimal(length)) for length in {years, *between}) else f"{years}{claim.unit}"
