"""When the files of a preview change: told by the system where it can, and at the latest by looking at each of them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

Signature = frozenset[tuple[str, int, int]]
"""The files of folders as they are: the path, the time of its last change (nanoseconds) and the size of each."""

# Milliseconds: how long changes are gathered at most, and how long no further one has to come.
_GATHER, _QUIET = 120, 30
# Milliseconds without news after which files are looked at nonetheless: not every network drive tells of changes.
_LOOK = 500
_ABSENT = 0.2  # seconds between two looks for a folder that is gone
# Folders and files that no build reads.
_LEFT_OUT = (".git", "__pycache__", ".DS_Store")


def signature(folders: Sequence[Path]) -> Signature:
    """The files below some folders as they are now; a folder that is gone has none."""
    return frozenset(entry for folder in folders for entry in _files(str(folder)))


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name in _LEFT_OUT:
            continue
        try:
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                known = entry.stat()
                yield entry.path, known.st_mtime_ns, known.st_size
        except OSError:  # it is gone by now
            continue


async def changes(folders: Callable[[], Sequence[Path]], stop: asyncio.Event) -> AsyncIterator[None]:
    """Comes at once, then each time that a file of some folders is another, or a folder goes or comes, until ``stop``.

    ``folders`` tells what is watched; it is asked again each time. What changes while the caller works is told once
    more when it comes back.
    """
    seen: dict[Path, Signature] = {}
    is_first = True
    while not stop.is_set():
        now = {folder: signature((folder,)) for folder in folders()}
        # A folder that the last build came upon is as that build read it.
        changed = is_first or any(seen.get(folder, own) != own for folder, own in now.items())
        seen, is_first = now, False
        if changed:
            yield
            continue
        there = [folder for folder in now if folder.is_dir()]
        if there:
            await _news(there, stop)
        else:
            await asyncio.sleep(_ABSENT)


async def _news(watched: Sequence[Path], stop: asyncio.Event) -> None:
    """Wait until the system tells of a change in folders, or for half a second."""
    from watchfiles import awatch

    try:
        async for _ in awatch(
            *watched,
            watch_filter=None,
            debounce=_GATHER,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            stop_event=stop,
        ):
            return
    except OSError:  # a folder went away in this moment
        await asyncio.sleep(_ABSENT)
