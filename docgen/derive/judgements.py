"""The judgements of a value: its trend (時系列変化) since about five years ago, and its attainment (目標達成)."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal

from docgen.model import Quantity
from docgen.model.indicator import Attainment, Trend
from docgen.model.quantity import rounded
from docgen.value import value


@value(frozen=True, slots=True)
class TrendRule:
    """When a change is none: up to ``tolerance`` of the past value, or where both are printed alike.

    The tolerance is the value's own, else the compendium's, else the layout pack's, else 1 %.
    """

    tolerance: Decimal = Decimal("0.01")


DEFAULT_RULE = TrendRule()


def trend(
    past: Quantity | None, latest: Quantity | None, *, rank: bool = False, rule: TrendRule = DEFAULT_RULE
) -> Trend:
    """up, down or flat from ``past`` to ``latest``; unknown where one of them is missing.

    It is the movement of the thing shown, not a judgement: deaths that fall are down. A rank moves down
    when its number grows (25位 → 35位); for ranks no change but none is flat. Both values have one unit.
    """
    if past is None or latest is None:
        return "unknown"
    change = latest.value - past.value
    places = max(past.places, latest.places)
    if rounded(past.value, places) == rounded(latest.value, places):
        return "flat"
    if not rank and abs(change) <= abs(past.value) * rule.tolerance:
        return "flat"
    return "up" if (change > 0) != rank else "down"


@value(frozen=True, slots=True)
class DatedNumber:
    """A number at the last day of its period."""

    value: Decimal
    day: date


@value(frozen=True, slots=True)
class Goal:
    """A target: a number (None where it is in words) by a day (None where none is set)."""

    value: Decimal | None
    day: date | None = None


def attainment(
    past: DatedNumber | None,
    latest: DatedNumber | None,
    goal: Goal | None,
    *,
    trend: Trend,
    lower_is_better: bool,
) -> Attainment:
    """The legend's judgement.

    - no_target: no target is set.
    - on_track: the latest value meets the target already, or the straight line through past and latest
      does so by the target's day. What is flat stays where it is.
    - off_track: it does not, or the target's day has passed unmet, or a target without a day is not
      being approached.
    - unknown: the target is in words, a value is missing, or nothing can be said of the trend.
    """
    if goal is None:
        return "no_target"
    if goal.value is None or latest is None:
        return "unknown"
    if _met(latest.value, goal.value, lower_is_better):
        return "on_track"
    if goal.day is not None and goal.day <= latest.day:
        return "off_track"
    if past is None or trend == "unknown" or past.day >= latest.day:
        return "unknown"
    if trend == "flat":
        return "off_track"
    change = latest.value - past.value
    if goal.day is None:
        approaching = change < 0 if lower_is_better else change > 0
        return "unknown" if approaching else "off_track"
    elapsed, left = _months(latest.day) - _months(past.day), _months(goal.day) - _months(latest.day)
    # Multiplied first, so that a line that ends exactly on the target does so in decimals, too.
    reached = latest.value + change * left / elapsed
    return "on_track" if _met(reached, goal.value, lower_is_better) else "off_track"


def _months(day: date) -> Decimal:
    """Time in months, in which year ends lie twelve apart: in days, leap years would tip a judgement."""
    length = calendar.monthrange(day.year, day.month)[1]
    return day.year * 12 + day.month + Decimal(day.day) / length


def _met(value: Decimal, goal: Decimal, lower_is_better: bool) -> bool:
    return value <= goal if lower_is_better else value >= goal
