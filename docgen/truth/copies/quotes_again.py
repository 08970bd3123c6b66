"""What a copy quotes, and how it bounds a number: 「運賃」 for 「本数」 of the same 61.8％, 15％以下 for 15％以上."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import statements_of
from docgen.truth.copies.words_again import are_equal
from docgen.truth.sentence import Sentence

_QUOTED = re.compile(r"[「『][^「」『』]+[」』]")
_DENIED = re.compile("(?:を|に|と|は|で|の)*[一-龥ぁ-ん]{0,4}(?:な[いかく]|ず|ぬ)")


def quotes_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The one answer that a copy quotes beside a number of its original, which quotes another there."""
    statements = statements_of(evidence)
    for sentence in sentences:
        quoted = list(_QUOTED.finditer(sentence.words)) if sentence.numbers else []
        for statement, sure in statements.like(sentence) if len(quoted) == 1 else ():
            theirs = _QUOTED.findall(plain(statement.text))
            originals = claims(statement.text)
            numbers = [claim for claim in sentence.numbers if claim.kind in ("share", "number", "rank")]
            equal = numbers and all(any(are_equal(claim, other) for other in originals) for claim in numbers)
            if sure and equal and len(theirs) == 1 and not _told(quoted[0].group(), sentence, evidence):
                yield _breach(sentence, *quoted[0].span(), theirs[0], statement.text)


def bounds_again(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A bound of a copy (15％以下) that its original has the other way (15％以上)."""
    statements = statements_of(evidence)
    for sentence in sentences:
        bounds = [claim for claim in sentence.numbers if _end(claim) and not _DENIED.match(sentence.words, claim.end)]
        for statement, sure in statements.like(sentence) if bounds else ():
            every = claims(statement.text)
            denied = any(_DENIED.match(plain(statement.text), other.end) for other in every if _end(other))
            for claim in bounds if sure and not denied else ():
                alike = [other for other in every if same_unit(other.unit, claim.unit) and _at(other) == _at(claim)]
                if len(alike) == 1 and _end(alike[0]) and _end(alike[0]) != _end(claim):
                    yield _breach(sentence, claim.start, claim.end, alike[0].text, statement.text)


def _end(claim: Claim) -> str:
    """Which end of a bound is open: 以上 above, 以下 below; "" for a plain number."""
    if (claim.low is None) == (claim.high is None):
        return ""
    return "above" if claim.high is None else "below"


def _at(claim: Claim) -> object:
    return claim.low if claim.high is None else claim.high if claim.low is None else (claim.low, claim.high)


def _told(quote: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether anything else in the deck has the words of a quotation."""
    words = quote[1:-1]
    tables = (plain(" ".join((table.title, table.notes, *table.labels))) for table in evidence.tables)
    others = (plain(one.text) for one in evidence.statements if one.text != sentence.statement.text)
    return any(words in text for text in (*tables, *others))


def _breach(sentence: Sentence, start: int, end: int, right: str, original: str) -> Breach:
    return sentence.breach(
        "copy-not-equal.word",
        sentence.spot(start, end),
        written=sentence.words[start:end],
        right=right,
        original=original,
    )
