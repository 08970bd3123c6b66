"""What a summary says of a fact that another text of the deck tells otherwise: another part, done for planned."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.context import WORD
from docgen.truth.sentence import Sentence, sentences

_PLANNED = re.compile("予定|見込|計画|目指|方針|までに")
_DONE = re.compile("(?:完了|実施|終了|開始|整備|導入|達成|設置|開設|移行|廃止)(?:した|済み)|を終えた|し終えた")
_NAMED_PART = re.compile("うち、?(?P<name>[一-龥ァ-ヴー]{2,10})(?:は|が)?、?$")
_WITHOUT = re.compile("除[くいき]|以外|でない")
_SHARED = 2
Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def _keyed(
    evidence: Evidence, keys: Callable[[Sentence], Iterable[tuple[Key, Value]]]
) -> Mapping[Key, list[tuple[Sentence, Value]]]:
    """The sentences of all texts by what they tell, each with the value of its key."""
    found: dict[Key, list[tuple[Sentence, Value]]] = {}
    for statement in evidence.statements:
        for sentence in sentences(statement):
            for key, value in keys(sentence):
                found.setdefault(key, []).append((sentence, value))
    return found


def shares_told_otherwise(given: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number for a part (女性運転手は30人超) that another text gives otherwise: 運転手は412人、うち女性は23人."""
    told = _keyed(evidence, _named_parts)
    for sentence in given if told else ():
        if len(sentence.numbers) != 1 or sentence.numbers[0].kind != "number":
            continue
        [claim] = sentence.numbers
        before = sentence.words[: claim.start]
        if _WITHOUT.search(before):
            continue
        for _, _, name in sorted((before.find(name), len(name), name) for name in told if name in before):
            others = [(one, number) for one, number in told[name] if one.printed != sentence.printed]
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


def _named_parts(sentence: Sentence) -> Iterator[tuple[str, Claim]]:
    """The parts that a sentence names, each with its number: うち女性は23人."""
    for claim in sentence.numbers:
        match = _NAMED_PART.search(sentence.words, 0, claim.start)
        if match is not None and claim.low is not None and claim.kind == "number":
            yield match["name"], claim


def _meet(first: Claim, second: Claim) -> bool:
    below = first.low is None or second.high is None or first.low < second.high
    return below and (first.high is None or second.low is None or second.low < first.high)


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


def _share_words(first: Sentence, second: Sentence, fewest: int = _SHARED) -> bool:
    """Whether a sentence has the words of another: 公共施設, 耐震化, 工事."""
    return sum(word in second.words for word in set(WORD.findall(first.words))) >= fewest
