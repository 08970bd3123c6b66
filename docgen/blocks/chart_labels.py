"""Which points of a chart carry a value label, and on which side of the point it stands."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.placed import ChartAxis, LabelPosition, PlacedSeries


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


def shown_in_segment(
    values: Sequence[float | None],
    points: Sequence[int],
    axis: ChartAxis,
    plot_height: float,
    size: float,
) -> tuple[int, ...]:
    """Those of ``points`` whose segment of the stack is tall enough for a label of ``size`` points."""
    span = (axis.maximum or 1) - (axis.minimum or 0)
    least = size * 1.15 / plot_height * span
    return tuple(index for index in points if abs(values[index] or 0) >= least)


def label_positions(series: Sequence[PlacedSeries], index: int, reverse: bool) -> LabelPosition:
    """Where the labels of one series stand: outside a column's end; over a line, or under it where a
    line beside it runs higher."""
    one = series[index]
    if one.kind != "line":
        return "outside_end"
    level = _level(one)
    above = sum(1 for other in series if other is not one and other.kind == "line" and _level(other) > level)
    lowest = above == len([other for other in series if other.kind == "line"]) - 1 and above > 0
    under = not lowest if reverse and above else lowest
    return "below" if under else "above"


def _level(series: PlacedSeries) -> float:
    """The mean of the labelled ends, which tells which of two lines runs higher there."""
    known = [value for value in series.values if value is not None]
    return (known[0] + known[-1]) / 2 if known else 0.0
