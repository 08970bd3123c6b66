"""The alternative text of a figure, written from its data in Japanese."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docgen.model import Quantity
from docgen.ready import ReadyFigure, ReadySeries

_MOST_SERIES = 6
_MOST_PARTS = 8


def alt_text(figure: ReadyFigure, temporal: bool) -> str:
    """What the figure shows: kind, period, first and last values, direction, highest and lowest.

    ``temporal`` says that its categories are periods.
    """
    name = f"「{figure.title}」" if figure.title else ""
    sentences = [f"{figure.kind.japanese}{name}。"]
    if temporal and len(figure.categories) > 1:
        sentences.append(f"期間は{figure.categories[0]}から{figure.categories[-1]}まで。")
    shown = figure.series[:_MOST_SERIES]
    for series in shown:
        lead = f"{series.name}は" if series.name else ""
        if figure.kind.is_round:
            sentences.append(_parts(lead, figure.categories, series))
        elif temporal:
            sentences.append(_course(lead, figure, series))
        else:
            sentences.append(_extremes(lead, figure, series))
    if len(figure.series) > len(shown):
        sentences.append(f"ほか{len(figure.series) - len(shown)}系列。")
    if figure.forecast_from is not None:
        sentences.append(f"{figure.categories[figure.forecast_from]}以降は予測。")
    return "".join(sentences)


def _course(lead: str, figure: ReadyFigure, series: ReadySeries) -> str:
    points = _points(series)
    if not points:
        return f"{lead}データなし。"
    (first, start), (last, end) = points[0], points[-1]
    names = figure.categories
    if first == last:
        return f"{lead}{names[first]}に{_print(start, series)}。"
    course = (
        f"{lead}{names[first]}の{_print(start, series)}から"
        f"{names[last]}の{_print(end, series)}へ{_direction(start, end, figure.reversed)}。"
    )
    return course + (_extremes("", figure, series) if len(points) > 2 else "")


def _direction(start: Decimal, end: Decimal, reversed_axis: bool) -> str:
    if start == end:
        return "横ばい"
    if reversed_axis:
        return "低下" if end > start else "上昇"
    return "増加" if end > start else "減少"


def _extremes(lead: str, figure: ReadyFigure, series: ReadySeries) -> str:
    points = _points(series)
    if not points:
        return f"{lead}データなし。"
    high = max(points, key=lambda point: point[1])
    low = min(points, key=lambda point: point[1])
    if high[1] == low[1]:
        subject = "いずれも" if len(points) > 1 else f"{figure.categories[high[0]]}で"
        return f"{lead}{subject}{_print(high[1], series)}。"
    if figure.reversed:
        high, low = low, high
    words = ("最高", "最低") if figure.reversed else ("最大", "最小")
    return (
        f"{lead}{words[0]}は{figure.categories[high[0]]}の{_print(high[1], series)}、"
        f"{words[1]}は{figure.categories[low[0]]}の{_print(low[1], series)}。"
    )


def _parts(lead: str, categories: Sequence[str], series: ReadySeries) -> str:
    points = _points(series)
    listed = "、".join(f"{categories[at]}{_print(value, series)}" for at, value in points[:_MOST_PARTS])
    more = f"、ほか{len(points) - _MOST_PARTS}項目" if len(points) > _MOST_PARTS else ""
    return f"{lead}{listed}{more}。"


def _points(series: ReadySeries) -> list[tuple[int, Decimal]]:
    return [(index, value) for index, value in enumerate(series.values) if value is not None]


def _print(value: Decimal, series: ReadySeries) -> str:
    return str(Quantity(value, series.unit, series.decimals))
