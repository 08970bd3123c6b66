"""Parts of a whole that a summary tells in words, against the numbers of what it sums up: 半数近く of 27 of 180."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach
from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.context import WORD, is_to_go
from docgen.truth.copies.alike import statements_of
from docgen.truth.sentence import Sentence, sentences

Bounds = tuple[Decimal, Decimal]
"""The least and the greatest share, in %."""

_WORDS = {
    "全て|すべて|全部|全員|残らず|全(?![国体般面額量数長域日力然権])[一-龥]{1,3}(?=[がでにはも])"
    "|(?:いずれ|どれ|どちら)の[^、。はがを0-9]{1,8}も|どの[^、。はがを0-9]{1,8}も": (Decimal(99), Decimal(100)),
    "(?:ほぼ|おおむね|概ね)(?:全て|すべて|全部|全[一-龥]{1,2})|ほとんど|大多数|圧倒的多数": (Decimal(75), Decimal(100)),
    "大半|大部分|過半(?:数)?|半数以上|半分以上": (Decimal(50), Decimal(100)),
    "ごく一部|ごくわずか|ごく少数": (Decimal(0), Decimal(20)),
    "少数(?!点|民族|派)|半数未満": (Decimal(0), Decimal(50)),
}
_SAID = at_beginnings("|".join(f"(?P<w{at}>{words})" for at, words in reversed(list(enumerate(_WORDS)))))
_BOUNDS = tuple(_WORDS.values())
_ROUGH = re.compile("割|分の|半数|半分|半ば|過半")
_LESS = re.compile("(?:に|を)?(?:も)?(?:満た|届か|及ば|達しな|下回|未満|割り込|弱)")
_MORE = re.compile("(?:を)?(?:超|上回|強|余り|以上)")
_BOUND = re.compile("(?:に|を)?(?:も)?(?:満た|届か|下回|超え|上回|割り込)[ぁ-ん]{0,3}")
_PARTED = re.compile("の?うち、?|(?:は|で)?、?うち")
_RATE = re.compile("回収率|回答率")
_ASKED = re.compile("対象|配布|発送|送付|依頼")
_ANSWERED = re.compile("回答|回収")
_REST = re.compile("ない|なかった|ず[、に]|未|残|以外|除[いく]|済み?|完了|終え|まだ")
_SLACK = Decimal("0.5")
_ALL = Decimal(99)
_LEFT = re.compile("(?:残る|残り|残りの|残った)の?(?:約)?$")


def parts_as_told(given: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A part told in words or tenths that the numbers of the text which it repeats do not give: 半数近く for 27 of 180."""
    statements = statements_of(evidence)
    for sentence in given:
        for start, end, bounds in _portions(sentence):
            sources = [one for one, _ in statements.like(sentence)] or _of_survey(sentence, evidence)
            if any(sentence.words[start:end] in plain(one.text) for one in sources):
                continue
            shares = [share for one in sources for share in _shares(one, sentence)]
            shares = shares or [share for one in sources for share in _but_for_rest(one) if bounds[0] == _ALL]
            if any(map(_REST.search, (sentence.words, *(plain(one.text) for one in sources)))):
                shares += [100 - share for share in shares]
            told = [share for share in shares if bounds[0] - _SLACK <= share <= bounds[1] + _SLACK]
            if shares and not told:
                yield sentence.breach(
                    "part-told-otherwise",
                    sentence.spot(start, _end_of(sentence.words, end)),
                    words=sentence.spot(start, _end_of(sentence.words, end)).words,
                    right="、".join(dict.fromkeys(f"{share:.1f}%" for share in shares[:2])),
                    other=sources[0].text,
                )


def _end_of(words: str, end: int) -> int:
    """Where a part ends with the word behind it that bounds it: 9割を下回る."""
    bound = _BOUND.match(words, end)
    return bound.end() if bound is not None else end


