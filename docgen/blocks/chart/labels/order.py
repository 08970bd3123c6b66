"""Labels of one category stand in the vertical order of their points, and none stands beyond another's point."""

from __future__ import annotations

from docgen.blocks.chart.labels.surroundings import Surroundings
from docgen.placed import Box, PlacedSeries
from docgen.value import value

# Dearer than five crossed lines: a number in another's place is read as that line's.
_OUT_OF_ORDER = 40.0
_BEYOND_A_POINT, _BY_ANOTHER_POINT = 8.0, 3.0
_HARDLY_FARTHER = 3.0  # points
_ALIKE = 0.5  # points by which two points are apart that a reader sees as one


@value(frozen=True, slots=True)
class Anchor:
    """The point of a line that a label belongs to: its category, and where it lies, in points.

    ``beside`` is the mean height of the line at the points before and after it, also counted from the top.
    """

    category: int
    x: float
    y: float
    beside: float

    def is_over(self, other: Anchor) -> bool:
        """Whether this is the upper point; of two that coincide, the one whose line comes and goes above."""
        if abs(self.y - other.y) > _ALIKE:
            return self.y < other.y
        return self.beside < other.beside - _ALIKE


def anchor_of(around: Surroundings, series: int, category: int) -> Anchor | None:
    """The point that a label is read with; None for a column, whose label stands at its end."""
    heights = around.heights[series]
    y = heights[category]
    if y is None:
        return None
    near = [heights[at] for at in (category - 1, category + 1) if 0 <= at < len(heights)]
    known = [height for height in near if height is not None]
    beside = sum(known) / len(known) if known else y
    return Anchor(category, around.plot.frame.along(category), y, beside)


def disorder_cost(first: Anchor | None, one: Box, second: Anchor | None, other: Box) -> float:
    """What it costs that two labels of one category stand in another order than their points; 0 in order."""
    if first is None or second is None or first.category != second.category:
        return 0.0
    if one.y > other.y:
        first, second = second, first
    return _OUT_OF_ORDER if one.y != other.y and second.is_over(first) else 0.0


def mistaken_cost(anchor: Anchor | None, box: Box, series: int, around: Surroundings) -> float:
    """What it costs that a label over or under its point is taken for that of another line's point.

    That other point lies between the two, or hardly farther from the label than its own.
    """
    if anchor is None or box.x > anchor.x or box.right < anchor.x:
        return 0.0
    low, high = min(anchor.y, box.y), max(anchor.y, box.bottom)
    gap = _distance(anchor.y, box)
    cost = 0.0
    for at, heights in enumerate(around.heights):
        y = heights[anchor.category]
        if at == series or y is None or abs(y - anchor.y) <= _ALIKE or _is_total(around.plot.series[at]):
            continue
        if low <= y <= high:
            cost += _BEYOND_A_POINT
        elif _distance(y, box) < gap + _HARDLY_FARTHER:
            cost += _BY_ANOTHER_POINT
    return cost


def _distance(y: float, box: Box) -> float:
    """How far a height is from a box, over or under it."""
    return max(0.0, box.y - y, y - box.bottom)


def _is_total(one: PlacedSeries) -> bool:
    """Whether nothing is drawn at a series' points, as at the totals of stacks."""
    return one.line is not None and one.line.width <= 0 and one.marker == "none"
