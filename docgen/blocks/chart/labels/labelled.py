"""The series of a chart with as many of the labels that its figure asks for as it has room for."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.chart.categories import printed_step
from docgen.blocks.chart.frame import text_width
from docgen.blocks.chart.labels.choice import Wish
from docgen.blocks.chart.labels.cost import touches_column
from docgen.blocks.chart.labels.points import Labels, placed_labels, with_labels
from docgen.blocks.chart.labels.spots import Plot, column_boxes
from docgen.blocks.chart.labels.wanted import wishes
from docgen.blocks.chart.names import Naming, end_text, last_point
from docgen.layout.style import Style
from docgen.placed import Box, PlacedSeries
from docgen.ready import ReadyFigure


def labelled_series(figure: ReadyFigure, plot: Plot, named: Naming, style: Style) -> tuple[PlacedSeries, ...]:
    """The series with their labels.

    Where one of all columns' labels lacks room, those at the names that are printed have one; else the ends.
    """
    reserved = _name_boxes(figure, plot, named, style)
    choices = [1]
    if figure.labels == "all" and not plot.stacked and any(one.kind == "column" for one in plot.series):
        step = printed_step(figure, plot.frame.slot, style)
        choices += [step, 0] if step > 1 else [0]
    found: Labels = {}
    for every in choices:
        wanted = wishes(figure, plot, named, every)
        found = placed_labels(plot, wanted, style, reserved)
        if _has_room(wanted, found, plot, alone=every == 1 and len(figure.series) == 1):
            break
    return with_labels(plot, found)


def _has_room(wanted: Sequence[Wish], found: Labels, plot: Plot, *, alone: bool) -> bool:
    """Whether each column that wants a label has it; ``alone``, none over another column."""
    at_columns = [one for one in wanted if plot.series[one.series].kind == "column"]
    labels = [label for at, each in found.items() if plot.series[at].kind == "column" for label in each.values()]
    if len(labels) < len(at_columns):
        return False
    columns = column_boxes(plot) if alone and at_columns else ()
    return not any(touches_column(label.box, column) for label in labels for column, _ in columns)


def _name_boxes(figure: ReadyFigure, plot: Plot, named: Naming, style: Style) -> tuple[Box, ...]:
    """Where the names at the lines' ends stand, which no label may touch."""
    if named != "direct":
        return ()
    pitch = style.text("chart_label").size * 1.1
    boxes = []
    for one, axis in zip(plot.series, plot.axes, strict=True):
        last = last_point(one)
        value = one.values[last]
        if one.in_legend and value is not None:
            y = plot.frame.across(value, axis) - pitch / 2
            width = text_width(end_text(figure, one, style), style, "chart_label")
            boxes.append(Box(plot.frame.along(last) + 5, y, width, pitch))
    return tuple(boxes)
