"""Superlatives over more than is compared: 世界で最も多い beside a table of four countries, with nothing of the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.plain import plain
from docgen.truth.context import title_words
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence

_ABROAD = "世界|全世界|東?アジア(?:太平洋)?|欧州|欧米|北米|先進国|新興国|途上国|主要国|G7|G20|OECD(?:諸国|加盟国)?|EU"
_SCOPES = rf"{_ABROAD}|国内|全国|日本|我が国|業界|県内|市内"
_MOST = (
    "最も|最大(?!限)|最多|最高(?!裁)|最小(?!限)|最少|最低(?!限|でも)|一番|トップ(?!クラス|レベル)|首位"
    "|第?[1一]位|一(?=[のでにだ]|を誇|$)"
)
_SUPERLATIVE = at_beginnings(
    rf"(?P<abroad>{_ABROAD})で(?:は|も)、[^、。]{{0,14}}(?P<there>{_MOST})|"
    rf"(?P<scope>{_SCOPES})(?:の中)?(?:で(?:は|も)?|において(?:も|は)?|の)?(?P<most>{_MOST})"
    rf"|(?P<wide>{_SCOPES})(?:の(?:全て?の?)?|全て?の?|すべての)[一-龥ァ-ヴー]{{1,6}}(?:のうち|の中|の間)?(?:で(?:は|も)?)?、?[^、。]{{0,12}}"
    rf"(?P<first>{_MOST})"
)
# Ranks below the first, and shares of a whole: only of what the table beside is about.
_PART_OF = at_beginnings(
    rf"(?P<scope>{_SCOPES})(?:の中)?(?:で|の)?(?:第?[2-9二三四五六七八九十]位|第?[1-9][0-9]位|[2-9二三四五六七八九十]番目)"
    rf"|(?P<whole>{_SCOPES})(?:全体)?の(?:[^、。のは]{{1,8}}の)?(?:約|およそ|ほぼ)?(?:[0-9.]+(?:割|%|分の[0-9])|過?半)[^、。]{{0,8}}を占め"
)
_RANKED = rf"(?:{_MOST}|第?[0-9一二三四五六七八九十]+(?:位|番目))"
# A group of the kind of the rows, by a word of its own: 内陸側の港で4番目.
_GROUP = re.compile(
    rf"(?P<scope>(?<![一-龥])(?!対象|比較|主要|参加|調査|上位|下位|全て|掲載|回答|連携|今回|同|各|他|両|[一二三四五六七八九十])[一-龥]{{2,6}})"
    rf"(?:の(?P<kind>[一-龥]{{1,4}})|(?P<joined>大学|企業|病院|空港|港湾|市町村|都市|地域|団体|学校|施設|機関))(?:の中)?で(?:は|も)?、?{_RANKED}"
)
_LEFT_OUT = "(?:含まな|含めな|除[いく]|対象外|対象とし(?:て(?:い|おら)|)な)"
# Praise and aims compare nothing.
_NO_CLAIM = re.compile("級|水準|レベル|クラス|規模|を目指|となること|にすること|に向け|目標|実現|への?挑戦")
_SAME = {
    "全世界": "世界",
    "日本": "日本|国内|全国|我が国",
    "国内": "国内|全国|日本",
    "全国": "全国(?!平均)|都道府県|47",
    "県内": "県|市町",
    "市内": "市|地区|町",
}


def superlatives_have_their_set(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A place or a share in the world, the country or the like, of which no table and no other text of the deck tells.

    One below the first is judged only in a sentence on the subject of the table beside it.
    """
    told: dict[str, frozenset[str]] = {}
    tables = near(evidence)
    for sentence in sentences:
        for scope, start, end in (*_firsts(sentence), *_parts(sentence, tables), *_groups(sentence, tables)):
            if scope not in told:
                told[scope] = _telling(scope, evidence)
            if not told[scope] - {sentence.statement.text}:
                yield sentence.breach(
                    "superlative-without-set",
                    sentence.spot(start, end),
                    level="notice",
                    words=sentence.spot(start, end).words,
                    scope=scope,
                )


def _firsts(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    for match in _SUPERLATIVE.finditer(sentence.words):
        if not _NO_CLAIM.search(sentence.words, match.end()):
            yield match["abroad"] or match["scope"] or match["wide"], *match.span()


def _parts(sentence: Sentence, tables: Near) -> Iterator[tuple[str, int, int]]:
    """The ranks and shares of a scope in a sentence that names the subject of a table beside it, or has its number."""
    beside = tables.on_page(sentence)
    for match in _PART_OF.finditer(sentence.words) if beside else ():
        if any(_is_of(sentence, table) for table in beside):
            yield match["scope"] or match["whole"], *match.span()


def _groups(sentence: Sentence, tables: Near) -> Iterator[tuple[str, int, int]]:
    """The groups of which the table beside a sentence has some rows, by a word that it does not have."""
    beside = tables.on_page(sentence)
    for match in _GROUP.finditer(sentence.words) if beside else ():
        for table in beside:
            kind = match["kind"] or match["joined"]
            rows = [label for label in (*table.rows, *table.columns) if plain(label).endswith(kind)]
            if len(rows) > 1 and match["scope"] not in _said(table) and match["scope"] not in sentence.statement.page:
                yield match["scope"], *match.span()


def _is_of(sentence: Sentence, table: FactTable) -> bool:
    words = title_words(table)
    if mentions(sentence.words, table.columns) and sentence.statement.where is None and not sentence.statement.on:
        return True
    if words and any(word in sentence.words for word in words):
        return True
    numbers = [claim for claim in sentence.numbers if claim.kind == "number" and claim.unit]
    return any(claim.admits(fact.value) for claim in numbers for fact in table.facts if same_unit(fact.unit, claim.unit))


def _telling(scope: str, evidence: Evidence) -> frozenset[str]:
    """The tables and texts that tell of a scope: by name, or by ranks."""
    words = re.compile(_SAME.get(scope, scope))
    left_out = re.compile(rf"(?:{_SAME.get(scope, scope)})[^。]*{_LEFT_OUT}")
    if any(left_out.search(plain(statement.text)) for statement in evidence.statements):
        return frozenset()
    ranked = {table.name for table in evidence.tables if words.search(_said(table)) or _has_ranks(table)}
    texts = (statement.text for statement in evidence.statements)
    return frozenset({text for text in texts if words.search(plain(text)) and re.search(_MOST, plain(text))} | ranked)


def _said(table: FactTable) -> str:
    return plain(" ".join((table.title, table.notes, *table.labels, table.head)))


def _has_ranks(table: FactTable) -> bool:
    return "順位" in _said(table) or any(fact.unit == "位" for fact in table.facts)
