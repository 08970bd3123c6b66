"""Small multiples: one small chart a series in a grid, all of one unit on one scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.blocks.chart.scale import value_axis
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import Box
from docgen.ready import ReadyFigure, ReadySeries

_WIDE = 1.7  # width to height of a small chart that reads well
_GAP_X, _GAP_Y = 14.0, 6.0
LEAST_HEIGHT = 64.0  # of a small chart with its name, in points
_LEAST_WIDTH = 84.0
_STEPS = 4


@dataclass(frozen=True, slots=True)
class SmallChart:
    """One chart of the grid: its name, its figure, and the boxes of both."""

    name: str
    figure: ReadyFigure
    title: Box
    plot: Box


def grid(count: int, width: float, height: float) -> tuple[int, int]:
    """Columns and rows of a grid of ``count`` charts in so many points, near the shape that reads well."""
    most = max(1, int((width + _GAP_X) / (_LEAST_WIDTH + _GAP_X)))
    choices = []
    for columns in range(1, min(count, most) + 1):
        rows = math.ceil(count / columns)
        shape = (width / columns) / max(1.0, height / rows)
        empty = columns * rows - count
        choices.append((abs(math.log(shape / _WIDE)) + 0.15 * empty / count, columns, rows))
    _, columns, rows = min(choices)
    return columns, rows


def least_height(count: int, width: float) -> float:
    """The least height of a grid, with as many charts in a row as the width holds."""
    most = max(1, int((width + _GAP_X) / (_LEAST_WIDTH + _GAP_X)))
    rows = math.ceil(count / min(count, most))
    return rows * LEAST_HEIGHT + (rows - 1) * _GAP_Y


def small_charts(figure: ReadyFigure, box: Box, style: Style) -> tuple[SmallChart, ...]:
    """The charts of a figure's series, row by row; boxes count from the page."""
    columns, rows = grid(len(figure.series), box.width, box.height)
    width = (box.width - _GAP_X * (columns - 1)) / columns
    height = (box.height - _GAP_Y * (rows - 1)) / rows
    head = style.text("chart").pitch * 1.15
    charts = []
    for at, series in enumerate(figure.series):
        x = box.x + at % columns * (width + _GAP_X)
        y = box.y + at // columns * (height + _GAP_Y)
        charts.append(
            SmallChart(
                _name(series, figure),
                _single(figure, series),
                Box(x, y, width, head),
                Box(x, y + head, width, height - head),
            )
        )
    return tuple(charts)


def _name(series: ReadySeries, figure: ReadyFigure) -> str:
    units = {one.unit for one in figure.series}
    return f"{series.name}（{series.unit}）" if len(units) > 1 and series.unit else series.name


def _single(figure: ReadyFigure, series: ReadySeries) -> ReadyFigure:
    """The figure of one series, on the scale of all series of its unit."""
    alike = [one for one in figure.series if one.unit == series.unit]
    kind = ChartKind(series.drawn_as or "line")
    low, high = _scale(alike, figure, from_zero=kind.starts_at_zero)
    return replace(
        figure,
        id=f"{figure.id}/{series.name}",
        kind=kind,
        series=(replace(series, secondary=False, drawn_as=None, highlighted=False),),
        minimum=low,
        maximum=high,
        unit=series.unit or figure.unit,
        labels="last" if figure.labels == "ends" else figure.labels,
        targets=tuple(mark for mark in figure.targets if mark.series in (None, series.name)),
    )


def _scale(
    alike: Sequence[ReadySeries], figure: ReadyFigure, *, from_zero: bool
) -> tuple[Decimal | None, Decimal | None]:
    values = [float(value) for one in alike for value in one.values if value is not None]
    values += [float(mark.value) for mark in figure.targets]
    if figure.reversed:
        worst = max(values, default=1.0)
        return figure.minimum, figure.maximum or Decimal(str(worst * 1.08))
    axis = value_axis(
        values, from_zero=from_zero, minimum=figure.minimum, maximum=figure.maximum, most=_STEPS
    )
    return Decimal(str(axis.minimum)), Decimal(str(axis.maximum))
