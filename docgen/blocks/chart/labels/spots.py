"""Where labels may stand in a plot, and what they stand among: columns, lines and gridlines.

All lengths are points; boxes count from the chart's top left.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from typing import Literal, NamedTuple

from docgen.blocks.chart.frame import Frame, Plot
from docgen.placed import Box, ChartAxis, LabelPosition
from docgen.placed.box import Stroke
from docgen.value import value

_OFF = 4.0  # between a line's point and its label
_OVERHANG = 3.0  # by which a label that begins or ends at its point reaches beyond it
_BEYOND = 3.0  # by which a label that stands after its point begins beyond it
_OVER_COLUMN = 1.5  # between a column's end and its label
LIFTS = (0.0, 4.0, 7.0, 10.0)
"""By how many points farther than usual a label may stand from its point, nearer ones first."""
Heights = tuple[float | None, ...]
"""How far each point of a line lies from the chart's top, by category; None where it has no point."""


@value(frozen=True, slots=True)
class Spot:
    """A place at a point: the side, and whether the label over or under it begins or ends there, or begins after it.

    ``lift`` is how much farther than usual it stands from its point, in points; ``rows`` is by how many of
    its own heights more.
    """

    point: int
    side: LabelPosition
    aligned: Literal["middle", "start", "end", "after"] = "middle"
    lift: float = 0.0
    rows: int = 0

    def shift(self, width: float, height: float) -> tuple[float, float]:
        """How far a label of these sizes is moved from its usual place at this side, right and down."""
        half = width / 2
        across = {"middle": 0.0, "start": half - _OVERHANG, "end": _OVERHANG - half, "after": half + _BEYOND}[self.aligned]
        away = self.lift + self.rows * height
        return across, away if self.side == "below" else -away


@value(frozen=True, slots=True)
class Surroundings:
    """A plot with all of it that a label must not hide.

    ``sheet`` is all of the chart, give or take a point; ``columns`` are boxes with their colours,
    ``gridlines`` the heights of the first axis' numbers. ``heights`` are those of each series' points, none
    for columns; ``strokes`` what is drawn up to each of these points from the one before, or at a point
    without one.
    """

    plot: Plot
    sheet: Box
    columns: tuple[tuple[Box, str], ...]
    gridlines: tuple[float, ...]
    heights: tuple[Heights, ...]
    strokes: tuple[tuple[Stroke | None, ...], ...]

    def column_under(self, box: Box) -> str | None:
        """The colour of the column on which a label would stand."""
        return next((colour for column, colour in self.columns if column.contains(box)), None)


def farthest_edge(height: float) -> float:
    """How far from its point the far edge of a label of this height can lie."""
    return _OFF + LIFTS[-1] + height


def label_box(plot: Plot, series: int, spot: Spot, width: float, height: float) -> Box:
    """Where a label of these sizes would lie at this spot of the series with this index."""
    if plot.series[series].kind != "line":
        return _box_at_column(plot, series, spot, width, height)
    x = plot.frame.along(spot.point)
    y = plot.frame.across(plot.series[series].values[spot.point] or 0.0, plot.axis_of(plot.series[series]))
    if spot.side == "right":
        return Box(x + _OFF + 1, y - height / 2, width, height)
    if spot.side == "left":
        return Box(x - _OFF - 1 - width, y - height / 2, width, height)
    across, down = spot.shift(width, height)
    top = y + _OFF if spot.side == "below" else y - _OFF - height
    return Box(x - width / 2 + across, top + down, width, height)


def surroundings_of(plot: Plot) -> Surroundings:
    """What the labels of a plot stand among."""
    indices = range(len(plot.series))
    heights = tuple(_heights(plot, series) for series in indices)
    strokes = tuple(tuple(_strokes(plot, series, heights[series])) for series in indices)
    sheet = Box(-1, -1, plot.frame.width + 2, plot.frame.height + 2)
    return Surroundings(plot, sheet, _column_boxes(plot), tuple(_gridlines(plot)), heights, strokes)


