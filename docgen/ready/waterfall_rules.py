"""What a waterfall must have: one series without gaps, whose changes lead from one level to the next, never below zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.messages import Message, message
from docgen.model import ChartKind
from docgen.model.quantity import rounded
from docgen.ready.figure import ReadyFigure

_FEWEST = 3


def waterfall_problems(figure: ReadyFigure) -> Iterator[Message]:
    """Each thing that is wrong with a waterfall; nothing for a figure of another kind."""
    if figure.kind is not ChartKind.WATERFALL:
        return
    if len(figure.series) != 1 or len(figure.categories) < _FEWEST:
        yield message("waterfall-of", figure=figure.id, series=len(figure.series), count=len(figure.categories))
        return
    yield from _wrong_steps(figure)


def _wrong_steps(figure: ReadyFigure) -> Iterator[Message]:
    """The first gap, the first level below zero, the first total that the changes do not lead to."""
    (series,) = figure.series
    level, rounding = Decimal(0), Decimal(0)
    half = Decimal(1).scaleb(-series.decimals) / 2
    for index, (category, value) in enumerate(zip(figure.categories, series.values, strict=True)):
        if value is None:
            yield message("waterfall-with-gap", figure=figure.id, category=category)
            return
        # Each number that is added may be off by half of its last digit.
        rounding += half
        if index not in figure.totals:
            level += value
        elif index and abs(value - level) > rounding:
            said, sums = (rounded(number, series.decimals) for number in (value, level))
            yield message("waterfall-not-adding-up", figure=figure.id, category=category, said=said, sums=sums)
            return
        else:
            level, rounding = value, half
        if level < 0:
            yield message("waterfall-below-zero", figure=figure.id, category=category)
            return
