"""Labels beside places on a map: each at the nearest spot that is free, over the sea where it can be."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator

from docgen.placed import Box
from docgen.placed.box import Stroke, cross, meets, nearest_in
from docgen.value import value

# How far a label may stand from its place, and the steps in which spots are tried (points).
_FARTHEST = 96
_STEP = 8
# How much farther (points) a label may stand so that one less of its nine points is on land, and so that its line
# crosses one line less.
_LAND = 9.0
_CROSSING = 40.0
_APART = 1.5
_TURNS = tuple((math.cos(step * math.tau / 16), math.sin(step * math.tau / 16)) for step in range(16))
# Offsets of spots in the order in which they are tried: how far, and the direction across and down.
_OFFSETS = tuple(
    (far, across, down) for far in range(_STEP, _FARTHEST + 1, _STEP) for across, down in _TURNS
)


# Labels of so many maps are remembered, so that an unchanged map is not searched again.
_REMEMBERED = 1024


@value(frozen=True, slots=True)
class Land:
    """Where on the page there is land: cells (column, row) of ``size`` points from ``left`` and ``top``."""

    cells: frozenset[tuple[int, int]]
    size: float
    left: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether there is land about a point of the page."""
        return (int((x - self.left) / self.size), int((y - self.top) / self.size)) in self.cells


@value(frozen=True, slots=True)
class Surroundings:
    """What a label keeps to and off: the room it lies in, what is taken, other labels' lines, and the land."""

    within: Box
    land: Land
    taken: tuple[Box, ...] = ()
    leaders: tuple[Stroke, ...] = ()

    def with_label(self, box: Box, leader: Stroke | None = None) -> Surroundings:
        """These surroundings with one label more."""
        leaders = self.leaders if leader is None else (*self.leaders, leader)
        return Surroundings(self.within, self.land, (*self.taken, box), leaders)


@functools.lru_cache(_REMEMBERED)
def free_spot(place: tuple[float, float], size: tuple[float, float], around: Surroundings) -> Box:
    """The box of a label of ``size`` for ``place``, off all other labels and their lines.

    Neither does its own line, from the place to the box, run through another label. Where no spot is free
    it stands on its place.
    """
    kept = [
        Box(box.x - _APART, box.y - _APART, box.width + 2 * _APART, box.height + 2 * _APART)
        for box in around.taken
    ]
    best, least = Box(place[0] - size[0] / 2, place[1] - size[1] / 2, *size), math.inf
    for far, box in _spots(place, size, around.within):
        if far >= least:
            break
        score = far + _LAND * _on_land(box, around.land)
        if score >= least:
            continue
        leader = (place, nearest_in(box, place))
        if any(box.overlaps(other, 0) or meets(other, *leader) for other in kept):
            continue
        if any(meets(box, *other) for other in around.leaders):
            continue
        score += _CROSSING * sum(cross(leader, other) for other in around.leaders)
        if score < least:
            best, least = box, score
    return best


def _spots(
    place: tuple[float, float], size: tuple[float, float], within: Box
) -> Iterator[tuple[float, Box]]:
    """The spots around a place, nearest first, each with its distance."""
    (x, y), (width, height) = place, size
    for far, across, down in _OFFSETS:
        # A wide label moves farther sideways, so that its edge is as far from the place all around.
        left = x + across * (far + width / 2) - width / 2
        top = y + down * (far + height / 2) - height / 2
        if left >= within.x and top >= within.y and left + width <= within.right and top + height <= within.bottom:
            yield far, Box(left, top, width, height)


def _on_land(box: Box, land: Land) -> int:
    """How many of nine points of a label stand on land: its corners, the middles of its edges, its own."""
    downs = (box.y, box.y + box.height / 2, box.bottom)
    return sum([land.holds(x, y) for x in (box.x, box.x + box.width / 2, box.right) for y in downs])
