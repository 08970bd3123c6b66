"""The place of a statement in the pack's own layout.yaml, where a bureau can mend it."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import FieldPath, Located, Position
from docgen.layout.pack import LayoutPack

# What a pack states at any rate, by which all comes in that it does not state itself.
_AT_LEAST: tuple[FieldPath, ...] = (("template",), ("extends",))
# A statement about one thing has a path of so many keys: roles, then the role.
_ONE_THING = 2


def own_place(pack: LayoutPack, *paths: FieldPath) -> Located:
    """The place of the first of these statements that is the pack's own, else of the one that brings it in.

    The place is that of the nearest own statement around a path; that of a parent where the pack says nothing, and the
    path itself of a pack made in a script.
    """
    own = _own(pack)
    for path in paths:
        for length in range(len(path), _ONE_THING - 1, -1):
            if path[:length] in own:
                return own[path[:length]]
    brought = next((own[path] for path in _AT_LEAST if path in own), None)
    return brought or pack.origin.position(paths[0]) or ".".join(map(str, paths[0]))


def _own(pack: LayoutPack) -> dict[FieldPath, Position]:
    """The positions of what stands in the pack's own file."""
    folder = pack.origin.folders[-1] if pack.origin.folders else None
    positions = pack.origin.positions
    own = {file for file in {place.file for place in positions.values()} if Path(file).resolve().parent == folder}
    return {path: place for path, place in positions.items() if place.file in own}
