"""Superlatives over more than is compared: 世界で最も多い beside a table of four countries, with nothing of the world."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence

_SCOPES = "世界|全世界|国内|全国|日本|我が国|アジア|欧州|業界|県内|市内"
_MOST = (
    "最も|最大(?!限)|最多|最高(?!裁)|最小(?!限)|最少|最低(?!限|でも)|一番|トップ(?!クラス|レベル)|首位"
    "|第?[1一]位|一(?=[のでにだ]|を誇|$)"
)
_SUPERLATIVE = re.compile(
    rf"(?P<scope>{_SCOPES})(?:の中)?(?:で(?:は|も)?|において(?:も|は)?|の)?(?P<most>{_MOST})"
    rf"|(?P<wide>{_SCOPES})の(?:全て?の?)?[一-龥ァ-ヴー]{{1,6}}(?:のうち|の中|の間)?(?:で(?:は|も)?)?、?[^、。]{{0,12}}"
    rf"(?P<first>{_MOST})"
)
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
    """A first place in the world, the country or the like, of which no table and no other text of the deck tells."""
    told: dict[str, frozenset[str]] = {}
    for sentence in sentences:
        for match in _SUPERLATIVE.finditer(sentence.words):
            if _NO_CLAIM.search(sentence.words, match.end()) or _NO_CLAIM.match(sentence.words, match.end()):
                continue
            scope = match["scope"] or match["wide"]
            if scope not in told:
                told[scope] = _telling(scope, evidence)
            if told[scope] - {sentence.statement.text}:
                continue
            yield sentence.breach(
                "superlative-without-set",
                sentence.spot(*match.span()),
                level="notice",
                words=sentence.spot(*match.span()).words,
                scope=scope,
            )


def _telling(scope: str, evidence: Evidence) -> frozenset[str]:
    """The tables and texts that tell of a scope: by name, or by ranks."""
    words = re.compile(_SAME.get(scope, scope))
    ranked = {table.name for table in evidence.tables if words.search(_said(table)) or _has_ranks(table)}
    texts = (statement.text for statement in evidence.statements)
    return frozenset({text for text in texts if words.search(plain(text)) and re.search(_MOST, plain(text))} | ranked)


def _said(table: FactTable) -> str:
    return plain(" ".join((table.title, table.notes, *table.labels, table.head)))


def _has_ranks(table: FactTable) -> bool:
    return "順位" in _said(table) or any(fact.unit == "位" for fact in table.facts)
