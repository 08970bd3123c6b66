"""Countries, cities, industries and the like that stand among those of a table, and that the table does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import TOTALS, FactTable
from docgen.breach import Breach
from docgen.sentences.letters import is_kanji
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_ENDINGS = ("大学", "地区", "地域", *"国県市町村区府省庁業社港科課部局校館駅系圏線園院類")
_KIN = (frozenset("市町村区"), frozenset("県府"), frozenset("省庁"))
_RUN = re.compile("[一-龥々ァ-ヴーA-Za-z]+")
_LONGEST = 8  # letters before the ending
_JOIN = "(?:、|及び|並びに|又は|と|や|・|、及び)"
# Words of the same endings that name no one.
_NO_NAMES = re.compile(
    "(?:各|諸|全|外|両|同|自|他|我が|本|当|対象|主要|先進|途上|開発|加盟|参加|比較|隣|上位|下位|関係|数|多|[一二三四五六七八九十]|.{0,3}か"
    "|都道府|事|産|作|操|営|卒|授|失|就|残|創|起|始|終|協|分|専|兼|副|支|内|一|大|小|幹|上|下|東|西|南|北|中央|農|工|商|林|漁|鉱|建設)"
    "(?:国|県|市|町|村|区|府|省|庁|業|社|港|科|課|部|局|校|館|駅|大学|地区|地域|連合)"
)
_COMPARED = re.compile(
    r"の[\d.約]+(?:倍|割|%)|の約?[\d.,]+[^、。\d]{1,6}?(?:を(?:上回|下回|抜)|に(?:次|及ば|並)|より|と並)"
    r"|を約?[\d.,]+[^、。\d]{1,6}?(?:上回|下回|超え)|を(?:上回|下回|抜|追)|に(?:次|及ば|並)|と並|より"
)
_LEADS = re.compile("(?:が|は)[^、。が]{0,14}(?:最も|最[多大少小高低]|トップ|首位)")
# What is called by a superlative right before it: 最も少ない北原診療所では.
_FIRST_NAMED = re.compile(
    "(?:最も|一番)[^、。はがを0-9]{0,10}?(?:[いただ]|なる|える)(?P<name>[一-龥々ァ-ヴーヶケ]{3,12})(?=では|でも|には|は|が|の)"
    "|最[多少大小高低](?:の|である|だった)(?P<most>[一-龥々ァ-ヴーヶケ]{3,12})(?=では|でも|には|は|が|の)"
)
_BODIES = (*"所署院館園校場店寺城国県市町村区島川山湖港駅局社課部", "センター", "ホール", "プラザ", "パーク", "大学")
_OF_A_KIND = re.compile(
    "(?:大|中|小)規模|公立|民間|私立|国立|県立|市立|町立|地方|都市|基幹|中核|一般|専門|総合|当該|対象|地域|主要|近隣"
    "|農村|山間|離島|指定|政令|都道府|自治|市区|市|町|特別|上位|下位|同"
)
_SUBJECT = re.compile("の(?P<what>[一-龥]{2,8})(?:は|が)")
# Words that end as names of a kind do, and are what the numbers are of.
_BODY = re.compile("企業|事業|産業|作業|営業|会社|学校|職場|工場|市場")
_COUNTED = re.compile("[一二三四五六七八九十各全数両同諸]")
# Behind a name: what of it a number is, with a period perhaps.
_OF_A_NAME = re.compile(
    r"(?:では|で|は|が|の)[^、。]{0,12}|(?:では|は|には|も)、[^、。がを]{0,12}|のうち、?[^、。を]{0,16}は"
)
_SAYS_WHEN = re.compile(r"(?:では|で|は|が|の)、?(?:[^、。]{0,4}[0-9元]+年度?(?:に|は|で|には)?)?(?:約|およそ)?")
_FOREIGN = re.compile(r"(?<![ァ-ヴー一-龥])[ァ-ヴー]{3,10}(?![ァ-ヴー一-龥])")
_MEASURE = re.compile("[数率額量費計比年度月日値積]$")
_FEWEST = 2


def names_lie_in_the_table(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A name of the kind of a table's rows, joined to one of them or given one of its numbers, that nothing else has."""
    tables = near(evidence)
    for sentence in sentences:
        for table in tables.on_page(sentence):
            for start, end in _strangers(sentence, table):
                name = sentence.words[start:end]
                if not told_elsewhere(name, sentence, evidence):
                    yield sentence.breach(
                        "name-not-in-table",
                        sentence.spot(start, end),
                        level="notice",
                        name=name,
                        place=str(table.where) if table.where is not None else table.title,
                    )


