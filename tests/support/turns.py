"""Turns of tests that run in several processes: one that measures time may ask to run alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_QUEUE = Path(__file__)
_RUNNING = Path(__file__).with_name("__init__.py")


@contextmanager
def turn(*, alone: bool) -> Iterator[None]:
    """A turn in which others run too, or none other where it is ``alone``.

    The files are only locked. Who waits for a turn alone holds the queue, so that no other begins before.
    """
    if sys.platform == "win32":
        yield
        return
    with _QUEUE.open() as queue, _RUNNING.open() as running:
        fcntl.flock(queue, fcntl.LOCK_EX)
        fcntl.flock(running, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(queue, fcntl.LOCK_UN)
        yield
