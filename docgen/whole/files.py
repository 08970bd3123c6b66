"""Several files of a folder that are written all or none, also where the program is killed between them.

All are first written beside their places. Then a journal says which belongs where: from here on they will be put
there, by this program or, if it is killed, by the next one that comes to the folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from pathlib import Path

from docgen.errors import DocgenError
from docgen.messages import reason_of
from docgen.whole.file import kept, replaceable, sync_folder, write_file, written_part
from docgen.whole.part import clear_leftovers, is_part, leftovers, part_of, remove

JOURNAL = ".journal"
"""What the name of a journal ends with once it is whole."""


def write_files(files: Mapping[Path, bytes], folder: Path) -> None:
    """Write the bytes of each path in ``folder``, all or none.

    DocgenError where one cannot be written; then all are as they were.
    """
    finish_interrupted(folder)
    targets = {path: replaceable(path) for path in files}
    if not targets:
        return
    _clear(folder.resolve(), {target.parent for target in targets.values()})
    before = {path: target.read_bytes() for path, target in targets.items() if target.exists()}
    parts: dict[Path, Path] = {}
    journal = part_of(folder.resolve() / "journal")
    try:
        for path, target in targets.items():
            parts[target] = written_part(files[path], target, path)
            kept(target, parts[target])
        whole = _written_journal(journal, folder.resolve(), parts)
        try:
            _put_in_place(parts)
        except OSError as error:
            for path, data in before.items():
                write_file(data, path)
            raise DocgenError("files-not-written", where=str(folder), reason=reason_of(error)) from error
        finally:
            remove(whole)
    finally:
        for part in (*parts.values(), journal):
            remove(part)


def _clear(folder: Path, places: Collection[Path]) -> None:
    """Take away what killed programs left: copies of the folder beside it, parts in it, below it and where files go.

    All of the folder is looked through, since the killed program may have written other files than this one does.
    """
    clear_leftovers(folder)
    below = {Path(place) for place, _, _ in os.walk(folder)}
    for place in below.union(places):
        for left in leftovers(place):
            remove(left)


def finish_interrupted(folder: Path) -> None:
    """Put in their places what a killed program had written whole, and was about to put there."""
    for left in list(leftovers(folder)):
        if left.name.endswith(JOURNAL):
            place = folder.resolve()
            parts = {place / target: place / part for target, part in _entries(left).items()}
            own = {target: part for target, part in parts.items() if _is_of(place, target, part)}
            _put_in_place({target: part for target, part in own.items() if part.is_file()})
            remove(left)


def _entries(journal: Path) -> dict[str, str]:
    """What a journal says: the part of each file, both by their paths in the folder; nothing where it is none."""
    try:
        said = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = said.get("files") if isinstance(said, dict) else None
    entries = files.items() if isinstance(files, dict) else ()
    return {target: part for target, part in entries if isinstance(target, str) and isinstance(part, str)}


def _is_of(folder: Path, target: Path, part: Path) -> bool:
    """Whether a file and its part lie in the folder, as a journal that docgen wrote has it."""
    inside = all(path.resolve().is_relative_to(folder) for path in (target, part))
    return inside and is_part(part.name) and target.parent == part.parent and not target.is_symlink()


def _written_journal(journal: Path, folder: Path, parts: Mapping[Path, Path]) -> Path:
    named = {
        target.relative_to(folder).as_posix(): part.relative_to(folder).as_posix()
        for target, part in parts.items()
        if target.is_relative_to(folder)
    }
    try:
        with journal.open("x", encoding="utf-8") as file:
            json.dump({"files": named}, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        whole = journal.with_name(f"{journal.name}{JOURNAL}")
        journal.replace(whole)
        sync_folder(folder)
    except OSError as error:
        raise DocgenError("files-not-written", where=str(folder), reason=reason_of(error)) from error
    return whole


def _put_in_place(parts: Mapping[Path, Path]) -> None:
    for target, part in parts.items():
        part.replace(target)
    for folder in {target.parent for target in parts}:
        sync_folder(folder)
