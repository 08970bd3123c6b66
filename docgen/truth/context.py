"""The words that a table is known by, and those of a sentence that it does not know."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Statement
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.times import is_at
from docgen.errors import SlidePosition
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.nearly import has_digits
from docgen.truth.sentence import Sentence

WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")
# Words that say nothing of what is counted, where, or of whom.
_COMMON = re.compile(
    "以降|以来|以後|連続|増加|減少|上昇|低下|推移|前年度?|時点|現在|一方|特に|直近|最新|実績|結果|状況|水準|規模|割合|件数|人数|金額|総額|数値|回復|拡大|"
    "(?<![一-龥])調査(?![一-龥])|実施|縮小|改善|悪化|最多|最大|最高|最少|最低|最小|過去|今回|当該|年度|年間|年末|図表|概要|合計|総計|総数|全体|構成比?|別|比較|一覧|主な|"
    "四季(?=を)|場合(?=[はもで、])|(?:完全|有効)(?=＿)|我が国|単位|資料|データ|グラフ|及び|並びに|となり|実数|累計|累積|(?:単純|算術)?年?平均|内訳|構成|両者|過半|前回調査|前回|前期|同月末?|再掲|詳細|まとめ|コロナ禍?|感染拡大|受入れ?|"
    "見出し?(?=[)】])|大台|節目|(?:県内|市内|町内)(?=[のでに])|差引き?|差|以外|[一毎]日(?=約?(?:＿|$))|密度(?=は[^は]*当たり)|[一-龥々]{1,4}別|(?:[一万千百十億]+)?[^、。\\s＿]{1,3}当たり|数|率|額|総|伸び(?=[はがの])"
)
# What is not said of the present: a number of these is none of the table's, unless the table has the word too.
_ELSEWHERE = re.compile(
    "目標|見込|予測|見通し|計画|想定|予定|推計|試算|仮に|新たに|新規|追加|加わ|[0-9]月|半期|[春夏秋冬]の|"
    "(?<![0-9元前翌同])(?:年度?末|期末|当初)|速報|暫定|改定|補正|換算|仮定|最大で|最低でも|ピーク時|"
    "[のが](?:い|お)?ない(?=[一-龥])|て(?:い|お)(?:ない|らず)(?=[一-龥])|(?:され|し|せ)なかった(?=[一-龥])"
)
_NOT_REACHED = re.compile("に(?:は|も)?(?:届|満た|達しな|達せ|及ば)")
_TO_GO = re.compile("まで(?:に)?(?:は)?、?(?:あと|なお|残り|残す|約?[0-9][^、。]{1,12}?を?残)")
_OF_SOMETHING = re.compile(
    r"が(?:未|残|不足|不用|[^、。はがを0-9]{0,6}(?:ず|な[いかくし])(?:[、。にっ]|$))|(?:の|を|は)?(?:うち|[一-龥々]{2,}の)"
    r"|の(?!水準|規模|半分|半数|増加|減少|上昇|低下|伸び|割合|大台|合計|[一-龥]{0,3}(?:超過|黒字|赤字|不足))(?=[一-龥々ァ-ヴー]{2,})"
)
# Before a number: it is that of all, whatever part of it is told next (合計46億円のうち).
_TOTAL = re.compile("(?:合計|総[額数]|計)[はがで]?約?$")
_AMOUNTS = frozenset({"number", "share", "ratio"})
# Before a name: the same, and no part of it.
_HARMLESS = frozenset("同本各全計約比数市県町村国都府区")
# What amounts are called, and the units that tell so.
_MEASURES = {
    **dict.fromkeys(("面積",), ("ha", "a", "平方メートル", "平方キロメートル", "km²", "m²", "㎡")),
    **dict.fromkeys(("延長", "距離", "長さ"), ("km", "m", "キロメートル", "メートル")),
    **dict.fromkeys(("重量", "質量"), ("トン", "kg", "g")),
}
_PLACES_OR_ALL, _HEAD = frozenset("県市町村区道府都国全各"), 2
_QUOTED = re.compile("[「『]＿[」』]")
_JOINED = re.compile("([一-龥々])の?＿")
# Behind a name: a longer word, of something else (執行残, 輸出先).
_OKURIGANA = re.compile("＿[しりいえき](?=[はがもをにでのと])")
_LONGER = re.compile("＿([残先元側差])(?![一-龥])")
# Behind a name: what it is a name of.
_SUFFIX = re.compile(
    "＿(?:と(?:答えた|回答した|した|する))?(?:人|者|世帯|企業|事業[所者]|方|圏域|地域|地区|地方|部門|分野|圏|県|市|町|村|国|の?(?:取扱い|数|額|量|率|費|割合))"
)
# A topic of the clause that is no name of the table: 空きは.
_OTHER_TOPIC = re.compile(r"([^＿、でにへとら)）\s])は[^＿]*$")
_TOPIC = re.compile(r"(?:では|においては|について|のうち|うち|の場合|は|も|とも)$")
_CLAUSE = re.compile(r"[^、。;:]*[、。;:]?")
_TOPIC_INSIDE = re.compile(r"[^、。;:]*?(?:は|では|も)(?=[^、。;:])")
# The number or letter that tells a thing from others of its name.
_NUMBERED = re.compile(
    r"第\d+(?!回)[一-龥ァ-ヴー]{1,4}|"
    r"(?<![A-Za-z\d.,])(?:[A-Z]|\d{1,3})(?:地区|地域|工場|号|線|班|系統|棟|案|群|区|部会|施設)(?![^はがのをにで、。 ])"
)


def same_slide(statement: Statement, table: FactTable) -> bool:
    """Whether a text and a table stand on one slide, or neither has a place: then the table is the text's."""
    at, of = statement.where, table.where
    if statement.on or table.on:
        return statement.on == table.on
    if isinstance(at, SlidePosition) and isinstance(of, SlidePosition):
        return at.slide == of.slide and at.file == of.file
    return not isinstance(at, SlidePosition) and not isinstance(of, SlidePosition)