def _strangers(sentence: Sentence, table: FactTable) -> Iterator[tuple[int, int]]:
    names, endings = _names(table)
    if not names:
        return
    known = "|".join(map(re.escape, names))
    for match in _ending_so(sentence.words, endings):
        name = match.group()
        if name in known:
            continue
        start, end = match.span()
        joined = re.search(rf"(?:{known}){_JOIN}$", sentence.words[:start]) or re.match(
            rf"{_JOIN}(?:{known})", sentence.words[end:]
        )
        compared = _COMPARED.match(sentence.words, end) and re.search(known, sentence.words[:start])
        leads = _LEADS.match(sentence.words, end) is not None
        beside = (joined or compared or leads) and not _NO_NAMES.fullmatch(name) and name.endswith(_ENDINGS)
        generic = _COUNTED.match(name) or _BODY.fullmatch(name) or name in plain(f"{table.head} {table.title}")
        told = not joined and _has_number(sentence, end, table)
        subject = not _NO_NAMES.fullmatch(name) and _is_subject(sentence, end, table, known)
        if beside or (not generic and (told or subject)):
            yield start, end
    yield from _first_named(sentence, table, known)
    if _are_foreign(names):
        for match in _FOREIGN.finditer(sentence.words):
            if match.group() not in known and _has_number(sentence, match.end(), table):
                yield match.span()


def _first_named(sentence: Sentence, table: FactTable, known: str) -> Iterator[tuple[int, int]]:
    """A name right behind a superlative that is no name of the table, and that is given a number of it."""
    for match in _FIRST_NAMED.finditer(sentence.words) if "最" in sentence.words or "一番" in sentence.words else ():
        which = "name" if match["name"] else "most"
        name, (start, end) = match[which], match.span(which)
        ending = next((one for one in _BODIES if name.endswith(one)), "")
        stem = name[: len(name) - len(ending)]
        generic = not ending or not stem or _OF_A_KIND.sub("", stem) == "" or _NO_NAMES.fullmatch(name)
        kind = name in plain(f"{table.head} {table.title}") or any(one in name for one in known.split("|"))
        if not generic and not kind and name not in known and _has_number(sentence, end, table):
            yield start, end


def _is_subject(sentence: Sentence, end: int, table: FactTable, known: str) -> bool:
    """Whether a text without a place gives a name, and none of the table's, for what the table's numbers are of."""
    placed = sentence.statement.where is not None or sentence.statement.on
    of = None if placed or re.search(known, sentence.words) else _SUBJECT.match(sentence.words, end)
    told = plain(" ".join((table.title, *table.labels)))
    valued = any(same_unit(fact.unit, claim.unit) and claim.unit for claim in sentence.numbers for fact in table.facts)
    return of is not None and of["what"] in told and valued


def _has_number(sentence: Sentence, end: int, table: FactTable) -> bool:
    """Whether a number right behind a name is a cell of the table, and no row of the table is named before it."""
    for claim in sentence.numbers:
        if _OF_A_NAME.fullmatch(sentence.words, end, claim.start) and claim.low is not None:
            between = sentence.words[max(sentence.words.rfind("、", 0, end), 0) : claim.start]
            rows = any(plain(name) in between for name in _names(table)[0])
            same = [fact for fact in table.facts if same_unit(fact.unit, claim.unit)]
            cells = any(Bearer("cell", (), fact.low, fact.high).bears(claim) for fact in same)
            bare = _SAYS_WHEN.fullmatch(sentence.words, end, claim.start)
            kinds = claim.kind == "number" or (claim.kind == "share" and bare)
            return not rows and bool(kinds) and bool(claim.unit) and cells
    return False


@lru_cache(maxsize=4096)
def _names_of(rows: tuple[str, ...], columns: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the side of a table that end alike, and their endings; those of most names."""
    for labels in (rows, columns):
        names = tuple(plain(label) for label in labels if label not in TOTALS and not label.startswith("その他"))
        ends = (next((end for end in _ENDINGS if name.endswith(end) and name != end), "") for name in names)
        counted = Counter(end for end in ends if end)
        for kin in (*_KIN, *({end} for end in counted)):
            if _FEWEST <= sum(counted[end] for end in kin) > len(names) / 2:
                return names, tuple(sorted(kin))
        last = {name[-1:] for name in names}
        if len(names) > _FEWEST and len(last) == 1 and not _MEASURE.search(names[0]) and is_kanji(names[0][-1:]):
            return names, tuple(last)
        if len(names) > _FEWEST and _are_foreign(names):
            return names, ()
    return (), ()


def _are_foreign(names: Sequence[str]) -> bool:
    """Whether all names are in katakana, as those of countries are."""
    return all(map(_FOREIGN.fullmatch, names))


def _names(table: FactTable) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _names_of(table.rows, table.columns)


def _ending_so(words: str, endings: Sequence[str]) -> Iterator[re.Match[str]]:
    """The names in a sentence that have one of some endings, behind up to eight letters of their own."""
    for match in _RUN.finditer(words) if any(ending in words for ending in endings) else ():
        ends = [ending for ending in endings if match.group().endswith(ending)]
        if any(0 < len(match.group()) - len(ending) <= _LONGEST for ending in ends):
            yield match


def told_elsewhere(name: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether a table or another text has the name."""
    if any(name in plain(" ".join((table.title, table.notes, *table.labels))) for table in evidence.tables):
        return True
    others = (statement.text for statement in evidence.statements if statement.text != sentence.statement.text)
    return any(name in plain(text) for text in others)
