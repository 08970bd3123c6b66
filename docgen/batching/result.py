"""What became of one deck of many."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from typing import Literal

from docgen.batching.job import DeckJob
from docgen.batching.worker import Made
from docgen.errors import DocgenError

Status = Literal["built", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class DeckResult:
    """A job with what became of it: its slides where the deck is there, the ``error`` where it failed.

    An ``unchanged`` deck was there already, of the same inputs.
    """

    job: DeckJob
    status: Status
    slides: int = 0
    error: DocgenError | None = None


def result_of(job: DeckJob, outcome: Made | BaseException) -> DeckResult:
    """The result of a job, of what its worker made or raised.

    What is no error of the user's own is told by its name: it may be any that a pack's code or a machine can raise.
    """
    if isinstance(outcome, Made):
        return DeckResult(job, "built", outcome.slides)
    if isinstance(outcome, DocgenError):
        return DeckResult(job, "failed", error=outcome)
    where = str(job.output)
    if isinstance(outcome, BrokenExecutor):
        return DeckResult(job, "failed", error=DocgenError("batch-worker-lost", where=where))
    reason = f"{type(outcome).__name__}: {outcome}".rstrip(": ")
    return DeckResult(job, "failed", error=DocgenError("batch-deck-raised", where=where, reason=reason))
