"""What a label would hide in a place, as a cost: other texts, columns, lines, gridlines, the axis' numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.blocks.chart_label_spot import Plot
from docgen.blocks.strokes import meets
from docgen.placed import Box

INTOLERABLE = 50.0
_CLEAR = 1.5  # points between a label and a line that passes it
_CROSSING = 5.0
_ON_COLUMN = 12.0
_GRAZE = 1.5  # points by which a label may lie over a column's edge
# A label may reach this far over the numbers of the axis, in points.
_INTO_TICKS = 4.0
_ON_TICKS, _AMONG_TICKS = 30.0, 8.0
_ON_GRIDLINE, _NO_INK = 3.0, 2.5


def label_cost(
    box: Box,
    series: int,
    point: int,
    plot: Plot,
    taken: Sequence[Box],
    columns: Sequence[tuple[Box, str]],
) -> float:
    """What a label of a point would cost in this box: how much it hides, and what it stands among."""
    frame, line = plot.frame, plot.series[series].kind == "line"
    cost = 0.0
    if not Box(-1, -1, frame.width + 2, frame.height + 2).contains(box):
        cost += INTOLERABLE
    named = frame.height - frame.plot.bottom > box.height
    if named and box.bottom > frame.plot.bottom + 1 and not frame.horizontal:
        cost += INTOLERABLE / 2
    second = any(axis is not plot.axes[0] for axis in plot.axes)
    if second and box.right > frame.plot.right + _INTO_TICKS:
        cost += INTOLERABLE
    if not frame.horizontal and box.x < frame.plot.x - _INTO_TICKS and plot.axes[0].visible:
        on_tick = _ON_TICKS if line else INTOLERABLE
        cost += on_tick if _on_tick(box, plot) else _AMONG_TICKS
    cost += INTOLERABLE * sum(1 for other in taken if other.overlaps(box))
    for column, _ in columns:
        if column.overlaps(box, _GRAZE) and not column.contains(box):
            cost += _ON_COLUMN
    return cost + _CROSSING * sum(_crosses(box, at, series, point, plot) for at in range(len(plot.series)))


def gridline_cost(box: Box, plot: Plot) -> float:
    """What it costs that a gridline runs through the box; its uppermost points hold no ink."""
    return _ON_GRIDLINE if any(box.y + _NO_INK < y < box.bottom for y in _ticks(plot)) else 0.0


def _on_tick(box: Box, plot: Plot) -> bool:
    """Whether the box lies at the height of one of the axis' numbers."""
    half = box.height / 2
    return any(y - half < box.bottom and box.y < y + half for y in _ticks(plot))


def _ticks(plot: Plot) -> Iterator[float]:
    """The heights of the first axis' numbers and gridlines; none where it is not seen, or lies across."""
    axis = plot.axes[0]
    if not axis.visible or not axis.step or axis.minimum is None or axis.maximum is None or plot.frame.horizontal:
        return
    for at in range(int((axis.maximum - axis.minimum) / axis.step + 1e-6) + 1):
        yield plot.frame.across(axis.minimum + axis.step * at, axis)


def _crosses(box: Box, at: int, series: int, point: int, plot: Plot) -> int:
    """How often a series' line runs through the box or near by it, at most twice."""
    one = plot.series[at]
    if one.kind != "line" or (one.line is not None and one.line.width <= 0 and at == series):
        return 0
    reach = int(box.width / max(plot.frame.slot, 0.1)) + 2
    first, last = max(0, point - reach), min(len(one.values) - 1, point + reach)
    box = Box(box.x - _CLEAR, box.y - _CLEAR, box.width + 2 * _CLEAR, box.height + 2 * _CLEAR)
    return min(2, sum(_touches(box, at, near, plot) for near in range(first, last + 1)))


def _touches(box: Box, series: int, point: int, plot: Plot) -> bool:
    one, frame, axis = plot.series[series], plot.frame, plot.axes[series]
    value = one.values[point]
    if value is None:
        return False
    end = (frame.along(point), frame.across(value, axis))
    before = one.values[point - 1] if point else None
    if before is None or point in one.breaks or (one.line is not None and one.line.width <= 0):
        return box.x < end[0] < box.right and box.y < end[1] < box.bottom
    return meets(box, (frame.along(point - 1), frame.across(before, axis)), end)
