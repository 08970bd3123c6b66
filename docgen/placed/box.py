"""Boxes, insets and lines, in points; strokes that run through boxes and cross."""

from __future__ import annotations

from typing import Literal

from docgen.value import value

Anchor = Literal["top", "middle", "bottom"]
Dash = Literal["solid", "dash", "dot"]
Coordinates = tuple[float, float]
"""A point on the page: points from its left and from its top."""
Stroke = tuple[Coordinates, Coordinates]
"""A straight stroke from one point to another."""

ROUNDING = 0.01
"""Lengths that differ by less than this (points) are the same: what is left over where they are added up."""
UNSEEN = 0.1
"""Marks may overlap or stick out so far (points) without being seen to."""


def fits(need: float, room: float) -> bool:
    """Whether what needs ``need`` points has them in ``room``.

    >>> fits(100.005, 100), fits(100.1, 100)
    (True, False)
    """
    return need <= room + ROUNDING


@value(frozen=True, slots=True)
class Box:
    """A rectangle on the page: left, top, width, height in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def inside(self, insets: Insets) -> Box:
        """What is left of the box inside ``insets``."""
        width, height = self.width - insets.left - insets.right, self.height - insets.top - insets.bottom
        return Box(self.x + insets.left, self.y + insets.top, width, height)

    def overlaps(self, other: Box, tolerance: float = ROUNDING) -> bool:
        """Whether the two boxes share an area more than ``tolerance`` points deep."""
        return (
            self.x + tolerance < other.x + other.width
            and other.x + tolerance < self.x + self.width
            and self.y + tolerance < other.y + other.height
            and other.y + tolerance < self.y + self.height
        )

    def contains(self, other: Box, tolerance: float = ROUNDING) -> bool:
        """Whether ``other`` lies inside this box, give or take ``tolerance`` points."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.x + other.width <= self.x + self.width + tolerance
            and other.y + other.height <= self.y + self.height + tolerance
        )


@value(frozen=True, slots=True)
class Insets:
    """The space between a box's edges and its text, in points."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


@value(frozen=True, slots=True)
class Line:
    """A stroke: palette colour, width in points, dash."""

    colour: str
    width: float = 0.75
    dash: Dash = "solid"


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
