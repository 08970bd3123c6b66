"""Where a sentence names the rows and columns of a table: 急速 in 急速充電設備, 輸出額 in 輸出は."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heapify, heappop, heapreplace

import docgen.patterns as re
from docgen.bearing.shared import joined, without_shared
from docgen.sentences.plain import plain
from docgen.value import value

# Endings that a sentence may leave out: 輸出額 is named by 輸出.
_ENDINGS = (
    *(f"{counter}数" for counter in "件社機者人冊戸校館床台基頭本便棟店"),
    *("予算額", "の数", "の割合", "割合", "額", "数", "率", "量", "費", "向け"),
    *("値", "類型", "している", "がある"),
)
_DIGITS = re.compile(r"[\d.,\-]*")
_OPENING = re.compile("^(?:うち|内(?![一-龥])|その他の|1?[)）])")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]|[「」『』\s]")
_TOTALS = ("総数", "総額", "合計", "全体で", "全体(", "計")
_ALL = "全体"
_TOTAL_OF = re.compile("(?P<name>[^ (（]{2,}?(?<![累統設推会家]))(?:合計|総計|計)")
# Words with 計 in them that are no total.
_NO_TOTALS = ("累計", "統計", "計画", "設計", "推計", "計測", "会計", "家計", "計算", "計上")


@value(frozen=True, slots=True)
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
    return _mentions(sentence, tuple(labels))


@lru_cache(maxsize=65536)
def _mentions(sentence: str, labels: tuple[str, ...]) -> tuple[Mention, ...]:
    if not labels:
        return ()
    in_order, names = _names(labels)
    found = (Mention(start, start + len(name), names[name]) for start, name in _found(sentence, in_order))
    two = _joined(labels)
    return tuple(one for mention in found if mention.label for one in _both(sentence, mention, two))


def _found(sentence: str, names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where some names stand, from left to right; where several begin the longest, and none within another."""
    next_of = [(at, -len(name), name) for name in names if (at := sentence.find(name)) >= 0]
    heapify(next_of)
    end = 0
    while next_of:
        start, size, name = next_of[0]
        if start >= end:
            yield start, name
            end = start - size
        again = sentence.find(name, end)
        if again < 0:
            heappop(next_of)
        else:
            heapreplace(next_of, (again, size, name))


def _both(sentence: str, mention: Mention, two: Mapping[str, tuple[str, str]]) -> Iterator[Mention]:
    """A mention, or those of the two labels that one word names: 輸出入 names 輸出 and 輸入."""
    labels = two.get(sentence[mention.start : mention.end])
    if labels is None:
        yield mention
        return
    yield Mention(mention.start, mention.end - 1 - _link(sentence[mention.start : mention.end], labels[1]), labels[0])
    yield Mention(mention.end - 1, mention.end, labels[1])


def _link(word: str, label: str) -> int:
    """How many characters of a word for two labels join them: 1 of 区分Ⅲ・Ⅳ, 0 of 輸出入."""
    return max(len(word) - len(label) - 1, 0)


@lru_cache(maxsize=4096)
def _joined(labels: tuple[str, ...]) -> Mapping[str, tuple[str, str]]:
    """The words that name two labels at once, which differ in their last letter: 輸出入 of 輸出 and 輸入."""
    names = {name: label for label in labels for name in (*_whole(label), *_short(label))}
    return {word: (names[first], names[second]) for word, (first, second) in joined(names).items()}


@lru_cache(maxsize=4096)
def first_letters(labels: tuple[str, ...]) -> frozenset[str]:
    """The letters that a mention of one of ``labels`` may begin with.

    >>> sorted(first_letters(("港湾", "道路")))
    ['港', '道']
    """
    return frozenset((*(name[0] for name in names_of(labels)), *(word[-1] for word in _joined(labels))))


def names_of(labels: Iterable[str]) -> Iterator[str]:
    """The names by which a sentence may call one of ``labels``: 輸出額 and 輸出 of 輸出額."""
    in_order, names = _names(tuple(labels))
    return (name for name in in_order if names[name])


@lru_cache(maxsize=4096)
def _names(labels: tuple[str, ...]) -> tuple[Sequence[str], Mapping[str, str]]:
    """The names that a sentence may use, but for bare numbers, and what each names; "" of words that name nothing."""
    names = dict.fromkeys(_NO_TOTALS, "")
    for spelled in (_whole, _short, _parts_of(labels), _without_shared(labels)):
        for label in labels:
            for name in spelled(label):
                names.setdefault(name, label)
    for name, (label, _) in _joined(labels).items():
        names.setdefault(name, label)
    if _ALL in names:
        # A column of that name is meant, and no total of another.
        names.update((name, names[_ALL]) for name in _TOTALS if name.startswith(_ALL))
    return [name for name in names if not _DIGITS.fullmatch(name)], names


def _parts_of(labels: tuple[str, ...]) -> Callable[[str], Sequence[str]]:
    """The parts of a label that a space divides and no other label has: 路線数 of A-1 路線数."""
    parts = Counter(part for label in labels for part in dict.fromkeys(label.split()))

    def parts_of(label: str) -> Sequence[str]:
        alone = [part for part in label.split() if parts[part] == 1 and part != label]
        return [name for part in alone for name in (*_whole(part), *_short(part)) if len(name) > 1]

    return parts_of


def _without_shared(labels: tuple[str, ...]) -> Callable[[str], Sequence[str]]:
    left = without_shared(name for label in labels for name in _whole(label))
    return lambda label: [short for name in _whole(label) for short in left[name]]


# Many tables have the same labels.
@lru_cache(maxsize=16384)
def _whole(label: str) -> tuple[str, ...]:
    name = _OPENING.sub("", _BRACKETS.sub("", plain(label)))
    return (name,) if name else ()


@lru_cache(maxsize=16384)
def _short(label: str) -> tuple[str, ...]:
    if label in ("計", "合計", "総計", "県計", "世界計"):
        return _TOTALS
    total = _TOTAL_OF.fullmatch(label)
    if total is not None:
        return (total["name"],)
    return tuple(
        name[: -len(ending)]
        for name in _whole(label)
        for ending in _ENDINGS
        if name.endswith(ending) and len(name) - len(ending) >= 2
    )
