"""Which labels a chart would like to carry, and on which sides of their points, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.blocks.chart.labels.choice import Wish
from docgen.blocks.chart.labels.points import labelled_points, value_text
from docgen.blocks.chart.labels.spots import LIFTS, Plot, Spot
from docgen.blocks.chart.names import Naming
from docgen.placed import LabelPosition, PlacedSeries
from docgen.ready import ReadyFigure

# The weights of labels: who chooses a side first.
_TARGET, _LAST, _FIRST, _OTHER = 4, 3, 2, 1
# The number of labels on lines beyond which all labels are too many; the ends then stand for all.
_MOST_ON_LINES = 60
# How far labels are lifted: those of ends and highlights, and all others.
_ALL_LIFTS, _NEAR_LIFTS = (LIFTS[:2], LIFTS[2:3], LIFTS[3:]), (LIFTS[:2],)
_POINT_SIDES: tuple[LabelPosition, ...] = ("above", "left", "below", "right")


def wishes(figure: ReadyFigure, plot: Plot, named: Naming, every: int = 1) -> tuple[Wish, ...]:
    """The labels of lines, columns, totals and targets. Segments of stacks have their own.

    Of the columns of a figure that asks for all of them, every ``every``-th is labelled and the last; with 0 the ends.
    """
    found: list[Wish] = []
    own = len(figure.series)
    for at, one in enumerate(plot.series):
        if at >= own:
            found += _of_extra(at, one, figure, plot)
        elif one.kind == "line" or not plot.stacked:
            found += _of_series(at, one, figure, named, every)
    return tuple(found)


def _of_extra(at: int, one: PlacedSeries, figure: ReadyFigure, plot: Plot) -> Iterator[Wish]:
    """A total over its stack; a target on its line or at its point."""
    known = labelled_points(one.values, "all")
    if one.marker == "none" and one.line is not None and one.line.width <= 0:
        points = labelled_points(one.values, "last") if figure.labels == "last" else known
        for point in points:
            yield Wish(at, value_text(one, point), (Spot(point, "above"),), _LAST)
    elif known:
        text = f"{one.name} {value_text(one, known[-1])}"
        across = len(known) == len(one.values) and one.marker == "none"
        spots = _across(plot, known) if across else [*_around(known[-1], _POINT_SIDES, _ALL_LIFTS)]
        yield Wish(at, text, tuple(spots), _TARGET)


def _across(plot: Plot, known: tuple[int, ...]) -> list[Spot]:
    """Places along a line across: after its end, where no column stands there, else over it."""
    over = [Spot(point, "above") for point in reversed(known)]
    if any(one.kind != "line" for one in plot.series):
        return [Spot(known[0], "above", "start"), *over[::-1]]
    return [Spot(known[-1], "right"), *over]


def _around(point: int, sides: Sequence[LabelPosition], lifts: Sequence[Sequence[float]]) -> Iterator[Spot]:
    """The sides of a point, then labels over and under it that begin or end there or are lifted, nearer ones first.

    Of ``lifts``, each group is offered on the better side before the other.
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


def _of_series(at: int, one: PlacedSeries, figure: ReadyFigure, named: Naming, every: int) -> Iterator[Wish]:
    # A ranking is read by the numbers at its bars' ends.
    labels = "all" if one.kind == "bar" and figure.labels == "ends" else figure.labels
    if one.kind == "column" and labels == "all" and not every:
        labels = "ends"
    every = every if one.kind == "column" and labels == "all" else 1
    if labels == "all" and one.kind == "line" and len(one.values) * len(figure.series) > _MOST_ON_LINES:
        labels = "ends"
    known = labelled_points(one.values, "all")
    thinned = (at for at in labelled_points(one.values, labels) if at % every == 0 and at <= known[-1] - every)
    marked = (*known[-1:], *figure.highlights) if labels != "none" else ()
    for point in sorted({*thinned, *marked}):
        if one.values[point] is None or (named == "direct" and point == known[-1]):
            continue
        weight = _LAST if point == known[-1] else _FIRST if point == known[0] else _OTHER
        if one.kind == "bar" or (one.kind == "column" and len(figure.series) == 1):
            weight = max(weight, _FIRST)
        far = point in (known[0], known[-1], *figure.highlights)
        spots = _line_spots(one, point, figure, far) if one.kind == "line" else _column_spots(one, point, figure)
        yield Wish(at, value_text(one, point), tuple(spots), weight)


def _line_spots(one: PlacedSeries, point: int, figure: ReadyFigure, far: bool) -> Iterator[Spot]:
    return _around(point, _sides(one, point, figure), _ALL_LIFTS if far else _NEAR_LIFTS)


def _column_spots(one: PlacedSeries, point: int, figure: ReadyFigure) -> Iterator[Spot]:
    """At the end of the column; where the number beside leaves no room there, over that number."""
    yield Spot(point, "outside_end")
    if one.kind == "column" and len(figure.series) == 1 and (one.values[point] or 0) >= 0 and not figure.reversed:
        yield Spot(point, "outside_end", rows=1)


def _sides(one: PlacedSeries, point: int, figure: ReadyFigure) -> tuple[LabelPosition, ...]:
    if not figure.kind.has_value_axis:
        return ("left", "above", "below") if point == 0 else ("right", "above", "below")
    last = point == len(one.values) - 1
    if last and (len(figure.series) > 1 or figure.labels == "last"):
        return ("right", "above", "below", "left")
    value = one.values[point] or 0.0
    around = [one.values[near] for near in (point - 1, point + 1) if 0 <= near < len(one.values)]
    beside = [near for near in around if near is not None]
    drawn_higher = (near < value if figure.reversed else near > value for near in beside)
    # In a valley the label stands under the line, on a slope or a peak over it.
    if len(beside) == 2 and all(drawn_higher):
        return ("below", "above", "right", "left")
    return ("above", "below", "right", "left")
