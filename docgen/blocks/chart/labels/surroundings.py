"""What labels stand among: where a chart's lines, columns and gridlines lie, in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.blocks.chart.labels.spots import Plot, column_boxes
from docgen.blocks.strokes import Stroke
from docgen.placed import Box

Heights = tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A plot with all of it that a label must not hide.

    ``sheet`` is all of the chart, give or take a point; ``columns`` are boxes with their colours,
    ``gridlines`` the heights of the first axis' numbers. ``heights`` are those of each line's points by
    category, None where there is no point; ``strokes`` what is drawn up to each of these points from the one
    before, or at a point without one.
    """

    plot: Plot
    sheet: Box
    columns: tuple[tuple[Box, str], ...]
    gridlines: tuple[float, ...]
    heights: Heights
    strokes: tuple[tuple[Stroke | None, ...], ...]

    def column_under(self, box: Box) -> str | None:
        """The colour of the column on which a label would stand."""
        return next((name for column, name in self.columns if column.contains(box)), None)

    def is_unseen(self, series: int) -> bool:
        """Whether a series is drawn without a line, as totals and lone targets are."""
        one = self.plot.series[series]
        return one.line is not None and one.line.width <= 0


def surroundings(plot: Plot) -> Surroundings:
    """What the labels of a plot stand among."""
    heights = tuple(_heights(plot, at) for at in range(len(plot.series)))
    strokes = tuple(tuple(_strokes(plot, at, each)) for at, each in enumerate(heights))
    sheet = Box(-1, -1, plot.frame.width + 2, plot.frame.height + 2)
    return Surroundings(plot, sheet, column_boxes(plot), tuple(_gridlines(plot)), heights, strokes)


def _heights(plot: Plot, series: int) -> tuple[float | None, ...]:
    one, axis, frame = plot.series[series], plot.axes[series], plot.frame
    if one.kind != "line":
        return (None,) * len(one.values)
    return tuple(None if value is None else frame.across(value, axis) for value in one.values)


def _strokes(plot: Plot, series: int, heights: Sequence[float | None]) -> Iterator[Stroke | None]:
    one, before = plot.series[series], None
    unseen = one.line is not None and one.line.width <= 0
    for at, y in enumerate(heights):
        end = None if y is None else (plot.frame.along(at), y)
        apart = before is None or unseen or at in one.breaks
        yield None if end is None else (end if apart or before is None else before, end)
        before = end


def _gridlines(plot: Plot) -> Iterator[float]:
    """The heights of the first axis' numbers and gridlines; none where it is not seen, or lies across."""
    axis = plot.axes[0]
    if not axis.visible or not axis.step or axis.minimum is None or axis.maximum is None or plot.frame.horizontal:
        return
    for at in range(int((axis.maximum - axis.minimum) / axis.step + 1e-6) + 1):
        yield plot.frame.across(axis.minimum + axis.step * at, axis)
