"""What bears out a number of a sentence: a cell, what is computed of cells, or the rest of the deck."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.elsewhere import goals, stated_elsewhere
from docgen.bearing.evidence import Evidence
from docgen.sentences.claim import Claim


def bearer_of(sentence: str, found: Sequence[Claim], claim: Claim, evidence: Evidence) -> Bearer | None:
    """What bears out ``claim``, one of those ``found`` in a half-width sentence; None for nothing."""
    cues: list[Cue] = []
    for table in evidence.tables:
        cues.append(cue(sentence, found, claim, table))
        own = next((bearer for bearer in bearers(cues[-1], ()) if bearer.bears(claim)), None)
        if own is not None:
            return own
    elsewhere = chain(goals(sentence, claim, cues, evidence), stated_elsewhere(sentence, claim, evidence))
    return next((bearer for bearer in elsewhere if bearer.bears(claim)), None)
