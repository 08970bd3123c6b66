"""What the deck tells of times after its own publication, as if they were past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence

_PAST = re.compile(r"(?:[ぁ-ん一-龥]た|だった|済み?|実績[はをがで])(?=[。、がとしの)]|ところ|ため|もの|こと|ほか|$)")
# What was decided, planned or asked of a time to come is no deed of that time.
_TO_COME = re.compile(
    "予定|見込|計画|目標|予測|見通し|目指|まで|想定|推計|予算|期限|向け|将来|方針|こととし|決定|決ま|決め|発表|合意|表明|承認|"
    "設定|策定|掲げ|延期|延長|要求|計上|盛り込|試算|仮に|見据え|期待|約束|申請|公募|招致|招へい|内定|契約|以降|閣議|提言|要望|提案"
)
_REACHED = re.compile("到来し(?:た|て(?!い?な))|過ぎ(?:た|て)|経過し(?:た|て(?!い?な))|迎えた|終了した|満了した|終えた")
_MET = re.compile("に(?:は|おいて)?、?[^。]*(?:達成した|達した|上回った|超えた|下回った|となった(?![^。]*(?:予定|計画)))")
_NOT_REACHED = re.compile("到来していな|未到来|まだ到来|過ぎていな|迎えていな|これから迎え")
_SOURCE = re.compile(
    r"^[^。、]{0,30}「[^」]+」\([^()]*年\d{1,2}月[^()]*\)$|^\s*[(【\[]?(?:出典|資料|出所|典拠|引用元?|参考文献)[)】\]]?\s*[::]?"
    r"|(?:出典|出所|資料)[)】\]:]|(?:より|基に|もとに)作成"
)
_STILL_TO_BE = re.compile(
    "予定(?:である|する|だ|です|$|。)|する予定|見込み?(?:である|だ|$|。)|見込まれる|する計画|計画である|する方針|目指す。?$"
)
_WAS_TO_BE = re.compile("(?:予定|見込み|計画)(?:であった|だった|であり|とされ)|ていた")
_THEN = re.compile("(?:中|内|末|度末|春|夏|秋|冬)?(?:に|から|より|までに)")
# Behind a period: what is still to come follows from it, at another time.
_GOES_BEFORE = re.compile("(?<!新)た|踏まえ|基づ|以降|から|引き続|に続|の結果|を受け|次")
_PARTLY = re.compile(
    "時点|現在|まで|半期|月|四半期|当初|予算|暫定|速報|見込|開始|から|決定|予定|着手|公募|計画|目標|途中|公表|策定|改正|改定|"
    "施行|創設|設置|開催|発足|設立|採択|締結|導入"
)
_OWN = re.compile(
    "(?:本|当)(?:計画|資料|書|報告書?|白書|データ集|年報|要覧|冊子|戦略|調査報告)"
    "(?:は|を|の)(?![^。]*[前後]の)[^。]{0,10}$"
)
_PUBLICATION = re.compile("(?:に|の)?(?:公表|発行|刊行|発刊|公開)(?!され(?:た|る)[^。])")
_YEARS = frozenset({"year", "fiscal_year"})
_VALUES = frozenset({"number", "share", "change", "points", "multiple", "rank", "ratio"})
_TITLE = re.compile("「(?P<title>[^」]+)」")


def nothing_actual_after_publication(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A deed or a value of a time that begins after the deck was published, or of a year that was not over by then."""
    published = evidence.published
    for sentence in sentences if published is not None else ():
        for claim in _periods(sentence):
            if claim.period is not None and published and (end := _told_as_past(sentence, claim, claim.period, published)):
                spot = sentence.spot(claim.start, end)
                yield sentence.breach(
                    "after-publication.past",
                    spot,
                    words=spot.words,
                    published=str(published),
                )  # fmt: skip
                break


