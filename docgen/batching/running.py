"""Jobs on an executor, or on processes of this machine, in the order in which they end."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    as_completed,
    wait,
)

from docgen.batching.job import DeckJob
from docgen.batching.worker import Made, be_quiet, make

Outcome = tuple[int, Made | BaseException]
"""Which job ended, and what its worker made or raised."""


def on_executor(jobs: Sequence[DeckJob], executor: Executor) -> Iterator[Outcome]:
    """The outcomes of jobs on any executor, such as one of threads or of a cluster."""
    futures: dict[Future[Made], int] = {}
    for number, job in enumerate(jobs):
        try:
            futures[executor.submit(make, job)] = number
        except BrokenExecutor as error:
            yield number, error
    for future in as_completed(futures):
        yield futures[future], _outcome(future)


def on_processes(jobs: Sequence[DeckJob], workers: int | None = None) -> Iterator[Outcome]:
    """The outcomes of jobs on processes of this machine: one for each of its processors, or so many ``workers``.

    Where a process is killed, the decks that were being built are built again, one at a time, so that the one that
    kills its process is told from the others; those that waited go on in new processes.
    """
    waiting = deque(enumerate(jobs))
    count = workers or os.cpu_count() or 1
    while waiting:
        lost = yield from _in_a_pool(waiting, min(count, len(waiting)))
        for number, job in lost:
            yield number, _alone(job)


def _in_a_pool(
    waiting: deque[tuple[int, DeckJob]], workers: int
) -> Generator[Outcome, None, list[tuple[int, DeckJob]]]:
    """The outcomes of jobs until none is ``waiting``, or a process is killed; returns those that it may have been.

    No more jobs are given out than there are processes, so that these are few.
    """
    running: dict[Future[Made], tuple[int, DeckJob]] = {}
    lost: list[tuple[int, DeckJob]] = []
    with _pool(workers) as pool:
        try:
            while running or (waiting and not lost):
                while waiting and not lost and len(running) < workers:
                    try:
                        running[pool.submit(make, waiting[0][1])] = waiting[0]
                        waiting.popleft()
                    except BrokenExecutor:
                        lost.append(waiting.popleft())
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    job, outcome = running.pop(future), _outcome(future)
                    if isinstance(outcome, BrokenExecutor):
                        lost.append(job)
                    else:
                        yield job[0], outcome
        finally:
            pool.shutdown(cancel_futures=True)
    return lost


def _alone(job: DeckJob) -> Made | BaseException:
    with _pool(1) as pool:
        return _outcome(pool.submit(make, job))


def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes that begin anew: they share nothing that a thread of this one may hold, on any system."""
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), be_quiet)


def _outcome(future: Future[Made]) -> Made | BaseException:
    """What a future's worker made or raised."""
    try:
        error = future.exception()
    except CancelledError as cancelled:
        return cancelled
    return future.result() if error is None else error
