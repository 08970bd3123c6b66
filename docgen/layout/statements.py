"""What a layout pack states, part by part, and where in its chain of packs each value stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.errors import FieldPath, Position
from docgen.layout.pack import LayoutPack
from docgen.model.record import Record

PARTS = ("page", "fonts", "colours", "roles", "table", "chart", "statuses", "slide_layouts", "kinds", "pages", "words")


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of a pack: the path to it, the value, and where it was written (None: nowhere, a default)."""

    path: FieldPath
    value: Any
    place: Position | None

    @property
    def thing(self) -> FieldPath:
        """What the value belongs to: a role, a colour, a slot; the path without the value's own key."""
        return self.path if len(self.path) < 3 else self.path[:-1]


def statements(pack: LayoutPack, parts: tuple[str, ...] = PARTS) -> Iterator[Statement]:
    """Every value of the pack that is not a default, in the order of the pack's parts."""
    for part in parts:
        for path, value in _values(getattr(pack, part), (part,)):
            yield Statement(path, value, pack.origin.written(path))


def by_line(found: list[Statement], pack: LayoutPack) -> Iterator[tuple[Position | None, list[Statement]]]:
    """The statements of one thing, those that stand in one line of a file together, parents first."""
    folders = [*pack.origin.folders]

    def line(each: Statement) -> tuple[int, int]:
        if each.place is None:
            return -1, 0
        return folders.index(Path(each.place.file).resolve().parent), each.place.line

    for _, group in groupby(sorted(found, key=line), key=line):
        listed = list(group)
        place = listed[0].place
        yield Position(place.file, place.line) if place is not None else None, listed


def _values(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Any]]:
    if isinstance(value, Record):
        for name, inner in value:
            if name in value.model_fields_set:
                yield from _values(inner, (*path, name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _values(inner, (*path, name))
    elif value is not None:
        yield path, value
