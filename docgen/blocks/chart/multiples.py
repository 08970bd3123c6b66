"""Small multiples: one small chart a series in a grid, all of one unit on one scale."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

from docgen.blocks.chart.axis import value_axis
from docgen.errors import DocgenError
from docgen.layout.style import Style
from docgen.messages import message
from docgen.model import ChartKind
from docgen.placed import Box, Paragraph, Run
from docgen.ready import ReadyFigure, ReadySeries
from docgen.value import value

_WIDE = 1.7  # width to height of a small chart that reads well
_EMPTY = 0.15  # the cost of empty places in the grid, were it all of them
_GAP_X, _GAP_Y = 14.0, 6.0
_LEAST_HEIGHT, _LEAST_WIDTH = 64.0, 84.0  # of a small chart with its name, in points
_STEPS = 4
TITLE_INSET = 4.0
"""Points before the name over a small chart."""
# What the name may take of a small chart's height.
_MOST_TITLE = 0.6
_OVER_WORST_RANK = 1.08


@value(frozen=True, slots=True)
class SmallChart:
    """One chart of the grid: its name, its figure, and the boxes of both."""

    name: str
    figure: ReadyFigure
    title: Box
    plot: Box


def least_height(figure: ReadyFigure, width: float, style: Style) -> float:
    """The least height of a grid of a figure's charts, with as many in a row as the width (points) holds."""
    count = len(figure.series)
    columns = min(count, _most_columns(width))
    rows = math.ceil(count / columns)
    names = (_title_lines(figure, (width - _GAP_X * (columns - 1)) / columns, style) - 1) * style.text("chart").pitch
    return rows * (_LEAST_HEIGHT + names) + (rows - 1) * _GAP_Y


def _title_lines(figure: ReadyFigure, width: float, style: Style) -> int:
    """The lines of the longest name over charts of this width."""
    look = style.text("chart")
    names = [
        Paragraph((Run(_name(figure, series), look.size, True, "ink"),), look.pitch) for series in figure.series
    ]
    return max([style.measure.line_count(name, width - TITLE_INSET) for name in names], default=1)


def _name(figure: ReadyFigure, series: ReadySeries) -> str:
    """The name over the chart of a series, with its unit where there are several."""
    several_units = len({series.unit for series in figure.series}) > 1
    return f"{series.name}（{series.unit}）" if several_units and series.unit else series.name


def small_charts(figure: ReadyFigure, box: Box, style: Style) -> tuple[SmallChart, ...]:
    """The charts of a figure's series, row by row; boxes count from the page."""
    columns, rows = _grid(len(figure.series), box.width, box.height)
    width = (box.width - _GAP_X * (columns - 1)) / columns
    height = (box.height - _GAP_Y * (rows - 1)) / rows
    pitch, lines = style.text("chart").pitch, _title_lines(figure, width, style)
    head = pitch * 1.15 + (lines - 1) * pitch
    if head > height * _MOST_TITLE:
        where = message("on-figure", figure=figure.id)
        raise DocgenError("legend-without-room", where=where, figure=figure.id, count=len(figure.series))
    charts = []
    for index, series in enumerate(figure.series):
        x = box.x + index % columns * (width + _GAP_X)
        y = box.y + index // columns * (height + _GAP_Y)
        title, plot = Box(x, y, width, head), Box(x, y + head, width, height - head)
        charts.append(SmallChart(_name(figure, series), _single(figure, series), title, plot))
    return tuple(charts)


def _grid(count: int, width: float, height: float) -> tuple[int, int]:
    """Columns and rows of a grid of ``count`` charts of a good shape in so many points."""
    choices = []
    for columns in range(1, min(count, _most_columns(width)) + 1):
        rows = math.ceil(count / columns)
        shape = (width / columns) / max(1.0, height / rows)
        empty = columns * rows - count
        choices.append((abs(math.log(shape / _WIDE)) + _EMPTY * empty / count, columns, rows))
    _, columns, rows = min(choices)
    return columns, rows


def _most_columns(width: float) -> int:
    return max(1, int((width + _GAP_X) / (_LEAST_WIDTH + _GAP_X)))


def _single(figure: ReadyFigure, series: ReadySeries) -> ReadyFigure:
    """The figure of one series, on the scale of all series of its unit."""
    kind = ChartKind(series.drawn_as or "line")
    low, high = _scale(series.unit, figure, from_zero=kind.starts_at_zero)
    return replace(
        figure,
        id=f"{figure.id}/{series.name}",
        kind=kind,
        series=(replace(series, secondary=False, drawn_as=None, highlighted=False),),
        minimum=low,
        maximum=high,
        unit=figure.unit_of(series),
        labels="last" if figure.labels == "ends" else figure.labels,
        targets=tuple(target for target in figure.targets if target.series in (None, series.name)),
    )


def _scale(unit: str, figure: ReadyFigure, *, from_zero: bool) -> tuple[Decimal | None, Decimal | None]:
    """The ends of the axis of all series of a unit."""
    values = [
        float(value)
        for series in figure.series
        if series.unit == unit
        for value in series.values
        if value is not None
    ]
    values += [float(target.value) for target in figure.targets]
    if figure.reversed:
        worst = max(values, default=1.0)
        return figure.minimum, figure.maximum or Decimal(str(worst * _OVER_WORST_RANK))
    axis = value_axis(
        values, from_zero=from_zero, minimum=figure.minimum, maximum=figure.maximum, most=_STEPS
    )
    return Decimal(str(axis.minimum)), Decimal(str(axis.maximum))
