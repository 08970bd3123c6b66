"""Where a point of the data lies in a plot, in points from the chart's top left."""

from __future__ import annotations

from math import fsum

from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.labels.spots import column_box
from docgen.placed import PlacedSeries
from docgen.placed.box import Coordinates


def point_at(plot: Plot, category: int, series: int | None) -> Coordinates:
    """The end of a column or bar, the point of a line, the middle of a segment; without a series the end of a stack."""
    if series is None or (plot.figure.kind.is_stacked and plot.series[series].kind != "line"):
        return _in_stack(plot, category, series)
    own = plot.series[series]
    value = own.values[category] or 0.0
    if own.kind == "line":
        return plot.frame.along(category), plot.frame.across(value, plot.axis_of(own))
    column = column_box(plot, series, category)
    end = plot.frame.across(value, plot.axis_of(own))
    if plot.frame.horizontal:
        return end, column.y + column.height / 2
    return column.x + column.width / 2, end


def _in_stack(plot: Plot, category: int, series: int | None) -> Coordinates:
    parts = [part for part in plot.series[: len(plot.figure.series)] if part.kind != "line"]
    whole = fsum(abs(_value(part, category)) for part in parts) or 1.0
    share = whole if plot.figure.kind.is_in_percent else 1.0
    if series is None:
        reached = fsum(_value(part, category) for part in parts) / share
    else:
        own = plot.series[series]
        below = parts[: next(index for index, part in enumerate(parts) if part is own)]
        reached = (fsum(_value(part, category) for part in below) + _value(own, category) / 2) / share
    along, across = plot.frame.along(category), plot.frame.across(reached, plot.first_axis)
    return (across, along) if plot.frame.horizontal else (along, across)


def _value(series: PlacedSeries, category: int) -> float:
    return series.values[category] or 0.0
