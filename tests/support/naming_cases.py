"""Sentences against the names and numbers of a deck: what rules find in them."""

from __future__ import annotations

from docgen.bearing.evidence import Evidence, Statement
from docgen.truth.judged import contradictions


def spots(text: str, evidence: Evidence) -> list[str]:
    """The characters that are amiss in a sentence, as it has them."""
    found = contradictions((Statement(text),), evidence)
    return [breach.spot.words for breach in found if breach.spot is not None and breach.spot.text == text]
