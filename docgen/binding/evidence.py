"""What speaks for a reference at a spot: its words, its period, its unit, and how near its data is to the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.binding.content_text import ContentText
from docgen.binding.labels import Labels
from docgen.binding.spot import Spot
from docgen.binding.words import words_of
from docgen.model.period import Period
from docgen.sentences.claim import Claim

# Between a period and the number that holds at it.
_BESIDE = re.compile("(?:実績|予測|見込み)?[のに、:]?(?:は|約|計|全)?")
_BEHIND = re.compile("[^、。(（]*")
# From so much on a label's words are named in a place, and below so much they are not.
NAMED = 3.0
_NOT_NAMED = 1.0
# A label of which so small a part of what is told of the other is told is not meant beside it.
_FAR_LESS = 0.25
# Of two tables the words of one tell it from the other only where so small a part of the other's are named.
_ELSEWHERE = 0.3
# What belongs to the sentence's own record goes before what is nowhere near it.
_OWN = 3


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a spot by place, from the nearest to the farthest, and its text.

    ``periods`` are all that the text names; ``stated`` tells that one stands beside the spot, ``close`` are the
    characters between the number before it and the spot, ``behind`` the words between the spot and the next mark.
    """

    text: ContentText
    places: tuple[frozenset[str], ...]
    periods: tuple[Period, ...]
    stated: bool
    close: str
    behind: frozenset[str]


# What a sentence says of when a number holds: another time; nothing; a time that it names of another number; its own.
_OTHER_TIME, _UNKNOWN, _NAMED_TIME, SAME_TIME = -1, 0, 1, 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one reference.

    ``near``: 3 where the number belongs to the sentence's own record, 2 where that shows its data, 1 where a record does
    that the sentence rests on. ``named`` are the words of its labels in each place around the spot, ``told`` how much they
    tell. ``time``: 2 where the sentence says when it holds, 1 where it names that time of another number, 0 where that is
    not known, -1 where it is another. ``same_unit`` is false where the unit of the sentence is not its own. ``used``
    tells that a record that the sentence rests on has the number, and means this datum; of what is computed how many of
    its two data the sentence says. ``stated`` tells that the time stands beside the number.
    """

    near: int
    named: tuple[frozenset[str], ...]
    told: float
    time: int
    same_unit: bool
    used: int
    labels: Labels
    stated: bool

    def beats(self, other: Evidence, weights: Mapping[str, float]) -> bool:
        """Whether nothing speaks more for the other, and something clearly less."""
        if self.near - other.near >= _OWN:
            return True
        words = _named_more(self, other, weights)
        times = (self.time, other.time) if self.stated or (self.time and other.time) else (0, 0)
        used = (self.used, other.used) if words is not None else (False, False)
        ranks = ((self.near, other.near), times, (self.same_unit, other.same_unit), used, (words or 0, 0))
        return all(own >= its for own, its in ranks) and any(own > its for own, its in ranks)


def _named_more(first: Evidence, second: Evidence, weights: Mapping[str, float]) -> int | None:
    """1 where the words that tell the first from the second are named nearer than those of the second, -1 the other way.

    0 where neither's are named, None where both are.

    Of two tables each names things in its own way: there the words of one tell nothing as long as enough of the other's are
    named as well.
    """
    less, more = sorted((first.told, second.told))
    if not first.labels.tables & second.labels.tables and less >= max(NAMED, _ELSEWHERE * more):
        return 0
    seen = frozenset[str]()
    for one, other in zip(first.named, second.named, strict=True):
        mine, its = told(one - other - seen, weights), told(other - one - seen, weights)
        seen |= one & other
        if max(mine, its) >= NAMED:
            if its < max(_NOT_NAMED, _FAR_LESS * mine):
                return 1
            return -1 if mine < max(_NOT_NAMED, _FAR_LESS * its) else None
    return 0


def told(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much words tell together."""
    return sum(weights.get(word, 0.0) for word in words)


def context_of(text: ContentText, sentence: str, spot: Spot, ends: tuple[int, int], periods: Sequence[Claim]) -> Context:
    """The words around a spot; ``ends`` are those of the two numbers before it, the earlier one first."""
    earlier, before = ends
    first = sentence.rfind("。", 0, spot.start) + 1
    last = sentence.find("。", spot.end)
    last = len(sentence) if last < 0 else last
    close = sentence[max(before, first) : spot.start]
    if not any(len(word) > 1 for word in words_of(close)):
        # Of 22位→25位 and 17機関、21機関 the words before the first tell of the second.
        close = sentence[max(earlier, first) : spot.start]
    behind = _BEHIND.match(sentence, spot.end)
    assert behind is not None
    parts = (f"{close} {text.beside}", sentence[first:last], sentence, text.title)
    beside = any(
        _BESIDE.fullmatch(sentence, period.end, spot.start) or sentence[spot.end : period.start] == "("
        for period in periods
    )
    named = tuple(claim.period for claim in periods if claim.period)
    return Context(text, tuple(map(words_of, parts)), named, beside, close, words_of(behind.group()))


def evidence(
    labels: Labels,
    near: int,
    context: Context,
    spot: Spot,
    same_unit: bool,
    weights: Mapping[str, float],
    used: int,
) -> Evidence:
    """What speaks for a reference with ``labels`` whose data is so ``near``."""
    words = labels.own | labels.shared
    named = tuple(words & place for place in context.places)
    every = named[0] | named[1] | named[2]
    weight = told(every, weights) + told(named[3] - every, weights) / 3
    return Evidence(near, named, weight, _time(labels, spot, context), same_unit, used, labels, context.stated)


def _time(labels: Labels, spot: Spot, context: Context) -> int:
    if spot.period is None or (labels.period is None and not labels.years):
        return _UNKNOWN
    if _holds(labels, spot.period):
        return SAME_TIME
    named = not context.stated and any(_holds(labels, period) for period in context.periods)
    return _NAMED_TIME if named else _OTHER_TIME


def _holds(labels: Labels, stated: Period) -> bool:
    own = labels.period
    if own is None:
        is_span = stated.kind == "span"
        return any(stated.start.year <= y <= stated.end.year if is_span else y == stated.number for y in labels.years)
    return own == stated or (own.kind != stated.kind and own.start <= stated.end and stated.start <= own.end)
