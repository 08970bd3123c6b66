"""Two texts that say nearly the same, and where they say another number, the opposite, or another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.value import value

_WORDS = re.compile(r"[一-龥々]+|[ァ-ヴー]+|[A-Za-z]+|[ぁ-ん]+|[^\s一-龥々ァ-ヴーA-Za-zぁ-ん]")
_DIGITS = re.compile(r"(?<=\.)[0-9]|[0-9]+")
_NAME = re.compile(r"[一-龥々]{3,}|[ァ-ヴー]{3,}|[A-Za-z]{3,}")
_OPPOSITES = (
    *(("増", "減"), ("上昇", "低下"), ("上昇", "下降"), ("上", "下"), ("高", "低"), ("多", "少"), ("大", "小")),
    *(("拡", "縮"), ("改善", "悪化"), ("好転", "悪化"), ("黒字", "赤字"), ("以上", "以下"), ("以上", "未満")),
    *(("以下", "超"), ("以前", "以後"), ("輸出", "輸入"), ("男", "女"), ("加速", "減速"), ("達成", "未達")),
    *(("有", "無"), ("最初", "最後")),
)
NUMBER = "＃"
"""Stands for each number in the words of a text without its numbers."""


@value(frozen=True, slots=True)
class Difference:
    """What one text says at ``start`` to ``end``, and what the other has in its place."""

    kind: Literal["number", "direction", "name"]
    start: int
    end: int
    said: str
    other: str


@value(frozen=True, slots=True)
class Wording:
    """A text as pieces: each its place, what it is known by, and its claim where it is a number, a period or an id."""

    text: str
    pieces: tuple[tuple[int, int, str, Claim | None], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The pieces, numbers masked."""
        return tuple(NUMBER if claim is not None else key for _, _, key, claim in self.pieces)


@lru_cache(maxsize=8192)
def wording(text: str) -> Wording:
    """A text as pieces.

    >>> wording("輸出は2,610件。").keys
    ('輸出', 'は', '＃', '。')
    """
    words = plain(text)
    pieces: list[tuple[int, int, str, Claim | None]] = []
    end = 0
    for claim in claims(text):
        pieces += _between(words, end, claim.start)
        pieces.append((claim.start, claim.end, words[claim.start : claim.end], claim))
        end = claim.end
    return Wording(text, (*pieces, *_between(words, end, len(words))))


def likeness(first: Wording, second: Wording) -> float:
    """How much of two texts is the same words in the same order, numbers left out: 0 to 1."""
    return SequenceMatcher(None, first.keys, second.keys, autojunk=False).ratio()


def differences(said: Wording, other: Wording) -> Iterator[Difference]:
    """Where ``said`` gives another number than ``other`` in its place, says the opposite, or another name.

    >>> [(found.said, found.other) for found in differences(wording("輸出は3件増。"), wording("輸出は5件減。"))]
    [('3件', '5件'), ('増', '減')]
    """
    matcher = SequenceMatcher(None, said.keys, other.keys, autojunk=False)
    for operation, first, last, begin, end in matcher.get_opcodes():
        mine, yours = said.pieces[first:last], other.pieces[begin:end]
        if operation == "equal":
            yield from _numbers(said, mine, yours)
        elif operation == "replace":
            yield from _numbers(said, [one for one in mine if one[3]], [one for one in yours if one[3]])
            yield from _words(said, other, mine, yours)


_WordPiece = tuple[int, int, str, Claim | None]


def _between(words: str, start: int, end: int) -> Iterator[_WordPiece]:
    for match in _WORDS.finditer(words, start, end):
        yield (match.start(), match.end(), match.group(), None)


def _numbers(said: Wording, mine: Iterable[_WordPiece], yours: Iterable[_WordPiece]) -> Iterator[Difference]:
    for (start, end, _, claim), (_, _, _, other) in zip(mine, yours, strict=False):
        if claim is not None and other is not None and not _same(claim, other):
            yield Difference("number", start, end, said.text[start:end], other.text)


def _same(claim: Claim, other: Claim) -> bool:
    """Whether two numbers, periods or ids can say the same: 45億円 and 4,500百万円, but not 45億円 and 46億円."""
    own, its = (plain(one.text).replace(",", "") for one in (claim, other))
    # Written in one way, they are compared digit by digit.
    if own == its or _DIGITS.sub("0", own) == _DIGITS.sub("0", its):
        return own == its
    if claim.kind == "period" or other.kind == "period":
        return claim.period is not None and claim.period == other.period
    if claim.kind == "identifier" or other.kind == "identifier" or not same_unit(claim.unit, other.unit):
        return False
    if other.low is None or other.high is None or claim.low is None or claim.high is None:
        return (claim.low, claim.high) == (other.low, other.high)
    return claim.kind == other.kind and Bearer("", (), other.low, other.high).bears(claim)


def _words(said: Wording, other: Wording, mine: Sequence[_WordPiece], yours: Sequence[_WordPiece]) -> Iterator[Difference]:
    if not mine or not yours:
        return
    own, its = (text.text[pieces[0][0] : pieces[-1][1]] for text, pieces in ((said, mine), (other, yours)))
    if is_opposite(own, its):
        yield Difference("direction", mine[0][0], mine[-1][1], own, its)
        return
    for piece, counterpart in zip(mine, yours, strict=False):
        if piece[3] is None and counterpart[3] is None and is_nearly(piece[2], counterpart[2]):
            yield Difference("name", piece[0], piece[1], piece[2], counterpart[2])


def is_opposite(first: str, second: str) -> bool:
    """Whether two words point in opposite directions: 増加 and 減少, but not 増加 and 大幅増."""
    pairs = (pair for one, other in _OPPOSITES for pair in ((one, other), (other, one)))
    return any(one in first and other not in first and other in second and one not in second for one, other in pairs)


def is_nearly(first: str, second: str) -> bool:
    """Whether two names are one but for a letter that is another, or one too many.

    >>> is_nearly("内閣府", "内閣官府"), is_nearly("文部科学省", "文部化学省"), is_nearly("東京都", "大阪府")
    (True, True, False)
    """
    if first == second or not _NAME.fullmatch(first) or not _NAME.fullmatch(second):
        return False
    if abs(len(first) - len(second)) > 1:
        return False
    head = next((at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    head = min(len(first), len(second)) if head is None else head
    rest, other = first[head:], second[head:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
