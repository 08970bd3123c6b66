"""What labels stand among: where a chart's lines, columns and gridlines lie, in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.labels.spots import column_boxes
from docgen.placed import Box
from docgen.placed.strokes import Stroke

Heights = tuple[float | None, ...]
"""How far each point of a line lies from the chart's top, by category; None where it has no point."""


@dataclass(frozen=True, slots=True)
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


def surroundings_of(plot: Plot) -> Surroundings:
    """What the labels of a plot stand among."""
    indices = range(len(plot.series))
    heights = tuple(_heights(plot, series) for series in indices)
    strokes = tuple(tuple(_strokes(plot, series, heights[series])) for series in indices)
    sheet = Box(-1, -1, plot.frame.width + 2, plot.frame.height + 2)
    return Surroundings(plot, sheet, column_boxes(plot), tuple(_gridlines(plot)), heights, strokes)


def _heights(plot: Plot, series: int) -> Heights:
    one, axis = plot.series[series], plot.axes[series]
    if one.kind != "line":
        return (None,) * len(one.values)
    return tuple(None if value is None else plot.frame.across(value, axis) for value in one.values)


def _strokes(plot: Plot, series: int, heights: Heights) -> Iterator[Stroke | None]:
    before = None
    for point, y in enumerate(heights):
        end = None if y is None else (plot.frame.along(point), y)
        joined = not plot.series[series].hides_line and point not in plot.series[series].breaks
        yield None if end is None else (before if joined and before is not None else end, end)
        before = end


def _gridlines(plot: Plot) -> Iterator[float]:
    """The heights of the first axis' numbers and gridlines; none where it is not seen, or lies across."""
    axis = plot.axes[0]
    if not axis.visible or not axis.step or axis.minimum is None or axis.maximum is None or plot.frame.horizontal:
        return
    for step in range(int((axis.maximum - axis.minimum) / axis.step + 1e-6) + 1):
        yield plot.frame.across(axis.minimum + axis.step * step, axis)
