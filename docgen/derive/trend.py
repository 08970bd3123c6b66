"""The trend (時系列変化) of a value: how the thing shown has moved since about five years ago."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from docgen.model import Quantity
from docgen.model.indicator import Trend
from docgen.model.quantity import rounded


@dataclass(frozen=True, slots=True)
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
