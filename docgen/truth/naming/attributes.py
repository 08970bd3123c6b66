"""What is said of an id or a name once, and otherwise elsewhere: its class, unit, section, place, first year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import base_unit
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.letters import is_of_a_name
from docgen.sentences.plain import plain
from docgen.truth.naming.index import Mention, NameIndex
from docgen.truth.naming.known import Named, known
from docgen.truth.naming.register import Entity, label_period, register
from docgen.truth.sentence import Sentence
from docgen.value import value

Column = tuple[str, str]
"""A table and the head of one of its columns."""

_ACT = (
    "実施|担当|行[いうっわ]|所管|公表|作成|策定|まとめ|運営|主催|制定|決定|始ま|始め|開始|設立|創設|発足|刊行|発行|定め|提供|管理|立ち上|所在|位置|"
    "置[きくか]|立地|スタート|着手|進め|後押し|取り組|公布|施行|成立|採択|締結|開通|開業|開館|開園|開港|開設|竣工|完成|指定|登録|認定"
)
_OF_HEAD = re.compile("公布|施行|成立|採択|締結|開通|竣工|完成|指定|登録|認定")
"""Acts that a thing has besides others: a year is that of one of them only where the head of its column tells it."""
# What a value is before the thing: 人材課が担当するA-2, 2022年度に始まったX, 参考指標「X」.
_BEFORE = re.compile(
    rf"(?:の(?:一つ|1つ)(?:である|、|として)?|の|による|である|[^、。]{{0,2}}に(?:区分|分類|当た|位置付け)[^、。]{{0,5}}?|[^、。]{{0,2}}として(?:いる)?|(?:{_ACT})の|が(?:{_ACT})[^、。]{{0,5}}?|(?:に|から)[^、。]{{0,4}}?(?:{_ACT})[^、。]{{0,5}}?|にある|を単位とする)?"
    r"(?:[一-龥]{0,4})[「『(]?"
)
# A list of all that have a value: 参考指標は、K-103及びK-202である.
_LISTING = re.compile(
    r"(?:の|である|する|が[^、。は]{0,6}?(?:の|する))?"
    r"[一-龥]{0,4}(?:は|には|として|に当たるのは|に該当するのは)、?[「『(]?"
)
_NEXT = re.compile(r"[」』)]?(?:、|と|や|・|及び|並びに|、及び|,)[「『(]?")
# What it is after the thing: A-2は設備課が担当, Xの単位は人.
_FROM = re.compile(r"[」』)]?(?:(?:で|に|から|において)?[はも]|が|を|の[^、。はがを]{1,6}は|の|:|：|[(「])[^。]*?")
_AFTER = re.compile(
    rf"[」』]?(?:を単位|が[^、。]{{0,12}}?(?:{_ACT})|[にで](?:{_ACT}|ある|本部|分類|区分|属|該当)|によ[りる]|から(?:{_ACT})|である|です|"
    r"で、|でいずれ|とする|とし|の[一-龥]{2,4}(?:である|です|。|$|に|と)|する|し(?:、|た|て)|[)）]|。|$|指標|施策|事業)"
)
# A-2（、新規） and 〔資料：家計調査〕: what stands in brackets behind a thing is its own.
_IN_BRACKET = re.compile("[一-龥]{0,4}[)）]")
_LABELLED = re.compile(r"(?P<label>[一-龥]{2,6})[:：]\s*[「『]?$")
_AS_OF = re.compile("(?:時点|現在|末時点)の(?:値|数値|もの|データ|調べ)")
# 単位は、K-101が億円、K-201が人である: the head of a column, then pairs.
_HEAD = re.compile(r"(?:^|[、。])(?P<head>[一-龥]{2,6})は、?[^、。]*?(?:、[^、。]*?)*$")
_PAIRED = re.compile("[、。]|で(?:ある|、|。)|$")
# K-07のみで、主要指標にはない: what is not among them is said.
_NONE_OF = re.compile("[^、。]{0,6}に(?:は|も)(?:な[いく]|存在し|該当し|見当たら|含まれ(?:な|ず))")
_SOURCES = frozenset({"出典", "資料", "出所", "典拠", "調査"})
# Behind two things: of which of them the rest is told.
_ONE_OF_TWO = re.compile("[^。]*(?:(?P<last>後者)|前者)[はがも]、?")
# It is the value and nothing more: Xは億円、Yは…; X（月見市、…）.
_AT_ONCE = re.compile(r"[」』)]?(?:は|[(])")
_ELSEWHERE = re.compile(
    "予定|次年度|翌年度|来年度|今後|変更|移行|当初|前年度(?!から)|以前|かつて|旧|ではな|でな[いく]|以外|除[きく]|協力|連携|比べ|ともに|支援を受|出身|"
    "共同|又は|または|から.{1,8}へ|見直|検討|協議|移管|引き継|改め|のうち|以降|異な|同じ"
)
_MOVED = re.compile("移管|引き継|から.{1,8}へ|改組|再編|統合|又は|または")
_CLAUSE_END = re.compile(r"[、。;)]")
# What a sentence of one thing says of it, wherever: A-2の申請については、人材課が窓口となる.
_OF_TOPIC = re.compile(r"[」』)]?[^。]*?(?:は|では|には|については|に関しては|とも)、?(?:[^。]*、)?")
_PREDICATED = re.compile(
    r"が(?:窓口|受け?付|所掌|対応|取りまと|審査|担い|行)|を?(?:窓口と|提出先)|(?:に|へ|まで)(?:提出|申請|照会|連絡|問い?合わ|届け?出)"
)
_UNIT = re.compile(r"単位(?:は|:|：)(?P<after>[^、。はで]{1,6}?)(?=で|。|、|$|と|[)])|(?P<before>[^、。はがを]{1,6})を単位")


@value(frozen=True, slots=True)
class _Columns:
    """The columns of a register: which have a value, and what their values end in where all end in one letter."""

    by_value: Mapping[str, frozenset[Column]]
    endings: Mapping[Column, str]

    def of(self, value: str, entity: Entity) -> Iterator[str]:
        """The columns of an entity's table that have a value."""
        return (column for of, column in sorted(self.by_value.get(value, ())) if of == entity.of)


