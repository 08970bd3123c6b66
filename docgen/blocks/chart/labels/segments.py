"""Labels inside the segments of a stack: only where the segment is tall and wide enough, in readable ink."""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.chart.frame import text_width
from docgen.blocks.chart.labels.points import value_text
from docgen.blocks.chart.labels.spots import Plot
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.placed import PlacedSeries
from docgen.ready import ReadyFigure

_HEIGHT_EM = 1.15
_MARGIN = 2.0  # points beside a label


def with_segment_labels(plot: Plot, figure: ReadyFigure, style: Style) -> tuple[PlacedSeries, ...]:
    """The series with the values of their segments; a pattern carries none, since it cannot be read."""
    if figure.labels == "none":
        return plot.series
    known = [at for at in range(plot.frame.count) if any(_value(one, at) is not None for one in plot.series)]
    points = known[-1:] if figure.labels == "last" else known
    result = []
    for at, one in enumerate(plot.series):
        if one.kind == "line" or one.pattern is not None:
            result.append(one)
            continue
        fitting = tuple(point for point in points if _fits(at, point, plot, figure, style))
        ink = readable_on(one.colour, ("ink", "paper"), style.pack.colours)
        # The paler fill of a forecast takes dark text.
        paler = {} if one.dash_from is None else {point: "ink" for point in fitting if point >= one.dash_from}
        result.append(
            replace(one, labels=fitting, label_colour=ink, label_colours=paler, label_position="center")
        )
    return tuple(result)


def _fits(at: int, point: int, plot: Plot, figure: ReadyFigure, style: Style) -> bool:
    one, frame = plot.series[at], plot.frame
    value = one.values[point]
    if not value:
        return False
    stack = [series for series in plot.series if series.kind != "line"]
    if figure.kind.is_in_percent:
        length = (
            abs(value) / (sum(abs(series.values[point] or 0) for series in stack) or 1) * frame.plot.height
        )
    else:
        length = abs(frame.across(value, plot.axes[at]) - frame.across(0, plot.axes[at]))
    alone = sum(1 for series in stack if series.values[point]) == 1
    totals = [series for series in plot.series if series.kind == "line" and point in series.labels]
    if alone and totals and len(stack) > 1:
        return False
    width = text_width(value_text(one, point), style, "chart_label")
    height = style.text("chart_label").size * _HEIGHT_EM
    across = frame.slot / (1 + plot.gap_width / 100)
    if frame.horizontal:
        return length >= width + _MARGIN and across >= height
    return length >= height and across >= width - _MARGIN


def _value(one: PlacedSeries, at: int) -> float | None:
    return None if one.kind == "line" else one.values[at]
