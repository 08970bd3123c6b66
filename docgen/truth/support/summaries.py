"""What a summary says of a fact that another text of the deck tells otherwise: all for a part, done for planned."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable, same_unit
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.context import WORD
from docgen.truth.near import near, stretches
from docgen.truth.sentence import Sentence, sentences

_ALL = re.compile("(?:全て|すべて|全部|残らず|全[一-龥]{1,4}(?=で|が))(?!の[^、。]{0,6}(?:ため|人))")
_PART = re.compile("の?うち$|の?うち、?")
_PLANNED = re.compile("予定|見込|計画|目指|方針|までに")
_DONE = re.compile("(?:完了|実施|終了|開始|整備|導入|達成|設置|開設|移行|廃止)(?:した|済み)|を終えた|し終えた")
_TREND = re.compile(
    "年々(?:増加|減少|上昇|低下|拡大|縮小)|(?:毎年|一貫して)(?:増加|減少|上昇|低下)"
    "|(?:増え|減り|伸び)続け|(?:増加|減少)(?:し続け|を続け)"
)
_NAMED_PART = re.compile("うち、?(?P<name>[一-龥ァ-ヴー]{2,10})(?:は|が)?、?$")
_CHANGED = re.compile("増|減|上昇|低下|伸|推移|年々|前年")
_SHARED = 2
Value = TypeVar("Value")


def parts_told_as_all(given: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """All (全て) of what another text tells as a part: 対象240棟のうち228棟で工事が完了."""
    told = _keyed(evidence, lambda one: ((thing, thing) for thing in _parted(one)))
    for sentence in given if told else ():
        match = _ALL.search(sentence.words)
        if match is None or sentence.numbers:
            continue
        others = [one for one, _ in told.get(_thing(sentence.words, match), ())]
        others = [one for one in others if one.printed != sentence.printed and _share_words(sentence, one)]
        if others:
            yield sentence.breach(
                "part-told-as-all",
                sentence.spot(*match.span()),
                words=sentence.spot(*match.span()).words,
                other=others[0].printed,
            )


def _keyed(
    evidence: Evidence, keys: Callable[[Sentence], Iterable[tuple[Hashable, Value]]]
) -> Mapping[Hashable, list[tuple[Sentence, Value]]]:
    """The sentences of all texts by what they tell, each with the value of its key."""
    found: dict[Hashable, list[tuple[Sentence, Value]]] = {}
    for statement in evidence.statements:
        for sentence in sentences(statement):
            for key, value in keys(sentence):
                found.setdefault(key, []).append((sentence, value))
    return found


def _thing(words: str, match: re.Match[str]) -> str:
    """What is told whole: the topic before (公共施設は、全て), or the noun behind (全ての公共施設)."""
    behind = re.match("の([一-龥ァ-ヴー]{2,10})", words[match.end() :])
    before = re.search("([一-龥ァ-ヴー]{2,10})(?:は|が)、?$", words[: match.start()])
    found = behind or before
    return found[1] if found else ""


def _parted(sentence: Sentence) -> frozenset[str]:
    """What a sentence tells so many of more of, by the noun before it and by its unit: 公共施設240棟のうち228棟."""
    numbers = [claim for claim in sentence.numbers if claim.low is not None and claim.kind in ("number", "base")]
    return frozenset(
        name
        for first, second in pairwise(numbers)
        if _PART.fullmatch(sentence.words, first.end, second.start) and first.unit == second.unit and _less(second, first)
        for name in (first.unit, *re.findall("([一-龥ァ-ヴー]{2,10})の?$", sentence.words[: first.start]))
    )


def shares_told_otherwise(given: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number for a part (女性運転手は30人超) that another text gives otherwise: 運転手は412人、うち女性は23人."""
    told = _keyed(evidence, _named_parts)
    for sentence in given if told else ():
        if len(sentence.numbers) != 1 or sentence.numbers[0].kind != "number":
            continue
        [claim] = sentence.numbers
        for name in dict.fromkeys(stretches(sentence.words[: claim.start])):
            others = [(one, number) for one, number in told.get(name, ()) if one.printed != sentence.printed]
            others = [other for other in others if _otherwise(claim, other[1]) and _share_words(sentence, other[0], 1)]
            if others:
                yield sentence.breach(
                    "share-told-otherwise",
                    sentence.spot_of(claim),
                    number=claim.text,
                    right=others[0][1].text,
                    other=others[0][0].printed,
                )
                break


