"""What labels have in common at their ends: 造林 and 間伐 name 造林面積 and 間伐面積, 輸出入 names 輸出 and 輸入."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, takewhile

import docgen.patterns as re

_KANJI = re.compile("[一-龥々]+")
_WORDS = re.compile("[一-龥々]{2,}|[ァ-ヴー]{2,}")
_MARK = re.compile("[Ⅰ-Ⅻ①-⑳A-Z]")
_LINKS = ("・", "、", "及び", "と", "又は")
_NAME = re.compile("[一-龥々ヶケノ]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{2,}")


def without_shared(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Each name with what is left of it without a word that it ends in as another does.

    >>> without_shared(["造林面積", "間伐面積", "人口"])
    {'造林面積': ('造林',), '間伐面積': ('間伐',), '人口': ()}
    """
    names = tuple(dict.fromkeys(names))
    alike = _alike(names, lambda name: name[-1:]).values()
    pairs = (pair for group in alike for pair in combinations(group, 2))
    endings = {ending for pair in pairs if _WORDS.fullmatch(ending := _ending(*pair))}
    return {name: tuple(_left(name, endings)) for name in names}


def _alike(names: Iterable[str], key: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    """Names by what they have in common, so that not each is held against all."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(key(name), []).append(name)
    return found


def _ending(first: str, second: str) -> str:
    both = takewhile(lambda letters: letters[0] == letters[1], zip(reversed(first), reversed(second), strict=False))
    return "".join(letter for letter, _ in both)[::-1]


def _left(name: str, endings: Iterable[str]) -> Iterator[str]:
    for ending in sorted(endings):
        left = name.removesuffix(ending)
        if left != name and _NAME.fullmatch(left):
            yield left


def joined(names: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """The words that name two at once, which differ in their last letter.

    >>> joined(["輸出", "輸入", "人口"])
    {'輸出入': ('輸出', '輸入'), '輸入出': ('輸入', '輸出')}
    >>> joined(["区分Ⅲ", "区分Ⅳ"])["区分Ⅲ・Ⅳ"]
    ('区分Ⅲ', '区分Ⅳ')
    """
    found: dict[str, tuple[str, str]] = {}
    own = dict.fromkeys(names)
    alike = _alike(own, lambda name: name[:-1])
    for first, second in ((name, other) for name in own for other in alike[name[:-1]]):
        if len(first) > 1 and first != second:
            if _KANJI.fullmatch(first[-1] + second[-1]):
                found[f"{first}{second[-1]}"] = (first, second)
            elif _MARK.fullmatch(first[-1]) and _MARK.fullmatch(second[-1]):
                found |= {f"{first}{link}{second[-1]}": (first, second) for link in _LINKS}
    return found
