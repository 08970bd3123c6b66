"""One deck, on the side that builds it: read, composed, and written in one step."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import dataclass
from pathlib import Path

from docgen.batching.job import DeckJob
from docgen.errors import DocgenError
from docgen.messages import reason_of
from docgen.pipeline import build_file, load, pack_of
from docgen.whole.file import write_file


@dataclass(frozen=True, slots=True)
class Made:
    """A deck that was written: the SHA-256 of its bytes, and how many slides it has."""

    digest: str
    slides: int


def make(job: DeckJob) -> Made:
    """Build the deck of a job and write it, as one would that is built alone. DocgenError as of load, build and save."""
    pack = pack_of(job.layout, job.trust)
    deck = build_file(load(job.content, job.previous, pack, parameters=job.parameters), pack, edition=job.edition)
    pieces = list(deck.pieces())
    output = Path(job.output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocgenError("deck-not-written", where=str(output), reason=reason_of(error)) from error
    write_file(pieces, output)
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return Made(digest.hexdigest(), deck.slides)


def be_quiet() -> None:
    """Tell no warnings: what a template holds beside would be told for each deck by each process."""
    warnings.simplefilter("ignore")
