"""Where compounds of loanwords in katakana part: スマート｜モビリティ｜プラットフォーム.

The words are those that come often in administrative writing. A run of katakana parts where all of it is made of such
words, else after those at its beginning and before those at its end that are of some length.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

from docgen.typeset.kept import KEPT

# Each part of a compound has at least so many characters.
_LEAST_PART = 2
_RUN = re.compile("[ァ-ヺー]{4,}")
# A word beside a part that is no known word has at least so many characters, and the part has these.
_LONG, _LEAST_UNKNOWN = 4, 3
# With these no word begins.
_INSIDE = frozenset("ァィゥェォッャュョヮンー")


@functools.lru_cache(maxsize=KEPT)
def loanword_starts(text: str) -> frozenset[int]:
    """The places inside runs of katakana at which a word of a compound begins.

    >>> sorted(loanword_starts("次のスマートモビリティプラットフォーム"))
    [6, 11]
    """
    return frozenset(run.start() + place for run in _RUN.finditer(text) for place in _parts(run.group()))


@functools.lru_cache(maxsize=2048)
def _parts(run: str) -> tuple[int, ...]:
    """Where words of a run of katakana begin but for the first."""
    whole = _of_words(run)
    if whole is not None:
        return whole
    begin, end = 0, len(run)
    starts: list[int] = []
    while (word := _longest_at(run, begin, end)) and _may_be_a_word(run, begin + word, end):
        begin += word
        starts.append(begin)
    while (word := _longest_before(run, begin, end)) and _may_be_a_word(run, begin, end - word):
        end -= word
        starts.append(end)
    return tuple(sorted(starts))


def _of_words(run: str) -> tuple[int, ...] | None:
    """Where the words begin, as few as can be, that a run is made of; None where it is not."""
    best: list[tuple[int, ...] | None] = [()] + [None] * len(run)
    for end in range(_LEAST_PART, len(run) + 1):
        for begin in range(end - _LEAST_PART + 1):
            before = best[begin]
            if before is not None and run[begin:end] in _words():
                ways, known = (*before, begin), best[end]
                best[end] = ways if known is None or len(ways) < len(known) else known
    found = best[len(run)]
    return None if found is None else found[1:]


def _longest_at(run: str, begin: int, end: int) -> int:
    return next((size for size in range(end - begin, _LONG - 1, -1) if run[begin : begin + size] in _words()), 0)


def _longest_before(run: str, begin: int, end: int) -> int:
    return next((size for size in range(end - begin, _LONG - 1, -1) if run[end - size : end] in _words()), 0)


def _may_be_a_word(run: str, begin: int, end: int) -> bool:
    return end - begin >= _LEAST_UNKNOWN and run[begin] not in _INSIDE


@functools.cache
def _words() -> frozenset[str]:
    source = resources.files("docgen.typeset") / "data" / "katakana_words.txt"
    return frozenset(source.read_text("utf-8").split())
