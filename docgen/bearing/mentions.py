"""Where a sentence names the rows and columns of a table: 急速 in 急速充電設備, 輸出額 in 輸出は."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# Endings that a sentence may leave out: 輸出額 is named by 輸出.
_ENDINGS = (
    *("予算額", "件数", "社数", "機数", "者数", "人数", "の数", "の割合", "割合", "額", "数", "率", "量", "費", "向け"),
    "類型",
)
_OPENING = re.compile("^(?:うち|内|その他の|1?[)）])")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]|[「」『』\s]")
_TOTALS = ("総数", "合計", "計")
# Words with 計 in them that are no total.
_NO_TOTALS = ("累計", "統計", "計画", "設計", "推計", "計測", "会計", "家計", "計算", "計上")


@dataclass(frozen=True, slots=True)
class Mention:
    """The characters ``sentence[start:end]`` name ``label``."""

    start: int
    end: int
    label: str


def mentions(sentence: str, labels: Iterable[str]) -> tuple[Mention, ...]:
    """Where ``sentence`` names one of ``labels``, the longest names first; mentions do not overlap.

    >>> [mention.label for mention in mentions("輸出は1,953千トン、輸入額は減少。", ["輸出額", "輸入額"])]
    ['輸出額', '輸入額']
    """
    pattern, names = _pattern(tuple(labels))
    if pattern is None:
        return ()
    found = (Mention(match.start(), match.end(), names[match.group()]) for match in pattern.finditer(sentence))
    return tuple(mention for mention in found if mention.label)


@lru_cache(maxsize=4096)
def _pattern(labels: tuple[str, ...]) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    names = dict.fromkeys(_NO_TOTALS, "")
    for spelled in (_whole, _short):
        for label in labels:
            for name in spelled(label):
                names.setdefault(name, label)
    if not labels:
        return None, names
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))), names


def _whole(label: str) -> Sequence[str]:
    plain = _OPENING.sub("", _BRACKETS.sub("", label))
    return [plain] if plain else []


def _short(label: str) -> Sequence[str]:
    if label in ("計", "合計", "総計", "県計", "世界計"):
        return _TOTALS
    return [
        name[: -len(ending)]
        for name in _whole(label)
        for ending in _ENDINGS
        if name.endswith(ending) and len(name) - len(ending) >= 2
    ]
