"""How a chart's series are named: at their marks, over the plot, by a legend, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from docgen.blocks.chart.annotations.shapes import BAND, SHADE
from docgen.blocks.chart.colours import name_inks
from docgen.blocks.chart.frame import Content, Frame, Plot
from docgen.blocks.chart.key import (
    beside_width,
    fits_over,
    key_height,
    key_items,
    spread_apart,
    too_wide_for_legend,
)
from docgen.blocks.chart.texts import chart_word, text_width, value_text, widest
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.messages import message
from docgen.model import ChartKind
from docgen.placed import Box, PlacedSeries

Naming = Literal["none", "legend", "direct", "first", "beside", "over"]
"""By nothing; by a legend; at the ends of lines; at the first of lying bars; beside the last of stacks; over the plot."""

_MOST_DIRECT = 8
# So many categories may follow the lines' last points: the year of a target.
_MOST_AFTER = 1
# Of the chart's width, what names at the lines' ends may take.
_WIDEST_NAME, _WIDEST_NAME_OF_SLOPE = 0.3, 0.7
_NAME_PITCH_EM = 1.1
_UNMOVED = 0.5  # points that a name may stand beside its height
_BESIDE_POINT = 5.0  # points between a line's last point and its name
# The sample of a series and the space around an entry of a legend, in em: a square, a line, a dashed line.
_SQUARE_EM, _LINE_EM, _DASHED_EM = 1.8, 3.4, 6.0
_LEGEND_PITCH_EM = 1.5
_OVER_LEGEND = 6.0  # points
# Of the chart's width, what a legend takes.
_LEGEND_WIDTH = 0.9
# A legend that takes more than this share of the height leaves no chart.
_MOST_LEGEND = 0.4
# So does a key over a chart that takes more than this.
_MOST_KEY = 0.6


def naming(content: Content, frame: Frame, style: Style) -> Naming:
    """How the series of a chart are named, where ``frame`` leaves room for names at the right.

    At their marks where these have room: at the ends of lines, at the first of lying bars, beside the last of stacks;
    else in a row over the plot. A legend stands where the figure states it, or the names have no room else.
    """
    figure, named = content.figure, content.named
    if len(named) <= 1:
        return "none"
    if figure.series_labels == "legend" and not too_wide_for_legend(key_items(content, style), frame.width, style):
        return "legend"
    if _has_end_names(content, frame, style):
        return "direct"
    if figure.kind.is_horizontal and not figure.kind.is_stacked and _has_first_names(content, frame, style):
        return "first"
    if beside_width(content, Box(0, 0, frame.width, frame.height), style):
        return "beside"
    return "over" if fits_over(key_items(content, style), frame.width, style) else "legend"


def _has_end_names(content: Content, frame: Frame, style: Style) -> bool:
    """Whether all series are lines whose names have room at their ends."""
    figure, named = content.figure, content.named
    if any(series.kind != "line" or series.secondary for series in named):
        return False
    last = max(map(last_point, named))
    if any(series.values[last] is None for series in named) or len(named) > _MOST_DIRECT:
        return False
    if last < frame.count - _MOST_AFTER - 1:
        return False
    width = end_name_width(named, style, with_value=figure.labels != "none")
    if width > frame.width * (_WIDEST_NAME_OF_SLOPE if figure.kind is ChartKind.SLOPE else _WIDEST_NAME):
        return False
    return figure.series_labels == "direct" or len(named) * _name_pitch(style) <= frame.plot.height


def _has_first_names(content: Content, frame: Frame, style: Style) -> bool:
    """Whether the bars of the first category have room for their series' names, with their values, at their ends."""
    if content.figure.labels not in ("all", "ends"):
        return False
    for series in content.named:
        value = series.values[0]
        if value is None or value < 0:
            return False
        end = frame.across(value, content.axis_of(series)) + _BESIDE_POINT
        if end + text_width(f"{series.name} {value_text(series, 0)}", style, "chart_label") > frame.width:
            return False
    return True


def last_point(series: PlacedSeries) -> int:
    """The index of a series' last number; 0 where it has none."""
    return max(series.points, default=0)