def _otherwise(claim: Claim, number: Claim) -> bool:
    """Whether two numbers of one unit and time cannot be one."""
    at_once = claim.period is None or number.period is None or claim.period == number.period
    return bool(claim.unit) and claim.unit == number.unit and at_once and not _meet(claim, number)


def _named_parts(sentence: Sentence) -> Iterator[tuple[Hashable, Claim]]:
    """The parts that a sentence names, each with its number: うち女性は23人."""
    for claim in sentence.numbers:
        match = _NAMED_PART.search(sentence.words, 0, claim.start)
        if match is not None and claim.low is not None and claim.kind == "number":
            yield match["name"], claim


def _meet(first: Claim, second: Claim) -> bool:
    below = first.low is None or second.high is None or first.low < second.high
    return below and (first.high is None or second.low is None or second.low < first.high)


def _less(first: Claim, second: Claim) -> bool:
    return first.low is not None and second.low is not None and first.low < second.low


def plans_told_as_done(given: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A deed told as done of what another text, with the same number, tells as planned: 残る12棟は…完了する予定."""
    told = _keyed(evidence, _planned)
    for sentence in given if told else ():
        done = _DONE.search(sentence.words)
        if done is None or _PLANNED.search(sentence.words):
            continue
        for claim in (claim for claim in sentence.numbers if claim.end <= done.start()):
            others = [one for one, _ in told.get(_key(claim), ()) if one.printed != sentence.printed]
            if others and _share_words(sentence, others[0], fewest=1):
                dates = [one for one in sentence.claims if one.kind == "period" and claim.end <= one.start < done.start()]
                yield sentence.breach(
                    "plan-told-as-done",
                    sentence.spot(dates[0].start if dates else done.start(), done.end()),
                    words=sentence.words[done.start() : done.end()],
                    other=others[0].printed,
                )
                break


def _planned(sentence: Sentence) -> Iterator[tuple[Hashable, str]]:
    """The numbers of a sentence that tells what is behind them as planned, not as done."""
    for number in sentence.numbers if _PLANNED.search(sentence.words) else ():
        if number.unit and _PLANNED.search(sentence.words, number.end) and not _DONE.search(sentence.words, number.end):
            yield _key(number), number.text


def _key(claim: Claim) -> Hashable:
    return (claim.low, claim.high, claim.unit, claim.kind)


def trends_have_their_series(given: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A course over years (年々増加) of a number that another text gives for one time, and no table for several."""
    tables = near(evidence.tables)
    told = _keyed(evidence, lambda one: ((_key(claim), claim) for claim in one.numbers))
    for sentence in given:
        match = _TREND.search(sentence.words)
        numbers = [claim for claim in sentence.numbers if claim.kind == "number" and claim.unit]
        if match is None or not numbers or any(_is_series(table, numbers) for table in tables.spoken_of(sentence)):
            continue
        others = [one for one, _ in told.get(_key(numbers[-1]), ()) if one.printed != sentence.printed]
        telling = [one for one in others if _share_words(sentence, one, fewest=1)]
        if telling and not any(_CHANGED.search(one.words) for one in telling):
            yield sentence.breach(
                "trend-without-series",
                sentence.spot(*match.span()),
                level="notice",
                words=sentence.spot(*match.span()).words,
                other=telling[0].printed,
            )


def _is_series(table: FactTable, numbers: Sequence[Claim]) -> bool:
    if len({fact.period for fact in table.facts}) < _SHARED:
        return False
    return any(same_unit(fact.unit, claim.unit) and _bears(fact, claim) for fact in table.facts for claim in numbers)


def _bears(fact: Fact, claim: Claim) -> bool:
    return Bearer("cell", (), fact.low, fact.high).bears(claim)


def _share_words(first: Sentence, second: Sentence, fewest: int = _SHARED) -> bool:
    """Whether a sentence has the words of another: 公共施設, 耐震化, 工事."""
    return sum(word in second.words for word in set(WORD.findall(first.words))) >= fewest