def _portions(sentence: Sentence) -> Iterator[tuple[int, int, Bounds]]:
    """The parts of a whole that a sentence tells, each with its bounds; none where a share in numbers tells how much."""
    exact = any(claim.kind == "share" and not _ROUGH.search(claim.text) for claim in sentence.numbers)
    if exact and not _RATE.search(sentence.words):
        return
    taken: list[int] = []
    for claim in sentence.numbers:
        rough = _ROUGH.search(claim.text) or _RATE.search(sentence.words)
        if claim.kind == "share" and rough and not is_to_go(sentence, claim):
            taken.append(claim.start)
            yield claim.start, claim.end, _bounds(sentence.words, claim)
    for match in _SAID.finditer(sentence.words):
        at = next(at for at in range(len(_BOUNDS)) if match[f"w{at}"])
        if not any(match.start() <= start < match.end() for start in taken) and not _is_counted(sentence, match):
            yield *match.span(), _BOUNDS[at]


def _is_counted(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a number stands in the clause of a word for all: then that says how many."""
    start = max(sentence.words.rfind(sign, 0, match.start()) for sign in "、。") + 1
    stops = [stop for sign in "、。" if (stop := sentence.words.find(sign, match.end())) >= 0]
    end = min(stops, default=len(sentence.words))
    all_of = _BOUNDS[next(at for at in range(len(_BOUNDS)) if match[f"w{at}"])][0] == Decimal(99)
    return all_of and any(start <= claim.start < end for claim in sentence.numbers)


def _bounds(words: str, claim: Claim) -> Bounds:
    """The bounds of a share, with the words behind it: 2割に満たない is less than 20 %."""
    low = claim.low if claim.low is not None else Decimal(0)
    high = claim.high if claim.high is not None else Decimal(100)
    if _LESS.match(words, claim.end):
        return Decimal(0), (low + high) / 2
    return ((low + high) / 2, Decimal(100)) if _MORE.match(words, claim.end) else (low, high)


def _of_survey(sentence: Sentence, evidence: Evidence) -> list[Statement]:
    """The one text that tells how many were asked and how many answered, for a rate of answers."""
    if not _RATE.search(sentence.words):
        return []
    found = [one for one in evidence.statements if _ASKED.search(one.text) and _ANSWERED.search(one.text)]
    return found if len(found) == 1 and found[0].text != sentence.statement.text else []


def _shares(statement: Statement, given: Sentence) -> Iterator[Decimal]:
    """The shares that those sentences of a text give that have a word of ``given``, or that follow from their numbers."""
    words = set(WORD.findall(given.words))
    for sentence in sentences(statement):
        if not any(word in sentence.words for word in words) and not _RATE.search(given.words):
            continue
        numbers = [one for one in sentence.numbers if one.low is not None and one.high is not None]
        for one in numbers:
            if one.kind == "share":
                yield _middle(one)
        parted = _PARTED.search(sentence.words) or (_ASKED.search(sentence.words) and _ANSWERED.search(sentence.words))
        for first, second in permutations(numbers if parted else (), 2):
            amounts = first.kind in ("number", "base") and second.kind in ("number", "base") and first.unit == second.unit
            if amounts and Decimal(0) < _middle(first) < _middle(second):
                yield 100 * _middle(first) / _middle(second)


def _but_for_rest(statement: Statement) -> Iterator[Decimal]:
    """The share that a text leaves where it tells what remains: 28市町村で実施, 残る3市町は中止."""
    found = [claim for claim in claims(statement.text) if claim.kind == "number" and claim.unit]
    words = plain(statement.text)
    for place, rest in enumerate(found):
        alike = [one for one in found[:place] if one.unit.startswith(rest.unit)]
        if alike and _LEFT.search(words, 0, rest.start):
            yield 100 * _middle(alike[-1]) / (_middle(alike[-1]) + _middle(rest))


def _middle(claim: Claim) -> Decimal:
    return ((claim.low or Decimal(0)) + (claim.high or Decimal(0))) / 2