def _box_at_column(plot: Plot, series: int, spot: Spot, width: float, height: float) -> Box:
    column = column_box(plot, series, spot.point)
    positive = (plot.series[series].values[spot.point] or 0.0) >= 0
    if plot.frame.horizontal:
        left = column.right + _OVER_COLUMN if positive else column.x - _OVER_COLUMN - width
        return Box(left, column.y + column.height / 2 - height / 2, width, height)
    over = positive or plot.axis_of(plot.series[series]).reversed
    top = column.y - _OVER_COLUMN - height if over else column.bottom + _OVER_COLUMN
    return Box(column.x + column.width / 2 - width / 2, top + spot.shift(width, height)[1], width, height)


def _column_boxes(plot: Plot) -> tuple[tuple[Box, str], ...]:
    """The columns that labels should keep off, with their colours; stacks from the foot to their total."""
    columns = [(index, series) for index, series in enumerate(plot.series) if series.kind != "line"]
    if not plot.figure.kind.is_stacked:
        return tuple([(box, series.colour) for index, series in columns for box in _series_boxes(plot, index)])
    boxes = []
    for point in range(plot.frame.count):
        total = fsum(series.values[point] or 0.0 for _, series in columns)
        if columns and total:
            boxes.append((column_box(plot, columns[0][0], point, total), columns[0][1].colour))
    return tuple(boxes)


def _series_boxes(plot: Plot, series: int) -> list[Box]:
    """The columns or bars of all points of a series."""
    place, own = _ColumnPlace.of(plot, series), plot.series[series]
    return [place.box(point, own.values[point] or 0.0) for point in own.points]


def column_box(plot: Plot, series: int, point: int, height: float | None = None) -> Box:
    """The column or bar of a point, from the zero line to its value, or to the total of a stack."""
    value = plot.series[series].values[point] or 0.0 if height is None else height
    return _ColumnPlace.of(plot, series).box(point, value)


class _ColumnPlace(NamedTuple):
    """Where the columns of a series stand: how wide, how far before the middle of their category, and from which level."""

    frame: Frame
    axis: ChartAxis
    width: float
    before: float
    place: int
    zero: float

    @classmethod
    def of(cls, plot: Plot, series: int) -> _ColumnPlace:
        """That of a series of a plot."""
        frame, axis = plot.frame, plot.axis_of(plot.series[series])
        columns = [index for index, column in enumerate(plot.series) if column.kind != "line"]
        count, place = (1, 0) if plot.figure.kind.is_stacked else (len(columns), columns.index(series))
        width = frame.slot / (count + plot.gap_width / 100)
        foot = axis.maximum if axis.reversed else max(0.0, axis.minimum or 0.0)
        return cls(frame, axis, width, width * count / 2, place, frame.across(foot or 0.0, axis))

    def box(self, point: int, value: float) -> Box:
        """The column of a point up to a value."""
        begin = self.frame.along(point) - self.before + self.width * self.place
        end = self.frame.across(value, self.axis)
        low, high = min(self.zero, end), abs(self.zero - end)
        return Box(low, begin, high, self.width) if self.frame.horizontal else Box(begin, low, self.width, high)


def _heights(plot: Plot, series: int) -> Heights:
    values, axis = plot.series[series].values, plot.axis_of(plot.series[series])
    if plot.series[series].kind != "line":
        return (None,) * len(values)
    return tuple(None if value is None else plot.frame.across(value, axis) for value in values)


def _strokes(plot: Plot, series: int, heights: Heights) -> Iterator[Stroke | None]:
    before, spans = None, plot.figure.time_axis is not None
    for point, y in enumerate(heights):
        end = None if y is None else (plot.frame.along(point), y)
        joined = not plot.series[series].hides_line and point not in plot.series[series].breaks
        yield None if end is None else (before if joined and before is not None else end, end)
        if end is not None or not spans:
            before = end


def _gridlines(plot: Plot) -> Iterator[float]:
    """The heights of the first axis' numbers and gridlines; none where it is not seen, or lies across."""
    axis = plot.first_axis
    if not axis.visible or not axis.step or axis.minimum is None or axis.maximum is None or plot.frame.horizontal:
        return
    for step in range(int((axis.maximum - axis.minimum) / axis.step + 1e-6) + 1):
        yield plot.frame.across(axis.minimum + axis.step * step, axis)
