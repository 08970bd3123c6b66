"""Labels beside places on a map: each at the nearest spot that is free, over the sea where it can be."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from docgen.placed import Box

# How far a label may stand from its place, and the steps in which spots are tried (points).
_FARTHEST = 96
_STEP = 8
# So many points farther is worth one of the nine points of a label that stands on land no more.
_LAND = 9.0
_APART = 1.5
_TURNS = tuple((math.cos(step * math.tau / 16), math.sin(step * math.tau / 16)) for step in range(16))
# Offsets of spots in the order in which they are tried: how far, and the direction across and down.
_OFFSETS = tuple(
    (far, across, down) for far in range(_STEP, _FARTHEST + 1, _STEP) for across, down in _TURNS
)


def free_spot(
    place: tuple[float, float],
    size: tuple[float, float],
    taken: Sequence[Box],
    within: Box,
    on_land: Callable[[float, float], bool],
) -> Box:
    """The box of a label of ``size`` for ``place``, clear of the boxes ``taken`` and inside ``within``.

    Where no spot is free it stands on its place.
    """
    (x, y), (width, height) = place, size
    kept = [(box.x - _APART, box.y - _APART, box.right + _APART, box.bottom + _APART) for box in taken]
    best, least = (x - width / 2, y - height / 2), math.inf
    for far, across, down in _OFFSETS:
        if far >= least:
            break
        # A wide label moves farther sideways, so that its edge is as far from the place all around.
        left = x + across * (far + width / 2) - width / 2
        top = y + down * (far + height / 2) - height / 2
        right, bottom = left + width, top + height
        if left < within.x or top < within.y or right > within.right or bottom > within.bottom:
            continue
        if any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in kept):
            continue
        score = far + _LAND * _on_land(left, top, size, on_land)
        if score < least:
            best, least = (left, top), score
    return Box(*best, *size)


def _on_land(
    left: float, top: float, size: tuple[float, float], on_land: Callable[[float, float], bool]
) -> int:
    """How many of nine points of a label stand on land: its corners, the middles of its edges, its own."""
    width, height = size
    downs = (top, top + height / 2, top + height)
    return sum([on_land(x, y) for x in (left, left + width / 2, left + width) for y in downs])
