"""What a label would hide in a place, as a cost: other texts, columns, lines, gridlines, the axis' numbers."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.chart.labels.surroundings import Surroundings
from docgen.blocks.strokes import meets
from docgen.placed import Box

INTOLERABLE = 50.0
_CLEAR = 1.5  # points between a label and a line that passes it
_OVER_FOOT = 0.5  # points between a label and the foot of the plot
_CROSSING = 7.0
_ON_COLUMN = 12.0
_BESIDE, _CROWDED = 1.5, 1.0  # points between the numbers of two columns, and what it costs that there are fewer
_GRAZE = 1.5  # points by which a label may lie over a column's edge
# A label may reach this far over the numbers of the axis, in points.
_INTO_TICKS = 4.0
_ON_TICKS, _AMONG_TICKS = 30.0, 8.0
_ON_GRIDLINE = 3.0
_NO_INK_ABOVE, _NO_INK_BELOW = 2.0, 1.0


def label_cost(box: Box, series: int, point: int, around: Surroundings, taken: Sequence[Box]) -> float:
    """What a label of a point would cost in this box: how much it hides, and what it stands among.

    ``taken`` are the places of other texts. What is not tolerable at all is not weighed further.
    """
    plot = around.plot
    frame, line = plot.frame, plot.series[series].kind == "line"
    cost = 0.0
    if not around.sheet.contains(box):
        cost += INTOLERABLE
    named = frame.height - frame.plot.bottom > box.height
    if named and box.bottom > frame.plot.bottom - _OVER_FOOT and not frame.horizontal:
        cost += INTOLERABLE / 2
    second = any(axis is not plot.axes[0] for axis in plot.axes)
    if second and box.right > frame.plot.right + _INTO_TICKS:
        cost += INTOLERABLE
    if not frame.horizontal and box.x < frame.plot.x - _INTO_TICKS and plot.axes[0].visible:
        on_tick = _ON_TICKS if line else INTOLERABLE
        cost += on_tick if _on_tick(box, around) else _AMONG_TICKS
    cost += INTOLERABLE * sum(1 for other in taken if other.overlaps(box))
    if cost >= INTOLERABLE:
        return cost
    if not line:
        wider = Box(box.x - _BESIDE, box.y, box.width + 2 * _BESIDE, box.height)
        cost += _CROWDED if any(other.overlaps(wider) for other in taken) else 0.0
    for column, _ in around.columns:
        cost += _ON_COLUMN if touches_column(box, column) else 0.0
    return cost + _CROSSING * _crossings(box, series, point, around)


def touches_column(box: Box, column: Box) -> bool:
    """Whether a label in this box lies partly over a column, by more than its edge."""
    return column.overlaps(box, _GRAZE) and not column.contains(box)


def gridline_cost(box: Box, around: Surroundings) -> float:
    """What it costs that a gridline runs through the box; its upper and lower edges hold no ink."""
    return _ON_GRIDLINE if any(box.y + _NO_INK_ABOVE < y < box.bottom - _NO_INK_BELOW for y in around.gridlines) else 0.0


def _on_tick(box: Box, around: Surroundings) -> bool:
    """Whether the box lies at the height of one of the axis' numbers."""
    half = box.height / 2
    return any(y - half < box.bottom and box.y < y + half for y in around.gridlines)


def _crossings(box: Box, series: int, point: int, around: Surroundings) -> int:
    """How often lines run through the box or near by it, each at most twice."""
    reach = int(box.width / max(around.plot.frame.slot, 0.1)) + 2
    first, last = max(0, point - reach), point + reach + 1
    box = Box(box.x - _CLEAR, box.y - _CLEAR, box.width + 2 * _CLEAR, box.height + 2 * _CLEAR)
    return sum(
        min(2, sum(stroke is not None and meets(box, *stroke) for stroke in strokes[first:last]))
        for at, strokes in enumerate(around.strokes)
        if at != series or not around.is_unseen(at)
    )
