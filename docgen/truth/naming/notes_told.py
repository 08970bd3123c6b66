"""What a sentence says beside the number of a note, against the note: 2021年度は調査を行っていない（注3）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.naming.markers import markers
from docgen.truth.naming.numbering import numbered
from docgen.truth.sentence import Sentence

_NOTES = frozenset({"注", "※", "*", "備考"})
_RUN = re.compile("[一-龥々ァ-ヴー]+")
_ENDS = 2
_MOST = 0.5
"""So much of the words of a note must stand in a sentence that tells it again."""


def notes_as_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number, a period or a word that a sentence tells by a note, and that the note has otherwise."""
    known = numbered(evidence).items if evidence.notes else {}
    for sentence in sentences if known else ():
        noted = [known[marker.key] for marker in markers(sentence.words) if marker.key in known]
        if len(noted) != 1 or noted[0].marker.kind not in _NOTES:
            continue
        label = plain(noted[0].label).strip("。 ")
        for start, end, right in (*_numbers(sentence, label), *_words(sentence, label)):
            yield sentence.breach(
                "one-id-one-value",
                sentence.spot(start, end),
                value=sentence.words[start:end],
                name=label,
                right=right,
            )


def _numbers(sentence: Sentence, label: str) -> Iterator[tuple[int, int, str]]:
    told = claims(label)
    own, theirs = _pairs(sentence.words, sentence.claims), _pairs(label, told)
    if not theirs or len(own & theirs) < _MOST * len(theirs):
        return
    for claim in sentence.claims:
        alike = [one for one in told if _kind(one) == _kind(claim)]
        same = [one for one in sentence.claims if _kind(one) == _kind(claim)]
        if claim.kind != "identifier" and len(alike) == len(same) == 1 and not _are_equal(claim, alike[0]):
            yield claim.start, claim.end, alike[0].text


def _kind(claim: Claim) -> tuple[str, str]:
    return claim.kind, claim.period.kind if claim.period is not None else claim.unit


def _are_equal(claim: Claim, other: Claim) -> bool:
    """Whether two claims may be one: the bound of a number aside."""
    ends = {claim.low, claim.high} & {other.low, other.high}
    return claim.period == other.period if claim.kind == "period" else bool(ends - {None})


def _words(sentence: Sentence, label: str) -> Iterator[tuple[int, int, str]]:
    """A word that begins and ends as the one word that a note is, and is another: 年度当初時点 for 年度末時点."""
    if not _RUN.fullmatch(label) or label in sentence.words:
        return
    for match in _RUN.finditer(sentence.words):
        word = match.group()
        first, last = word[:_ENDS] == label[:_ENDS], word[-_ENDS:] == label[-_ENDS:]
        alike = len(word) == len(label) and word[0] == label[0]
        if last and (first or alike) and word not in label and len(word) > _ENDS:
            yield *match.span(), label


def _pairs(text: str, told: Sequence[Claim]) -> frozenset[str]:
    for claim in reversed(told):
        text = f"{text[: claim.start]}、{text[claim.end :]}"
    runs = _RUN.findall(text)
    return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))
