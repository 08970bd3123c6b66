"""A content folder while it is read: its files stay as they are, or the reading begins anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from docgen.errors import DocgenError, Position
from docgen.reading.files import is_hidden

MOST_FILES = 20_000
"""Files and folders of a content folder."""


class FileState(NamedTuple):
    """What tells a file from one that was written in its place: when it was changed, its size, its number on the disk."""

    changed: int
    size: int
    number: int


Snapshot = Mapping[Path, FileState | None]
"""The state of each file of a folder."""


def snapshot(folder: Path) -> Snapshot:
    """The state of each file in a folder, those of systems and editors left out.

    Raises DocgenError for a folder that holds more than the bounds allow.
    """
    found: dict[Path, FileState | None] = {}
    waiting, count = [folder], 0
    while waiting:
        for entry in _entries(waiting.pop()):
            count += 1
            if count > MOST_FILES:
                raise DocgenError("folder-of-too-many-files", where=Position(str(folder), 1), most=MOST_FILES)
            if not is_hidden(entry.name):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                else:
                    found[Path(entry.path)] = _state(entry)
    return found


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder; nothing where it may not be looked into, which is told where its files are read."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _state(entry: os.DirEntry[str]) -> FileState | None:
    """The state of a file, through links; None where there is none."""
    try:
        state = os.stat(entry.path)
    except OSError:
        return None
    return FileState(state.st_mtime_ns, state.st_size, state.st_ino)


def changed_since(taken: Snapshot, folder: Path) -> Iterator[DocgenError]:
    """An error for each file that is another now, or gone, than when the snapshot was taken."""
    now = snapshot(folder)
    for path, state in taken.items():
        if now.get(path) != state:
            yield DocgenError("file-changed-meanwhile", where=Position(str(path), 1))
