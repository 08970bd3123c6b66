"""From a ready figure to a placed chart: its axes, frame, series, labels and names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.blocks.chart.axes import chart_axes
from docgen.blocks.chart.categories import (
    are_periods,
    bar_name_room,
    category_names,
    check_names,
    name_lines,
    printed_step,
)
from docgen.blocks.chart.colours import name_inks
from docgen.blocks.chart.frame import Frame, Room, framed, text_width, widest
from docgen.blocks.chart.labels.labelled import labelled_series
from docgen.blocks.chart.labels.segments import with_segment_labels
from docgen.blocks.chart.labels.spots import Plot
from docgen.blocks.chart.line_parts import in_parts
from docgen.blocks.chart.names import (
    Naming,
    end_name_width,
    last_point,
    legend_lines,
    legend_pitch,
    naming,
)
from docgen.blocks.chart.numbers import number_text
from docgen.blocks.chart.values import (
    data_series,
    target_series,
    total_series,
    with_target_rows,
)
from docgen.layout.style import Style, line
from docgen.model import ChartKind
from docgen.placed import Box, ChartAxis, ChartText, PlacedChart, PlacedSeries
from docgen.ready import ReadyFigure
from docgen.ready.figure_rules import check_figure

# Columns and bars are never thicker than this, in points, so that few categories do not look enormous.
_WIDEST_COLUMN, _WIDEST_OF_SEVERAL = 64.0, 48.0
_THICKEST_BAR, _THICKEST_OF_SEVERAL = 30.0, 20.0
# Of its row, what a bar takes at the least, so that few bars in a high chart are no thin lines.
_LEAST_OF_SLOT = 0.33
_MOST_GAP = 500
_TICK_GAP = 8.0  # points between the numbers of an axis and the plot
_WIDEST_SLOPE = 420.0
_LEAST_MARKER_SLOT = 11.0  # points from one marker to the next


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, the frame it is drawn in, and how its series are named."""

    chart: PlacedChart
    frame: Frame
    naming: Naming


def axis_chart(figure: ReadyFigure, box: Box, style: Style) -> Drawn:
    """The chart of a figure with axes, to be drawn in ``box``.

    Raises DocgenError for a figure that has nothing to draw, or more than can be told apart.
    """
    check_figure(figure)
    figure, rows = with_target_rows(figure)
    own = data_series(figure, style, rows)
    series = (*own, *total_series(figure, style), *target_series(figure, style))
    first, second = chart_axes(figure, series, box.height, style)
    axes = tuple(second if one.secondary and second else first for one in series)
    at_ends = _have_names_at_ends(figure, series, second)
    room = _room(figure, series, (first, second), box, style, named=at_ends)
    frame = framed(box, room, len(figure.categories), horizontal=figure.kind.is_horizontal)
    named = naming(figure, series, first, frame, style)
    if named != "direct":
        room = _room(figure, series, (first, second), box, style, named=False) if at_ends else room
        lines = legend_lines(figure, series, box.width, box.height, style) if named == "legend" else 0
        room = replace(room, bottom=room.bottom + lines * legend_pitch(style) + (6 if lines else 0))
        frame = framed(box, room, len(figure.categories), horizontal=figure.kind.is_horizontal)
    frame = _narrowed(frame, figure)
    if not figure.kind.is_horizontal and figure.kind is not ChartKind.SPARKLINE and not are_periods(figure.categories):
        check_names(figure, frame.slot, style.text("chart").size)
    if frame.slot < _LEAST_MARKER_SLOT:
        series = tuple(replace(one, marker="none") if one.in_legend else one for one in series)
    stacked = figure.kind.is_stacked
    plot = Plot(series, axes, frame, _gap(figure, own, frame, style), stacked)
    labelled = labelled_series(figure, plot, named, style)
    if stacked:
        labelled = with_segment_labels(replace(plot, series=labelled), figure, style)
    if named == "direct":
        labelled = _with_names(labelled, figure, style)
    return Drawn(_placed(figure, plot, labelled, (first, second), named, style), frame, named)


def _have_names_at_ends(figure: ReadyFigure, series: Sequence[PlacedSeries], second: ChartAxis | None) -> bool:
    """Whether the series may be named at the ends of their lines: several lines, and no axis there."""
    lines = sum(1 for one in series if one.in_legend and one.kind == "line")
    return not figure.kind.is_horizontal and lines > 1 and second is None


