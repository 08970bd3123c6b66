"""Straight strokes on the page: whether one runs through a box, or crosses another."""

from __future__ import annotations

from docgen.placed import Box
from docgen.placed.box import Coordinates

Stroke = tuple[Coordinates, Coordinates]


def meets(box: Box, start: Coordinates, end: Coordinates) -> bool:
    """Whether the stroke from start to end runs through the box (clipped side by side: Liang and Barsky)."""
    (x, y), (to_x, to_y) = start, end
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    if (x < left and to_x < left) or (x > right and to_x > right):
        return False
    if (y < top and to_y < top) or (y > bottom and to_y > bottom):
        return False
    low, high, dx, dy = 0.0, 1.0, to_x - x, to_y - y
    for step, room in ((-dx, x - left), (dx, right - x), (-dy, y - top), (dy, bottom - y)):
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    return low < high


def cross(first: Stroke, second: Stroke) -> bool:
    """Whether two strokes cross; those that only touch do not."""
    (a, b), (c, d) = first, second
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def nearest_in(box: Box, point: Coordinates) -> Coordinates:
    """The point of a box that is nearest to ``point``: itself where it lies inside."""
    return (min(max(point[0], box.x), box.right), min(max(point[1], box.y), box.bottom))


def _turn(a: Coordinates, b: Coordinates, c: Coordinates) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
