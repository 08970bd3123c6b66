"""The series of a chart with as many of the labels that its figure asks for as it has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.labels.choice import arranged, in_groups
from docgen.blocks.chart.labels.cost import touches_column
from docgen.blocks.chart.labels.search import Label
from docgen.blocks.chart.labels.surroundings import Surroundings, surroundings_of
from docgen.blocks.chart.labels.wanted import WantedLabel, wanted_labels
from docgen.blocks.chart.names import Naming, end_name_boxes
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.placed import Box, PlacedSeries
from docgen.ready import ReadyFigure

Labels = dict[int, dict[int, Label]]
"""Labels by series and by point."""


def labelled_series(
    figure: ReadyFigure, plot: Plot, named: Naming, step: int, style: Style
) -> tuple[PlacedSeries, ...]:
    """The series with their labels; every ``step``-th category has its name printed.

    Where one of all columns' labels lacks room, those at the printed names have one; else the ends.
    """
    surroundings = surroundings_of(plot)
    names = end_name_boxes(figure, plot, style) if named == "direct" else ()
    choices = [1]
    if figure.labels == "all" and not plot.stacked and any(series.kind == "column" for series in plot.series):
        choices += [step, 0] if step > 1 else [0]
    labels: Labels = {}
    for every in choices:
        wanted = wanted_labels(figure, plot, named, every)
        labels = placed_labels(surroundings, wanted, style, names)
        if _columns_have_room(wanted, labels, surroundings, alone=every == 1 and len(figure.series) == 1):
            break
    return tuple(
        _with_labels(series, labels[index], surroundings, style) if index in labels else series
        for index, series in enumerate(plot.series)
    )


def placed_labels(
    surroundings: Surroundings, wanted: Sequence[WantedLabel], style: Style, reserved: Sequence[Box] = ()
) -> Labels:
    """The labels that found a free spot; weightier ones choose first.

    ``reserved`` are boxes that other texts of the chart already hold.
    """
    taken, labels = list(reserved), Labels()
    for group in in_groups(wanted, surroundings, style):
        for wanted_label, label in zip(group, arranged(group, surroundings, taken, style), strict=True):
            if label is not None:
                taken.append(label.box)
                labels.setdefault(wanted_label.series, {})[label.spot.point] = label
    return labels


def _columns_have_room(
    wanted: Sequence[WantedLabel], labels: Labels, surroundings: Surroundings, *, alone: bool
) -> bool:
    """Whether each column that wants a label has it; ``alone``, none over another column."""
    columns = {index for index, series in enumerate(surroundings.plot.series) if series.kind == "column"}
    boxes = [label.box for index in columns & set(labels) for label in labels[index].values()]
    if len(boxes) < sum(1 for label in wanted if label.series in columns):
        return False
    return not (alone and any(touches_column(box, column) for box in boxes for column, _ in surroundings.columns))


def _with_labels(
    series: PlacedSeries, labels: Mapping[int, Label], surroundings: Surroundings, style: Style
) -> PlacedSeries:
    """The series with these labels by point; a target's says its name too, one on a column is readable there."""
    frame = surroundings.plot.frame
    points = tuple(sorted(labels))
    is_target = series.line is not None and series.line.dash == "dash"
    shifts = {point: label.shift for point, label in labels.items() if any(label.shift)}
    grounds = {point: surroundings.column_under(label.box) for point, label in labels.items()}
    return replace(
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
