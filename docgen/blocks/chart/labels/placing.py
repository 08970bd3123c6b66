"""The series of a chart with as many of the labels that its figure asks for as it has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from docgen.blocks.chart.annotations.leaders import leader_strips
from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.labels.cost import touches_column
from docgen.blocks.chart.labels.search import Label, Labels, placed_labels
from docgen.blocks.chart.labels.spots import Surroundings, surroundings_of
from docgen.blocks.chart.labels.wanted import WantedLabel, wanted_labels
from docgen.blocks.chart.names import Naming, end_name_boxes
from docgen.blocks.chart.texts import label_height, text_width, value_text
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.placed import PlacedSeries
from docgen.with_fields import with_fields

_MARGIN = 2.0  # points beside a label in a segment


def labelled_series(plot: Plot, named: Naming, step: int, style: Style) -> tuple[PlacedSeries, ...]:
    """The series with their labels; every ``step``-th category has its name printed.

    Where one of all columns' labels lacks room, those at the printed names have one; else the ends.
    """
    figure, surroundings = plot.figure, surroundings_of(plot)
    is_stacked = figure.kind.is_stacked
    reserved = (*(end_name_boxes(plot, style) if named == "direct" else ()), *leader_strips(plot, style))
    choices = [1]
    if figure.labels == "all" and not is_stacked and any(series.kind == "column" for series in plot.series):
        choices += [step, 0] if step > 1 else [0]
    labels: Labels = {}
    for every in choices:
        wanted = wanted_labels(plot, named, every)
        labels = placed_labels(surroundings, wanted, style, reserved)
        if _columns_have_room(wanted, labels, surroundings, alone=every == 1 and len(figure.series) == 1):
            break
    labelled = tuple(
        _with_labels(series, labels[index], surroundings, style) if index in labels else series
        for index, series in enumerate(plot.series)
    )
    return _with_segment_labels(with_fields(plot, series=labelled), style) if is_stacked else labelled


def every_bar_is_labelled(plot: Plot) -> bool:
    """Whether each column or bar on the first axis says its value, and nothing but columns stands on it.

    Its numbers and gridlines then say nothing more. Lines across that say their value are no reason to keep them.
    """
    first = [series for series in plot.series if plot.second_axis is None or not series.secondary]
    columns = [series for series in first if series.kind != "line"]
    others = (series for series in first if series.kind == "line")
    if not columns or plot.figure.kind.is_stacked or any(series.in_legend or not series.labels for series in others):
        return False
    return all(set(series.points) <= set(series.labels) for series in columns)


def _columns_have_room(
    wanted: Sequence[WantedLabel], labels: Labels, surroundings: Surroundings, *, alone: bool
) -> bool:
    """Whether each column that wants a label has it; of a series ``alone``, none over another column."""
    columns = {index for index, series in enumerate(surroundings.plot.series) if series.kind == "column"}
    boxes = [label.box for index in columns & set(labels) for label in labels[index].values()]
    if len(boxes) < sum(1 for label in wanted if label.series in columns):
        return False
    return not (alone and any(touches_column(box, column) for box in boxes for column, _ in surroundings.columns))


def _with_labels(
    series: PlacedSeries, labels: Mapping[int, Label], surroundings: Surroundings, style: Style
) -> PlacedSeries:
    """The series with these labels by point; a line across says its name too, one on a column is readable there."""
    frame = surroundings.plot.frame
    points = tuple(sorted(labels))
    is_target = series.line is not None and series.line.dash != "solid"
    shifts = {point: label.shift for point, label in labels.items() if any(label.shift)}
    grounds = {point: surroundings.column_under(label.box) for point, label in labels.items()}
    return with_fields(
        series,
        labels=points,
        label_positions={point: label.spot.side for point, label in labels.items()},
        label_shifts={
            point: (round(right / frame.width, 4), round(down / frame.height, 4))
            for point, (right, down) in shifts.items()
        },
        name_labels=points if is_target else (),
        label_colours={
            point: readable_on(ground, ("ink", "paper"), style.pack.colours)
            for point, ground in grounds.items()
            if ground is not None
        },
    )


def _with_segment_labels(plot: Plot, style: Style) -> tuple[PlacedSeries, ...]:
    """The series of stacks with the values of their segments in readable ink, where these are large enough.

    A pattern carries none, since it cannot be read.
    """
    if plot.figure.labels == "none":
        return plot.series
    points = sorted({point for series in plot.columns for point in series.points})
    if plot.figure.labels == "last":
        points = points[-1:]
    return tuple(
        series
        if series.kind in ("line", "area") or series.pattern is not None
        else _with_numbers(index, [point for point in points if _fits(index, point, plot, style)], plot, style)
        for index, series in enumerate(plot.series)
    )


def _with_numbers(index: int, points: list[int], plot: Plot, style: Style) -> PlacedSeries:
    series = plot.series[index]
    # On the paper in a forecast's hatch stands dark text.
    hatched = [] if series.dash_from is None else [point for point in points if point >= series.dash_from]
    return with_fields(
        series,
        labels=tuple(points),
        label_colour=readable_on(series.colour, ("ink", "paper"), style.pack.colours),
        label_colours=dict.fromkeys(hatched, "ink"),
        label_position="center",
    )


def _fits(index: int, point: int, plot: Plot, style: Style) -> bool:
    """Whether a segment holds its value; one that is all of its stack leaves that to the total."""
    series, frame = plot.series[index], plot.frame
    value = series.values[point]
    if not value:
        return False
    stack = [abs(part.values[point] or 0) for part in plot.columns]
    has_total = any(total.kind == "line" and point in total.labels for total in plot.series)
    if has_total and len(stack) > 1 and sum(1 for part in stack if part) == 1:
        return False
    if plot.figure.kind.is_in_percent:
        length = abs(value) / (fsum(stack) or 1) * (frame.plot.width if frame.horizontal else frame.plot.height)
    else:
        axis = plot.axis_of(series)
        length = abs(frame.across(value, axis) - frame.across(0, axis))
    width = text_width(value_text(series, point), style, "chart_label")
    height = label_height(style)
    across = frame.slot / (1 + plot.gap_width / 100)
    if frame.horizontal:
        return length >= width + _MARGIN and across >= height
    return length >= height and across >= width - _MARGIN
