"""What a figure's stated scale would hide: columns without their foot, points and targets outside of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.messages import Message, message
from docgen.ready.figure import ReadyFigure, ReadySeries


def scale_problems(figure: ReadyFigure) -> Iterator[Message]:
    """Each thing that ``minimum`` and ``maximum`` would hide. An axis of ranks finds its own ends."""
    low, high = figure.minimum, figure.maximum
    if figure.kind.is_round or figure.reversed or (low is None and high is None):
        return
    if low is not None and high is not None and low >= high:
        yield message("scale-backwards", figure=figure.id, low=str(low), high=str(high))
        return
    series = _on_scale(figure)
    if _has_lengths(figure, series):
        if low is not None and low > 0:
            yield message("scale-without-zero", figure=figure.id, key="minimum", end=str(low))
        if high is not None and high < 0:
            yield message("scale-without-zero", figure=figure.id, key="maximum", end=str(high))
    for name, category, value in _heights(figure, series):
        yield from _outside(figure, f"{name} {category}".strip(), value)
    for target in figure.targets:
        yield from _outside(figure, target.name, target.value)


def _outside(figure: ReadyFigure, name: str, value: Decimal) -> Iterator[Message]:
    if figure.minimum is not None and value < figure.minimum:
        yield message("below-scale", figure=figure.id, name=name, value=str(value), end=str(figure.minimum))
    if figure.maximum is not None and value > figure.maximum:
        yield message("above-scale", figure=figure.id, name=name, value=str(value), end=str(figure.maximum))


def _on_scale(figure: ReadyFigure) -> tuple[ReadySeries, ...]:
    """The series that the stated scale is of; those of the second axis have their own."""
    return tuple(series for series in figure.series if figure.kind.separates_series or not series.secondary)


def _has_lengths(figure: ReadyFigure, series: tuple[ReadySeries, ...]) -> bool:
    """Whether some series are columns or bars, whose lengths are compared."""
    drawn = [one.drawn_as or figure.kind.drawn_as for one in series]
    return any(kind in ("column", "bar") for kind in drawn)


def _heights(figure: ReadyFigure, series: tuple[ReadySeries, ...]) -> Iterator[tuple[str, str, Decimal]]:
    """What reaches how far: each point by series and category, of a stack its whole height."""
    for index, category in enumerate(figure.categories):
        values = [(one.name, one.values[index]) for one in series]
        numbers = [(name, value) for name, value in values if value is not None]
        if figure.kind.is_in_percent:
            yield "", category, Decimal(100)
        elif figure.kind.is_stacked:
            yield "", category, sum((value for _, value in numbers if value > 0), Decimal(0))
            yield "", category, sum((value for _, value in numbers if value < 0), Decimal(0))
        else:
            yield from ((name, category, value) for name, value in numbers)
            reaches = ((one.name, one.band[index]) for one in series if one.band)
            yield from ((name, category, end) for name, reach in reaches if reach is not None for end in reach)
