"""Pies and donuts: slices in the palette's order, each with its name and value where there is room."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.blocks.chart.colours import slice_inks
from docgen.blocks.chart.frame import fractions
from docgen.blocks.chart.texts import number_text, short_unit, text_width, widest
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import Box, ChartText, NumberFormat, PlacedChart, PlacedSeries
from docgen.ready import ReadyFigure
from docgen.ready.figure_rules import check_figure

_MOST_BESIDE = 7
# Where labels stand inside a circle, as parts of its radius.
_CENTRE, _RING = 0.55, 0.76
_HOLE = 52
_LEAST, _LARGEST = 20.0, 300.0  # points across
# Of the chart's width, what a legend is given at the least, so that circles side by side are alike whatever their names.
_LEGEND = 1 / 3
_LEGEND_SAMPLE_EM = 3.5
_BETWEEN = 4.0  # points between two names beside a pie
_BESIDE = 3.0  # points between a pie and a name
# The height of a name over its value, and the room for them around a pie.
_LABEL_EM, _LABEL_ROOM_EM = 2.4, 2.6


@dataclass(frozen=True, slots=True)
class _Slice:
    """A slice: its index, its name, its value, and which part of the whole that is."""

    index: int
    name: str
    value: float
    share: float


def round_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The pie or donut of a figure with one series. DocgenError for what is no whole."""
    check_figure(figure)
    series = figure.series[0]
    unit = series.unit or figure.unit
    look, labels = style.text("chart"), style.text("chart_label")
    beside = figure.kind is ChartKind.PIE and _has_names_beside(figure, box, style)
    inks = _inks(figure, style)
    plot = _plot(figure, box, style, beside=beside)
    number_format = NumberFormat(series.decimals, unit if beside else short_unit(unit), style.pack.minus)
    points = _labelled(figure, number_format, None if beside else plot.width / 2, style)
    placed = PlacedSeries(
        name=series.name,
        values=tuple(None if value is None else float(value) for value in series.values),
        colour=inks[0],
        kind="pie",
        number_format=number_format,
        labels=points,
        label_colours={
            point: "ink" if beside else readable_on(inks[point], ("ink", "paper"), style.pack.colours)
            for point in points
        },
        label_position="outside_end" if beside else "center",
        label_parts=("category", "value") if beside else ("value",),
        point_colours=inks,
    )
    return PlacedChart(
        categories=figure.categories,
        series=(placed,),
        grouping=figure.kind.grouping,
        legend="none" if beside else "right",
        text=ChartText(look.size, look.colour),
        label_text=ChartText(labels.size, "ink", labels.bold),
        category_name=figure.x_name,
        hole=_HOLE,
        plot=fractions(plot, box.width, box.height),
    )


def _slices(figure: ReadyFigure) -> Iterator[_Slice]:
    """The slices that have a value, clockwise from the top."""
    values = figure.series[0].values
    whole = float(sum(value for value in values if value is not None))
    for index, (name, value) in enumerate(zip(figure.categories, values, strict=True)):
        if value is not None:
            yield _Slice(index, name, float(value), float(value) / whole)


def _inks(figure: ReadyFigure, style: Style) -> dict[int, str]:
    count, highlight = len(figure.categories), style.chart.highlight
    if not figure.highlights:
        return slice_inks(count, style.chart)
    others = [name for name in style.chart.series if name != highlight]
    inks = {index: others[index % len(others)] for index in range(count)}
    return {**inks, **dict.fromkeys(figure.highlights, highlight)}


def _has_names_beside(figure: ReadyFigure, box: Box, style: Style) -> bool:
    """Whether every slice has its name and value beside it, instead of a legend."""
    wanted = figure.series_labels != "legend" and figure.labels != "none"
    if not wanted or len(figure.categories) > _MOST_BESIDE:
        return False
    boxes = _boxes_beside(figure, box, style)
    inside = Box(0, 0, box.width, box.height)
    apart = not any(first.overlaps(second, -_BETWEEN) for at, first in enumerate(boxes) for second in boxes[:at])
    return apart and all(inside.contains(one) for one in boxes)


def _boxes_beside(figure: ReadyFigure, box: Box, style: Style) -> list[Box]:
    """Where names and values would stand around the pie, clockwise from the top."""
    series = figure.series[0]
    radius = _plot(figure, box, style, beside=True).width / 2
    number_format = NumberFormat(series.decimals, series.unit or figure.unit, style.pack.minus)
    height = style.text("chart_label").size * _LABEL_EM
    boxes, share = [], 0.0
    for part in _slices(figure):
        angle = 2 * math.pi * (share + part.share / 2)
        share += part.share
        width = widest((part.name, number_text(part.value, number_format)), style, "chart_label")
        # A label's nearest edge touches the circle: it moves out by half its size along the angle.
        x = box.width / 2 + (radius + _BESIDE) * math.sin(angle) + width / 2 * math.sin(angle)
        y = box.height / 2 - (radius + _BESIDE) * math.cos(angle) - height / 2 * math.cos(angle)
        boxes.append(Box(x - width / 2, y - height / 2, width, height))
    return boxes


def _labelled(
    figure: ReadyFigure, number_format: NumberFormat, radius: float | None, style: Style
) -> tuple[int, ...]:
    """The slices with a label; inside a circle of ``radius`` points only those whose arc holds the number."""
    if figure.labels == "none":
        return ()
    if radius is None:
        return tuple(part.index for part in _slices(figure))
    middle = radius * (_RING if figure.kind is ChartKind.DONUT else _CENTRE)
    height = style.text("chart_label").size
    points = []
    for part in _slices(figure):
        width = text_width(number_text(part.value, number_format), style, "chart_label")
        if part.share * 2 * math.pi * middle >= max(height * 1.4, width * 1.15):
            points.append(part.index)
    return tuple(points)


def _plot(figure: ReadyFigure, box: Box, style: Style, *, beside: bool) -> Box:
    """A square for the circle in points, in the middle; left of its legend where it has one."""
    margin = style.text("chart_label").size * _LABEL_ROOM_EM if beside else 4.0
    legend, kept = 0.0, 0.0
    if not beside:
        legend = widest(figure.categories, style) + style.text("chart").size * _LEGEND_SAMPLE_EM
        kept = max(legend, box.width * _LEGEND)
    side = max(_LEAST, min(_LARGEST, box.height - 2 * margin, box.width - kept - 2 * margin))
    return Box((box.width - legend - side) / 2, (box.height - side) / 2, side, side)
