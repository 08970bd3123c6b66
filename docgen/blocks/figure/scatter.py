"""A scatter: a point for each category, named where no name meets another, both axes with their names and units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from docgen.blocks.block import Block, Laid
from docgen.blocks.chart.axis import value_axis
from docgen.blocks.chart.frame import fractions
from docgen.blocks.chart.texts import label_height, number_text, text_width, widest
from docgen.blocks.memory import Memory
from docgen.layout.style import Style, line
from docgen.placed import (
    Box,
    ChartAxis,
    ChartMark,
    ChartText,
    LabelPosition,
    Mark,
    NumberFormat,
    PlacedChart,
    PlacedSeries,
)
from docgen.ready import ReadyFigure, ReadySeries
from docgen.ready.figure_rules import check_figure
from docgen.value import value

# The height at the ladder's middle step, at the least, and of the width at the most; points.
_COMFORTABLE, _LEAST, _HIGHEST = 190.0, 130.0, 0.7
_STEP = 34.0  # points from one number of an axis to the next, at the least
_TICK_GAP, _TITLE_EM, _TOP = 8.0, 1.7, 8.0
_OFF, _POINT = 6.0, 4.0  # points from a point to its name, and from its middle to its edge


@value(frozen=True, slots=True)
class _Name:
    """Where a name stands: on a side of its point, moved up or down by a part of its height."""

    side: LabelPosition
    down: float = 0.0


_BESIDE = tuple(_Name(side, down) for down in (0.0, -0.6, 0.6) for side in ("right", "left"))
_PLACES = (*_BESIDE, _Name("above"), _Name("below"))


@value(frozen=True, slots=True)
class ScatterBlock(Block):
    """The first series of a figure lies along, the second up."""

    id: str
    figure: ReadyFigure
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """A native chart; it is never parted."""
        return Laid(max(_LEAST, min(style.space(_COMFORTABLE), _HIGHEST * width)), partial(self._draw, style))

    def _draw(self, style: Style, box: Box) -> tuple[Mark, ...]:
        return (ChartMark(self.id, box, scatter_chart(self.figure, box, style), self.figure.alt),)


def scatter_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The chart of a scatter's figure, to be drawn in ``box``. DocgenError for a point without a place."""
    check_figure(figure)
    look, labels = style.text("chart"), style.text("chart_label")
    along, up = figure.series
    lying, standing = _axis(along, figure, box.width, style), _axis(up, figure, box.height, style)
    ends = (standing.minimum or 0.0, standing.maximum or 0.0)
    left = widest((number_text(end, standing.number_format) for end in ends), style) + _TICK_GAP + look.size * _TITLE_EM
    right = text_width(number_text(lying.maximum or 0.0, lying.number_format), style) / 2 + _OFF
    foot = look.size * (_TITLE_EM + 1.25) + _TICK_GAP
    plot = Box(left, _TOP, max(box.width * 0.2, box.width - left - right), max(box.height * 0.2, box.height - _TOP - foot))
    colour = style.chart.muted if figure.highlights else style.chart.series[0]
    points = PlacedSeries(
        up.name, _floats(up), colour, "point", NumberFormat(up.decimals, minus=style.pack.minus), "circle",
        point_colours=dict.fromkeys(figure.highlights, style.chart.highlight),
    )  # fmt: skip
    hidden = PlacedSeries(
        along.name, _floats(along), colour, "point", NumberFormat(along.decimals, minus=style.pack.minus), in_legend=False
    )
    return PlacedChart(
        categories=figure.categories,
        series=(hidden, _named(points, hidden, figure, plot, box, (lying, standing), style)),
        grouping="scatter",
        axis=standing,
        secondary_axis=lying,
        text=ChartText(look.size, look.colour),
        label_text=ChartText(labels.size, "ink", labels.bold),
        gridline=line(style.chart.gridline),
        axis_line=line(style.chart.axis),
        category_name=figure.x_name,
        plot=fractions(plot, box.width, box.height),
    )


def _axis(series: ReadySeries, figure: ReadyFigure, length: float, style: Style) -> ChartAxis:
    """The axis of one of the series, called by its name and unit."""
    is_up = series is figure.series[1]
    low, high = (figure.minimum, figure.maximum) if is_up else (None, None)
    axis = value_axis(_floats(series), from_zero=False, minimum=low, maximum=high, most=max(2, min(6, int(length / _STEP))))
    unit = figure.unit_of(series)
    form = replace(axis.number_format, minus=style.pack.minus)
    return replace(axis, number_format=form, title=f"{series.name}（{unit}）" if unit else series.name)


def _floats(series: ReadySeries) -> tuple[float, ...]:
    return tuple(float(value or 0) for value in series.values)


def _named(
    points: PlacedSeries,
    along: PlacedSeries,
    figure: ReadyFigure,
    plot: Box,
    box: Box,
    axes: tuple[ChartAxis, ChartAxis],
    style: Style,
) -> PlacedSeries:
    """The points with the names that have room; those that stand out, and those with the least room, choose first."""
    if figure.labels == "none":
        return points
    middles = list(_middles(along, points, plot, axes))
    dots = [Box(x - _POINT, y - _POINT, 2 * _POINT, 2 * _POINT) for x, y in middles]
    sheet, height = Box(0, 0, box.width, box.height), label_height(style)
    chosen: dict[int, _Name] = {}
    taken: list[Box] = []
    for point in sorted(range(len(middles)), key=lambda index: (index not in figure.highlights, _nearest(index, middles))):
        width = text_width(figure.categories[point], style, "chart_label")
        for place in _PLACES:
            label = _label_box(middles[point], place, width, height)
            others = (*taken, *(dot for index, dot in enumerate(dots) if index != point))
            if sheet.contains(label) and not any(label.overlaps(other) for other in others):
                chosen[point] = place
                taken.append(label)
                break
    shifts = {point: (0.0, round(place.down * height / box.height, 4)) for point, place in chosen.items() if place.down}
    return replace(
        points,
        labels=tuple(sorted(chosen)),
        label_texts={point: figure.categories[point].replace("\n", "") for point in sorted(chosen)},
        label_positions={point: chosen[point].side for point in sorted(chosen)},
        label_shifts={point: shifts[point] for point in sorted(shifts)},
    )


def _middles(
    along: PlacedSeries, up: PlacedSeries, plot: Box, axes: tuple[ChartAxis, ChartAxis]
) -> Iterator[tuple[float, float]]:
    """Where the points lie in the chart, in points from its top left."""
    for x, y in zip(along.values, up.values, strict=True):
        yield plot.x + _share(x or 0.0, axes[0]) * plot.width, plot.bottom - _share(y or 0.0, axes[1]) * plot.height


def _share(value: float, axis: ChartAxis) -> float:
    low, high = axis.minimum or 0.0, axis.maximum or 0.0
    return (value - low) / (high - low or 1.0)


def _nearest(point: int, middles: Sequence[tuple[float, float]]) -> float:
    """How far the next point lies, roughly, in points."""
    x, y = middles[point]
    return min((abs(x - a) + abs(y - b) for index, (a, b) in enumerate(middles) if index != point), default=0.0)


def _label_box(middle: tuple[float, float], place: _Name, width: float, height: float) -> Box:
    x, y = middle
    if place.side in ("above", "below"):
        top = y - _OFF - height if place.side == "above" else y + _OFF
        return Box(x - width / 2, top, width, height)
    left = x + _OFF if place.side == "right" else x - _OFF - width
    return Box(left, y - height / 2 + place.down * height, width, height)
