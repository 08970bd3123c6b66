"""The texts of a chart: its numbers, the few words that it prints itself, and how wide a text is."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from docgen.layout.style import Style
from docgen.layout.words import CHART_WORDS
from docgen.model.quantity import rounded
from docgen.placed import NumberFormat, PlacedSeries

# Units that stand behind each number; others are said once, in the figure's title.
_SHORT_UNITS = frozenset({"%", "％", "位", "ポイント", "倍", "点"})
_LABEL_HEIGHT_EM = 1.15


def chart_word(key: str, style: Style) -> str:
    """The pack's word for ``key``, or the usual one: ``合計`` for "total"."""
    return style.pack.words.get(key, CHART_WORDS[key])


def short_unit(unit: str) -> str:
    """``unit`` where it is printed behind each number, as % and 位 are; else nothing."""
    return unit if unit in _SHORT_UNITS else ""


def number_text(value: float, number_format: NumberFormat) -> str:
    """The text of a number, rounded as spreadsheets do: halves away from zero.

    >>> number_text(-47.95, NumberFormat(1, "%", "△"))
    '△48.0%'
    """
    exact = Decimal(repr(value))
    number = rounded(exact * 100 if number_format.percent else exact, number_format.decimals)
    unit = "%" if number_format.percent else number_format.unit
    return f"{number_format.minus if number < 0 else ''}{abs(number):,.{number_format.decimals}f}{unit}"


def value_text(series: PlacedSeries, point: int) -> str:
    """The text of a point's value; nothing at a gap."""
    value = series.values[point]
    return "" if value is None else number_text(value, series.number_format)


def label_height(style: Style) -> float:
    """The height of a label of a value, in points."""
    return style.text("chart_label").size * _LABEL_HEIGHT_EM


def text_width(text: str, style: Style, role: str = "chart") -> float:
    """The width of a text's longest line in a role's size and weight, in points."""
    look = style.text(role)
    return style.measure.text_width(text, look.size, bold=look.bold)


def widest(texts: Iterable[str], style: Style, role: str = "chart") -> float:
    """The width of the widest text in points, 0 where there is none."""
    return max((text_width(text, style, role) for text in texts), default=0.0)
