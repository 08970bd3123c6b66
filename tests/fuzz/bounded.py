"""Cases run in children that may be killed: one that hangs, eats memory or crashes is one outcome among others."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

SECONDS = 5
"""CPU seconds that a case may take."""

MEMORY = 1024 * 1024 * 1024
"""Bytes that a case may need."""

_WAITED = 1800
_BATCH = 50
_PACKAGE = Path(__file__).resolve().parents[2] / "docgen"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case ended: ``deck``, ``refused``, or what must not be; ``detail`` tells kinds of it apart."""

    end: str
    detail: str = ""
    changed: str = ""
    seconds: float = 0
    number: int = -1


GOOD = ("deck", "refused")
"""How a case may end."""


Case = Callable[[int], Outcome]
"""What a number stands for, run."""


def outcomes(numbers: range, case: Case, seconds: float = SECONDS) -> Iterator[Outcome]:
    """The outcome of each number's case, in order, from children of some fifty cases each."""
    at = numbers.start
    while at < numbers.stop:
        for outcome in _batch(range(at, min(at + _BATCH, numbers.stop)), case, seconds):
            at = outcome.number + 1
            yield outcome


def _batch(numbers: range, case: Case, seconds: float) -> Iterator[Outcome]:
    """The outcomes up to the last of the batch, or to the first after which the child is no more."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(writing, numbers, case, seconds)
    os.close(writing)
    done = numbers.start - 1
    for line in _lines(reading):
        outcome = Outcome(**json.loads(line))
        done = outcome.number
        yield outcome
    if done < numbers.stop - 1:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(reading)
    if status != 0:
        number = done + 1
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        slow = killed in (signal.SIGPROF, signal.SIGKILL)
        yield Outcome("slow" if slow else "crashed", f"signal {killed}", number=number)


def _lines(reading: int) -> Iterator[str]:
    """The lines that come, until no more do, or none for too long."""
    kept = b""
    while select.select([reading], [], [], _WAITED)[0]:
        read = os.read(reading, 65536)
        if not read:
            return
        *lines, kept = (kept + read).split(b"\n")
        yield from (line.decode() for line in lines)


def _child(writing: int, numbers: range, case: Case, seconds: float) -> None:
    """Run the cases of a batch; ends the process."""
    status = 1
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        for number in numbers:
            outcome = _measured(case, number, seconds)
            os.write(writing, json.dumps(asdict(outcome)).encode() + b"\n")
            if outcome.end == "memory":
                break
        status = 0
    finally:
        os._exit(status)


def _measured(case: Case, number: int, allowed: float) -> Outcome:
    """A case's outcome with its CPU seconds; what it raises is a fault, and the alarm ends the process."""
    signal.setitimer(signal.ITIMER_PROF, allowed)
    began = time.process_time()
    try:
        outcome = case(number)
    except MemoryError as error:
        outcome = Outcome("memory", place_of(error))
    except Exception as error:
        outcome = Outcome("traceback", f"{type(error).__name__} {place_of(error)}: {str(error)[:100]!r}")
    seconds = time.process_time() - began
    signal.setitimer(signal.ITIMER_PROF, 0)
    if outcome.end in GOOD and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > MEMORY:
        outcome = replace(outcome, end="memory", detail="resident")
    return replace(outcome, seconds=round(seconds, 2), number=number)


def place_of(error: BaseException) -> str:
    """The last line of docgen's own that was run."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    return f"{Path(own[-1].filename).relative_to(_PACKAGE)}:{own[-1].lineno}" if own else "outside of docgen"
