"""Pies and donuts: slices in the palette's order, each with its name and value where there is room."""

from __future__ import annotations

import math

from docgen.blocks.chart.colours import part_inks
from docgen.blocks.chart.frame import text_width, widest
from docgen.blocks.chart.numbers import number_text, short_unit
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
_LARGEST = 300.0  # points across
# Of the chart's width, what a legend is given at the least, so that circles side by side are alike whatever their names.
_LEGEND = 1 / 3
_BETWEEN = 4.0  # points between two names beside a pie


def round_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The pie or donut of a figure with one series. DocgenError for what is no whole."""
    check_figure(figure)
    series = figure.series[0]
    unit = series.unit or figure.unit
    look, labels = style.text("chart"), style.text("chart_label")
    beside = figure.kind is ChartKind.PIE and _names_beside(figure, box, style)
    inks = part_inks(len(series.values), style.chart)
    if figure.highlights:
        others = [name for name in style.chart.series if name != style.chart.highlight]
        inks = {at: others[at % len(others)] for at in inks}
        inks.update(dict.fromkeys(figure.highlights, style.chart.highlight))
    plot = _plot(figure, box, style, beside=beside)
    number_format = NumberFormat(series.decimals, unit if beside else short_unit(unit), style.pack.minus)
    points = _labelled(figure, number_format, 0.0 if beside else plot.width * box.width / 2, style)
    colours = {
        at: "ink" if beside else readable_on(inks[at], ("ink", "paper"), style.pack.colours) for at in points
    }
    placed = PlacedSeries(
        name=series.name,
        values=tuple(None if value is None else float(value) for value in series.values),
        colour=inks[0],
        kind="pie",
        number_format=number_format,
        labels=points,
        label_colours=colours,
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
        plot=plot,
    )


def _names_beside(figure: ReadyFigure, box: Box, style: Style) -> bool:
    """Whether every slice has its name and value beside it, instead of a legend."""
    values = figure.series[0].values
    wanted = figure.series_labels != "legend" and figure.labels != "none"
    if not wanted or len(values) > _MOST_BESIDE:
        return False
    boxes = _beside_boxes(figure, box, style)
    inside = Box(0, 0, box.width, box.height)
    apart = not any(one.overlaps(other, -_BETWEEN) for at, one in enumerate(boxes) for other in boxes[:at])
    return apart and all(inside.contains(one) for one in boxes)


def _beside_boxes(figure: ReadyFigure, box: Box, style: Style) -> list[Box]:
    """Where names and values would stand around the pie, clockwise from the top."""
    series = figure.series[0]
    whole = float(sum(value for value in series.values if value is not None))
    plot = _plot(figure, box, style, beside=True)
    radius = plot.width * box.width / 2
    number_format = NumberFormat(series.decimals, series.unit or figure.unit, style.pack.minus)
    height = style.text("chart_label").size * 2.4
    boxes, share = [], 0.0
    for name, value in zip(figure.categories, series.values, strict=True):
        if value is None:
            continue
        angle = 2 * math.pi * (share + float(value) / whole / 2)
        share += float(value) / whole
        width = widest((name, number_text(float(value), number_format)), style, "chart_label")
        # A label's nearest edge touches the circle: it moves out by half its size along the angle.
        x = box.width / 2 + (radius + 3) * math.sin(angle) + width / 2 * math.sin(angle)
        y = box.height / 2 - (radius + 3) * math.cos(angle) - height / 2 * math.cos(angle)
        boxes.append(Box(x - width / 2, y - height / 2, width, height))
    return boxes


def _labelled(figure: ReadyFigure, number_format: NumberFormat, radius: float, style: Style) -> tuple[int, ...]:
    """The slices with a label; inside a circle of ``radius`` points only those whose arc holds the number."""
    values = figure.series[0].values
    whole = float(sum(value for value in values if value is not None))
    if figure.labels == "none":
        return ()
    middle = radius * (_RING if figure.kind is ChartKind.DONUT else _CENTRE)
    height = style.text("chart_label").size
    points = []
    for at, value in enumerate(values):
        if value is None:
            continue
        arc = float(value) / whole * 2 * math.pi * middle
        width = text_width(number_text(float(value), number_format), style, "chart_label")
        if not radius or arc >= max(height * 1.4, width * 1.15):
            points.append(at)
    return tuple(points)


def _plot(figure: ReadyFigure, box: Box, style: Style, *, beside: bool) -> Box:
    """A square for the circle, in the middle; left of its legend where it has one."""
    label = style.text("chart_label").size * 2.6 if beside else 4.0
    legend, kept = 0.0, 0.0
    if not beside:
        legend = widest(figure.categories, style) + style.text("chart").size * 3.5
        kept = max(legend, box.width * _LEGEND)
    side = max(20.0, min(_LARGEST, box.height - 2 * label, box.width - kept - 2 * label))
    x, y = (box.width - legend - side) / 2, (box.height - side) / 2
    return Box(
        round(x / box.width, 4),
        round(y / box.height, 4),
        round(side / box.width, 4),
        round(side / box.height, 4),
    )
