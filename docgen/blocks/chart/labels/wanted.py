"""Which labels a chart would like to carry, and at which spots of their points, the best first.

Here stands what a figure's ``labels`` (none, ends, last, all) mean for each kind of series, and which labels
are the weightier ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.blocks.chart.frame import Plot
from docgen.blocks.chart.labels.cost import INTOLERABLE
from docgen.blocks.chart.labels.spots import LIFTS, Spot
from docgen.blocks.chart.names import Naming
from docgen.blocks.chart.texts import value_text
from docgen.placed import LabelPosition, PlacedSeries
from docgen.ready import ReadyFigure
from docgen.value import value

# The weights of labels: who chooses a side first.
_TARGET, _LAST, _FIRST, _OTHER = 4, 3, 2, 1
# The cost of leaving out one label of many: less than that of two lines through it.
_TOO_MUCH_FOR_ONE_OF_MANY = 12.0
# The number of labels on lines beyond which all labels are too many; the ends then stand for all.
_MOST_ON_LINES = 60
# How far labels are lifted: those of ends and highlights, and all others.
_ALL_LIFTS, _NEAR_LIFTS = (LIFTS[:2], LIFTS[2:3], LIFTS[3:]), (LIFTS[:2],)
# Half of a digit's width, roughly, in points.
_HALF_OF_DIGIT = 3.0
# Of categories narrower than this, in points, the first lies so near the numbers of the axis that a label over it does too.
_NARROW_SLOT = 12.0
_POINT_SIDES: tuple[LabelPosition, ...] = ("above", "left", "below", "right")


@value(frozen=True, slots=True)
class WantedLabel:
    """A label that is wanted: its series by index, its text, and the spots where it may stand, the best first."""

    series: int
    text: str
    spots: tuple[Spot, ...]
    weight: int

    @property
    def cost_without(self) -> float:
        """The cost of leaving the label out."""
        return INTOLERABLE if self.weight > _OTHER else _TOO_MUCH_FOR_ONE_OF_MANY


def wanted_labels(plot: Plot, named: Naming, every: int = 1) -> tuple[WantedLabel, ...]:
    """The labels of lines, columns, totals and targets. Segments of stacks have their own.

    Of the columns of a figure that asks for all of them, every ``every``-th is labelled and the last; with 0 the ends.
    """
    wanted: list[WantedLabel] = []
    for index, series in enumerate(plot.series):
        if index >= len(plot.figure.series):
            wanted += _of_total_or_target(index, plot)
        elif series.kind == "line" or not plot.figure.kind.is_stacked:
            wanted += _of_data(index, plot, named, every)
    return tuple(wanted)


def _of_total_or_target(index: int, plot: Plot) -> Iterator[WantedLabel]:
    """A total over its stack; a target on its line or at its point."""
    series = plot.series[index]
    points = series.points
    if series.is_unseen:
        for point in _totalled_points(points, plot.figure):
            text = value_text(series, point)
            yield WantedLabel(index, text, (Spot(point, "above", lift=_over_edge(plot, index, point, text)),), _LAST)
    elif points:
        text = f"{series.name} {value_text(series, points[-1])}"
        across = len(points) == len(series.values) and series.marker == "none"
        spots = _spots_across(plot, points) if across else _spots_around(points[-1], _POINT_SIDES, _ALL_LIFTS)
        yield WantedLabel(index, text, tuple(spots), _TARGET)


def _over_edge(plot: Plot, index: int, point: int, text: str) -> float:
    """How far the label of an area's point is lifted, so that it stands over the edge that rises beside it; points."""
    if not plot.figure.kind.is_area:
        return 0.0
    series, frame = plot.series[index], plot.frame
    axis, own = plot.axis_of(series), series.values[point] or 0.0
    beside = [series.values[at] for at in (point - 1, point + 1) if 0 <= at < len(series.values)]
    rises = [frame.across(own, axis) - frame.across(value, axis) for value in beside if value is not None]
    return round(max([0.0, *rises]) * min(1.0, len(text) * _HALF_OF_DIGIT / frame.slot), 2)


def _totalled_points(points: tuple[int, ...], figure: ReadyFigure) -> tuple[int, ...]:
    """The points whose total is printed: of an area, as of lines, the ends stand for all."""
    if figure.labels == "last":
        return points[-1:]
    are_ends = figure.kind.is_area and figure.labels == "ends"
    return tuple(dict.fromkeys((*points[:1], *points[-1:]))) if are_ends else points


