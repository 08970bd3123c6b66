"""The value axes of a figure, chosen here so that every program draws the same ones.

``chart_axes`` decides which axes a figure has and which numbers they must hold; ``value_axis`` chooses
the range and the step of one axis.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from math import fsum

from docgen.blocks.chart.texts import label_height
from docgen.layout.style import Style
from docgen.model import ChartKind
from docgen.placed import ChartAxis, NumberFormat, PlacedSeries
from docgen.ready import ReadyFigure

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MOST_STEPS = 6
_STEP_EM = 3.2  # of the height of its numbers, what a step takes at the least
# So much of a step is too near to a gridline for the end of an axis.
_CLOSE = 0.2
# A line whose values stay above this share of their maximum is drawn without the zero, so that it is seen to move.
_NARROW = 0.8
# Values that are no further apart than this are one value: labels have six decimals at the most.
_LEAST_SPAN = 1e-9
_UNDER_POINT = 6.0  # points from a point to the number under it, and from there to the foot
_SPARE_UNDER = 0.75  # points of these that may be spared
_PLOT_SHARE = 0.7  # of a chart's height, what its plot takes at the least, roughly
# Under a line on the second axis, the plot is so many times as high as its columns, and the line's axis
# reaches so many times the line's span below it.
_COLUMNS_UNDER_LINE = 1.45
_LINE_OVER_COLUMNS = 1.3


def chart_axes(
    figure: ReadyFigure, all_series: Sequence[PlacedSeries], height: float, style: Style
) -> tuple[ChartAxis, ChartAxis | None]:
    """The value axis and, where a series asks for it, the second one; ``height`` is the chart's, in points.

    Columns under a line on the second axis leave it the upper part of the plot.
    """
    if figure.kind.is_in_percent:
        return ChartAxis(0, 1, 0.2, NumberFormat(percent=True)), None
    all_secondary = all(series.secondary for series in all_series)
    on_first = [series for series in all_series if all_secondary or not series.secondary]
    on_second = [series for series in all_series if series.secondary and not all_secondary]
    columns = [series.values for series in on_first if series.kind != "line"]
    values = _values(on_first)
    if figure.kind.is_stacked:
        values = [*stack_totals(columns), *_values(series for series in on_first if series.kind == "line")]
    if not figure.kind.has_value_axis:
        return _unprinted_axis(values, figure), None
    lines_over_columns = bool(columns) and any(series.kind == "line" for series in on_second)
    if lines_over_columns and values and not figure.reversed:
        values = [*values, max(values) * _COLUMNS_UNDER_LINE]
    first = _first_axis(figure, values, height, style, has_columns=bool(columns))
    if not on_second:
        return first, None
    far_values = _values(on_second)
    if lines_over_columns and far_values:
        low, high = min(far_values), max(far_values)
        under = low - (high - low or abs(high)) * _LINE_OVER_COLUMNS
        far_values.append(max(0.0, under) if low >= 0 else under)
    return first, second_axis(far_values, first, from_zero=any(series.kind != "line" for series in on_second))


def is_scale(figure: ReadyFigure) -> bool:
    """Whether a figure states both ends of its axis, as of marks out of ten: these are to be seen."""
    return figure.minimum is not None and figure.maximum is not None


def value_axis(
    values: Iterable[float],
    *,
    from_zero: bool,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    reverse: bool = False,
    most: int = _MOST_STEPS,
) -> ChartAxis:
    """An axis with at most ``most`` even steps around ``values``; whole numbers have whole steps.

    ``from_zero`` keeps the zero (columns always); ``minimum`` and ``maximum`` are the author's;
    ``reverse`` draws a rank's axis with 1 at the top. Numbers from 2,610 to 4,388 give an axis from 0 to
    5,000 in steps of 1,000.
    """
    ordered = sorted(float(value) for value in values) or [0.0, 1.0]
    if reverse:
        return _rank_axis(ordered[-1], maximum, most)
    low = float(minimum) if minimum is not None else _lower_end(ordered, from_zero)
    high = float(maximum) if maximum is not None else max(ordered[-1], 0.0 if from_zero else ordered[-1])
    if high - low < _LEAST_SPAN:
        high = low + max(1.0, abs(low))
    step = nice_step(high - low, most)
    if minimum is not None and maximum is not None:
        step = _even_step(high - low, most) or step
    if all(value.is_integer() for value in ordered) and not step.is_integer():
        step = float(math.ceil(step))
    if minimum is None:
        low = math.floor(low / step + 1e-9) * step
        if not from_zero and low == ordered[0] != 0:
            # A line that touches the foot leaves no room for the label of its lowest point.
            low -= step
    if maximum is None:
        high = math.ceil(high / step - 1e-9) * step
    return _stepped(low, high, step)


def second_axis(values: Iterable[float], first: ChartAxis, *, from_zero: bool) -> ChartAxis:
    """An axis around ``values`` with as many steps as ``first``, so that both share the gridlines."""
    alone = value_axis(values, from_zero=from_zero)
    if first.minimum is None or first.maximum is None or not first.step:
        return alone
    steps = max(1, round((first.maximum - first.minimum) / first.step))
    low, high = alone.minimum or 0.0, alone.maximum or 1.0
    step = nice_step(high - low, steps)
    start = math.floor(low / step + 1e-9) * step
    while start + step * steps < high - 1e-9:
        step = nice_step(step * steps * 1.01, steps)
        start = math.floor(low / step + 1e-9) * step
    return _stepped(start, start + step * steps, step)


def nice_step(span: float, most: int = _MOST_STEPS) -> float:
    """The smallest of 1, 2, 2.5, 5 × 10ⁿ that divides ``span`` into at most ``most`` steps.

    >>> nice_step(60), nice_step(61)
    (10.0, 20.0)
    """
    power = 10.0 ** math.floor(math.log10(span / most))
    for factor in _STEPS:
        if factor * power * most >= span * (1 - 1e-9):
            return factor * power
    return 10 * power


def clear_of_gridline(end: float, step: float | None, spare: float, first: float = 0) -> float:
    """The end of an axis, on a gridline or well beyond it: a second line just above one looks like a slip.

    An end just beyond a gridline moves back to it by at most ``spare``, else on. The gridlines begin at ``first``.

    >>> clear_of_gridline(60.6, step=10, spare=1), clear_of_gridline(61.5, step=10, spare=1)
    (60.0, 62.0)
    """
    past = (end - first) % step if step else 0.0
    if not step or not 1e-9 < past < step * _CLOSE:
        return end
    return end - past if past <= spare else end - past + step * _CLOSE


def stack_totals(columns: Sequence[Sequence[float | None]]) -> list[float]:
    """Heights that stacked columns reach: the positive and the negative sum of each category.

    >>> stack_totals([(120, None), (-60, 5), (30, 7)])
    [150.0, -60.0, 12.0, 0.0]
    """
    totals = []
    for parts in zip(*columns, strict=True):
        totals.append(fsum(value for value in parts if value is not None and value > 0))
        totals.append(fsum(value for value in parts if value is not None and value < 0))
    return totals


def _first_axis(
    figure: ReadyFigure, values: Sequence[float], height: float, style: Style, *, has_columns: bool
) -> ChartAxis:
    axis = value_axis(
        values,
        most=max(2, min(_MOST_STEPS, int(height / (style.text("chart").size * _STEP_EM)))),
        from_zero=figure.kind.starts_at_zero or has_columns,
        minimum=figure.minimum,
        maximum=figure.maximum,
        reverse=figure.reversed,
    )
    if figure.reversed and figure.maximum is None and figure.labels != "none":
        axis = _with_room_for_worst(axis, max(values, default=1.0), height, style)
    if figure.kind is ChartKind.BAR and figure.labels in ("all", "ends") and not is_scale(figure):
        axis = _axis_of_labelled_bars(axis, values, figure)
    return axis


def _with_room_for_worst(axis: ChartAxis, worst: float, height: float, style: Style) -> ChartAxis:
    """The axis of ranks, long enough that a number under the worst of them stands above the axis' foot."""
    low, high = axis.minimum or 0.0, axis.maximum or worst
    plot = height * _PLOT_SHARE
    need = (label_height(style) + _UNDER_POINT) / plot
    end = clear_of_gridline(
        max(high, worst + need * (worst - low)), axis.step, _SPARE_UNDER / plot * (high - low), low
    )
    return replace(axis, maximum=_rounded(end, 6))


