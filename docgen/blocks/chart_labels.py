"""Which points of a chart carry a label, and on which side, so that no two texts lie over each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.blocks.chart_frame import Frame, text_width
from docgen.blocks.chart_label_cost import INTOLERABLE, gridline_cost, label_cost
from docgen.blocks.chart_label_spot import Plot, Spot, column_boxes, label_box
from docgen.blocks.chart_number import shown
from docgen.layout.contrast import readable_on
from docgen.layout.style import Style
from docgen.placed import Box, PlacedSeries

_TOO_MUCH_FOR_ONE_OF_MANY = 12.0
# The sides of a point; what each less preferred spot costs (half as much beyond the sides).
_SIDES, _ORDER = 4, 0.4


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that is wanted: its text, and the spots where it may stand, the best first."""

    series: int
    text: str
    spots: tuple[Spot, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label that found its spot: its box, and its colour where it stands on a column."""

    spot: Spot
    box: Box
    ink: str | None = None

    @property
    def shift(self) -> tuple[float, float]:
        """How far it is moved from its usual place, right and down, in points."""
        return self.spot.shift(self.box.width)


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


def with_labels(
    plot: Plot, wishes: Sequence[Wish], style: Style, reserved: Sequence[Box] = ()
) -> tuple[PlacedSeries, ...]:
    """The series with those of the wanted labels that find a free side; weightier ones choose first.

    ``reserved`` are places that other texts of the chart already hold.
    """
    pitch = style.text("chart_label").size * 1.15
    columns = column_boxes(plot)
    taken: list[Box] = list(reserved)
    found: dict[int, dict[int, Label]] = {}
    for wish in sorted(wishes, key=lambda one: (-one.weight, one.series, one.spots[0].point)):
        size = (text_width(wish.text, style, "chart_label"), pitch)
        label, cost = _best(wish, size, plot, taken, columns)
        if cost >= (INTOLERABLE if wish.weight > 1 else _TOO_MUCH_FOR_ONE_OF_MANY):
            continue
        taken.append(label.box)
        ground = next((name for column, name in columns if column.contains(label.box)), None)
        if ground is not None:
            label = replace(label, ink=readable_on(ground, ("ink", "paper"), style.pack.colours))
        found.setdefault(wish.series, {})[label.spot.point] = label
    return tuple(
        _labelled(one, found[at], plot.frame) if at in found else one for at, one in enumerate(plot.series)
    )


def _best(
    wish: Wish,
    size: tuple[float, float],
    plot: Plot,
    taken: Sequence[Box],
    columns: Sequence[tuple[Box, str]],
) -> tuple[Label, float]:
    """The label at the spot of a wish that costs least, and what it costs."""
    best, least = None, math.inf
    for order, spot in enumerate(wish.spots):
        preferred = _ORDER * min(order, _SIDES) + _ORDER / 2 * max(0, order - _SIDES)
        if preferred >= least:
            break
        box = label_box(plot, wish.series, spot, *size)
        cost = preferred + label_cost(box, wish.series, spot.point, plot, taken, columns)
        if len(wish.spots) > _SIDES:
            cost += gridline_cost(box, plot)
        if cost < least:
            best, least = Label(spot, box), cost
    assert best is not None
    return best, least


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
    return "" if value is None else shown(value, series.number_format)
