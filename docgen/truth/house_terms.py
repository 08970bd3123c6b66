"""The house list of terms: words that a text spells otherwise than the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.truth.sentence import Sentence


def terms_as_listed(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A word that the house list of terms (terms.yaml) spells otherwise."""
    for sentence in sentences if evidence.terms else ():
        text = sentence.statement.text[sentence.start : sentence.start + len(sentence.words)]
        for term in evidence.terms:
            for one in term.found(text):
                yield sentence.breach(
                    "house-term",
                    sentence.spot(one.start, one.end),
                    level="notice",
                    written=text[one.start : one.end],
                    right=one.right,
                    hint=term.note or None,
                    place=str(term.where or ""),
                )