def one_value_per_attribute(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A sentence that gives a thing of a table of words the class, unit, section or year of another.

    A sentence that speaks of other times, or of several that work together, is not judged.
    """
    entities = [entity for entity in register(evidence) if entity.attributes]
    every = known(evidence)
    columns = _columns(entities)
    index = NameIndex([*columns.by_value, *(name for entity in entities for name in entity.names)])
    for sentence in sentences:
        named = [one for one in every.named(sentence.words) if one.entity.attributes]
        if not named or _MOVED.search(sentence.words):
            continue
        found = {(one.start, column): at for one, at, column in _said(sentence, named, index, columns)}
        for one in named:
            for column in one.entity.attributes:
                at = found.get((one.start, column))
                if at is None or _is_elsewhere(sentence.words, one, at):
                    continue
                if not _told(at.name, one, sentence, evidence):
                    yield _breach(sentence, one, at, column)


def _is_elsewhere(words: str, one: Named, at: Mention) -> bool:
    """Whether what is said is of other times or of several, up to the end of its clause or bracket."""
    last = max(at.end, one.end)
    end = _CLAUSE_END.search(words, last)
    return _ELSEWHERE.search(words, 0, end.start() if end is not None else len(words)) is not None


def _told(value: str, one: Named, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether another text, not of a slide, tells the same of the thing: a change that was decided."""
    texts = (text for text in evidence.statements if text.where is None and text.text != sentence.statement.text)
    return any(value in plain(text.text) and any(name in plain(text.text) for name in one.entity.names) for text in texts)


def _said(
    sentence: Sentence, named: Sequence[Named], index: NameIndex, columns: _Columns
) -> Iterator[tuple[Named, Mention, str]]:
    """What a sentence says of things that is not so, each with the column that has it."""
    words = sentence.words
    for at in index.mentions(words):
        if at.start and is_of_a_name(words[at.start - 1]):
            continue
        for one in _of_value(words, at, named):
            for column in columns.of(at.name, one.entity):
                differs = _differs(words, one, at, column) and _is_of_head(words, at.end, column)
                if differs and (_is_list(words, at, named) or _is_said(words, one, at, column)):
                    yield one, at, column
    for one in named if len({one.entity.names for one in named}) == 1 else ():
        yield from ((one, at, column) for at, column in _labelled(words, one, index, columns))
        yield from ((one, at, column) for at, column in _of_no_row(sentence, one, columns))


def _labelled(words: str, one: Named, index: NameIndex, columns: _Columns) -> Iterator[tuple[Mention, str]]:
    """The values of another that a sentence gives the one thing that it names behind the head of their column: 資料：…."""
    for at in index.mentions(words):
        label = _LABELLED.search(words, 0, at.start)
        for column in columns.of(at.name, one.entity) if label is not None else ():
            same = label is not None and (label["label"] in column or {label["label"], column} <= _SOURCES)
            if same and one.entity.attributes.get(column) not in (None, at.name):
                yield at, column


def _of_value(words: str, at: Mention, named: Sequence[Named]) -> Iterator[Named]:
    """The things that a value is said of: those right after it, or those right before it, that are named together."""
    after = [one for one in named if one.start >= at.end]
    before = [one for one in reversed(named) if one.end <= at.start]
    if after and (_BEFORE.fullmatch(words, at.end, after[0].start) or _LISTING.fullmatch(words, at.end, after[0].start)):
        yield from _together(words, after)
    elif before and (told := _ONE_OF_TWO.fullmatch(words, before[0].end, at.start)):
        together = list(_together(words, before))
        yield from together[:1] if told["last"] else together[1:2]
    elif before and _FROM.fullmatch(words, before[0].end, at.start):
        yield from _together(words, before)
    elif before and words[before[0].end : at.start] == "、" and _IN_BRACKET.match(words, at.end):
        yield before[0]
    elif before and len({one.entity.names for one in named}) == 1 and _PREDICATED.match(words, at.end):
        yield from (before[:1] if _OF_TOPIC.fullmatch(words, before[0].end, at.start) else ())


def _together(words: str, ones: Sequence[Named]) -> Iterator[Named]:
    """The first, and those that are joined to it by と, 及び or a comma, or name the same in brackets."""
    yield ones[0]
    for one, other in pairwise(ones):
        start, end = (one.end, other.start) if one.end <= other.start else (other.end, one.start)
        if one.entity.names != other.entity.names and not _NEXT.fullmatch(words, start, end):
            return
        yield other


def _is_of_head(words: str, end: int, column: str) -> bool:
    act = _OF_HEAD.search(words, end, end + 14)
    return act is None or act.group() in column


def _is_list(words: str, at: Mention, named: Sequence[Named]) -> bool:
    after = next((one for one in named if one.start >= at.end), None)
    return after is not None and _LISTING.fullmatch(words, at.end, after.start) is not None


def _differs(words: str, one: Named, at: Mention, column: str) -> bool:
    """Whether a thing has another value in a column, which the clause does not give, too."""
    attributes = one.entity.attributes
    own = attributes.get(column)
    first, last = min(at.start, one.start), max(at.end, one.end)
    begin = max(words.rfind(sign, 0, first) for sign in "、;") + 1
    stops = [place for sign in "、;" if (place := words.find(sign, last)) >= 0]
    bare = words[begin : min(stops, default=len(words))]
    for name in one.entity.names:
        bare = bare.replace(name, "")
    return own is not None and own != at.name and own not in bare and at.name not in attributes.values()


def _is_said(words: str, one: Named, at: Mention, column: str) -> bool:
    if _NONE_OF.match(words, at.end):
        return False
    between = words[at.end : one.start] if at.end <= one.start else words[one.end : at.start]
    if label_period(at.name) is not None and _AS_OF.match(words, at.end) and re.fullmatch("[」』]?は、?", between):
        return True
    if label_period(at.name) is not None and not re.search(rf"{_ACT}|^[」』]?[(]", between):
        return at.end > one.start and re.match(rf"(?:に|から)?[^、。]{{0,12}}?(?:{_ACT})", words[at.end :]) is not None
    if at.end <= one.start or _AT_ONCE.fullmatch(between):
        return True
    listed = _HEAD.search(words, 0, one.start)
    if listed is not None and listed["head"] in column and _PAIRED.match(words, at.end):
        return True
    said = _AFTER.match(words, at.end) or _PREDICATED.match(words, at.end)
    return bool(said or _says(words, at.end, column) or _goes_on(words, at.end, one))


def _says(words: str, end: int, column: str) -> bool:
    """Whether a word of a column's head comes right after a value: 水位を観測, where the head is 観測項目."""
    pairs = {column[place : place + 2] for place in range(len(column) - 1)}
    return any(words.startswith(pair, place) for pair in pairs for place in range(end, end + 3))


def _goes_on(words: str, end: int, one: Named) -> bool:
    """Whether another of the thing's own values follows: 鮎川の水位."""
    return any(words.startswith(f"の{value}", end) for value in one.entity.attributes.values())


def _of_no_row(sentence: Sentence, one: Named, columns: _Columns) -> Iterator[tuple[Mention, str]]:
    """Values of a column's kind that no row has: 福祉課の所管, 単位は千円, 2018年度に始まった."""
    for column, own in one.entity.attributes.items():
        if own in sentence.words.replace(one.entity.title, "") and "単位" not in column:
            continue
        kind = columns.endings.get((one.entity.of, column))
        if (period := label_period(own)) is not None:
            yield from ((at, column) for at in _other_periods(sentence, one, period, column))
        elif "単位" in column:
            yield from ((at, column) for at in _other_units(sentence.words, one) if base_unit(at.name) != base_unit(own))
        elif kind:
            yield from ((at, column) for at in _other_ending(sentence.words, one, kind, column, columns))


def _other_periods(sentence: Sentence, one: Named, own: Period, column: str) -> Iterator[Mention]:
    """The one period of a sentence, if something began or was published in it, and it does not meet the thing's own."""
    periods = [claim for claim in sentence.claims if claim.kind == "period"]
    if len(periods) != 1 or periods[0].period is None or _meet(periods[0].period, own):
        return
    every = (label_period(value) for value in one.entity.attributes.values())
    if any(other is not None and _meet(periods[0].period, other) for other in every):
        return
    [claim] = periods
    began = re.match(rf"(?:に|から)[^、。]{{0,12}}?(?:{_ACT})", sentence.words[claim.end :])
    if (began and _is_of_head(sentence.words, claim.end, column)) or _bracketed(sentence.words, one, claim.start):
        yield Mention(claim.start, claim.end, claim.text)


def _meet(first: Period, second: Period) -> bool:
    return first.start <= second.end and second.start <= first.end


def _bracketed(words: str, one: Named, start: int) -> bool:
    return re.fullmatch(r"[」』]?[(](?:[^()、]*、)?", words[one.end : start]) is not None


def _other_units(words: str, one: Named) -> Iterator[Mention]:
    for match in _UNIT.finditer(words, one.end):
        group = "after" if match["after"] else "before"
        yield Mention(match.start(group), match.end(group), match[group])


def _other_ending(words: str, one: Named, ending: str, column: str, columns: _Columns) -> Iterator[Mention]:
    for match in re.finditer(rf"[一-龥ァ-ヴー]{{1,8}}{ending}(?![一-龥])", words[one.end :]):
        at = Mention(match.start() + one.end, match.end() + one.end, match.group())
        if at.name not in columns.by_value and _FROM.fullmatch(words, one.end, at.start) and _says(words, at.end, column):
            yield at


def _columns(entities: Iterable[Entity]) -> _Columns:
    by_value: dict[str, set[Column]] = {}
    values: dict[Column, set[str]] = {}
    for entity in entities:
        for column, told in entity.attributes.items():
            by_value.setdefault(told, set()).add((entity.of, column))
            values.setdefault((entity.of, column), set()).add(told)
    ends = {column: {value[-1] for value in found} for column, found in values.items() if len(found) > 1}
    endings = {column: letter for column, end in ends.items() if len(end) == 1 and "一" <= (letter := min(end)) <= "龥"}
    return _Columns({value: frozenset(found) for value, found in by_value.items()}, endings)


def _breach(sentence: Sentence, one: Named, at: Mention, column: str) -> Breach:
    start, end = min(one.start, at.start), max(one.end, at.end)
    return sentence.breach(
        "one-id-one-value",
        sentence.spot(start, end),
        value=at.name,
        name=one.entity.title,
        right=one.entity.attributes[column],
    )
