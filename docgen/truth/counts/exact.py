"""Numbers that count: small whole numbers with a counter, and nothing that leaves them open."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.base_units import base_unit
from docgen.bearing.fact import FactTable
from docgen.sentences.claim import Claim
from docgen.sentences.letters import is_kanji, is_katakana
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence

GENERIC = frozenset({"件", "つ", "点", "項目", "本", "要素", "論点", "事項", "課題", "施策", "取組", "事業", "指標"})
"""Counters of anything that is listed."""

PLACES = frozenset({"か所", "施設"})
"""Counters of anything that has a place."""

REST = frozenset({"その他", "不明", "無回答"})
"""Rows that hold what no other row does, and are none of what is counted."""

_MOST = 60
_OPEN = re.compile("以上|以下|超|余|約|ほど|程度|前後|近く|弱|強|数")
_YEARS = re.compile("[かヶヵカ箇]年")


def counting(sentence: Sentence) -> Iterator[tuple[Claim, int]]:
    """The numbers of a sentence that count something, each with how many it counts; also 3か月, 3か年."""
    for claim in sentence.claims:
        if not _is_counter(claim) or claim.low is None or claim.high is None or _OPEN.search(claim.text):
            continue
        number = int((claim.low + claim.high) / 2)
        exact = claim.high - claim.low == 1 and 0 < number <= _MOST
        if exact and _is_counter_word(claim.unit[-1:]):
            yield claim, number


def _is_counter_word(last: str) -> bool:
    return is_kanji(last) or is_katakana(last) or last in ("つ", "ヶ")


def _is_counter(claim: Claim) -> bool:
    if claim.kind == "duration":
        return "月" in claim.unit or _YEARS.match(claim.unit) is not None
    return claim.kind in ("number", "base")


def counted_class(claim: Claim) -> str:
    """What a counter counts, as it stands at the end of a name: 国 for か国, 月 for か月, 地区."""
    return base_unit(claim.unit.removesuffix("間"))[0].lstrip("かヶカ")


def counts_rows(claim: Claim, table: FactTable) -> bool:
    """Whether a counter counts the rows of a table: by the head of their column, or the end of their names."""
    return is_counted_by(counted_class(claim), table)


def is_counted_by(words: str, table: FactTable) -> bool:
    """Whether a noun is what the rows of a table are: by the head of their column, or the end of their names."""
    names = [plain(line[0]) for line in table.texts if line[0] != table.total]
    ends = sum(name.endswith(words) for name in names)
    return words in plain(table.head) or ends * 2 > len(names)
