"""The names of files and folders that are being written: they tell whose they are, so that leftovers can go."""

from __future__ import annotations

import os
import platform
import re
import secrets
import shutil
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

_PREFIX = ".docgen-"
_NAME = re.compile(
    rf"{re.escape(_PREFIX)}(?P<target>[0-9a-f]{{8}})-(?P<host>[0-9a-f]{{8}})-(?P<process>[0-9]+)-[0-9a-f]+(?:\.journal)?"
)
_DAY = 24 * 60 * 60


def part_of(target: Path) -> Path:
    """A path beside ``target`` for what is to be put in its place: short, whatever the target's name is."""
    name = f"{_PREFIX}{_code(target.name)}-{_code(platform.node())}-{os.getpid()}-{secrets.token_hex(3)}"
    return target.parent / name


def is_part(name: str) -> bool:
    """Whether a name is of something that is being written, or was when its program was killed."""
    return _NAME.fullmatch(name) is not None


def clear_leftovers(target: Path) -> None:
    """Take away what programs that were killed left beside ``target`` while they wrote it."""
    for left in leftovers(target.parent, _code(target.name)):
        remove(left)


def leftovers(folder: Path, code: str = "") -> Iterator[Path]:
    """What lies in a folder, not below it, that no program writes any more; ``code`` is that of one target."""
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.name.startswith(_PREFIX)]
    except OSError:
        return
    for name in names:
        match = _NAME.fullmatch(name)
        if match is not None and match["target"].startswith(code) and _is_left(folder / name, match):
            yield folder / name


def remove(path: Path) -> None:
    """Take a file or folder away; one that cannot be is left."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:  # open in another program, or of another user: the next writing finds it again
        return


def _is_left(path: Path, match: re.Match[str]) -> bool:
    """Whether the program that wrote a part is gone; one on another machine counts as gone after a day."""
    if match["host"] == _code(platform.node()) and os.name == "posix":
        return not _runs(int(match["process"]))
    try:
        return time.time() - path.stat().st_mtime > _DAY
    except OSError:
        return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another user's
        return True
    return True


def _code(name: str) -> str:
    return f"{zlib.crc32(name.encode('utf-8', 'surrogatepass')):08x}"
