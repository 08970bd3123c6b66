"""How a survey was made, and of whom, that the text with its number tells otherwise: 1,000世帯への訪問 for 郵送."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import statements_of
from docgen.truth.nearly import has_digits
from docgen.truth.sentence import Sentence

_WAYS = re.compile("郵送|訪問|面接|電話|インターネット|オンライン|ウェブ|留置")
_SURVEY = re.compile("調査|尋ね|抽出|対象|回答|実施|行っ|行い|送[りっ]|アンケート")
_SAME_WAY = {"オンライン": "インターネット", "ウェブ": "インターネット", "面接": "訪問"}
# Right before a number: it is of all there are.
_ALL = re.compile("(?P<all>(?:全|あらゆる|すべての|全ての)(?!体|部|面|額|数)[一-龥]{1,4}の?)[一-龥ァ-ヴー]{0,6}$")
# Right before the same number in the other text: it is of some alone.
_SOME = re.compile("(?:に属する|を営む|に所在する|以上の|以下の|未満の|を有する|のある)[一-龥ァ-ヴー]{0,6}$")
_TELLING = 3
"""Digits by which a number tells which survey is meant."""


def surveys_as_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The way of a survey, or whom it asked, where the one text that has its number tells another."""
    statements = statements_of(evidence)
    for sentence in sentences:
        numbers = {_key(one) for one in sentence.numbers if one.kind == "number" and has_digits(one, 1) and _is_long(one)}
        if not numbers or not (_WAYS.search(sentence.words) or _ALL.search(_before(sentence))):
            continue
        others = [one for one in statements.every if one.text != sentence.statement.text]
        others = [one for one in others if any(_key(claim) in numbers for claim in claims(one.text))]
        found = (_way(sentence, plain(others[0].text)) or _asked(sentence, others[0].text)) if len(others) == 1 else None
        if found is not None and not _is_told(sentence, found[0], found[1], evidence):
            start, end, right = found
            yield sentence.breach(
                "survey-told-otherwise",
                sentence.spot(start, end),
                words=sentence.spot(start, end).words,
                right=right,
                other=others[0].text,
            )


def _is_long(claim: Claim) -> bool:
    return claim.low is not None and claim.high is not None and claim.high >= 10**_TELLING / 10


def _key(claim: Claim) -> tuple[object, ...]:
    return (claim.low, claim.high, claim.unit)


def _before(sentence: Sentence) -> str:
    """What stands before the first number of a sentence."""
    return sentence.words[: sentence.numbers[0].start] if sentence.numbers else ""


def _way(sentence: Sentence, other: str) -> tuple[int, int, str] | None:
    """The one way that a sentence tells of a survey, and the one that the other text tells."""
    own, theirs = list(_WAYS.finditer(sentence.words)), _WAYS.findall(other)
    if len(own) != 1 or len(theirs) != 1 or not (_SURVEY.search(sentence.words) and _SURVEY.search(other)):
        return None
    one, right = own[0].group(), theirs[0]
    same = _SAME_WAY.get(one, one) == _SAME_WAY.get(right, right)
    return None if same else (*own[0].span(), right)


def _asked(sentence: Sentence, other: str) -> tuple[int, int, str] | None:
    """All of some kind that a number is said to be of, where the other text has it of some alone."""
    for claim in sentence.numbers:
        told = _ALL.search(sentence.words, 0, claim.start)
        same = [one for one in claims(other) if _key(one) == _key(claim)] if told is not None else []
        some = _SOME.search(plain(other), 0, same[0].start) if same else None
        if told is not None and some is not None:
            return told.start(), claim.start, some.group()
    return None


def _is_told(sentence: Sentence, start: int, end: int, evidence: Evidence) -> bool:
    """Whether any other text has the words."""
    words = sentence.words[start:end]
    return any(words in plain(one.text) for one in evidence.statements if one.text != sentence.statement.text)