def _of_data(index: int, plot: Plot, named: Naming, every: int) -> Iterator[WantedLabel]:
    figure, series = plot.figure, plot.series[index]
    points, is_line = series.points, series.kind == "line"
    first, last = points[:1], points[-1:]
    for point in _labelled_points(series, figure, every):
        if named == "direct" and point in last:
            continue
        weight = _LAST if point in last else _FIRST if point in first else _OTHER
        if series.kind == "bar" or (series.kind == "column" and len(figure.series) == 1):
            weight = max(weight, _FIRST)
        if is_line:
            far = point in (*first, *last, *figure.highlights)
            at_axis = point == 0 and plot.frame.slot < _NARROW_SLOT
            sides, lifts = _sides(series, point, figure), _ALL_LIFTS if far else _NEAR_LIFTS
            spots = _spots_around(point, sides, lifts, at_axis=at_axis)
        else:
            spots = _spots_at_column(series, point, figure)
        yield WantedLabel(index, value_text(series, point), tuple(spots), weight)


def _labelled_points(series: PlacedSeries, figure: ReadyFigure, every: int) -> list[int]:
    """The points that want a label, in order: those that the figure asks for, the last, and highlighted ones."""
    points, labels, is_column = series.points, figure.labels, series.kind == "column"
    if labels == "none":
        return []
    # A ranking is read by the numbers at its bars' ends.
    if labels == "ends" and series.kind == "bar":
        labels = "all"
    too_many = series.kind == "line" and len(series.values) * len(figure.series) > _MOST_ON_LINES
    if labels == "all" and (too_many or (is_column and every == 0)):
        labels = "ends"
    wanted = {*figure.highlights, *points[-1:], *(points[:1] if labels == "ends" else ())}
    if labels == "all":
        step = every if is_column else 1
        wanted |= {point for point in points if point % step == 0 and point <= points[-1] - step}
    return sorted(wanted & set(points))


def _spots_across(plot: Plot, points: tuple[int, ...]) -> list[Spot]:
    """Spots along a line across: after its end, where no column stands there, else over it."""
    if plot.columns:
        return [Spot(points[0], "above", "start"), *(Spot(point, "above") for point in points)]
    return [Spot(points[-1], "right"), *(Spot(point, "above") for point in reversed(points))]


def _spots_around(
    point: int, sides: Sequence[LabelPosition], lifts: Sequence[Sequence[float]], *, at_axis: bool = False
) -> Iterator[Spot]:
    """The sides of a point, then labels over and under it that begin or end there or are lifted, nearer ones first.

    Of ``lifts``, each group is offered on the better side before the other. One ``at_axis``, whose numbers stand right
    beside it, may have its label begin after it.
    """
    yield from (Spot(point, side) for side in sides)
    for group in lifts:
        for side in sides:
            if side in ("above", "below"):
                for lift in group:
                    if lift:
                        yield Spot(point, side, "middle", lift)
                    yield Spot(point, side, "start", lift)
                    yield Spot(point, side, "end", lift)
                    if at_axis:
                        yield Spot(point, side, "after", lift)


def _spots_at_column(series: PlacedSeries, point: int, figure: ReadyFigure) -> Iterator[Spot]:
    """At the end of the column; where the number beside leaves no room there, over that number."""
    yield Spot(point, "outside_end")
    alone = series.kind == "column" and len(figure.series) == 1
    if alone and (series.values[point] or 0) >= 0 and not figure.reversed:
        yield Spot(point, "outside_end", rows=1)


def _sides(series: PlacedSeries, point: int, figure: ReadyFigure) -> tuple[LabelPosition, ...]:
    """The sides of a line's point, the best first."""
    if not figure.kind.has_value_axis:
        return ("left", "above", "below") if point == 0 else ("right", "above", "below")
    is_last = point == len(series.values) - 1
    if is_last and (len(figure.series) > 1 or figure.labels == "last"):
        return ("right", "above", "below", "left")
    own = series.values[point] or 0.0
    near = [series.values[index] for index in (point - 1, point + 1) if 0 <= index < len(series.values)]
    neighbours = [number for number in near if number is not None]
    drawn_higher = (number < own if figure.reversed else number > own for number in neighbours)
    # In a valley the label stands under the line, on a slope or a peak over it.
    if len(neighbours) == 2 and all(drawn_higher):
        return ("below", "above", "right", "left")
    return ("above", "below", "right", "left")