def page_of(placed: Statement | FactTable) -> Hashable:
    """The slide or page that a text or table stands on; None for what has no place."""
    if placed.on or not isinstance(placed.where, SlidePosition):
        return placed.on or None
    return (placed.where.file, placed.where.slide)


def title_words(table: FactTable) -> tuple[str, ...]:
    """The words of a table's title that tell what it is about.

    >>> from docgen.bearing.fact import fact_table
    >>> title_words(fact_table("p5", "港の貨物量の推移（2022年度）", ["", ""], []))
    ('貨物量',)
    """
    return _subject(table.title)


@lru_cache(maxsize=65536)
def _subject(title: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(WORD.findall(_COMMON.sub("、", _undated(title)))))


def _undated(text: str) -> str:
    """A text without its periods and numbers, a 、 in the place of each."""
    words = plain(text)
    for claim in reversed(claims(text)):
        words = f"{words[: claim.start]}、{words[claim.end :]}"
    return words


def are_numbered_apart(first: str, second: str) -> bool:
    """Whether the number or letter in a name tells what two half-width texts are of apart.

    >>> are_numbered_apart("第2地区の輸出", "第3地区の輸出"), are_numbered_apart("A工場の出荷", "出荷の推移")
    (True, False)
    """
    one, other = _numbered(first), _numbered(second)
    return bool(one) and bool(other) and not one & other


# Each sentence is held against many titles.
@lru_cache(maxsize=16384)
def _numbered(text: str) -> frozenset[str]:
    return frozenset(match.group() for match in _NUMBERED.finditer(text))


