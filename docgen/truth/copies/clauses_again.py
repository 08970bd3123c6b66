"""A number of a copy in the clause of another: 女性が48.5％ where the original has 男性が48.5％、女性が37.9％."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import statements_of
from docgen.truth.copies.words_again import are_equal, clause_of
from docgen.truth.sentence import Sentence

_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")
_SAYS_NOTHING = re.compile("再掲|まとめ|概要|要旨|以上|以下|時点|年度|合計|割合|全体|平均|一方|それぞれ|増加|減少")
_NOT = re.compile("以外|除[くいき]|な[いかく]|ず[、。に]|合わせ|差|比べ|より")
_SUBJECT = re.compile(r"(?P<noun>[一-龥々ァ-ヴー]{2,})(?:のうち|[のがは])、?(?:約|およそ|1日当たり|年間)?$")
_KINDS = frozenset({"number", "share", "rank", "ratio"})
_FAR = 12
"""Characters between a noun and the number that it is of, for both to be shown."""


def numbers_of_their_clause(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number of a copy told of what the original tells of another number alike, and of nothing of its own."""
    statements = statements_of(evidence)
    for sentence in sentences:
        like = [one.text for one, sure in statements.like(sentence) if sure] if sentence.numbers else []
        for original in like:
            told = [(claim, _words(plain(original), claims(original), claim)) for claim in claims(original)]
            for claim in sentence.numbers:
                breach = _judged(sentence, claim, told, original)
                if breach is not None:
                    yield breach
                    break


def _judged(
    sentence: Sentence, claim: Claim, told: Sequence[tuple[Claim, frozenset[str]]], original: str
) -> Breach | None:
    own = [(other, words) for other, words in told if are_equal(claim, other)]
    start, end = clause_of(sentence.words, claim)
    if claim.kind not in _KINDS or len(own) != 1 or _NOT.search(sentence.words, start, end):
        return None
    said, [(equal, words)] = _words(sentence.words, sentence.claims, claim), own
    subject, right = _subject(sentence.words, claim), _subject(plain(original), equal)
    for other, theirs in told:
        alike = other.kind == claim.kind and same_unit(other.unit, claim.unit) and not are_equal(claim, other)
        wrong = said & (theirs - words)
        elsewhere = bool(wrong) and not said & (words - theirs)
        swapped = right and subject and subject not in words and subject == _subject(plain(original), other)
        if alike and other.low is not None and words != theirs and (elsewhere or swapped):
            first = _nearest(sentence, claim, wrong or {subject})
            return sentence.breach(
                "copy-not-equal.word",
                sentence.spot(first, claim.end),
                written=sentence.words[first : claim.end],
                right=other.text,
                original=original,
            )
    return None


def _words(text: str, every: Sequence[Claim], claim: Claim) -> frozenset[str]:
    """The words of a claim's clause, those of numbers left out."""
    start, end = clause_of(text, claim)
    for one in every:
        if one.start < end and start < one.end:
            text = f"{text[: one.start]}{'、' * (one.end - one.start)}{text[one.end :]}"
    return frozenset(_WORD.findall(_SAYS_NOTHING.sub(lambda match: "、" * len(match.group()), text), start, end))


def _subject(text: str, claim: Claim) -> str:
    """The noun right before a number: 若年者 of 若年者の32.1%; "" for none."""
    match = _SUBJECT.search(text, 0, claim.start)
    return match["noun"] if match is not None else ""


def _nearest(sentence: Sentence, claim: Claim, words: Set[str]) -> int:
    """Where the nearest of some words before a claim begins; the claim's own place where none is near."""
    found = [sentence.words.rfind(word, 0, claim.start) for word in words]
    return max([place for place in found if place >= claim.start - _FAR], default=claim.start)
