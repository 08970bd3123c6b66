"""Every value that a layout pack states, and the file and line that states it: its own or a parent's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from docgen.errors import FieldPath, Position
from docgen.layout.pack import LayoutPack
from docgen.model.record import Record

PARTS = ("page", "fonts", "colours", "roles", "table", "chart", "statuses", "slide_layouts", "kinds", "pages", "words")


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One value of a pack: the path to it, the value, and its position (None where it is a default)."""

    path: FieldPath
    value: Any
    position: Position | None

    @property
    def owner(self) -> FieldPath:
        """What the value belongs to: a role, a colour, a slot; the path without the value's own key."""
        return self.path if len(self.path) < 3 else self.path[:-1]


def stated_values(pack: LayoutPack, parts: Iterable[str] = PARTS) -> Iterator[StatedValue]:
    """Every value of the pack that is not a default, in the order of the pack's parts."""
    for part in parts:
        for path, value in _values(getattr(pack, part), (part,)):
            yield StatedValue(path, value, pack.origin.positions.get(path))


def by_line(values: Iterable[StatedValue], pack: LayoutPack) -> Iterator[tuple[Position | None, list[StatedValue]]]:
    """The values of one thing, those that stand in one line of a file together, parents first."""

    def line(value: StatedValue) -> tuple[int, int]:
        if value.position is None:
            return -1, 0
        return pack.origin.folders.index(Path(value.position.file).resolve().parent), value.position.line

    for _, group in groupby(sorted(values, key=line), key=line):
        listed = list(group)
        first = listed[0].position
        yield Position(first.file, first.line) if first is not None else None, listed


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
