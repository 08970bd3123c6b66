"""What a sentence says that something does over time: 一貫して増加, わずかに低下, 横ばい, 増加に転じた."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import docgen.patterns as re
from docgen.sentences.beginnings import at_beginnings
from docgen.truth.sentence import Sentence
from docgen.truth.wording.parts import part_before
from docgen.truth.wording.stated import is_denied, is_joined, is_planned
from docgen.truth.wording.vocabulary import CONTINUES, DIRECTION, FLAT, LARGE, SMALL, STEADY
from docgen.value import value

Does = Literal["rise", "fall", "better", "worse", "flat"]

_ANY = at_beginnings(rf"{DIRECTION.pattern}|(?P<flat>{FLAT})")
_STEADY = re.compile(rf"(?:{STEADY})")
_SIZE = re.compile(rf"(?P<small>{SMALL})|(?P<large>{LARGE})")
_YEARS = re.compile(r"(?P<count>[0-9]+|[二三四五六七八九十])(?P<unit>か?年度?|回|期)(?:連続|続け|続い)")
_TURNED = re.compile(r"(?:傾向|基調)?に転じ")
# A year that is left out: which of the others are compared is not known.
_EXCEPT = re.compile("(?:年度?|回|期)(?:を除[きくい]|以外)")
_CONTINUES = re.compile(rf"[しえりっにの傾向基調も]*(?:{CONTINUES})")
_KANJI = "一二三四五六七八九十"


@value(frozen=True, slots=True)
class Trend:
    """The word ``words[at:end]`` says what something does; its part of the sentence begins at ``begin``.

    ``start`` is where its adverbs begin. ``steady`` tells that each step does so, ``years`` over how many steps (0 for no
    number), ``continues`` that the last step does so, ``size`` whether it does so by little ("small") or much ("large"),
    ``size_at`` where that word stands.
    """

    does: Does
    begin: int
    start: int
    at: int
    end: int
    denied: bool
    turned: bool
    steady: bool
    years: int
    continues: bool
    size: str
    size_at: tuple[int, int]


def trends(sentence: Sentence) -> Iterator[Trend]:
    """What a sentence says of what is; what is planned, feared or only named is left out."""
    words = sentence.words
    for match in _ANY.finditer(words):
        at, end = match.span()
        if is_joined(words, end) or is_planned(words, at, end):
            continue
        begin = part_before(words, at)
        if _EXCEPT.search(words, begin, at):
            continue
        adverb = _last(_STEADY, words, begin, at)
        years = _last(_YEARS, words, begin, at)
        own = match.group()
        size = _SIZE.match(words, at) or _near(words, begin, at)
        first = min([found.start() for found in (adverb, years) if found] or [at])
        does: Does = match.lastgroup  # type: ignore[assignment]
        yield Trend(
            does,
            begin,
            first,
            at,
            end,
            is_denied(words, end),
            _TURNED.match(words, end) is not None,
            bool(adverb or years or "右肩" in own),
            _number(years["count"]) if years else 0,
            _CONTINUES.match(words, end) is not None,
            (size.lastgroup or "") if size else "",
            size.span() if size else (at, end),
        )


def _last(pattern: re.Pattern[str], words: str, begin: int, at: int) -> re.Match[str] | None:
    found = list(pattern.finditer(words, begin, at))
    return found[-1] if found else None


def _near(words: str, begin: int, at: int) -> re.Match[str] | None:
    """A word of size right before the word: 大幅に, わずかながら."""
    found = _last(_SIZE, words, max(begin, at - 8), at)
    return found if found and re.fullmatch(r"[にながらくなきかつも]*", words[found.end() : at]) else None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _KANJI.index(written) + 1
