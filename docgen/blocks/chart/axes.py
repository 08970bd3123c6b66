"""The value axes of a figure: their ranges from its numbers, its kind and the author's wishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.blocks.chart.frame import known_values
from docgen.blocks.chart.scale import MOST_STEPS, clear_of_gridline, second_axis, stack_totals, value_axis
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import ChartAxis, NumberFormat, PlacedSeries
from docgen.ready import ReadyFigure

_UNDER_POINT = 6.0  # points from a point to the number under it, and from there to the foot
_SPARE_UNDER = 0.75  # points of these that may be spared
_PLOT_SHARE = 0.7  # of a chart's height, what its plot takes at the least, roughly
# How much higher than its columns the plot is under a line on the second axis, and how much of its own
# span the line's axis reaches below it.
_COLUMNS_UNDER_LINE = 1.45
_LINE_OVER_COLUMNS = 1.3


def chart_axes(
    figure: ReadyFigure, series: Sequence[PlacedSeries], height: float, style: Style
) -> tuple[ChartAxis, ChartAxis | None]:
    """The value axis and, where a series asks for it, the second one; ``height`` is the chart's, in points.

    Columns under a line on the second axis leave it the upper part of the plot.
    """
    if figure.kind.is_in_percent:
        return ChartAxis(0, 1, 0.2, NumberFormat(percent=True)), None
    apart = not all(one.secondary for one in series)
    near = [one for one in series if not (apart and one.secondary)]
    far = [one for one in series if apart and one.secondary]
    columns = [one.values for one in near if one.kind != "line"]
    known = known_values(near)
    if figure.kind.is_stacked:
        known = [*stack_totals(columns), *known_values(one for one in near if one.kind == "line")]
    if not figure.kind.has_value_axis:
        return _bare_axis(known, figure), None
    lined = [one for one in far if one.kind == "line"]
    if lined and columns and known and not figure.reversed:
        known = [*known, max(known) * _COLUMNS_UNDER_LINE]
    first = value_axis(
        known,
        most=max(2, min(MOST_STEPS, int(height / (style.text("chart").size * 3.2)))),
        from_zero=figure.kind.starts_at_zero or bool(columns),
        minimum=figure.minimum,
        maximum=figure.maximum,
        reverse=figure.reversed,
    )
    if figure.reversed and figure.maximum is None and figure.labels != "none":
        first = _with_room_for_worst(first, max(known, default=1.0), height, style)
    if figure.kind is ChartKind.BAR and figure.labels in ("all", "ends"):
        first = _unseen_axis(first, known, figure)
    if not far:
        return first, None
    values = known_values(far)
    if lined and columns and values:
        low, high = min(values), max(values)
        under = low - (high - low or abs(high)) * _LINE_OVER_COLUMNS
        values.append(max(0.0, under) if low >= 0 else under)
    return first, second_axis(values, first, from_zero=len(lined) < len(far))


def _with_room_for_worst(axis: ChartAxis, worst: float, height: float, style: Style) -> ChartAxis:
    """The axis of ranks, long enough that a number under the worst of them stands above the axis' foot."""
    low, high = axis.minimum or 0.0, axis.maximum or worst
    plot = height * _PLOT_SHARE
    need = (style.text("chart_label").size * 1.15 + _UNDER_POINT) / plot
    end = clear_of_gridline(max(high, worst + need * (worst - low)), axis.step, _SPARE_UNDER / plot * (high - low))
    return replace(axis, maximum=float(f"{end:.6g}"))


def _bare_axis(known: Sequence[float], figure: ReadyFigure) -> ChartAxis:
    """An axis that is not seen: from just under the lowest value to just over the highest."""
    low, high = min(known), max(known)
    spare = (high - low or abs(high) or 1.0) * 0.08
    low = float(figure.minimum) if figure.minimum is not None else low - spare
    high = float(figure.maximum) if figure.maximum is not None else high + spare
    return ChartAxis(float(f"{low:.6g}"), float(f"{high:.6g}"), reversed=figure.reversed, visible=False)


def _unseen_axis(axis: ChartAxis, known: Sequence[float], figure: ReadyFigure) -> ChartAxis:
    """The axis of lying bars with numbers: the longest bar takes the width, and none comes near the names."""
    low, high = min(known), max(known)
    if high > 0 and figure.maximum is None and not figure.reversed:
        axis = replace(axis, maximum=float(f"{high:.10g}"))
    if low < 0:
        end = axis.maximum or 0.0
        axis = replace(axis, minimum=float(f"{low - (end - low) * 0.18:.6g}"))
    return replace(axis, visible=False)
