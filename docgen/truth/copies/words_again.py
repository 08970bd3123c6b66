"""The words of a copy: one that is the contrary of the original's, beside the same number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import pairs, statements_of
from docgen.truth.copies.contrasts import contrasts
from docgen.truth.naming.alike import CONTRASTS, is_proper
from docgen.truth.sentence import Sentence

_WORD = re.compile(r"[一-龥々]{2,}")
_KIND = 2
_RUN = re.compile(r"[一-龥々ァ-ヴー]+")
_WORD_OR_LETTER = re.compile(r"[一-龥々]+")
_DENIED = re.compile(r"ない|なかった|ず(?:、|に|$)|ません|未[一-龥]")
# 置いている of 担当者を置いている中小企業は38.5％であった: what is told of the noun that has the number.
_ATTRIBUTE = re.compile(r"[一-龥々]+[ぁ-ん]{0,3}(?:て|で|し)(?:いる|いた|いない|おらず|いなかった)(?=[一-龥々ァ-ヴー])")
_COPULA = re.compile("(?:であ[っるり]|だ|です|と(?:な|い)|に(?:上|のぼ|達|とどま)|[、。)]|$)")
_TURNS = {
    "rise": re.compile("増加|増え|上昇|拡大|伸び|増額|増員|上が[っる]"),
    "fall": re.compile("減少|減[りっる]|低下|縮小|減額|減員|落ち込|下が[っる]"),
}
_AIMS = {
    "reached": re.compile("上回っ|上回る|超え|達成し(?!て(?:い|お)|な)|に達し(?!て(?:い|お)な|な)"),
    "missed": re.compile("下回|届(?:か|いてい)な|届かず|達(?:成)?し(?:てい)?な|未達|満た[なず]"),
}
_AIM = re.compile("目標|計画値|基準値")
_ENDS = "、。;"


def words_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A word that says the contrary of the original: 大企業 for 中小企業 beside one number, 減少 for 増加, a denial."""
    statements = statements_of(evidence)
    for sentence in sentences:
        for statement, sure in statements.like(sentence):
            told = plain(statement.text)
            yield from _turns(sentence, told) if sure else ()
            if sure or statement.where is None:
                yield from (one for one in _bodies(sentence, told) if not _is_told(one, sentence, evidence))
            originals = claims(statement.text)
            for claim in sentence.numbers:
                for other in originals:
                    if are_equal(claim, other) and (sure or statement.where is None):
                        yield from _contrasts(sentence, claim, _with_topic(told, other), statement.text)
                        yield from _contraries(sentence, claim, _with_topic(told, other), statement.text)
                        yield from _denials(sentence, claim, _clause(told, other), statement.text)


def are_equal(claim: Claim, other: Claim) -> bool:
    """Whether two numbers are one."""
    same = (claim.kind, claim.unit, claim.low, claim.high) == (other.kind, other.unit, other.low, other.high)
    return same and claim.low is not None and claim.kind not in ("period", "identifier")


def _clause(words: str, claim: Claim) -> str:
    return words[slice(*clause_of(words, claim))]


def _with_topic(words: str, claim: Claim) -> str:
    start, end = clause_of(words, claim)
    return f"{words[: _topic(words, start)]}{words[start:end]}"


def clause_of(words: str, claim: Claim) -> tuple[int, int]:
    """Where the clause of a claim begins and ends."""
    start = max(words.rfind(sign, 0, claim.start) for sign in _ENDS) + 1
    ends = [place for sign in _ENDS if (place := words.find(sign, claim.end)) >= 0]
    return start, min(ends, default=len(words))


def _contraries(sentence: Sentence, claim: Claim, clause: str, original: str) -> Iterator[Breach]:
    start, end = clause_of(sentence.words, claim)
    spans = ((0, _topic(sentence.words, start)), (start, end))
    words = (match for span in spans for match in _WORD.finditer(sentence.words, *span))
    own = [(match.start(), match.group()) for match in words if not _is_in_number(sentence, match.start())]
    theirs = [word for word in _WORD.findall(clause) if word not in sentence.words]
    for (place, word), other in product(own, theirs):
        if word not in clause and _are_contrary(word, other):
            yield _breach(sentence, place, place + len(word), other, original)


