"""The words of labels and sentences by which they are compared: pairs of kanji and kana, Latin words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from docgen.sentences.plain import plain

_RUN = re.compile(r"[一-龥々]+|[ァ-ヴー]+|[A-Za-z][A-Za-z&]*(?:-?[0-9]+)?|第[0-9]+期")
# What a word tells that one label alone has.
_RAREST = 6.0
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{>[^|{}]*\|", re.DOTALL)


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """The words of a text: each two neighbours of a run of kanji or katakana, a kanji alone, a Latin word.

    >>> sorted(words_of("総合順位（IMD）"))
    ['imd', '合順', '総合', '順位']
    """
    found: set[str] = set()
    for run in _RUN.findall(plain(_TEMPLATE.sub("", text))):
        if run[0].isascii():
            found.add(run.lower())
        elif len(run) == 1:
            found.add(run)
        else:
            found.update(run[place : place + 2] for place in range(len(run) - 1))
    return frozenset(found)


def weights(labels: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """How much each word tells: the fewer labels have it, the more.

    >>> known = weights([frozenset({"順位"}), frozenset({"順位", "総合"})])
    >>> known["総合"] > known["順位"]
    True
    """
    every = list(labels)
    counts = Counter(word for own in every for word in own)
    rarest = math.log(1 + len(every)) or 1.0
    return {word: _RAREST * math.log(1 + len(every) / count) / rarest for word, count in counts.items()}
