"""Which table a sentence is the title of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.fact import FactTable
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.near import Near
from docgen.truth.sentence import Sentence
from docgen.value import value

# （図の題名）, （スライド題）, 〈キャプション〉: what follows is a title, whatever it says.
LABEL = re.compile(
    r"\s*[(【<〈《〔\[](?:(?:図|表|グラフ|図表|チャート|スライド|ページ|頁)?(?:の)?(?:題名|題|タイトル|表題|見出し|名称|キャプション)"
    r"|図|表|グラフ|図表|チャート)[)】>〉》〕\]]\s*"
)
# 【図8】, 第4図, 表Ⅲ-2: what follows is a title if it is nearly that of a table.
NUMBER = re.compile(
    r"\s*[【\[(〔■◆●]?\s*(?:(?:図表|図|表|グラフ|資料)\s*[0-9A-ZⅠ-Ⅻ]+(?:[-－―‐.][0-9]+)*|第[0-9]+(?:図|表))\s*[】\])〕]?[.:：]?\s*"
)
_SENTENCE_END = re.compile(r"。|(?:た|る|ます|です|ない)$")
_ALIKE = 0.6
_FEWEST = 4


@value(frozen=True, slots=True)
class Heading:
    """A sentence that is the title of a table; the title begins at ``start``."""

    sentence: Sentence
    start: int
    table: FactTable


def headings(sentence: Sentence, tables: Near) -> Iterator[Heading]:
    """The tables that a sentence is the title of.

    It says that it is one, stands right above a table of its slide, or, of a table without a place, is nearly its title.
    """
    label = LABEL.match(sentence.words)
    if label is not None:
        own = tables.on_page(sentence)
        if len(own) == 1:
            yield Heading(sentence, label.end(), own[0])
        return
    number = NUMBER.match(sentence.words)
    start = number.end() if number is not None else 0
    title = sentence.words[start:]
    for table in tables.on_page(sentence):
        alike = not table.where and not table.on and is_title(title, table.title)
        titled = table.where is not None and plain(table.title) == sentence.words.strip()
        if alike or titled:
            yield Heading(sentence, start if alike else 0, table)


def is_title(words: str, title: str) -> bool:
    """Whether a text without a verb is nearly a title, their periods and units left out."""
    if _SENTENCE_END.search(words.strip()):
        return False
    own, theirs = _pairs(words), _pairs(title)
    shared = len(own & theirs)
    return shared >= _FEWEST and shared >= _ALIKE * min(len(own), len(theirs)) and 2 * shared >= max(len(own), len(theirs))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    words = plain(text)
    for claim in reversed(claims(text)):
        words = f"{words[: claim.start]}、{words[claim.end :]}"
    words = re.sub(r"[(（][^()（）]*[)）]?|の?(?:推移|状況)|単位.*", "、", words)
    return frozenset(pair for pair in map("".join, pairwise(words)) if "、" not in pair)
