"""From a ready figure to a placed chart: colours, markers, value labels, axes, legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from docgen.blocks.chart_axis import stack_totals, value_axis
from docgen.blocks.chart_labels import label_positions, labelled_points, shown_in_segment
from docgen.layout.contrast import readable_on
from docgen.layout.style import Style, line
from docgen.placed import Box, ChartAxis, ChartText, Line, PlacedChart, PlacedSeries
from docgen.ready import ReadyFigure, ReadySeries

_MARKERS: tuple[Literal["circle", "square", "diamond", "triangle"], ...] = (
    "circle",
    "square",
    "diamond",
    "triangle",
)
_GROUPINGS: dict[str, Literal["standard", "clustered", "stacked", "percent", "pie", "donut"]] = {
    "line": "standard",
    "column": "clustered",
    "stacked_column": "stacked",
    "percent_column": "percent",
    "bar": "clustered",
    "stacked_bar": "stacked",
    "column_line": "clustered",
    "slope": "standard",
    "sparkline": "standard",
    "pie": "pie",
    "donut": "donut",
}
# A marker on each of more points than this makes a line look like a chain.
_MOST_MARKED_POINTS = 15
# Space that a chart's own axis labels and legend take, in lines of its text.
_AXIS_LINES = 1.6
_LEGEND_LINES = 2.0


def placed_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The chart of a figure that has data, to be drawn in ``box``."""
    look = style.text("chart")
    legend: Literal["none", "bottom"] = "bottom" if len(figure.series) > 1 else "none"
    lines = _AXIS_LINES + (_LEGEND_LINES if legend != "none" else 0)
    plot_height = max(1.0, box.height - lines * look.pitch)
    axis = _axis(figure)
    series = tuple(
        _series(one, index, figure, style) for index, one in enumerate(_coloured(figure.series, style))
    )
    series = _labelled(series, figure, axis, plot_height, style)
    labels = style.text("chart_label")
    return PlacedChart(
        categories=figure.categories,
        series=series,
        grouping=_GROUPINGS[figure.kind],
        horizontal=figure.kind in ("bar", "stacked_bar"),
        axis=axis,
        legend=legend,
        text=ChartText(look.size, look.colour),
        label_text=ChartText(labels.size, labels.colour, labels.bold),
        gridline=line(style.chart.gridline),
        axis_line=line(style.chart.axis),
        gap_width=style.chart.gap_width,
        category_label_step=_label_step(figure.categories, box.width - 4 * look.size, look.size),
        category_name=figure.x_name,
    )


def _coloured(series: Sequence[ReadySeries], style: Style) -> tuple[tuple[ReadySeries, str], ...]:
    """Each series with its colour: its own, the highlight, or the next of the pack's."""
    palette = style.chart.series
    any_highlighted = any(one.highlighted for one in series)
    coloured = []
    for index, one in enumerate(series):
        if one.colour is not None:
            colour = one.colour
        elif any_highlighted:
            colour = style.chart.highlight if one.highlighted else style.chart.muted
        else:
            colour = palette[index % len(palette)]
        coloured.append((one, colour))
    return tuple(coloured)


def _series(
    coloured: tuple[ReadySeries, str], index: int, figure: ReadyFigure, style: Style
) -> PlacedSeries:
    series, colour = coloured
    kind = _drawn_as(series, figure)
    marked = kind == "line" and len(figure.categories) <= _MOST_MARKED_POINTS
    return PlacedSeries(
        name=series.name,
        values=tuple(None if value is None else float(value) for value in series.values),
        colour=colour,
        kind=kind,
        number_format="#,##0" + ("." + "0" * series.decimals if series.decimals else ""),
        marker=_MARKERS[index % len(_MARKERS)] if marked else "none",
        line=Line(colour, style.chart.line_width) if kind == "line" else None,
        dash_from=figure.forecast_from if kind == "line" else None,
        secondary=series.secondary,
    )


def _drawn_as(series: ReadySeries, figure: ReadyFigure) -> Literal["line", "column", "bar", "pie"]:
    if series.drawn_as == "line":
        return "line"
    if series.drawn_as == "column":
        return "column"
    if figure.kind in ("line", "slope", "sparkline"):
        return "line"
    if figure.kind in ("bar", "stacked_bar"):
        return "bar"
    return "pie" if figure.kind in ("pie", "donut") else "column"


def _axis(figure: ReadyFigure) -> ChartAxis:
    values = [[None if v is None else float(v) for v in s.values] for s in figure.series if not s.secondary]
    stacked = figure.kind in ("stacked_column", "stacked_bar")
    if figure.kind == "percent_column":
        return ChartAxis(0, 1, 0.25, "0%")
    known = stack_totals(values) if stacked else [v for column in values for v in column if v is not None]
    return value_axis(
        known,
        from_zero=figure.kind not in ("line", "slope", "sparkline"),
        minimum=figure.minimum,
        maximum=figure.maximum,
        reverse=figure.reversed,
    )


def _labelled(
    series: tuple[PlacedSeries, ...], figure: ReadyFigure, axis: ChartAxis, plot_height: float, style: Style
) -> tuple[PlacedSeries, ...]:
    """The series with their value labels, where there is room for them."""
    stacked = figure.kind in ("stacked_column", "stacked_bar", "percent_column")
    size = style.text("chart_label").size
    labelled = []
    for index, one in enumerate(series):
        points = labelled_points(one.values, "all" if stacked and figure.labels != "none" else figure.labels)
        if stacked:
            points = shown_in_segment(one.values, points, axis, plot_height, size)
            colour = readable_on(one.colour, ("ink", "paper"), style.pack.colours)
            labelled.append(replace(one, labels=points, label_colour=colour, label_position="center"))
        else:
            position = label_positions(series, index, axis.reversed)
            labelled.append(replace(one, labels=points, label_colour="ink", label_position=position))
    return tuple(labelled)


def _label_step(categories: Sequence[str], width: float, size: float) -> int:
    """Every how many categories a label fits beside the next without turning."""
    if not categories:
        return 1
    widest = max(_em_width(category) for category in categories) * size
    step = 1
    while step < len(categories) and width / len(categories) * step < widest + size * 0.6:
        step = step + 1 if step < 2 else step + (5 - step % 5 if step >= 5 else 5 - step)
    return step


def _em_width(text: str) -> float:
    return max(sum(1.0 if ord(c) > 0x2E7F else 0.72 for c in part) for part in text.split("\n"))
