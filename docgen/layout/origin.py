"""Where a layout pack was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.errors import FieldPath, Position


@dataclass(frozen=True, slots=True)
class PackOrigin:
    """The folders of a pack and of those that it extends, parents first, and the place of every statement."""

    folders: tuple[Path, ...] = ()
    places: Mapping[FieldPath, Position] = field(default_factory=dict)

    def written(self, path: FieldPath) -> Position | None:
        """Where a value stands; None where no pack states it: it is a default, or a template's."""
        return self.places.get(path)

    def place(self, path: FieldPath) -> Position | None:
        """Where the statement at ``path`` stands, or the nearest one around it; None for a pack made in a script."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found is not None:
                return found
        return None
