"""The range and step of a value axis, chosen here so that every program draws the same axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from docgen.placed import ChartAxis, NumberFormat

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_STEPS = 6
# So much of a step is too near to a gridline for the end of an axis.
_CLOSE = 0.2
# A line whose values stay above this share of their maximum is drawn without the zero, so that it is seen to move.
_NARROW = 0.8
# Values that are no further apart than this are one value: labels have six decimals at the most.
_LEAST_SPAN = 1e-9


def value_axis(
    values: Iterable[float],
    *,
    from_zero: bool,
    minimum: Decimal | None = None,
    maximum: Decimal | None = None,
    reverse: bool = False,
    title: str | None = None,
    most: int = MOST_STEPS,
) -> ChartAxis:
    """An axis with at most ``most`` even steps around ``values``; whole numbers have whole steps.

    ``from_zero`` keeps the zero (columns always); ``minimum`` and ``maximum`` are the author's;
    ``reverse`` draws a rank's axis with 1 at the top.
    """
    known = sorted(float(value) for value in values) or [0.0, 1.0]
    if reverse:
        return _rank_axis(known[-1], maximum, title, most)
    low = float(minimum) if minimum is not None else _lower_end(known, from_zero)
    high = float(maximum) if maximum is not None else max(known[-1], 0.0 if from_zero else known[-1])
    if high - low < _LEAST_SPAN:
        high = low + max(1.0, abs(low))
    step = nice_step(high - low, most)
    if minimum is not None and maximum is not None:
        step = _even_step(high - low, most) or step
    if all(value.is_integer() for value in known) and not step.is_integer():
        step = float(math.ceil(step))
    if minimum is None:
        low = math.floor(low / step + 1e-9) * step
        if not from_zero and low == known[0] != 0:
            # A line that touches the foot leaves no room for the label of its lowest point.
            low -= step
    if maximum is None:
        high = math.ceil(high / step - 1e-9) * step
    return ChartAxis(_clean(low), _clean(high), _clean(step), axis_format(step), title)


def second_axis(values: Iterable[float], first: ChartAxis, *, from_zero: bool) -> ChartAxis:
    """An axis around ``values`` with as many steps as ``first``, so that both share the gridlines."""
    plain = value_axis(values, from_zero=from_zero)
    if first.minimum is None or first.maximum is None or not first.step:
        return plain
    steps = max(1, round((first.maximum - first.minimum) / first.step))
    low, high = plain.minimum or 0.0, plain.maximum or 1.0
    step = nice_step(high - low, steps)
    start = math.floor(low / step + 1e-9) * step
    while start + step * steps < high - 1e-9:
        step = nice_step(step * steps * 1.01, steps)
        start = math.floor(low / step + 1e-9) * step
    return ChartAxis(_clean(start), _clean(start + step * steps), _clean(step), axis_format(step))


def nice_step(span: float, most: int = MOST_STEPS) -> float:
    """The smallest of 1, 2, 2.5, 5 × 10ⁿ that parts ``span`` into at most ``most`` steps."""
    rough = span / most
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in _STEPS:
        if factor * power * most >= span * (1 - 1e-9):
            return factor * power
    return 10 * power


def _even_step(span: float, most: int) -> float | None:
    """The smallest nice step that parts a fixed span without a rest; None where there is none."""
    for count in range(most, 0, -1):
        power = 10.0 ** math.floor(math.log10(span / count))
        if any(abs(span / count / power - factor) < 1e-9 for factor in _STEPS):
            return span / count
    return None


def clear_of_gridline(end: float, step: float | None, spare: float) -> float:
    """The end of an axis, on a gridline or clear of it: two lines close to each other look like a slip.

    It is drawn back to the gridline by at most ``spare``, else moved on.
    """
    past = end % step if step else 0.0
    if not step or not 1e-9 < past < step * _CLOSE:
        return end
    return end - past if past <= spare else end - past + step * _CLOSE


def axis_format(step: float) -> NumberFormat:
    """A number format with as many decimals as the step needs."""
    places = 0
    while places < 6 and abs(step * 10**places - round(step * 10**places)) > 1e-9:
        places += 1
    return NumberFormat(places)


def stack_totals(series: Sequence[Sequence[float | None]]) -> list[float]:
    """Heights that stacked columns reach: positive and negative sums of each category."""
    totals = []
    for column in zip(*series, strict=True):
        known = [value for value in column if value is not None]
        totals.append(sum(value for value in known if value > 0))
        totals.append(sum(value for value in known if value < 0))
    return totals


def _lower_end(known: Sequence[float], from_zero: bool) -> float:
    low, high = known[0], known[-1]
    if from_zero or low < 0 or low == high or (high > 0 and low < high * _NARROW):
        return min(0.0, low)
    return low - (high - low) * 0.5


def _rank_axis(worst: float, maximum: Decimal | None, title: str | None, most: int) -> ChartAxis:
    """From rank 1 at the top to a little below the worst rank, where no number stands."""
    high = float(maximum) if maximum is not None else worst
    step = max(1.0, math.ceil(nice_step(max(1.0, high - 1), most)))
    stated = maximum is not None and high > worst
    end = high if stated else clear_of_gridline(high + step * 0.4, step, step)
    if step > 1:
        # Ticks at 5, 10 … read better than at 1, 6, 11. No rank is 0: its tick is not printed.
        return ChartAxis(0, _clean(end), step, NumberFormat(positive_only=True), title, reversed=True)
    return ChartAxis(1, _clean(max(end, 2)), step, title=title, reversed=True)


def _clean(value: float) -> float:
    return float(f"{value:.10g}")
