"""The texts of a chart's numbers."""

from __future__ import annotations

from decimal import Decimal

from docgen.model.quantity import rounded
from docgen.placed import NumberFormat

# Units that stand behind each number; others are said once, in the figure's title.
_SHORT_UNITS = frozenset({"%", "％", "位", "ポイント", "倍", "点"})


def short_unit(unit: str) -> str:
    """``unit`` where it is printed behind each number, else nothing."""
    return unit if unit in _SHORT_UNITS else ""


def number_text(value: float, number_format: NumberFormat) -> str:
    """What a number prints as in a spreadsheet, which rounds halves away from zero.

    >>> number_text(-47.95, NumberFormat(1, "%", "△"))
    '△48.0%'
    """
    exact = Decimal(repr(value))
    number = rounded(exact * 100 if number_format.percent else exact, number_format.decimals)
    if number_format.positive_only and number <= 0:
        return ""
    unit = "%" if number_format.percent else number_format.unit
    return f"{number_format.minus if number < 0 else ''}{abs(number):,.{number_format.decimals}f}{unit}"