def _room(
    figure: ReadyFigure,
    series: Sequence[PlacedSeries],
    axes: tuple[ChartAxis, ChartAxis | None],
    box: Box,
    style: Style,
    *,
    named: bool,
) -> Room:
    """The space around the plot, without a legend; ``named`` leaves room for names at the lines' ends."""
    label, look = style.text("chart_label"), style.text("chart")
    beside = figure.labels == "last" and all(one.kind == "line" for one in series)
    bare_top = (figure.labels == "none" or beside) and not figure.targets
    top = look.size * 0.8 if bare_top else label.size * 1.3 + 4
    if figure.kind.is_horizontal:
        return _bar_room(figure, series, axes[0], box, style)
    left = _tick_width(axes[0], style) + _TICK_GAP if axes[0].visible else 6.0
    right = _tick_width(axes[1], style) + _TICK_GAP if axes[1] is not None else 6.0
    ends = [one for one in series if one.in_legend and one.kind == "line"]
    if named:
        right = max(right, end_name_width(figure, ends, style) + 12)
    across = [one for one in series if not one.in_legend and one.line is not None and one.line.width > 0]
    if across and axes[1] is None and len(ends) == len(figure.series):
        right = max(right, end_name_width(replace(figure, labels="all"), across, style) + 10)
    if not figure.kind.has_value_axis and figure.labels != "none":
        first = [number_text(one.values[0], one.number_format) for one in series if one.values[0] is not None]
        left = max(left, widest(first, style, "chart_label") + 12)
        right = max(right, left)
    if figure.kind is ChartKind.SPARKLINE:
        edge = 3.0 if figure.labels == "none" else max(3.0, label.size * 0.6)
        return Room(left, edge, right, edge)
    if axes[1] is None:
        last = [number_text(one.values[-1], one.number_format) for one in series if one.values[-1] is not None]
        slot = (box.width - left - right) / max(1, len(figure.categories))
        if ends and (len(ends) > 1 or figure.labels == "last") and figure.labels != "none":
            right = max(right, widest(last, style, "chart_label") + 9 - slot / 2)
        right = max(right, widest(last, style, "chart_label") / 2 - slot / 2 + 4)
    slot = max(1.0, (box.width - left - right) / max(1, len(figure.categories)))
    lines = name_lines(category_names(figure, slot, style), slot, style)
    return Room(left, top, right, lines * look.size * 1.25 + 7)


def _bar_room(
    figure: ReadyFigure, series: Sequence[PlacedSeries], axis: ChartAxis, box: Box, style: Style
) -> Room:
    look = style.text("chart")
    left = bar_name_room(figure.categories, box.width, style)
    texts = [number_text(value, one.number_format) for one in series for value in one.values if value is not None]
    right = widest(texts, style, "chart_label") + 8 if figure.kind is ChartKind.BAR else 10.0
    right = max(right, text_width(number_text(axis.maximum or 0, axis.number_format), style) / 2 + 2)
    return Room(left, 4.0, right, look.size * 1.25 + 7 if axis.visible else 4.0)


def _tick_width(axis: ChartAxis, style: Style) -> float:
    ends = [axis.minimum or 0.0, axis.maximum or 0.0]
    return widest((number_text(end, axis.number_format) for end in ends), style)


def _narrowed(frame: Frame, figure: ReadyFigure) -> Frame:
    """The lines of a slope chart not drawn out over a whole page."""
    spare = frame.plot.width - _WIDEST_SLOPE
    if figure.kind is not ChartKind.SLOPE or spare <= 0:
        return frame
    plot = frame.plot
    return replace(frame, plot=Box(plot.x + spare / 2, plot.y, plot.width - spare, plot.height))


def _gap(figure: ReadyFigure, own: Sequence[PlacedSeries], frame: Frame, style: Style) -> int:
    """The gap between columns in percent of a column: the pack's, or more where columns would be too wide."""
    stacked = figure.kind.is_stacked
    count = 1 if stacked else max(1, sum(1 for one in own if one.kind != "line"))
    one, of_several = (
        (_THICKEST_BAR, _THICKEST_OF_SEVERAL) if figure.kind.is_horizontal else (_WIDEST_COLUMN, _WIDEST_OF_SEVERAL)
    )
    widest_column = one if count == 1 else of_several
    if figure.kind.is_horizontal:
        widest_column = max(widest_column, frame.slot * _LEAST_OF_SLOT / count)
    return min(_MOST_GAP, max(style.chart.gap_width, math.ceil((frame.slot / widest_column - count) * 100)))


def _with_names(
    series: Sequence[PlacedSeries], figure: ReadyFigure, style: Style
) -> tuple[PlacedSeries, ...]:
    """The series' names at the ends of their lines, in their colours where those can be read."""
    named = [one for one in series if one.in_legend]
    inks = dict(
        zip((one.name for one in named), name_inks([one.colour for one in named], style), strict=True)
    )
    result = []
    for one in series:
        last = last_point(one)
        if not one.in_legend:
            result.append(one)
            continue
        labels = tuple(sorted({*one.labels, last})) if figure.labels != "none" else one.labels
        sides = {**one.label_positions, last: "right"}
        result.append(
            replace(
                one,
                labels=labels,
                name_labels=(last,),
                label_positions=sides,
                label_colours={last: inks[one.name]},
            )
        )
    return tuple(result)


def _placed(
    figure: ReadyFigure,
    plot: Plot,
    series: tuple[PlacedSeries, ...],
    axes: tuple[ChartAxis, ChartAxis | None],
    named: Naming,
    style: Style,
) -> PlacedChart:
    look, labels = style.text("chart"), style.text("chart_label")
    bare = not axes[0].visible
    return PlacedChart(
        categories=category_names(figure, plot.frame.slot, style),
        series=in_parts(series, figure.categories, style),
        grouping=figure.kind.grouping,
        horizontal=figure.kind.is_horizontal,
        axis=axes[0],
        secondary_axis=axes[1],
        legend="bottom" if named == "legend" else "none",
        text=ChartText(look.size, look.colour),
        label_text=ChartText(labels.size, "ink", labels.bold),
        gridline=None if bare else line(style.chart.gridline),
        axis_line=None if figure.kind is ChartKind.SPARKLINE else line(style.chart.axis),
        gap_width=plot.gap_width,
        category_label_step=printed_step(figure, plot.frame.slot, style),
        category_name=figure.x_name,
        category_labels=figure.kind is not ChartKind.SPARKLINE,
        plot=plot.frame.fractions(),
    )
