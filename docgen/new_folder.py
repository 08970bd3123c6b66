"""A folder that a command makes: whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from docgen.errors import DocgenError
from docgen.messages import reason_of


def must_be_free(target: Path) -> None:
    """Raise DocgenError where something stands at ``target`` that a new folder would cover."""
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise DocgenError("something-there-already", where=str(target))


def write_whole(target: Path, fill: Callable[[Path], object]) -> None:
    """Make the folder ``target`` of what ``fill`` writes into the folder that it is given, which lies beside it.

    Where ``fill`` fails, nothing is left behind. Raises DocgenError where something stands there already, and
    where the folder around it is not there or may not be written to.
    """
    must_be_free(target)
    place = target.resolve()
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    except OSError as error:
        raise _cannot_write(target, error) from error
    try:
        # A folder that mkdtemp makes is its owner's alone; another of its name is as open as any.
        part.rmdir()
        part.mkdir()
        fill(part)
        if place.is_dir():
            for inner in part.iterdir():
                inner.rename(place / inner.name)
        else:
            part.rename(place)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _cannot_write(target: Path, error: OSError) -> DocgenError:
    return DocgenError("folder-not-written", where=str(target), reason=reason_of(error))
