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
        raise DocgenError(
            f"two distributions bring a layout pack {name!r}: {' and '.join(map(_said, entries))}",
            where=where,
            expected="one pack of a name",
            hint="name the folder of the one that is meant",
        )
    file = _folder(entries[0]) / PACK_FILE
    if not file.is_file():
        raise DocgenError(
            f"the layout pack {name!r} of {_said(entries[0])} is not there",
            where=str(file),
            expected=f"a {PACK_FILE} in the package that the entry point names",
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
            f"the layout pack {entry.name!r} of {_said(entry)} is no package",
            where=f"{GROUP}: {entry.name} = {entry.value}",
            expected=f"the dotted name of a package that holds {PACK_FILE}",
        )
    return Path(folders[0])


def _entries() -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points

    # A distribution that stands on the path twice states its entry points twice.
    unique = {(entry.name, entry.value, _said(entry)): entry for entry in entry_points(group=GROUP)}
    return tuple(unique.values())


def _said(entry: EntryPoint) -> str:
    return f"{entry.dist.name} ({entry.value})" if entry.dist is not None else entry.value
