"""Which points of a chart carry a label, and on which side, so that no two texts lie over each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docgen.blocks.chart_frame import Frame, text_width
from docgen.blocks.chart_number import shown
from docgen.blocks.strokes import meets
from docgen.layout.contrast import readable_on
from docgen.layout.style import Style
from docgen.placed import Box, ChartAxis, LabelPosition, PlacedSeries

_OFF = 4.0  # points between a line's point and its label
_OVERHANG = 3.0  # points by which a label that begins or ends at its point reaches beyond it
_CLEAR = 1.5  # points between a label and a line that passes it
_OVER_COLUMN = 1.5  # points between a column's end and its label
_INTOLERABLE = 50.0
_CROSSING = 5.0
_ON_COLUMN = 12.0
_GRAZE = 1.5  # points by which a label may lie over a column's edge
_TOO_MUCH_FOR_ONE_OF_MANY = 12.0
# A label may reach this far over the numbers of the axis, in points.
_INTO_TICKS = 4.0
# The sides of a point; what each less preferred spot costs (half as much beyond the sides).
_SIDES, _ORDER = 4, 0.4
_ON_GRIDLINE = 3.0
_ON_TICKS = 30.0


@dataclass(frozen=True, slots=True)
class Plot:
    """What labels are placed on: the series with the axis of each, the frame, and the columns' gap (%)."""

    series: tuple[PlacedSeries, ...]
    axes: tuple[ChartAxis, ...]
    frame: Frame
    gap_width: int
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place at a point: the side, and whether the label over or under it begins or ends there.

    ``lift`` is how much farther than usual it stands from its point, in points.
    """

    point: int
    side: LabelPosition
    aligned: Literal["middle", "start", "end"] = "middle"
    lift: float = 0.0

    def shift(self, width: float) -> tuple[float, float]:
        """How far a label of ``width`` is moved from its usual place at this side, right and down."""
        across = {"middle": 0.0, "start": width / 2 - _OVERHANG, "end": _OVERHANG - width / 2}[self.aligned]
        return across, self.lift if self.side == "below" else -self.lift


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that is wanted: its text, and the spots where it may stand, the best first."""

    series: int
    text: str
    spots: tuple[Spot, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label that found its spot: its box, and its colour where it stands on a column."""

    spot: Spot
    box: Box
    ink: str | None = None

    @property
    def shift(self) -> tuple[float, float]:
        """How far it is moved from its usual place, right and down, in points."""
        return self.spot.shift(self.box.width)


def labelled_points(values: Sequence[float | None], labels: str) -> tuple[int, ...]:
    """The indices that carry a label: none, the ends, the last or all of the points that have a value."""
    known = [index for index, value in enumerate(values) if value is not None]
    if not known or labels == "none":
        return ()
    if labels == "all":
        return tuple(known)
    if labels == "last":
        return (known[-1],)
    return tuple(sorted({known[0], known[-1]}))


def with_labels(
    plot: Plot, wishes: Sequence[Wish], style: Style, reserved: Sequence[Box] = ()
) -> tuple[PlacedSeries, ...]:
    """The series with those of the wanted labels that find a free side; weightier ones choose first.

    ``reserved`` are places that other texts of the chart already hold.
    """
    pitch = style.text("chart_label").size * 1.15
    columns = column_boxes(plot)
    taken: list[Box] = list(reserved)
    found: dict[int, dict[int, Label]] = {}
    for wish in sorted(wishes, key=lambda one: (-one.weight, one.series, one.spots[0].point)):
        size = (text_width(wish.text, style, "chart_label"), pitch)
        label, cost = _best(wish, size, plot, taken, columns)
        if cost >= (_INTOLERABLE if wish.weight > 1 else _TOO_MUCH_FOR_ONE_OF_MANY):
            continue
        taken.append(label.box)
        ground = next((name for column, name in columns if column.contains(label.box)), None)
        if ground is not None:
            label = replace(label, ink=readable_on(ground, ("ink", "paper"), style.pack.colours))
        found.setdefault(wish.series, {})[label.spot.point] = label
    return tuple(
        _labelled(one, found[at], plot.frame) if at in found else one for at, one in enumerate(plot.series)
    )


def _best(
    wish: Wish,
    size: tuple[float, float],
    plot: Plot,
    taken: Sequence[Box],
    columns: Sequence[tuple[Box, str]],
) -> tuple[Label, float]:
    """The label at the spot of a wish that costs least, and what it costs."""
    best, least = None, math.inf
    for order, spot in enumerate(wish.spots):
        preferred = _ORDER * min(order, _SIDES) + _ORDER / 2 * max(0, order - _SIDES)
        if preferred >= least:
            break
        box = label_box(plot, wish.series, spot, *size)
        cost = preferred + _cost(box, wish.series, spot.point, plot, taken, columns)
        if len(wish.spots) > _SIDES and _on_gridline(box, plot):
            cost += _ON_GRIDLINE
        if cost < least:
            best, least = Label(spot, box), cost
    assert best is not None
    return best, least


def _labelled(one: PlacedSeries, labels: Mapping[int, Label], frame: Frame) -> PlacedSeries:
    """The series with these labels by point; a target's says its name too."""
    points = tuple(sorted(labels))
    target = one.line is not None and one.line.dash == "dash"
    shifts = {at: label.shift for at, label in labels.items()}
    return replace(
        one,
        labels=points,
        label_positions={at: label.spot.side for at, label in labels.items()},
        label_shifts={
            at: (round(x / frame.width, 4), round(y / frame.height, 4)) for at, (x, y) in shifts.items() if x or y
        },
        name_labels=points if target else (),
        label_colours={at: label.ink for at, label in labels.items() if label.ink is not None},
    )


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
        return Box(column.x + column.width / 2 - width / 2, top, width, height)
    x, y = frame.along(point), frame.across(value, plot.axes[series])
    if side == "right":
        return Box(x + _OFF + 1, y - height / 2, width, height)
    if side == "left":
        return Box(x - _OFF - 1 - width, y - height / 2, width, height)
    across, down = spot.shift(width)
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


def _cost(
    box: Box,
    series: int,
    point: int,
    plot: Plot,
    taken: Sequence[Box],
    columns: Sequence[tuple[Box, str]],
) -> float:
    frame, line = plot.frame, plot.series[series].kind == "line"
    cost = 0.0
    if not Box(-1, -1, frame.width + 2, frame.height + 2).contains(box):
        cost += _INTOLERABLE
    if box.bottom > frame.plot.bottom + 1 and not frame.horizontal:
        cost += _INTOLERABLE / 2
    second = any(axis is not plot.axes[0] for axis in plot.axes)
    if second and box.right > frame.plot.right + _INTO_TICKS:
        cost += _INTOLERABLE
    if not frame.horizontal and box.x < frame.plot.x - _INTO_TICKS and _on_tick(box, plot):
        cost += _ON_TICKS if line else _INTOLERABLE
    cost += _INTOLERABLE * sum(1 for other in taken if other.overlaps(box))
    for column, _ in columns:
        if column.overlaps(box, _GRAZE) and not column.contains(box):
            cost += _ON_COLUMN
    return cost + _CROSSING * sum(_crosses(box, at, series, point, plot) for at in range(len(plot.series)))


def _on_gridline(box: Box, plot: Plot) -> bool:
    """Whether a gridline strikes the box through, and does not only graze it."""
    third = box.height / 3
    return any(box.y + third / 2 < y < box.bottom - third / 2 for y in _ticks(plot))


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


def value_text(series: PlacedSeries, point: int) -> str:
    """What the label of a point's value prints."""
    value = series.values[point]
    return "" if value is None else shown(value, series.number_format)
