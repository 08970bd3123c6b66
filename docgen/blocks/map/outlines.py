"""The outlines of the prefectures as shipped in ``data/``, where their source and licence are told.

Lengths are units of 500 m, x to the right and y down from the map's left top.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from docgen.value import value

Ring = tuple[tuple[int, int], ...]


@value(frozen=True, slots=True)
class Outline:
    """A prefecture's closed rings on the map and in the inset, and where its label stands.

    ``room`` is how far the label's surroundings are free: an ellipse with this half height, and twice this
    half width, lies inside the prefecture.
    """

    rings: tuple[Ring, ...]
    inset: tuple[Ring, ...]
    label: tuple[int, int]
    room: int

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the map lies in the prefecture, inset left out (counted by the even-odd rule)."""
        inside = False
        for ring in self.rings:
            for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
                if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                    inside = not inside
        return inside


@value(frozen=True, slots=True)
class Country:
    """The map's size, the frame of its inset, its prefectures by id, and where there is land.

    ``land`` holds the cells (column, row) of ``cell`` units with land in them.
    """

    width: int
    height: int
    inset: tuple[int, int]
    prefectures: Mapping[str, Outline]
    land: frozenset[tuple[int, int]]
    cell: int


@functools.cache
def country() -> Country:
    """The shipped outlines, read once."""
    path = resources.files("docgen.blocks.map") / "data" / "prefecture_outlines.json"
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    rows: list[str] = data["land"]
    return Country(
        width=data["width"],
        height=data["height"],
        inset=(data["inset"][2], data["inset"][3]),
        prefectures={name: _outline(read) for name, read in data["prefectures"].items()},
        land=frozenset(
            (column, row) for row, cells in enumerate(rows) for column, sign in enumerate(cells) if sign == "#"
        ),
        cell=data["cell"],
    )


def _outline(read: dict[str, Any]) -> Outline:
    x, y, room = read["label"]
    return Outline(_rings(read.get("rings", [])), _rings(read.get("inset", [])), (x, y), room)


def _rings(read: list[list[int]]) -> tuple[Ring, ...]:
    return tuple(tuple(zip(flat[::2], flat[1::2], strict=True)) for flat in read)
