"""Layout packs of other installed distributions, through the entry point group ``docgen.layouts``.

The name of an entry point is the pack's name, its value the package whose folder holds layout.yaml:

    [project.entry-points."docgen.layouts"]
    mof = "mof_layouts.deck"

Looking through the distributions costs time, so it is done only for names that nothing else has.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Where
from docgen.shipped import PACK_FILE

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "docgen.layouts"


def installed_names() -> tuple[str, ...]:
    """The names of the packs that installed distributions bring, sorted."""
    return tuple(sorted({entry.name for entry in _entries()}))


def installed_pack(name: str, where: Where) -> Path | None:
    """The layout.yaml of the installed pack of that name, None where there is none.

    Raises DocgenError where two distributions bring a pack of that name, or where one brings no layout.yaml.
    """
    entries = [entry for entry in _entries() if entry.name.replace("-", "_") == name.replace("-", "_")]
    if not entries:
        return None
    if len(entries) > 1:
        raise DocgenError("two-distributions", where=where, name=name, entries=tuple(map(_said, entries)))
    file = _folder(entries[0]) / PACK_FILE
    if not file.is_file():
        raise DocgenError(
            "installed-pack-gone", where=str(file), name=name, entry=_said(entries[0]), file=PACK_FILE
        )
    return file


def _folder(entry: EntryPoint) -> Path:
    """The folder of the package that an entry point names; no more of it is imported than its parents."""
    from importlib.util import find_spec

    try:
        spec = find_spec(entry.value)
    except (ImportError, ValueError):
        spec = None
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not folders:
        raise DocgenError(
            "installed-pack-no-package",
            where=f"{GROUP}: {entry.name} = {entry.value}",
            name=entry.name,
            entry=_said(entry),
            file=PACK_FILE,
        )
    return Path(folders[0])


def _entries() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    # A distribution that stands on the path twice states its entry points twice.
    unique = {(entry.name, entry.value, _said(entry)): entry for entry in entry_points(group=GROUP)}
    return tuple(unique.values())


def _said(entry: EntryPoint) -> str:
    return f"{entry.dist.name} ({entry.value})" if entry.dist is not None else entry.value
