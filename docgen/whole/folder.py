"""A folder that a command makes: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docgen.errors import DocgenError
from docgen.messages import reason_of
from docgen.whole.file import sync_folder
from docgen.whole.part import clear_leftovers, part_of, remove


def must_be_free(target: Path) -> None:
    """Raise DocgenError where something stands at ``target`` that a new folder would cover."""
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise DocgenError("something-there-already", where=str(target))


def write_folder(target: Path, fill: Callable[[Path], object]) -> None:
    """Make the folder ``target`` of what ``fill`` writes into the folder that it is given, which lies beside it.

    Where ``fill`` fails, or the program is killed, nothing is left of it. Raises DocgenError where something stands
    there already, and where the folder around it is not there or may not be written to.
    """
    must_be_free(target)
    place = target.resolve()
    clear_leftovers(place)
    part = part_of(place)
    try:
        part.mkdir()
        fill(part)
        if place.is_dir() and Path.cwd().is_relative_to(place):
            # The folder that somebody stands in stays that folder.
            for inner in part.iterdir():
                inner.rename(place / inner.name)
        else:
            if place.is_dir():
                place.rmdir()
            part.rename(place)
            sync_folder(place.parent)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        remove(part)


def _cannot_write(target: Path, error: OSError) -> DocgenError:
    return DocgenError("folder-not-written", where=str(target), reason=reason_of(error))