def is_about(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a sentence speaks of the subject of a table, and of nothing else, where it has ``claim``."""
    about = f"{sentence.words} {plain(sentence.statement.page)}"
    titled = title_words(table)
    if not same_slide(sentence.statement, table) and not (titled and all(word in about for word in titled)):
        return False
    total = _TOTAL.search(sentence.words, 0, claim.start)
    of_something = claim.kind != "multiple" and _OF_SOMETHING.match(sentence.words, claim.end) is not None
    if (of_something and not total) or is_of_another(sentence, table):
        return False
    if _is_of_class(sentence, claim, table):
        return False
    return not strange_words(sentence, claim.start, table)


def is_mark(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number is a mark that is not reached, and no value: 40万人 of 40万人に届かなかった."""
    return _NOT_REACHED.match(sentence.words, claim.end) is not None or is_to_go(sentence, claim)


def is_to_go(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number is one to which something is left: 9割 of 9割まで5.9ポイントを残す."""
    return _TO_GO.match(sentence.words, claim.end) is not None


def _is_of_class(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a number is of a class that another number bounds, and no label has: 65歳以上 of 65歳以上は3,650人."""
    return any(
        other.end <= claim.start
        and other.kind == "number"
        and (None in (other.low, other.high) or other.unit == "歳")
        and sentence.words[other.end : other.end + 1] in ("の", "は", "が", "で", "と", "も")
        and not any(other.text in label for label in table.labels)
        for other in sentence.claims
    )


def is_of_another(sentence: Sentence, table: FactTable) -> bool:
    """Whether a sentence speaks of a plan, a forecast, a month: of what the table does not have."""
    words = sentence.words
    for claim in reversed(sentence.claims):
        if claim.kind == "period" and claim.period and any(is_at(claim.period, fact) for fact in table.facts):
            words = f"{words[: claim.start]}、{words[claim.end :]}"
    elsewhere = [match.group() for match in _ELSEWHERE.finditer(words)]
    told = plain(" ".join((table.title, *table.labels, table.notes))) if elsewhere else ""
    return any(word not in told for word in elsewhere)


def strange_words(sentence: Sentence, start: int, table: FactTable) -> tuple[str, ...]:
    """The words before ``start`` that tell what a number is of, and that ``table`` and its slide do not know.

    Those of the clause, and the topics of the clauses before: 西市 of 「西市では、人口は5,200人」. A label that the
    sentence does not name whole is strange too: 若年 of 若年の就業率, where the table has 就業率 and 若年人口.
    """
    strange = _strange(_telling(sentence, start, table.labels), table, sentence.statement.page)
    return tuple(word for word in strange if word not in _explained(sentence, start, table)) if strange else ()


def _explained(sentence: Sentence, start: int, table: FactTable) -> frozenset[str]:
    """The strange words before another number that a table has at the period told: it is that what they call so.

    収入 of 入湯税の収入は2022年に27百万円、2023年度に34百万円, where the tax of 2023年度 is 34百万円.
    """
    labels = mentions(sentence.words, table.labels)
    known = [
        one
        for one in sentence.numbers
        if one.start != start and one.kind in _AMOUNTS and one.period is not None and has_digits(one, 2)
        if not any(min(one.start, start) <= label.start < max(one.start, start) for label in labels)
        if any(_is_cell(fact, one) for fact in table.facts)
    ]
    words = [_strange(_telling(sentence, one.start, table.labels), table, sentence.statement.page) for one in known]
    return frozenset(word for found in words for word in found)


def _is_cell(fact: Fact, claim: Claim) -> bool:
    same = bool(fact.unit) and same_unit(claim.unit, fact.unit) and fact.period == claim.period
    return same and fact.bears(claim)


def strange_between(words: str, start: int, end: int, table: FactTable) -> tuple[str, ...]:
    """Those of some of the half-width words of a sentence that a table does not know."""
    return _strange(words[start:end], table, "")


def _strange(spoken: str, table: FactTable, page: str) -> tuple[str, ...]:
    for word in _MEASURES:
        if word in spoken and any(fact.unit in _MEASURES[word] for fact in table.facts):
            spoken = re.sub(f"の?{word}", "", spoken)
    totals = [label for label in table.labels if label == table.total]
    known = plain(" ".join((table.title, table.notes, table.head, page, *totals)))
    return _unknown(spoken, known, table.labels)


# Several rules ask of a number what it is of.
@lru_cache(maxsize=16384)
def _unknown(spoken: str, known: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a text that are no labels, and that what is ``known`` does not have."""
    for mention in reversed(mentions(spoken, labels)):
        spoken = f"{spoken[: mention.start]}＿{spoken[mention.end :]}"
    if "＿" in spoken:
        spoken = _SUFFIX.sub("＿", _OKURIGANA.sub("＿", _QUOTED.sub("＿", spoken)))
    telling = _COMMON.sub("、", spoken)
    joined = [text for text in _JOINED.findall(telling) if text not in _HARMLESS]
    joined += _OTHER_TOPIC.findall(telling)
    joined += _LONGER.findall(telling)
    words = WORD.findall(telling)
    return tuple(word for word in (*words, *joined) if word not in known and not _has_place(word, known))


def _has_place(word: str, known: str) -> bool:
    """Whether a word is a known one with a place, or a word for all, before it: 県人口, 全施設."""
    return len(word) > _HEAD and word[0] in _PLACES_OR_ALL and word[1:] in known


def telling_words(sentence: Sentence, claim: Claim) -> frozenset[str]:
    """The words that tell what a number of a sentence is of: 月見港, 輸出 of 「月見港の輸出は2022年に120億円」."""
    return frozenset(WORD.findall(_COMMON.sub("、", _telling(sentence, claim.start, ()))))


def words_behind(sentence: Sentence, claim: Claim) -> frozenset[str]:
    """The words from a number to the next one, or to the end of its clause: 県内, 就職 of 「31％が県内での就職を希望」."""
    clause = _CLAUSE.match(sentence.words, claim.end)
    ends = [other.start for other in sentence.claims if other.start >= claim.end]
    end = min([clause.end() if clause else claim.end, *ends])
    return frozenset(WORD.findall(_COMMON.sub("、", sentence.words[claim.end : end])))


_BLANK = "\0"


def _telling(sentence: Sentence, start: int, labels: tuple[str, ...]) -> str:
    """What a sentence says of the subject of the number at ``start``, periods and other numbers left out.

    The number in a label (3 of 観測3号) stays in it.
    """
    named = mentions(sentence.words, labels)
    told: list[str] = []
    end = 0
    for claim in sentence.claims:
        if not (named and any(one.start <= claim.start and claim.end <= one.end for one in named)):
            told += (sentence.words[end : claim.start], _BLANK * (claim.end - claim.start))
            end = claim.end
    words = "".join((*told, sentence.words[end:]))
    clauses = [match.span() for match in _CLAUSE.finditer(words, 0, start) if match.group()]
    parts = [_topic(words[begin:end]) for begin, end in clauses[:-1]]
    own = words[clauses[-1][0] : clauses[-1][1]] if clauses else ""
    return "、".join((*parts, own)).replace(_BLANK, "、")


def _topic(clause: str) -> str:
    """The topic of a clause before; "" for none."""
    bare = clause.rstrip("、。;:")
    if _TOPIC.search(bare):
        return bare
    inside = _TOPIC_INSIDE.match(bare)
    return inside.group() if inside else ""