def _contrasts(sentence: Sentence, claim: Claim, clause: str, original: str) -> Iterator[Breach]:
    """A word that tells another kind of number than the original's: 実人数 for 延べ, 名目 for 実質."""
    start, end = clause_of(sentence.words, claim)
    for begin, stop in ((0, _topic(sentence.words, start)), (start, end)):
        for at, word, other in contrasts(sentence.words[begin:stop], clause):
            if word not in original and other not in sentence.words:
                yield _breach(sentence, begin + at, begin + at + len(word), other, original)


def _topic(words: str, start: int) -> int:
    """Where the topic of a sentence ends, if a clause that begins at ``start`` is not its first; 0 for none."""
    return words.rfind("は", 0, start) + 1


def _is_in_number(sentence: Sentence, at: int) -> bool:
    return any(claim.start <= at < claim.end for claim in sentence.claims)


def _turns(sentence: Sentence, original: str) -> Iterator[Breach]:
    """A sentence that tells a rise of what the original tells a fall of, or a target as reached that it tells as missed."""
    yield from _turned(sentence, original, _TURNS)
    if _AIM.search(sentence.words) and _AIM.search(original):
        yield from _turned(sentence, original, _AIMS)


def _turned(sentence: Sentence, original: str, turns: Mapping[str, re.Pattern[str]]) -> Iterator[Breach]:
    own = [(turn, match) for turn, pattern in turns.items() for match in pattern.finditer(sentence.words)]
    theirs = {turn: match.group() for turn, pattern in turns.items() if (match := pattern.search(original))}
    if len({turn for turn, _ in own}) == 1 and len(theirs) == 1 and own[0][0] not in theirs:
        match = own[0][1]
        yield _breach(sentence, match.start(), match.end(), next(iter(theirs.values())), original)


def _bodies(sentence: Sentence, original: str) -> Iterator[Breach]:
    """The name of a body or document that stands where the original has another of its kind."""
    theirs = [run for run in _RUN.findall(original) if is_proper(run) and run not in sentence.words]
    for match in _RUN.finditer(sentence.words):
        alike = [run for run in theirs if run[-_KIND:] == match.group()[-_KIND:]]
        new = is_proper(match.group()) and match.group() not in original and len(match.group()) > _KIND + 1
        if new and len(alike) == 1 and len(alike[0]) > _KIND + 1:
            yield _breach(sentence, match.start(), match.end(), alike[0], original)


def _is_told(breach: Breach, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether another text has the name of a body that is found in the place of one of the original's."""
    name = plain(breach.spot.words) if breach.spot is not None else ""
    return any(name in plain(one.text) for one in evidence.statements if one.text != sentence.statement.text)


def _denials(sentence: Sentence, claim: Claim, clause: str, original: str) -> Iterator[Breach]:
    """A clause that denies what the original says of the same number, or says what that denies."""
    start, end = clause_of(sentence.words, claim)
    own = sentence.words[start:end]
    if bool(_DENIED.search(own)) == bool(_DENIED.search(clause)) or pairs(own) != pairs(clause) or not pairs(own):
        return
    told = list(_ATTRIBUTE.finditer(sentence.words, start, claim.start))
    if told and _COPULA.match(sentence.words, claim.end):
        yield _breach(sentence, *told[-1].span(), clause, original)
        return
    last = [match.start() for match in _WORD_OR_LETTER.finditer(own)][-1:]
    yield _breach(sentence, start + (last[0] if last else 0), end, clause, original)


def _breach(sentence: Sentence, start: int, end: int, right: str, original: str) -> Breach:
    return sentence.breach(
        "copy-not-equal.word",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=right,
        original=original,
    )


def _are_contrary(first: str, second: str) -> bool:
    """Whether two words are one but for letters that tell contraries apart.

    >>> _are_contrary("大企業", "中小企業"), _are_contrary("県外", "県内"), _are_contrary("企業", "大学")
    (True, True, False)
    """
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    if not first or not second or max(len(first), len(second)) > 2:
        return False
    return any(set(first) | set(second) <= set(letters) for letters in CONTRASTS)
