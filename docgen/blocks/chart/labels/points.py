"""Which points of a chart carry a label, and on which side, so that no two texts lie over each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from docgen.blocks.chart.frame import Frame
from docgen.blocks.chart.labels.choice import Wish, chosen, groups
from docgen.blocks.chart.labels.spots import Plot, Spot
from docgen.blocks.chart.labels.surroundings import surroundings
from docgen.blocks.chart.numbers import number_text
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.placed import Box, PlacedSeries
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


def labelled_points(values: Sequence[float | None], labels: str) -> tuple[int, ...]:
    """The indices that carry a label: none, the ends, the last or all of the points that have a value."""
    known = [index for index, value in enumerate(values) if value is not None]
    if not known or labels == "none":
        return ()
    if labels == "all":
        return tuple(known)
    if labels == "last":
        return (known[-1],)
    return tuple(sorted({known[0], known[-1]}))


def placed_labels(
    plot: Plot, wishes: Sequence[Wish], style: Style, reserved: Sequence[Box] = ()
) -> Labels:
    """The labels that found a free spot; weightier ones choose first.

    ``reserved`` are places that other texts of the chart already hold.
    """
    around, taken = surroundings(plot), list(reserved)
    found: Labels = {}
    for group in groups(wishes, around, style):
        for wish, candidate in zip(group, chosen(group, around, taken, style), strict=True):
            if candidate is None:
                continue
            taken.append(candidate.box)
            ground = around.column_under(candidate.box)
            ink = None if ground is None else readable_on(ground, ("ink", "paper"), style.pack.colours)
            found.setdefault(wish.series, {})[candidate.spot.point] = Label(candidate.spot, candidate.box, ink)
    return found


def with_labels(plot: Plot, found: Labels) -> tuple[PlacedSeries, ...]:
    """The series of a plot with their labels."""
    return tuple(
        _labelled(one, found[at], plot.frame) if at in found else one for at, one in enumerate(plot.series)
    )


def _labelled(one: PlacedSeries, labels: Mapping[int, Label], frame: Frame) -> PlacedSeries:
    """The series with these labels by point; a target's says its name too."""
    points = tuple(sorted(labels))
    target = one.line is not None and one.line.dash == "dash"
    shifts = {at: label.shift for at, label in labels.items()}
    return replace(
        one,
        labels=points,
        label_positions={at: label.spot.side for at, label in labels.items()},
        label_shifts={
            at: (round(x / frame.width, 4), round(y / frame.height, 4)) for at, (x, y) in shifts.items() if x or y
        },
        name_labels=points if target else (),
        label_colours={at: label.ink for at, label in labels.items() if label.ink is not None},
    )


def value_text(series: PlacedSeries, point: int) -> str:
    """What the label of a point's value prints."""
    value = series.values[point]
    return "" if value is None else number_text(value, series.number_format)