def _unprinted_axis(values: Sequence[float], figure: ReadyFigure) -> ChartAxis:
    """An axis without numbers: from just under the lowest value to just over the highest."""
    low, high = min(values), max(values)
    spare = (high - low or abs(high) or 1.0) * 0.08
    low = float(figure.minimum) if figure.minimum is not None else low - spare
    high = float(figure.maximum) if figure.maximum is not None else high + spare
    return ChartAxis(_rounded(low, 6), _rounded(high, 6), reversed=figure.reversed, visible=False)


def _axis_of_labelled_bars(axis: ChartAxis, values: Sequence[float], figure: ReadyFigure) -> ChartAxis:
    """The hidden axis of bars with numbers: the longest takes the full width, a negative one keeps off the names."""
    low, high = min(values), max(values)
    if high > 0 and figure.maximum is None and not figure.reversed:
        axis = replace(axis, maximum=_rounded(high, 10))
    if low < 0:
        end = axis.maximum or 0.0
        axis = replace(axis, minimum=_rounded(low - (end - low) * 0.18, 6))
    return replace(axis, visible=False)


def _rank_axis(worst: float, maximum: Decimal | None, most: int) -> ChartAxis:
    """From rank 1 at the top, which is printed, to a little below the worst rank, where no number stands."""
    high = float(maximum) if maximum is not None else worst
    step = max(1.0, math.ceil(nice_step(max(1.0, high - 1), most)))
    stated = maximum is not None and high > worst
    end = high if stated else clear_of_gridline(high + step * 0.4, step, step, 1)
    return ChartAxis(1, _rounded(max(end, 2), 10), step, reversed=True)


def _lower_end(ordered: Sequence[float], from_zero: bool) -> float:
    low, high = ordered[0], ordered[-1]
    if from_zero or low < 0 or low == high or (high > 0 and low < high * _NARROW):
        return min(0.0, low)
    return low - (high - low) * 0.5


def _even_step(span: float, most: int) -> float | None:
    """The smallest nice step that divides a fixed span without a rest; None where there is none."""
    for count in range(most, 0, -1):
        power = 10.0 ** math.floor(math.log10(span / count))
        if any(abs(span / count / power - factor) < 1e-9 for factor in _STEPS):
            return span / count
    return None


def _stepped(low: float, high: float, step: float) -> ChartAxis:
    """An axis with these ends, whose numbers have as many decimals as the step needs."""
    places = 0
    while places < 6 and abs(step * 10**places - round(step * 10**places)) > 1e-9:
        places += 1
    return ChartAxis(_rounded(low, 10), _rounded(high, 10), _rounded(step, 10), NumberFormat(places))


def _values(all_series: Iterable[PlacedSeries]) -> list[float]:
    """All numbers of the series, gaps left out."""
    return [value for series in all_series for value in series.values if value is not None]


def _rounded(value: float, digits: int) -> float:
    """A number with so many significant digits: 0.3 for 0.30000000000000004."""
    return float(f"{value:.{digits}g}")
