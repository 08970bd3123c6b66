"""The cost of a label in a box: for what it hides there, and for whose point a reader could take it.

``label_cost``, ``mistaken_cost`` and ``gridline_cost`` add up for one label; ``disorder_cost`` is that of two
labels together. The weights below say how much one thing counts against another.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from docgen.blocks.chart.labels.spots import Surroundings
from docgen.placed import Box
from docgen.placed.box import UNSEEN, meets
from docgen.value import value

INTOLERABLE = 50.0
_CLEAR = 1.5  # points between a label and a line that passes it
_OVER_FOOT = 0.5  # points between a label and the foot of the plot
_CROSSING = 7.0
_ON_COLUMN = 12.0
_BESIDE, _CROWDED = 1.5, 1.0  # points between the numbers of two columns, and the cost of fewer
_GRAZE = 1.5  # points by which a label may lie over a column's edge
# The label of a column may reach this far over the numbers of the axis, in points; that of a line, which has other
# places, stands so far from those at its height that the two are not read as one.
_INTO_TICKS, _FROM_TICKS = 4.0, 3.0
_ON_TICKS, _AMONG_TICKS = 30.0, 8.0
_ON_GRIDLINE = 3.0
_NO_INK_ABOVE, _NO_INK_BELOW = 2.0, 1.0
# Dearer than five crossed lines: a number in another's place is read as that line's.
_OUT_OF_ORDER = 40.0
_BEYOND_A_POINT, _BY_ANOTHER_POINT = 8.0, 3.0
_HARDLY_FARTHER = 3.0  # points
_ONE_HEIGHT = 0.5  # points by which two heights are apart that a reader sees as one


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
        if abs(self.y - other.y) > _ONE_HEIGHT:
            return self.y < other.y
        return self.beside < other.beside - _ONE_HEIGHT


def anchor_of(surroundings: Surroundings, series: int, category: int) -> Anchor | None:
    """The point that a label is read with; None for a column, whose label stands at its end."""
    heights = surroundings.heights[series]
    y = heights[category]
    if y is None:
        return None
    neighbours = [heights[near] for near in (category - 1, category + 1) if 0 <= near < len(heights)]
    known = [height for height in neighbours if height is not None]
    beside = fsum(known) / len(known) if known else y
    return Anchor(category, surroundings.plot.frame.along(category), y, beside)


def label_cost(box: Box, series: int, point: int, surroundings: Surroundings, taken: Sequence[Box]) -> float:
    """The cost of the label of a series' point in this box for what it would hide.

    ``taken`` are the boxes of other texts. Where that alone is intolerable nothing else is weighed.
    """
    cost = _outside_cost(box, series, surroundings)
    cost += INTOLERABLE * sum(1 for other in taken if other.overlaps(box))
    if cost >= INTOLERABLE:
        return cost
    if surroundings.plot.series[series].kind != "line":
        wider = Box(box.x - _BESIDE, box.y, box.width + 2 * _BESIDE, box.height)
        cost += _CROWDED if any(other.overlaps(wider) for other in taken) else 0.0
    cost += _ON_COLUMN * sum(1 for column, _ in surroundings.columns if touches_column(box, column))
    return cost + _CROSSING * _crossings(box, series, point, surroundings)


def touches_column(box: Box, column: Box) -> bool:
    """Whether a label in this box lies partly over a column, by more than its edge."""
    return column.overlaps(box, _GRAZE) and not column.contains(box)


def gridline_cost(box: Box, surroundings: Surroundings) -> float:
    """The cost of a gridline through the box; none at its upper and lower edges, which hold no ink."""
    top, bottom = box.y + _NO_INK_ABOVE, box.bottom - _NO_INK_BELOW
    return _ON_GRIDLINE if any(top < y < bottom for y in surroundings.gridlines) else 0.0


def mistaken_cost(anchor: Anchor | None, box: Box, series: int, surroundings: Surroundings) -> float:
    """The cost of a label over or under its point that a reader could take for another line's.

    That is so where a point of the other line lies between the two, or hardly farther from the label.
    """
    if anchor is None or box.x > anchor.x or box.right < anchor.x:
        return 0.0
    low, high = min(anchor.y, box.y), max(anchor.y, box.bottom)
    own_distance = _distance(anchor.y, box)
    cost = 0.0
    for index, heights in enumerate(surroundings.heights):
        y = heights[anchor.category]
        if index == series or y is None or abs(y - anchor.y) <= _ONE_HEIGHT:
            continue
        if surroundings.plot.series[index].is_unseen:
            continue
        if low <= y <= high:
            cost += _BEYOND_A_POINT
        elif _distance(y, box) < own_distance + _HARDLY_FARTHER:
            cost += _BY_ANOTHER_POINT
    return cost


def disorder_cost(first: Anchor | None, first_box: Box, second: Anchor | None, second_box: Box) -> float:
    """The cost of two labels of one category that stand in another order than their points; 0 in order."""
    if first is None or second is None or first.category != second.category or first_box.y == second_box.y:
        return 0.0
    upper, lower = (first, second) if first_box.y < second_box.y else (second, first)
    return _OUT_OF_ORDER if lower.is_over(upper) else 0.0


def _outside_cost(box: Box, series: int, surroundings: Surroundings) -> float:
    """The cost of leaving the plot: over the chart's edge, the names at its foot, the numbers of the axes."""
    plot, frame = surroundings.plot, surroundings.plot.frame
    cost = 0.0
    if not surroundings.sheet.contains(box):
        cost += INTOLERABLE
    names_below = frame.height - frame.plot.bottom > box.height
    if names_below and box.bottom > frame.plot.bottom - _OVER_FOOT and not frame.horizontal:
        cost += INTOLERABLE / 2
    if plot.second_axis is not None and box.right > frame.plot.right + _INTO_TICKS:
        cost += INTOLERABLE
    if not frame.horizontal and box.x < frame.plot.x + _FROM_TICKS and plot.first_axis.visible:
        cost += _cost_at_ticks(box.x - frame.plot.x, plot.series[series].kind == "line", _is_on_tick(box, surroundings))
    return cost


