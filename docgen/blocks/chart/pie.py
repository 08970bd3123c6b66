"""Pies and donuts: slices in the palette's order, each with its name and value where there is room."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

from docgen.blocks.chart.colours import slice_inks, told_apart
from docgen.blocks.chart.frame import fractions
from docgen.blocks.chart.key import WIDEST_OF_SLICES, slice_key, slice_key_height, slice_key_width
from docgen.blocks.chart.key_entry import KeyEntry
from docgen.blocks.chart.texts import short_unit, text_width, value_text, widest
from docgen.errors import DocgenError
from docgen.layout.colours import readable_on
from docgen.layout.style import Style
from docgen.messages import message
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
_BETWEEN_KEY = 14.0  # points between a circle and its key
_BETWEEN = 4.0  # points between two names beside a pie
_BESIDE = 3.0  # points between a pie and a name
# The height of a name over its value, and the room for them around a pie.
_LABEL_EM, _LABEL_ROOM_EM = 2.4, 2.6


def round_chart(figure: ReadyFigure, box: Box, style: Style) -> PlacedChart:
    """The pie or donut of a figure with one series. DocgenError for what is no whole."""
    check_figure(figure)
    look, labels = style.text("chart"), style.text("chart_label")
    series = _slices(figure, style)
    beside = _has_names_beside(figure, series, box, style)
    plot = _plot(figure, box, style, beside=beside)
    series = _with_names(series) if beside else _with_numbers(series, figure, plot.width / 2, style)
    return PlacedChart(
        categories=figure.categories,
        series=(series,),
        grouping=figure.kind.grouping,
        legend="none" if beside else "right",
        text=ChartText(look.size, look.colour),
        label_text=ChartText(labels.size, "ink", labels.bold),
        category_name=figure.x_name,
        hole=_HOLE,
        plot=fractions(plot, box.width, box.height),
    )


def round_parts(figure: ReadyFigure, box: Box, style: Style) -> tuple[PlacedChart, Box, tuple[KeyEntry, ...]]:
    """The pie or donut with its own box in ``box``, and the key right of it where no names stand at the slices."""
    whole = round_chart(figure, box, style)
    width = slice_key_width(figure.categories, box, style)
    if whole.legend == "none" or (figure.series_labels == "legend" and width < box.width * WIDEST_OF_SLICES):
        return whole, box, ()
    if slice_key_height(figure.categories, box.width, style) > box.height:
        name = figure.id
        where = message("on-figure", figure=name)
        raise DocgenError("legend-without-room", where=where, figure=name, count=len(figure.categories))
    beside = max(width, box.width * _LEGEND) + 8
    if width == box.width * WIDEST_OF_SLICES:
        beside = width + _BETWEEN_KEY
    side = max(_LEAST, min(_LARGEST, box.height - 8, box.width - beside))
    left = max(0.0, (box.width - side - _BETWEEN_KEY - width) / 2)
    inner = Box(box.x + left, box.y + (box.height - side) / 2, side, side)
    key = Box(inner.right + _BETWEEN_KEY, box.y, box.right - inner.right - _BETWEEN_KEY, box.height)
    plot = fractions(Box(2, 2, side - 4, side - 4), side, side)
    series = whole.series[0]
    inks = [series.point_colours[point] for point in range(len(figure.categories))]
    return replace(whole, legend="none", plot=plot), inner, slice_key(figure.categories, inks, key, style)


def _slices(figure: ReadyFigure, style: Style) -> PlacedSeries:
    """The series of the slices, each with its colour, and its values with their unit."""
    series, highlight = figure.series[0], style.chart.highlight
    inks = slice_inks(len(series.values), style.pack)
    if figure.highlights:
        others = told_apart(style.pack, (highlight,))
        inks = {point: others[point % len(others)] for point in inks} | dict.fromkeys(figure.highlights, highlight)
    return PlacedSeries(
        name=series.name,
        values=tuple(None if value is None else float(value) for value in series.values),
        colour=inks[0],
        kind="pie",
        number_format=NumberFormat(series.decimals, figure.unit_of(series), style.pack.minus),
        point_colours=inks,
    )


def _shares(series: PlacedSeries) -> dict[int, float]:
    """Which part of the whole each slice is, clockwise from the top."""
    whole = math.fsum(value for value in series.values if value is not None)
    return {point: (series.values[point] or 0.0) / whole for point in series.points}


def _with_names(series: PlacedSeries) -> PlacedSeries:
    """The slices with their names and values beside them."""
    return replace(
        series,
        labels=series.points,
        label_colours=dict.fromkeys(series.points, "ink"),
        label_position="outside_end",
        label_parts=("category", "value"),
    )


def _with_numbers(series: PlacedSeries, figure: ReadyFigure, radius: float, style: Style) -> PlacedSeries:
    """The slices with their values in a circle of ``radius`` points, where the arc holds the number."""
    series = replace(
        series, number_format=replace(series.number_format, unit=short_unit(series.number_format.unit))
    )
    middle = radius * (_RING if figure.kind is ChartKind.DONUT else _CENTRE)
    height = style.text("chart_label").size
    points = []
    for point, share in _shares(series).items():
        width = text_width(value_text(series, point), style, "chart_label")
        if figure.labels != "none" and share * 2 * math.pi * middle >= max(height * 1.4, width * 1.15):
            points.append(point)
    inks = {point: readable_on(series.point_colours[point], ("ink", "paper"), style.pack.colours) for point in points}
    return replace(series, labels=tuple(points), label_colours=inks, label_position="center")


def _has_names_beside(figure: ReadyFigure, series: PlacedSeries, box: Box, style: Style) -> bool:
    """Whether every slice has its name and value beside it, instead of a legend."""
    wanted = figure.kind is ChartKind.PIE and figure.series_labels != "legend" and figure.labels != "none"
    if not wanted or len(figure.categories) > _MOST_BESIDE:
        return False
    boxes = _boxes_beside(figure, series, box, style)
    inside = Box(0, 0, box.width, box.height)
    apart = not any(first.overlaps(second, -_BETWEEN) for first, second in combinations(boxes, 2))
    return apart and all(inside.contains(label) for label in boxes)


def _boxes_beside(figure: ReadyFigure, series: PlacedSeries, box: Box, style: Style) -> list[Box]:
    """Where names and values would stand around the pie, clockwise from the top."""
    radius = _plot(figure, box, style, beside=True).width / 2
    height = style.text("chart_label").size * _LABEL_EM
    boxes, turned = [], 0.0
    for point, share in _shares(series).items():
        angle = 2 * math.pi * (turned + share / 2)
        turned += share
        width = widest((figure.categories[point], value_text(series, point)), style, "chart_label")
        # A label's nearest edge touches the circle: it moves out by half its size along the angle.
        x = box.width / 2 + (radius + _BESIDE + width / 2) * math.sin(angle)
        y = box.height / 2 - (radius + _BESIDE + height / 2) * math.cos(angle)
        boxes.append(Box(x - width / 2, y - height / 2, width, height))
    return boxes


def _plot(figure: ReadyFigure, box: Box, style: Style, *, beside: bool) -> Box:
    """A square for the circle in points, in the middle; left of its legend where it has one."""
    margin = style.text("chart_label").size * _LABEL_ROOM_EM if beside else 4.0
    legend, kept = 0.0, 0.0
    if not beside:
        legend = widest(figure.categories, style) + style.text("chart").size * _LEGEND_SAMPLE_EM
        legend = min(legend, box.width * WIDEST_OF_SLICES)
        kept = max(legend, box.width * _LEGEND)
    side = max(_LEAST, min(_LARGEST, box.height - 2 * margin, box.width - kept - 2 * margin))
    return Box((box.width - legend - side) / 2, (box.height - side) / 2, side, side)