def _told_as_past(sentence: Sentence, claim: Claim, period: Period, published: Period) -> int:
    """Where the words end that tell a period as past, though it is not; 0 for none."""
    words = sentence.words
    to_come = _TO_COME.search(words)
    if period.start > published.end:
        told = _REACHED.search(words, claim.end) or _MET.match(words, claim.end)
        told = told or (None if to_come else _PAST.search(words, claim.end))
        return told.end() if told else 0
    unfinished = period.kind in _YEARS and period.start <= published.start and published.end < period.end
    valued = any(other.kind in _VALUES and other.period == period for other in sentence.claims)
    partly = to_come or _PARTLY.search(words)
    past = _PAST.search(words, claim.end) if unfinished and valued and not partly else None
    return past.end() if past else 0


def plans_lie_ahead(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A time that was over when the deck was published, and that a sentence tells as still to come."""
    published = evidence.published
    for sentence in sentences if published is not None else ():
        dated = [claim for claim in _periods(sentence) if claim.period]
        over = published and dated and all(claim.period and claim.period.end < published.start for claim in dated)
        coming = _still_to_come(sentence.words, dated[-1].end) if over else None
        if coming is not None:
            spot = sentence.spot(dated[-1].start, coming.end())
            yield sentence.breach(
                "after-publication.coming",
                spot,
                words=spot.words,
                published=str(published),
            )  # fmt: skip


def _still_to_come(words: str, end: int) -> re.Match[str] | None:
    """The words behind a period that tell it as still to come."""
    coming = _NOT_REACHED.search(words, end)
    otherwise = _GOES_BEFORE.search(words, end) or _WAS_TO_BE.search(words, end) or not _THEN.match(words, end)
    if coming is not None or otherwise:
        return coming
    return _STILL_TO_BE.search(words, end)


def sources_older_than_the_deck(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A source of a date after the deck's publication."""
    published = evidence.published
    for sentence in sentences if published is not None else ():
        if not _SOURCE.search(sentence.words) or re.search("予定|見込", sentence.words):
            continue
        for claim in _periods(sentence):
            if claim.period is not None and published and claim.period.start > published.end:
                yield sentence.breach(
                    "after-publication.source",
                    sentence.spot_of(claim),
                    level="notice",
                    period=claim.text,
                    published=str(published),
                )  # fmt: skip


def sources_of_one_date(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A source of another date than the deck has for it elsewhere."""
    for sentence in sentences if evidence.names else ():
        for claim in _periods(sentence) if _SOURCE.search(sentence.words) else ():
            other = _dated_otherwise(sentence, claim.period, evidence.names) if claim.period else None
            if other is not None:
                yield sentence.breach(
                    "date-of-source",
                    sentence.spot_of(claim),
                    period=claim.text,
                    right=other,
                )  # fmt: skip


def own_publication(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A time that a deck gives for its own publication (本資料は2024年度に公表), and in which it was not published."""
    published = evidence.published
    for sentence in sentences if published is not None else ():
        for claim in _periods(sentence):
            if published and claim.period and _is_of_publication(sentence, claim) and _apart(published, claim.period):
                yield sentence.breach(
                    "after-publication.own",
                    sentence.spot_of(claim),
                    period=claim.text,
                    published=str(published),
                )  # fmt: skip


def _is_of_publication(sentence: Sentence, claim: Claim) -> bool:
    words = sentence.words
    return bool(_OWN.search(words, 0, claim.start) and _PUBLICATION.match(words, claim.end))


def _apart(first: Period, second: Period) -> bool:
    return first.end < second.start or second.end < first.start


def _dated_otherwise(sentence: Sentence, period: Period, names: Sequence[str]) -> str | None:
    """The date that the deck gives the same source, where it gives it one other."""
    title = _TITLE.search(sentence.words)
    same = [name for name in names if title and f"「{title['title']}」" in plain(name)]
    dates = {date for name in same for date in _dates(name)}
    if len(dates) != 1 or (other := next(iter(dates))).kind != period.kind:
        return None
    return str(other) if other != period else None


def _dates(name: str) -> Iterator[Period]:
    return (claim.period for claim in claims(name) if claim.kind == "period" and claim.period)


def _periods(sentence: Sentence) -> tuple[Claim, ...]:
    return tuple(claim for claim in sentence.claims if claim.kind == "period")
