"""Files that content and packs name: they lie in the folder that names them, or in one that the user allows.

A name leads nowhere else, whatever its form: not by .., not by a link of the file system, not as another program's
spelling of a path. The user allows folders on the command line (``--allow``), which stand in the environment while it
runs, or as ``allow`` in a script.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docgen.errors import DocgenError, Position, Where

VARIABLE = "DOCGEN_ALLOW"
"""The variable of the environment that lists further folders, as PATH does."""

# Names that Windows takes for devices, and characters that mean something to it.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_STRANGE = re.compile(r"[\0-\x1f\\:*?\"<>|]")
_LONGEST = 1000
# Bytes of the name of one file or folder: no system takes a longer one.
_LONGEST_PART = 255


def allowed_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The further folders that the environment names."""
    return tuple(Path(folder) for folder in environment.get(VARIABLE, "").split(os.pathsep) if folder)


def must_be_plain_name(name: str, where: Where, allowed: Iterable[Path] = ()) -> None:
    """Raise DocgenError, at ``where``, for a name that no file in a folder can have, or that leads out of the folder.

    Where further folders are ``allowed``, a name may lead out; :func:`must_be_inside` says whether it ends in one.
    """
    parts = name.split("/")
    leads_out = name.startswith("/") or ".." in parts
    strange = _STRANGE.search(name) or any(_is_no_name(part) for part in parts)
    if not name or len(name) > _LONGEST or strange or (leads_out and not any(True for _ in allowed)):
        raise _outside(name[:100], where)


def _is_no_name(part: str) -> bool:
    too_long = len(part.encode("utf-8", "surrogatepass")) > _LONGEST_PART
    return too_long or part.endswith((" ", ". ")) or _DEVICE.fullmatch(part) is not None


def must_be_inside(path: Path, name: str, folder: Path, where: Where, allowed: Iterable[Path] = ()) -> None:
    """Raise DocgenError, at ``where``, for a path that ends, after all links, neither in ``folder`` nor in one allowed."""
    try:
        end = path.resolve()
        inside = any(end.is_relative_to(own.resolve()) for own in (folder, *allowed))
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a name that no system takes
        raise _outside(name[:100], where) from error
    if not inside:
        raise _outside(name[:100], where)


def file_inside(folder: Path, name: str, where: Where, allowed: Iterable[Path] = ()) -> Path:
    """The path of the file that is called ``name`` from ``folder``. DocgenError, at ``where``, where it leads out."""
    further = (*allowed, *allowed_folders(os.environ))
    must_be_plain_name(name, where, further)
    path = folder / name
    must_be_inside(path, name, folder, where, further)
    return path


def leading_out(folder: Path, allowed: Iterable[Path] = ()) -> Iterator[DocgenError]:
    """An error for each file and folder in a folder that is a link out of it."""
    further = (*allowed, *allowed_folders(os.environ))
    for above, folders, files in os.walk(folder):
        for name in sorted((*folders, *files)):
            path = Path(above) / name
            if path.is_symlink():
                try:
                    must_be_inside(path, name, folder, Position(str(path), 1), further)
                except DocgenError as error:
                    yield error


def _outside(name: str, where: Where) -> DocgenError:
    return DocgenError("file-outside", where=where, file=name)