def end_name_width(all_series: Iterable[PlacedSeries], style: Style, *, with_value: bool) -> float:
    """The width in points of the widest name at the end of a line, with the last value behind it or without."""
    return widest((_end_name(series, style, with_value) for series in all_series), style, "chart_label")


def end_name_boxes(plot: Plot, style: Style) -> tuple[Box, ...]:
    """Where the names at the lines' ends stand, in points from the chart's top left."""
    with_value = plot.figure.labels != "none"
    pitch = _name_pitch(style)
    x = max((plot.frame.along(last_point(series)) for series in plot.named), default=0.0) + _BESIDE_POINT
    return tuple(
        Box(x, middle - pitch / 2, end_name_width((series,), style, with_value=with_value), pitch)
        for series, middle in zip(plot.named, _end_middles(plot, style), strict=True)
    )


def with_end_names(plot: Plot, style: Style) -> tuple[PlacedSeries, ...]:
    """The series with their names at the ends of their lines, in their colours where those can be read."""
    ground = SHADE if plot.figure.annotations.shades else "paper"
    ground = BAND if any(series.band for series in plot.figure.series) else ground
    inks = iter(name_inks([series.colour for series in plot.named], style, ground))
    middles = iter(_end_middles(plot, style))
    return tuple(
        _with_end_name(series, next(inks), next(middles), plot) if series.in_legend else series
        for series in plot.series
    )


def with_first_names(plot: Plot) -> tuple[PlacedSeries, ...]:
    """The series of lying bars with their names before the values of the first category."""
    return tuple(replace(series, name_labels=(0,)) if series.in_legend else series for series in plot.series)


def _end_middles(plot: Plot, style: Style) -> list[float]:
    """The heights of the names at the lines' ends, apart from each other and from those of lines across."""
    frame, pitch = plot.frame, _name_pitch(style)
    ends = [frame.across(series.values[last_point(series)] or 0.0, plot.axis_of(series)) for series in plot.named]
    lines = [series for series in plot.series if not series.in_legend and series.values[-1] is not None]
    across = [frame.across(series.values[-1] or 0.0, plot.axis_of(series)) for series in lines]
    # Neither over the chart's edge nor among the names of the categories.
    low = pitch / 2
    high = max(frame.plot.bottom - pitch / 4, low + pitch * (len(ends) + len(across) - 1))
    return spread_apart([*ends, *across], pitch, low, high)[: len(ends)]


def _name_pitch(style: Style) -> float:
    return style.text("chart_label").size * _NAME_PITCH_EM


def over_height(content: Content, box: Box, style: Style) -> float:
    """The height of a key over the chart in ``box``, in points. DocgenError where it would leave no chart."""
    height = key_height(key_items(content, style), box.width, style)
    if height > box.height * _MOST_KEY:
        raise _without_room(content)
    return height


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
        raise _without_room(content)
    return lines * pitch + _OVER_LEGEND


def _without_room(content: Content) -> DocgenError:
    name = content.figure.id
    where = message("on-figure", figure=name)
    return DocgenError("legend-without-room", where=where, figure=name, count=len(content.named))


def _end_name(series: PlacedSeries, style: Style, with_value: bool) -> str:
    name = series.name
    if series.dash_from is not None:
        name = chart_word("forecast_of", style).format(name=name)
    return f"{name} {value_text(series, last_point(series))}" if with_value else name


def _with_end_name(series: PlacedSeries, ink: str, middle: float, plot: Plot) -> PlacedSeries:
    last = last_point(series)
    down = middle - plot.frame.across(series.values[last] or 0.0, plot.axis_of(series))
    shifts = {last: (0.0, round(down / plot.frame.height, 4))} if abs(down) > _UNMOVED else {}
    return replace(
        series,
        labels=tuple(sorted({*series.labels, last})) if plot.figure.labels != "none" else series.labels,
        name_labels=(last,),
        label_positions={**series.label_positions, last: "right"},
        label_shifts={**{point: shift for point, shift in series.label_shifts.items() if point != last}, **shifts},
        label_colours={last: ink},
    )
