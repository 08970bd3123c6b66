"""Where labels and columns of a chart lie: all in points, counted from the chart's top left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from docgen.blocks.chart.frame import Frame
from docgen.placed import Box, ChartAxis, LabelPosition, PlacedSeries
from docgen.value import value

_OFF = 4.0  # points between a line's point and its label
_OVERHANG = 3.0  # points by which a label that begins or ends at its point reaches beyond it
_OVER_COLUMN = 1.5  # points between a column's end and its label
LIFTS = (0.0, 4.0, 7.0, 10.0)
"""How much farther than usual a label may stand from its point, in points, nearer ones first."""


@dataclass(frozen=True, slots=True)
class Plot:
    """What labels are placed on: the series with the axis of each, the frame, and the columns' gap (%)."""

    series: tuple[PlacedSeries, ...]
    axes: tuple[ChartAxis, ...]
    frame: Frame
    gap_width: int
    stacked: bool = False


@value(frozen=True, slots=True)
class Spot:
    """A place at a point: the side, and whether the label over or under it begins or ends there.

    ``lift`` is how much farther than usual it stands from its point, in points; ``rows`` is by how many of
    its own heights more.
    """

    point: int
    side: LabelPosition
    aligned: Literal["middle", "start", "end"] = "middle"
    lift: float = 0.0
    rows: int = 0

    def shift(self, width: float, height: float) -> tuple[float, float]:
        """How far a label of these sizes is moved from its usual place at this side, right and down."""
        across = {"middle": 0.0, "start": width / 2 - _OVERHANG, "end": _OVERHANG - width / 2}[self.aligned]
        away = self.lift + self.rows * height
        return across, away if self.side == "below" else -away


def reach(height: float) -> float:
    """How far from its point the far edge of a label of ``height`` can lie, in points."""
    return _OFF + LIFTS[-1] + height


def label_box(plot: Plot, series: int, spot: Spot, width: float, height: float) -> Box:
    """Where a label would lie at this spot."""
    one, frame, point, side = plot.series[series], plot.frame, spot.point, spot.side
    value = one.values[point] or 0.0
    if one.kind != "line":
        column = column_box(plot, series, point)
        if frame.horizontal:
            left = column.right + _OVER_COLUMN if value >= 0 else column.x - _OVER_COLUMN - width
            return Box(left, column.y + column.height / 2 - height / 2, width, height)
        up = (value >= 0) or plot.axes[series].reversed
        top = column.y - _OVER_COLUMN - height if up else column.bottom + _OVER_COLUMN
        return Box(column.x + column.width / 2 - width / 2, top + spot.shift(width, height)[1], width, height)
    x, y = frame.along(point), frame.across(value, plot.axes[series])
    if side == "right":
        return Box(x + _OFF + 1, y - height / 2, width, height)
    if side == "left":
        return Box(x - _OFF - 1 - width, y - height / 2, width, height)
    across, down = spot.shift(width, height)
    top = y + _OFF if side == "below" else y - _OFF - height
    return Box(x - width / 2 + across, top + down, width, height)


def column_box(plot: Plot, series: int, point: int) -> Box:
    """The column or bar of a point in a clustered chart, from the zero line to its value."""
    frame, axis = plot.frame, plot.axes[series]
    columns = [at for at, one in enumerate(plot.series) if one.kind != "line"]
    count = 1 if plot.stacked else max(1, len(columns))
    width = frame.slot / (count + plot.gap_width / 100)
    place = 0 if plot.stacked else columns.index(series)
    begin = frame.along(point) - width * count / 2 + width * place
    foot = axis.maximum if axis.reversed else max(0.0, axis.minimum or 0.0)
    zero = frame.across(foot or 0.0, axis)
    end = frame.across(plot.series[series].values[point] or 0.0, axis)
    if frame.horizontal:
        return Box(min(zero, end), begin, abs(zero - end), width)
    return Box(begin, min(zero, end), width, abs(zero - end))


def column_boxes(plot: Plot) -> tuple[tuple[Box, str], ...]:
    """The columns that labels should keep off, with their colours; stacks from the foot to their total."""
    stack = [(at, one) for at, one in enumerate(plot.series) if one.kind != "line"]
    if not plot.stacked:
        return tuple(
            (column_box(plot, at, point), one.colour)
            for at, one in stack
            for point, value in enumerate(one.values)
            if value is not None
        )
    boxes = []
    for point in range(plot.frame.count):
        total = sum(one.values[point] or 0.0 for _, one in stack)
        if stack and total:
            at, one = stack[0]
            full = replace(one, values=(*one.values[:point], total, *one.values[point + 1 :]))
            whole = replace(plot, series=(*plot.series[:at], full, *plot.series[at + 1 :]))
            boxes.append((column_box(whole, at, point), one.colour))
    return tuple(boxes)
