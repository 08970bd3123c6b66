"""Whether the numbers of a text are borne out: each by a cell, by what is computed of cells, or by the rest of the deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from docgen.bearing.bearer import Bearer
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.elsewhere import goals, stated_elsewhere
from docgen.bearing.evidence import Evidence
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim by a number: ``bearer`` bears it out, or is None; then ``expected`` are the values it could have had."""

    claim: Claim
    bearer: Bearer | None
    expected: tuple[Bearer, ...] = ()


def ledger(text: str, evidence: Evidence) -> tuple[Entry, ...]:
    """An entry for each number that ``text`` claims, in their order."""
    found = claims(text)
    words = plain(text)
    return tuple(
        _entry(words, found, claim, evidence) for claim in found if claim.kind not in ("period", "identifier")
    )


def bearer_of(sentence: str, found: Sequence[Claim], claim: Claim, evidence: Evidence) -> Bearer | None:
    """What bears out ``claim``, one of those ``found`` in a half-width sentence; None for nothing."""
    cues: list[Cue] = []
    for table in evidence.tables:
        cues.append(cue(sentence, found, claim, table))
        own = next((bearer for bearer in bearers(cues[-1]) if bearer.bears(claim)), None)
        if own is not None:
            return own
    elsewhere = chain(goals(sentence, claim, cues, evidence), stated_elsewhere(sentence, claim, evidence))
    return next((bearer for bearer in elsewhere if bearer.bears(claim)), None)


def _entry(sentence: str, found: Sequence[Claim], claim: Claim, evidence: Evidence) -> Entry:
    cues = [cue(sentence, found, claim, table) for table in evidence.tables]
    expected: list[Bearer] = []
    for bearer in _candidates(sentence, claim, cues, evidence):
        if bearer.bears(claim):
            return Entry(claim, bearer)
        expected.append(bearer)
    return Entry(claim, None, tuple(dict.fromkeys(expected)))


def _candidates(sentence: str, claim: Claim, cues: Sequence[Cue], evidence: Evidence) -> Iterator[Bearer]:
    for own in cues:
        yield from bearers(own)
    yield from goals(sentence, claim, cues, evidence)
    yield from stated_elsewhere(sentence, claim, evidence)
