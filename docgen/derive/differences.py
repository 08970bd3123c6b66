"""What figures say of their numbers beside each other: the difference of two, the share of each part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from docgen.derive.alt_text import alt_text
from docgen.model import ChartKind, Quantity
from docgen.ready import ReadyDifference, ReadyFigure, ReadySeries

# A rise in percent says something of amounts, not of shares, points or ranks.
_WITHOUT_RATE = frozenset({"%", "ポイント", "位"})
_DECIMALS = 1
_TWO = 2


def with_differences(figure: ReadyFigure, temporal: bool) -> ReadyFigure:
    """The figure with what its kind prints beside its numbers: differences, or shares of the whole.

    ``temporal`` says that its categories are periods: the difference of two of them is a change.
    """
    if figure.kind is ChartKind.NUMBERS:
        numbers = [number for series in figure.series for number in _quantities(series, figure) if number is not None]
        is_change = temporal and len(figure.categories) == _TWO
        return replace(figure, differences=(_difference(*numbers, change=is_change),) if len(numbers) == _TWO else ())
    if figure.kind is ChartKind.DUMBBELL:
        pairs = zip(*(_quantities(series, figure) for series in figure.series), strict=True)
        return replace(figure, differences=tuple(_difference(a, b, change=True) if a and b else None for a, b in pairs))
    if figure.kind is ChartKind.SHARE_BAR:
        return replace(figure, shares=_shares(figure.series[0], figure))
    return figure


def with_alike_shares(figures: Mapping[str, ReadyFigure], chosen: Mapping[str, bool]) -> dict[str, ReadyFigure]:
    """The figures of a page; where several that state no kind would be circles, they are bars, which compare better.

    ``chosen`` has those that state no kind, and whether their alternative text is written from their data.
    """
    circles = [name for name in chosen if name in figures and figures[name].kind is ChartKind.PIE]
    bars = {name: _as_bar(figures[name], told=chosen[name]) for name in circles} if len(circles) > 1 else {}
    return {**figures, **bars}


def _as_bar(figure: ReadyFigure, *, told: bool) -> ReadyFigure:
    bar = with_differences(replace(figure, kind=ChartKind.SHARE_BAR), temporal=False)
    return replace(bar, alt=alt_text(bar, temporal=False)) if told else bar


def _quantities(series: ReadySeries, figure: ReadyFigure) -> tuple[Quantity | None, ...]:
    unit = figure.unit_of(series)
    return tuple(None if value is None else Quantity(value, unit, series.decimals) for value in series.values)


def _difference(first: Quantity, second: Quantity, *, change: bool) -> ReadyDifference | None:
    """What the second number is more than the first; None where they have different units."""
    if first.unit != second.unit:
        return None
    amount, rate = second - first, None
    if change and first.value > 0 and second.value >= 0 and first.unit not in _WITHOUT_RATE:
        rate = Quantity((second.value - first.value) / first.value * 100, "%", _DECIMALS)
    return ReadyDifference(amount if change else replace(amount, value=abs(amount.value)), rate, change)


def _shares(series: ReadySeries, figure: ReadyFigure) -> tuple[Quantity | None, ...]:
    """The part of the whole that each number is, in %; none where the numbers are shares themselves."""
    whole = sum(filter(None, series.values), Decimal(0))
    if figure.unit_of(series) == "%" or not whole:
        return ()
    return tuple(
        None if value is None else Quantity(value / whole * 100, "%", _DECIMALS) for value in series.values
    )
