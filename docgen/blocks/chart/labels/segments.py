"""Labels inside the segments of a stack: only where the segment is tall and wide enough, in readable ink."""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.texts import label_height, text_width, value_text
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.placed import PlacedSeries
from docgen.ready import ReadyFigure

_MARGIN = 2.0  # points beside a label


def with_segment_labels(plot: Plot, figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """The series with the values of their segments; a pattern carries none, since it cannot be read."""
    if figure.labels == "none":
        return plot.series
    points = sorted({point for series in plot.series if series.kind != "line" for point in series.points})
    if figure.labels == "last":
        points = points[-1:]
    return tuple(
        series
        if series.kind == "line" or series.pattern is not None
        else _labelled(index, [point for point in points if _fits(index, point, plot, figure, style)], plot, style)
        for index, series in enumerate(plot.series)
    )


def _labelled(index: int, points: list[int], plot: Plot, style: Style) -> PlacedSeries:
    series = plot.series[index]
    # The paler fill of a forecast takes dark text.
    paler = [] if series.dash_from is None else [point for point in points if point >= series.dash_from]
    return replace(
        series,
        labels=tuple(points),
        label_colour=readable_on(series.colour, ("ink", "paper"), style.pack.colours),
        label_colours=dict.fromkeys(paler, "ink"),
        label_position="center",
    )


def _fits(index: int, point: int, plot: Plot, figure: ReadyFigure, style: Style) -> bool:
    """Whether a segment holds its value; one that is all of its stack leaves that to the total."""
    series, frame = plot.series[index], plot.frame
    value = series.values[point]
    if not value:
        return False
    stack = [abs(one.values[point] or 0) for one in plot.series if one.kind != "line"]
    has_total = any(one.kind == "line" and point in one.labels for one in plot.series)
    if has_total and len(stack) > 1 and sum(1 for part in stack if part) == 1:
        return False
    if figure.kind.is_in_percent:
        length = abs(value) / (sum(stack) or 1) * frame.plot.height
    else:
        length = abs(frame.across(value, plot.axes[index]) - frame.across(0, plot.axes[index]))
    width = text_width(value_text(series, point), style, "chart_label")
    height = label_height(style)
    across = frame.slot / (1 + plot.gap_width / 100)
    if frame.horizontal:
        return length >= width + _MARGIN and across >= height
    return length >= height and across >= width - _MARGIN
