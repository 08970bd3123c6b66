"""A series of a stack that stands for totals of which no parts are known: it is none of the parts, and drawn otherwise."""

from __future__ import annotations

from docgen.model import ChartKind
from docgen.ready import ReadyFigure

_STACKS = (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR)
# Two series that follow each other may as well be one that was renamed.
_FEWEST_PARTS = 2


def total_alone(figure: ReadyFigure) -> int | None:
    """The index of the series of a stack that has a value only where no other has one; None where there is none.

    The others are its parts: at least two of them, of which each category without a total has some.

    >>> from decimal import Decimal
    >>> from docgen.ready import ReadySeries
    >>> one = Decimal(1)
    >>> parts = ReadySeries("農産物", (None, one)), ReadySeries("水産物", (None, one))
    >>> total = ReadySeries("合計のみ", (Decimal(3), None))
    >>> total_alone(ReadyFigure("f", "輸出額", ChartKind.STACKED_COLUMN, ("2012年", "2013年"), (*parts, total)))
    2
    """
    if figure.kind not in _STACKS or len(figure.series) <= _FEWEST_PARTS:
        return None
    counts = [sum(value is not None for value in values) for values in zip(*(s.values for s in figure.series), strict=True)]
    alone = [
        index
        for index, series in enumerate(figure.series)
        if any(value is not None for value in series.values)
        and all(count == 1 for value, count in zip(series.values, counts, strict=True) if value is not None)
    ]
    has_parts = any(count >= _FEWEST_PARTS for count in counts)
    return alone[0] if len(alone) == 1 and has_parts else None
