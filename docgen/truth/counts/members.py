"""Members that are listed as those that meet a condition: 第1種漁港は、小浜、月ヶ浦及び砂崎の3港である."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.truth.counts.cells import word_columns
from docgen.truth.counts.conditions import Condition, condition
from docgen.truth.counts.exact import counting
from docgen.truth.counts.listings import Listing, listings, may_list
from docgen.truth.counts.miscount import miscount_of_rows
from docgen.truth.counts.yes_or_no import without_marks
from docgen.truth.doubted import doubted
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_NOT = re.compile(
    "以外|除[くいき]|な[いかく]|残[るり]|ほか|その他|ず[、。に]|ずつ|通じ|通し|連続|続け|毎年|累計|延べ|平均|予定|目標|見込|それぞれ|順に|比べ|同様|同じ|前者|後者|最も|"
    "多い|少ない|高い|低い|大きい|小さい|一部|のみ|だけ"
)
_SOME = re.compile("うち|主な|特に|中でも|例えば|代表")
# Before a list: what is told of it.
_TOPIC = re.compile(r"(?:は|とは|に(?:は|該当するのは)|として(?:は)?)、?$|[:(]\s*$")
_COUNT_FIRST = re.compile("(?:は|が)(?:計)?＃(?:で、?|あり、|であり、|\\(|:|[、,])(?:それぞれ)?$|＃\\($")
# Behind a list: it ends the sentence, or the clause.
_ENDS = re.compile(r"(?:で(?:ある|あり|す|、)|だ|が(?:あ[るり]|該当|含まれ|挙げられ)|となっ|に限られ|に限る)|[。)]|$")
# Behind a list: something is told of it.
_SUBJECT = re.compile(r"(?:の[^、。はがをにで\d]{1,10})?(?:は|が|も|では?|には?|とも)(?:、|いずれも|全て|すべて|ともに)*")
_TOLD = re.compile(
    r"(?:である|であ[るり]|で、|と(?:なっ|し|さ)|され|し(?:てい|た)|を?(?:超え|上回|下回)って?(?:いる|おり|た)"
    r"|済み|に(?:ある|あり|立地|所在|位置|属|該当|分類|区分|達)|。|$)"
)
_OPENED = re.compile(".*(?:[。;]|(?:[がしりくて中れ後]|ため|ほか|また|なお|一方|[たる]が|結果)、)", re.DOTALL)
_FARTHEST = 16


def members_as_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Rows, columns or years listed as those that meet a condition, of which one does not, or which are not all."""
    tables = near(evidence)
    for sentence in sentences:
        for table in tables.spoken_of(sentence) if may_list(sentence) else ():
            end = 0
            for listing in listings(sentence, table):
                breach = _before(sentence, listing, table, end) or _behind(sentence, listing, table)
                end = listing.end
                if breach is not None:
                    yield breach


def _before(sentence: Sentence, listing: Listing, table: FactTable, begin: int) -> Breach | None:
    """What is told before a list: 貨物量が20万トンを超える港は、北港及び南港である; 第1種は3港で、…."""
    words = sentence.words
    before, stop = words[: listing.start], listing.start
    counts = [(claim, number) for claim, number in counting(sentence) if claim.end <= listing.start]
    claim, number = counts[-1] if counts else (None, 0)
    if claim and listing.count is None and _COUNT_FIRST.search(f"{words[: claim.start]}＃{before[claim.end :]}"):
        stop = claim.start
        listing = replace(listing, count=claim, number=number)
    elif not _TOPIC.search(before):
        return None
    if not _ENDS.match(words, listing.end):
        return None
    opened = _OPENED.match(words, begin, stop)
    start = max(opened.end() if opened else begin, words.rfind("、", 0, stop - 1) + 1 if before.endswith("(") else 0)
    if doubted(_NOT, without_marks(words, word_columns(table)), start, stop, table):
        return None
    if _names_others(sentence, start, stop, listing.side, table):
        return None
    told = condition(sentence, start, stop, table, (listing.side,), listing.told)
    return None if told is None else _judged(sentence, listing, told, table, not _SOME.search(words, start, stop))


def _behind(sentence: Sentence, listing: Listing, table: FactTable) -> Breach | None:
    """What is told behind a list: 北港、東港及び南港の3港は整備済みである."""
    words = sentence.words
    subject = _SUBJECT.match(words, listing.end)
    if subject is None:
        return None
    clause = re.compile("[^、。;]*").match(words, subject.end())
    end = clause.end() if clause else subject.end()
    bare = without_marks(words, word_columns(table))
    if doubted(_NOT, bare, subject.end(), end, table) or _SOME.search(words, subject.end(), end):
        return None
    if _names_others(sentence, subject.end(), end, listing.side, table):
        return None
    told = condition(sentence, listing.end, end, table, (listing.side,), listing.told)
    if told is None or not _is_predicate(words, subject.end(), end, told):
        return None
    topic = words[max(words.rfind(mark, 0, listing.start) for mark in "。;") + 1 : listing.start]
    headed = any(topic.startswith(head) and topic[len(head) :] in ("は、", "は") for head in table.columns if head)
    return _judged(sentence, listing, told, table, headed)


def _is_predicate(words: str, start: int, end: int, told: Condition) -> bool:
    """Whether the one thing that is asked for is told of the list itself, right behind it."""
    at = words.find(told.words, start, end)
    return 0 <= at <= start + _FARTHEST and _TOLD.match(words, at + len(told.words)) is not None


def _names_others(sentence: Sentence, start: int, stop: int, side: str, table: FactTable) -> bool:
    """Whether a part of a sentence names others of a side, which what it tells may be told of."""
    labels = {"row": table.rows, "column": table.columns}.get(side, ())
    return any(start <= one.start and one.end <= stop for one in mentions(sentence.words, labels))


def _judged(sentence: Sentence, listing: Listing, told: Condition, table: FactTable, every: bool) -> Breach | None:
    """A breach where a member does not meet what is told, or, where ``every`` one is counted, others do too."""
    if not set(listing.members) <= told.known:
        return None
    right = {len(way) for way in told.ways}
    if every and listing.count is not None and listing.number not in right:
        return miscount_of_rows(sentence, listing.count, told.words, min(right), table)
    for name, (start, end) in zip(listing.members, listing.spots, strict=True):
        if not any(name in way for way in told.ways):
            return sentence.breach(
                "listed-not-so",
                sentence.spot(start, end),
                name=sentence.words[start:end],
                condition=told.words,
                names="、".join(str(one) for one in sorted(told.ways[0], key=str)),
                place=str(table.where) if table.where is not None else table.name,
            )
    return None
