"""Which statements a sentence says again: those that have most of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Statement
from docgen.errors import SlidePosition
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence

_AGAIN = re.compile("再掲|再録")
_SUMMARIES = "まとめ|概要|要旨|要点|要約|総括|結論|骨子|概況|ポイント|サマリー|ハイライト"
_SUMMARY = re.compile(_SUMMARIES)
_FEWEST = 4
_MARK = re.compile(rf"再掲|再録|[(（【\[](?:本書の|主な)?(?:{_SUMMARIES}|抜粋)[)）】\]]")
_LETTERS = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")
# Within a word: 空き家, 受け入れ.
_WITHIN = re.compile("(?<=[一-龥])[きけげちぢみめぎびりれ](?=[一-龥])")
_OF_MARK = re.compile(
    "再掲|再録|まとめ|概要|要旨|要点|要約|総括|抜粋|増加|減少|上昇|低下|拡大|縮小|改善|悪化"
)
# So much of a sentence's words must stand in a statement: less where the sentence says that it is a copy.
_MARKED, _UNMARKED, _SURELY = 0.4, 0.6, 0.75
_TENS, _SHARED = 9, 2
_BY = "(?:で(?:は|も)?|によ(?:ると|れば|り)|から)、?"
"""Behind what a page is called: it is what the sentence is taken from (先行調査によると)."""
_MOST = 64
"""Pairs of letters that more statements than this have tell none apart."""


Like = tuple[Statement, bool]
"""A statement that a sentence may be a copy of, and whether it surely is one."""


class Statements:
    """The statements of a deck by the pairs of letters in them, so that those like a sentence are found at once."""

    __slots__ = ("_by_pair", "_by_pairs", "_every", "_found", "_places", "_unplaced")

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._every = [statement for statement in statements if not _is_remark(statement)]
        self._places = {id(statement): place for place, statement in enumerate(self._every)}
        self._unplaced = frozenset(place for place, statement in enumerate(self._every) if statement.where is None)
        self._by_pair: dict[str, list[int]] = {}
        self._by_pairs: dict[frozenset[str], list[int]] = {}
        for place, statement in enumerate(self._every):
            own = pairs(statement.text)
            self._by_pairs.setdefault(own, []).append(place)
            for pair in own:
                self._by_pair.setdefault(pair, []).append(place)
        self._found: dict[int, tuple[Sentence, Sequence[Like]]] = {}

    @property
    def every(self) -> Sequence[Statement]:
        """All of them, but for remarks."""
        return self._every

    def like(self, sentence: Sentence) -> Sequence[Like]:
        """The statements that a sentence may be a copy of, itself left out, and whether it surely is one.

        In a deck that was opened many sentences are alike: there a copy says that it is one, stands in a summary, or has
        all words of the other and one of its numbers.
        """
        # The sentence is kept with what was found, so that no other has its identity.
        if id(sentence) not in self._found:
            self._found[id(sentence)] = (sentence, tuple(self._like(sentence)))
        return self._found[id(sentence)][1]

    def with_number(self, sentence: Sentence) -> list[Statement]:
        """The texts that have a number of a sentence without a place, of two digits or more, and two of its words."""
        if sentence.statement.where is not None or sentence.statement.on:
            return []
        telling = [one for one in sentence.numbers if one.kind == "number" and one.unit and one.low is not None]
        keys = {(one.low, one.high, one.unit) for one in telling if one.low is not None and one.low >= _TENS}
        own = _pairs_said(sentence) if keys else frozenset()
        others = [one for one in self._every if one.text != sentence.statement.text] if keys else []
        alike = [one for one in others if len(own & pairs(one.text)) >= _SHARED]
        return [one for one in alike if any((claim.low, claim.high, claim.unit) in keys for claim in claims(one.text))]

    def _like(self, sentence: Sentence) -> Iterator[Like]:
        own = _pairs_said(sentence)
        if not own or _is_remark(sentence.statement):
            return
        marked = _MARK.search(sentence.words) is not None
        # Of two twins the later one is the copy.
        end = len(self._every) if marked else self._places.get(id(sentence.statement), len(self._every))
        # What nothing tells to be a copy may only be one of a text without a place, or of one with the same words.
        again = marked or _AGAIN.search(sentence.words) or _SUMMARY.search(sentence.statement.page)
        same = [place for place in self._by_pairs.get(own, ()) if place < end]
        if not (again or same or self._unplaced):
            return
        telling = [places for pair in own if len(places := self._by_pair.get(pair, ())) <= _MOST]
        counted = Counter(chain.from_iterable(telling))
        if not again:
            kept = [place for place in counted if place in self._unplaced or place in same]
            counted = Counter({place: counted[place] for place in kept})
        untold = len(own) - len(telling)
        least, least_on_slide = _MARKED * len(own) - untold, _UNMARKED * len(own) - untold
        near = [
            (-shared, place)
            for place, shared in counted.items()
            if place < end and shared >= (least if self._every[place].where is None else least_on_slide)
        ]
        # The most alike first; pairs come in no order that is the same in every run.
        for _, place in sorted(near):
            other = self._every[place]
            sure = _sure(sentence, other, marked) if other.text != sentence.statement.text else None
            if sure is not None:
                yield other, sure


def statements_of(evidence: Evidence) -> Statements:
    """The statements of some evidence, found by their words."""
    return evidence.once(_statements)


def _statements(evidence: Evidence) -> Statements:
    return Statements(evidence.statements)


def _sure(sentence: Sentence, other: Statement, marked: bool) -> bool | None:
    """Whether a sentence surely is a copy of a statement; None where it is none."""
    own, theirs = _pairs_said(sentence), pairs(other.text)
    shared = len(own & theirs) / len(own)
    if other.where is None:
        marked = marked or _refers(sentence.words, other)
        return (marked or shared >= _SURELY) if shared >= (_MARKED if marked else _UNMARKED) else None
    if own == theirs and len(own) >= _FEWEST and _share(sentence, other):
        return True
    if shared < _UNMARKED:
        return None
    if _AGAIN.search(sentence.words):
        return True
    return False if marked or _SUMMARY.search(sentence.statement.page) else None


def _refers(words: str, other: Statement) -> bool:
    """Whether a sentence names the place of a statement that stands on no slide: 別表2, 第3表, p.18."""
    page = plain(other.page)
    numbered = re.search("[0-9]", page) is not None
    return page in words and (numbered or re.search(f"{re.escape(page)}{_BY}", words) is not None) if page else False


def _share(sentence: Sentence, other: Statement) -> bool:
    """Whether a sentence and a statement have a number or a period in common."""
    said = {(claim.low, claim.high, claim.unit, claim.period) for claim in claims(other.text)}
    return any(
        (claim.low, claim.high, claim.unit, claim.period) in said for claim in sentence.claims if claim.kind != "identifier"
    )


def _is_remark(statement: Statement) -> bool:
    """Whether a statement is a remark for the speaker, which lists sources of data rather than facts."""
    return isinstance(statement.where, SlidePosition) and statement.where.shape == "notes"


@lru_cache(maxsize=65536)
def pairs(text: str) -> frozenset[str]:
    """The pairs of letters in the words of a text, hiragana and the marks of copies left out.

    >>> sorted(pairs("輸出額は3件（再掲）")), sorted(pairs("空き家"))
    (['出額', '輸出'], ['空家'])
    """
    return _pairs_in(_without(text, claims(text)))


def _pairs_said(sentence: Sentence) -> frozenset[str]:
    """The pairs of letters in the words of a sentence, whose claims are known."""
    return _pairs_in(_without(sentence.words, sentence.claims))


def _without(text: str, found: Sequence[Claim]) -> str:
    """A text with a 、 in the place of each of its claims."""
    for claim in reversed(found):
        text = f"{text[: claim.start]}、{text[claim.end :]}"
    return text


@lru_cache(maxsize=65536)
def _pairs_in(text: str) -> frozenset[str]:
    words = _LETTERS.findall(_WITHIN.sub("", _OF_MARK.sub("、", text)))
    return frozenset(word[place : place + 2] for word in words for place in range(len(word) - 1))
