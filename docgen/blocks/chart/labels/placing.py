"""The series of a chart with as many of the labels that its figure asks for as it has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.blocks.chart.frame import Frame, Plot
from docgen.blocks.chart.labels.choice import arranged, in_groups
from docgen.blocks.chart.labels.cost import touches_column
from docgen.blocks.chart.labels.spots import Spot, column_boxes
from docgen.blocks.chart.labels.surroundings import surroundings_of
from docgen.blocks.chart.labels.wanted import WantedLabel, wanted_labels
from docgen.blocks.chart.names import Naming, end_name_boxes
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.placed import Box, PlacedSeries
from docgen.ready import ReadyFigure
from docgen.value import value


@value(frozen=True, slots=True)
class Label:
    """A label that found its spot: its box, and its colour where it stands on a column."""

    spot: Spot
    box: Box
    ink: str | None = None

    @property
    def shift(self) -> tuple[float, float]:
        """How far it is moved from its usual place, right and down, in points."""
        return self.spot.shift(self.box.width, self.box.height)


Labels = dict[int, dict[int, Label]]
"""Labels by series and by point."""


def labelled_series(
    figure: ReadyFigure, plot: Plot, named: Naming, step: int, style: Style
) -> tuple[PlacedSeries, ...]:
    """The series with their labels; every ``step``-th category has its name printed.

    Where one of all columns' labels lacks room, those at the printed names have one; else the ends.
    """
    names = end_name_boxes(figure, plot, style) if named == "direct" else ()
    choices = [1]
    if figure.labels == "all" and not plot.stacked and any(series.kind == "column" for series in plot.series):
        choices += [step, 0] if step > 1 else [0]
    labels: Labels = {}
    for every in choices:
        wanted = wanted_labels(figure, plot, named, every)
        labels = placed_labels(plot, wanted, style, names)
        if _columns_have_room(wanted, labels, plot, alone=every == 1 and len(figure.series) == 1):
            break
    return tuple(
        _with_labels(series, labels[index], plot.frame) if index in labels else series
        for index, series in enumerate(plot.series)
    )


def placed_labels(
    plot: Plot, wanted: Sequence[WantedLabel], style: Style, reserved: Sequence[Box] = ()
) -> Labels:
    """The labels that found a free spot; weightier ones choose first.

    ``reserved`` are boxes that other texts of the chart already hold.
    """
    surroundings, taken = surroundings_of(plot), list(reserved)
    labels: Labels = {}
    for group in in_groups(wanted, surroundings, style):
        for label, candidate in zip(group, arranged(group, surroundings, taken, style), strict=True):
            if candidate is None:
                continue
            taken.append(candidate.box)
            ground = surroundings.column_under(candidate.box)
            ink = None if ground is None else readable_on(ground, ("ink", "paper"), style.pack.colours)
            by_point = labels.setdefault(label.series, {})
            by_point[candidate.spot.point] = Label(candidate.spot, candidate.box, ink)
    return labels


def _columns_have_room(wanted: Sequence[WantedLabel], labels: Labels, plot: Plot, *, alone: bool) -> bool:
    """Whether each column that wants a label has it; ``alone``, none over another column."""
    columns = {index for index, series in enumerate(plot.series) if series.kind == "column"}
    boxes = [label.box for index in columns & set(labels) for label in labels[index].values()]
    count = sum(1 for label in wanted if label.series in columns)
    if len(boxes) < count:
        return False
    others = column_boxes(plot) if alone and count else ()
    return not any(touches_column(box, column) for box in boxes for column, _ in others)


def _with_labels(series: PlacedSeries, labels: Mapping[int, Label], frame: Frame) -> PlacedSeries:
    """The series with these labels by point; a target's says its name too."""
    points = tuple(sorted(labels))
    is_target = series.line is not None and series.line.dash == "dash"
    shifts = {point: label.shift for point, label in labels.items() if any(label.shift)}
    return replace(
        series,
        labels=points,
        label_positions={point: label.spot.side for point, label in labels.items()},
        label_shifts={
            point: (round(right / frame.width, 4), round(down / frame.height, 4))
            for point, (right, down) in shifts.items()
        },
        name_labels=points if is_target else (),
        label_colours={point: label.ink for point, label in labels.items() if label.ink is not None},
    )