def _cost_at_ticks(inside: float, is_line: bool, is_on_tick: bool) -> float:
    """The cost of a label that begins so far inside the plot, in points, by the numbers of the axis at its left."""
    if is_on_tick:
        nearest, cost = (_FROM_TICKS, _ON_TICKS) if is_line else (-_INTO_TICKS, INTOLERABLE)
    else:
        nearest, cost = (0.0 if is_line else -_INTO_TICKS), _AMONG_TICKS
    return cost if inside < nearest - UNSEEN else 0.0


def _is_on_tick(box: Box, surroundings: Surroundings) -> bool:
    """Whether the box lies at the height of one of the axis' numbers."""
    half = box.height / 2
    return any(y - half < box.bottom and box.y < y + half for y in surroundings.gridlines)


def _crossings(box: Box, series: int, point: int, surroundings: Surroundings) -> int:
    """How often lines run through the box or close by, each counted at most twice."""
    plot = surroundings.plot
    reach = int(box.width / max(plot.frame.slot, 0.1)) + 2
    first, last = max(0, point - reach), point + reach + 1
    wider = Box(box.x - _CLEAR, box.y - _CLEAR, box.width + 2 * _CLEAR, box.height + 2 * _CLEAR)
    return sum(
        min(2, sum(stroke is not None and meets(wider, *stroke) for stroke in strokes[first:last]))
        for index, strokes in enumerate(surroundings.strokes)
        if index != series or not plot.series[index].hides_line
    )


def _distance(y: float, box: Box) -> float:
    """How far a height is from a box, over or under it."""
    return max(0.0, box.y - y, y - box.bottom)
