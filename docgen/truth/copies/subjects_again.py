"""What the numbers of a copy are of: 障害者施設500か所 for 介護事業所500か所."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import pairs, statements_of
from docgen.truth.copies.words_again import are_equal, clause_of
from docgen.truth.sentence import Sentence

Noun = tuple[int, str, str]
"""Where a noun begins, the noun, and the particle behind it: "" right before a number."""

_CHUNK = re.compile(r"(?P<noun>[一-龥々ァ-ヴーA-Za-z]{2,})(?P<particle>では|には|[のはがをにで]|(?=[0-9]))")
_HOLDER = re.compile(r"(?P<noun>[一-龥々ァ-ヴー]{2,}|[ぁ-ん]{2,3}[一-龥]{2,})(?:のうち|[のはがで]|では|には)、?約?$")
_TOPIC = re.compile(r"(?P<noun>[一-龥々ァ-ヴー]{2,})は、[^はが]*$")
_SAYS_NOTHING = re.compile(
    "再掲|調査|結果|本資料|今回|合計|総数|全体|割合|件数|内訳|時点|対象|実績|年間|年度|以上|以下|未満|現在|前年|まとめ|先行|既存|概要|要旨|我が国|平均|一方|およそ|うち"
)
_KIN = 2


def subjects_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number of a copy that is told of something of which nothing in the deck tells, in the place of what it is of."""
    statements = statements_of(evidence)
    for sentence in sentences:
        found: set[int] = set()
        for statement, sure in statements.like(sentence):
            told = plain(statement.text)
            for claim in sentence.numbers:
                equal = [other for other in claims(statement.text) if are_equal(claim, other)]
                if not equal or not (sure or statement.where is None):
                    continue
                for (start, own, _), other in _swapped(sentence.words, claim, told, equal[0]):
                    counted = any(one.start <= start < one.end for one in sentence.claims)
                    if start not in found and not (counted or _told(own, sentence, evidence)):
                        found.add(start)
                        yield sentence.breach(
                            "copy-not-equal.word",
                            sentence.spot(start, start + len(own)),
                            written=own,
                            right=other,
                            original=statement.text,
                        )


def _swapped(words: str, claim: Claim, told: str, other: Claim) -> Iterator[tuple[Noun, str]]:
    """The nouns of a clause that stand for another of the original, of the same particle, each with that."""
    theirs = [noun for noun in _nouns(told, other) if noun[1] not in words]
    of_own, of_theirs = _holder(words, claim), _holder(told, other)
    if of_own is not None and of_theirs is not None and _are_two(of_own[1], of_theirs[1], words, told):
        yield of_own, of_theirs[1]
        return
    for own in _nouns(words, claim):
        before = own[0] < claim.start
        alike = {one for at, one, particle in theirs if particle == own[2] and (at < other.start) == before}
        if own[1] not in told and len(alike) == 1 and _is_another(own[1], next(iter(alike)), told):
            yield own, next(iter(alike))


def _nouns(words: str, claim: Claim) -> list[Noun]:
    """The nouns of the topic of a sentence, and those of the clause of a claim."""
    begin, end = clause_of(words, claim)
    topic = max(words.find("は", 0, begin), 0)
    spans = ((0, topic + 1), (begin, end)) if topic else ((begin, end),)
    found = (match for span in spans for match in _CHUNK.finditer(words, *span))
    nouns = ((match.start(), match["noun"], match["particle"]) for match in found)
    return [noun for noun in nouns if not _SAYS_NOTHING.search(noun[1])]


def _are_two(own: str, other: str, words: str, told: str) -> bool:
    """Whether the nouns that have a number in two texts are of different things."""
    if other in words or own in told or _SAYS_NOTHING.search(own + other):
        return False
    return _is_another(own, other, told)


def _holder(words: str, claim: Claim) -> Noun | None:
    """The noun that has a number: right before it (小売店の22.8%), or the topic of the sentence (小売店は)."""
    right = _HOLDER.search(words, 0, claim.start)
    found = right or _TOPIC.search(words, 0, claim.start)
    return (found.start("noun"), found["noun"], "は") if found is not None else None


def _is_another(own: str, other: str, told: str) -> bool:
    """Whether no two letters of a noun stand in a text, those left out that it begins or ends with as the other does."""
    rest = own.removeprefix(other[:_KIN]).removesuffix(other[-_KIN:])
    theirs = other.removeprefix(own[:_KIN]).removesuffix(own[-_KIN:])
    if len(rest) == len(theirs) == 1:
        return rest not in told
    return not pairs(rest if len(rest) >= _KIN else own) & pairs(told)


def _told(noun: str, sentence: Sentence, evidence: Evidence) -> bool:
    tables = (" ".join((table.title, table.notes, *table.labels)) for table in evidence.tables)
    others = (one.text for one in evidence.statements if one.text != sentence.statement.text)
    return any(noun in plain(text) for text in (*tables, *others))
