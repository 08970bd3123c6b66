"""Many decks, each as if it were built alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path

from docgen.batching.inputs import InputDigests
from docgen.batching.job import DeckJob, must_differ
from docgen.batching.manifest import Entry, Manifests
from docgen.batching.result import DeckResult, result_of
from docgen.batching.running import on_executor, on_processes
from docgen.batching.worker import Made


def build_many(
    jobs: Iterable[DeckJob],
    executor: Executor | None = None,
    *,
    workers: int | None = None,
    told: Callable[[DeckResult], object] | None = None,
) -> tuple[DeckResult, ...]:
    """Build and write many decks; the results, in the order of the jobs.

    They are built on processes of this machine, so many as there are processors or ``workers``; on an ``executor`` of
    concurrent.futures where one is given, such as that of a Dask client. ``told`` is called with each result at once.

        job = docgen.DeckJob("content", "out/青森県.pptx", parameters={"name": "青森県"})
        (result,) = docgen.build_many([job])      # result.status: built, unchanged or failed

    A deck that fails has its error in its result and stops no other. One that is there as it was written, of the same
    content, pack, parameters and docgen, is ``unchanged`` and not built again: docgen-batch.json beside it tells.

    A script that calls this does so below ``if __name__ == "__main__":``, as processes import it. Raises DocgenErrors
    where two jobs have the same output.
    """
    asked = tuple(jobs)
    must_differ(asked)
    work = [job.absolute for job in asked]
    digests, manifests = InputDigests(), Manifests()
    inputs = [digests.of(job) for job in work]
    results: dict[int, DeckResult] = {}

    def tell(number: int, result: DeckResult) -> None:
        results[number] = result
        if told is not None:
            told(result)

    for number, job in enumerate(work):
        there = manifests.unchanged(Path(job.output), inputs[number])
        if there is not None:
            tell(number, DeckResult(asked[number], "unchanged", there.slides))
    left = [number for number in range(len(work)) if number not in results]
    to_do = [work[number] for number in left]
    outcomes = on_processes(to_do, workers) if executor is None else on_executor(to_do, executor)
    for place, outcome in outcomes:
        number = left[place]
        known = inputs[number]
        if isinstance(outcome, Made) and known is not None:
            manifests.keep(Path(work[number].output), Entry(known, outcome.digest, outcome.slides))
        tell(number, result_of(asked[number], outcome))
    return tuple(results[number] for number in range(len(asked)))
