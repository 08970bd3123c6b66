"""Attainment (目標達成): on the present trend, is the target met by its year?"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.model.indicator import Attainment, Trend


@dataclass(frozen=True, slots=True)
class DatedNumber:
    """A number at the last day of its period."""

    value: Decimal
    day: date


@dataclass(frozen=True, slots=True)
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
