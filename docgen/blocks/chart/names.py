"""How a chart's series are named: by a legend, at the ends of their lines, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from docgen.blocks.chart.colours import name_inks
from docgen.blocks.chart.frame import Content, Frame, Plot
from docgen.blocks.chart.texts import chart_word, value_text, widest
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.messages import message
from docgen.model import ChartKind
from docgen.placed import Box, PlacedSeries
from docgen.ready import ReadyFigure

Naming = Literal["none", "legend", "direct"]

_MOST_DIRECT = 8
# So many categories may follow the lines' last points: the year of a target.
_MOST_AFTER = 1
# Of the chart's width, what names at the lines' ends may take.
_WIDEST_NAME = 0.3
_NAME_PITCH_EM = 1.1
_BESIDE_POINT = 5.0  # points between a line's last point and its name
# The sample of a series and the space around an entry of a legend, in em: a square, a line, a dashed line.
_SQUARE_EM, _LINE_EM, _DASHED_EM = 1.8, 3.4, 6.0
_LEGEND_PITCH_EM = 1.5
_OVER_LEGEND = 6.0  # points
# Of the chart's width, what a legend takes.
_LEGEND_WIDTH = 0.9
# A legend that takes more than this share of the height leaves no chart.
_MOST_LEGEND = 0.4


def naming(content: Content, frame: Frame, style: Style) -> Naming:
    """How the series of a chart are named, where ``frame`` leaves room for names at the right."""
    figure, named = content.figure, content.named
    if len(named) <= 1:
        return "none"
    if figure.series_labels == "legend" or any(series.kind != "line" or series.secondary for series in named):
        return "legend"
    last = max(map(last_point, named))
    ends = [series.values[last] for series in named]
    if any(end is None for end in ends) or len(named) > _MOST_DIRECT or last < frame.count - _MOST_AFTER - 1:
        return "legend"
    width = end_name_width(named, style, with_value=figure.labels != "none")
    if width > frame.width * _WIDEST_NAME and figure.kind is not ChartKind.SLOPE:
        return "legend"
    if figure.series_labels == "direct":
        return "direct"
    across = [series.values[-1] for series in content.series if not series.in_legend]
    heights = sorted(frame.across(value, content.first_axis) for value in (*ends, *across) if value is not None)
    pitch = style.text("chart_label").size * _NAME_PITCH_EM
    apart = all(second - first >= pitch for first, second in pairwise(heights))
    return "direct" if apart else "legend"


def last_point(series: PlacedSeries) -> int:
    """The index of a series' last number; 0 where it has none."""
    return max(series.points, default=0)


def end_name_width(all_series: Iterable[PlacedSeries], style: Style, *, with_value: bool) -> float:
    """The width in points of the widest name at the end of a line, with the last value behind it or without."""
    return widest((_end_name(series, style, with_value) for series in all_series), style, "chart_label")


def end_name_boxes(plot: Plot, style: Style) -> tuple[Box, ...]:
    """Where the names at the lines' ends stand, in points from the chart's top left."""
    with_value = plot.figure.labels != "none"
    pitch = style.text("chart_label").size * _NAME_PITCH_EM
    boxes = []
    for series in plot.named:
        last = last_point(series)
        value = series.values[last]
        if value is not None:
            x = plot.frame.along(last) + _BESIDE_POINT
            y = plot.frame.across(value, plot.axis_of(series)) - pitch / 2
            boxes.append(Box(x, y, end_name_width((series,), style, with_value=with_value), pitch))
    return tuple(boxes)


def with_end_names(plot: Plot, style: Style) -> tuple[PlacedSeries, ...]:
    """The series with their names at the ends of their lines, in their colours where those can be read."""
    inks = iter(name_inks([series.colour for series in plot.named], style))
    return tuple(
        _with_end_name(series, next(inks), plot.figure) if series.in_legend else series for series in plot.series
    )


def legend_height(content: Content, box: Box, style: Style) -> float:
    """The height of a legend under the chart in ``box``, in points. DocgenError where it would leave no chart."""
    em, sample = style.text("chart").size, _SQUARE_EM
    pitch = em * _LEGEND_PITCH_EM
    if any(series.kind == "line" and not series.hides_line for series in content.series):
        dashed = any(series.line is not None and series.line.dash != "solid" for series in content.series)
        sample = _DASHED_EM if dashed else _LINE_EM
    names = [series.name for series in content.named]
    # Programs set legends in columns as wide as the widest entry.
    entry = widest(names, style) + em * sample
    lines = -(-len(names) // max(1, int(box.width * _LEGEND_WIDTH / entry)))
    if lines * pitch > box.height * _MOST_LEGEND:
        raise DocgenError(
            "legend-without-room",
            where=message("on-figure", figure=content.figure.id),
            figure=content.figure.id,
            count=len(names),
        )
    return lines * pitch + _OVER_LEGEND


def _end_name(series: PlacedSeries, style: Style, with_value: bool) -> str:
    name = series.name
    if series.dash_from is not None:
        name = chart_word("forecast_of", style).format(name=name)
    return f"{name} {value_text(series, last_point(series))}" if with_value else name


def _with_end_name(series: PlacedSeries, ink: str, figure: ReadyFigure) -> PlacedSeries:
    last = last_point(series)
    return replace(
        series,
        labels=tuple(sorted({*series.labels, last})) if figure.labels != "none" else series.labels,
        name_labels=(last,),
        label_positions={**series.label_positions, last: "right"},
        label_colours={last: ink},
    )
