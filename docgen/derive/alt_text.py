"""The alternative text of a figure, written from its data in Japanese."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.model import Quantity
from docgen.model.quantity import plain_places
from docgen.prose.markup import plain
from docgen.ready import ReadyFigure, ReadySeries, ReadyTargetMark

_MOST_SERIES = 6
_MOST_PARTS = 8


def alt_text(figure: ReadyFigure, temporal: bool) -> str:
    """What the figure shows: kind, period, first and last values, direction, highest and lowest.

    ``temporal`` says that its categories are periods. Each of its series has a number.
    """
    name = f"「{figure.title}」" if figure.title else ""
    sentences = [f"{figure.kind.japanese}{name}。"]
    if temporal and len(figure.categories) > 1:
        sentences.append(f"期間は{figure.categories[0]}から{figure.categories[-1]}まで。")
    describe = _parts if figure.kind.is_of_one_series or figure.totals else _course if temporal else _extremes
    for series in figure.series[:_MOST_SERIES]:
        lead = f"{series.name}は" if series.name else ""
        sentences.append(lead + describe(figure, series))
    if len(figure.series) > _MOST_SERIES:
        sentences.append(f"ほか{len(figure.series) - _MOST_SERIES}系列。")
    if figure.forecast_from is not None:
        sentences.append(f"{figure.categories[figure.forecast_from]}以降は予測。")
    sentences += [f"{target.name}は{_level(target, figure)}。" for target in figure.targets if target.is_level]
    sentences += _annotations(figure)
    return "".join(sentences)


def _level(target: ReadyTargetMark, figure: ReadyFigure) -> Quantity:
    return Quantity(target.value, figure.unit_of_target(target), plain_places(target.value))


def _annotations(figure: ReadyFigure) -> Iterator[str]:
    """What is drawn in beside the data: bands, shaded periods, changes, notes at points."""
    names, drawn = figure.categories, figure.annotations
    for series in figure.series:
        ends = [(at, reach) for at, reach in enumerate(series.band) if reach is not None]
        for at, reach in ends[-1:]:
            low, high = (_print(end, series) for end in reach)
            yield f"{series.name}の帯は{names[at]}に{low}から{high}まで。"
    for shade in drawn.shades:
        first, last = names[shade.first], names[shade.last]
        yield f"網掛けは{shade.name}（{first if first == last else f'{first}から{last}まで'}）。"
    yield from (change.said for change in drawn.changes)
    yield from (f"{names[remark.category]}に注記「{plain(remark.text)}」。" for remark in drawn.remarks)


def _course(figure: ReadyFigure, series: ReadySeries) -> str:
    """From the first value to the last, then the highest and the lowest."""
    points = _points(figure, series)
    (first, start), (last, end) = points[0], points[-1]
    if len(points) == 1:
        return f"{first}に{_print(start, series)}。"
    direction = _direction(start, end, figure.reversed)
    course = f"{first}の{_print(start, series)}から{last}の{_print(end, series)}へ{direction}。"
    return course + (_extremes(figure, series) if len(points) > 2 else "")


def _direction(start: Decimal, end: Decimal, reversed_axis: bool) -> str:
    if start == end:
        return "横ばい"
    if reversed_axis:
        return "低下" if end > start else "上昇"
    return "増加" if end > start else "減少"


def _extremes(figure: ReadyFigure, series: ReadySeries) -> str:
    """The highest and the lowest value; on a reversed axis, as of ranks, the lowest number is the highest."""
    points = _points(figure, series)
    high = max(points, key=lambda point: point[1])
    low = min(points, key=lambda point: point[1])
    if high[1] == low[1]:
        subject = "いずれも" if len(points) > 1 else f"{high[0]}で"
        return f"{subject}{_print(high[1], series)}。"
    highest, lowest = ("最高", "最低") if figure.reversed else ("最大", "最小")
    if figure.reversed:
        high, low = low, high
    return f"{highest}は{high[0]}の{_print(high[1], series)}、{lowest}は{low[0]}の{_print(low[1], series)}。"


def _parts(figure: ReadyFigure, series: ReadySeries) -> str:
    points = _points(figure, series)
    listed = "、".join(f"{category}{_print(value, series)}" for category, value in points[:_MOST_PARTS])
    more = f"、ほか{len(points) - _MOST_PARTS}項目" if len(points) > _MOST_PARTS else ""
    return f"{listed}{more}。"


def _points(figure: ReadyFigure, series: ReadySeries) -> list[tuple[str, Decimal]]:
    """The categories that have a value, with it."""
    pairs = zip(figure.categories, series.values, strict=True)
    return [(category, value) for category, value in pairs if value is not None]


def _print(value: Decimal, series: ReadySeries) -> str:
    return str(Quantity(value, series.unit, series.decimals))
