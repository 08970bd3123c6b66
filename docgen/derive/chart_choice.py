"""The kind of chart for a figure that states none, chosen by what its data is: periods, categories, parts of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from docgen.derive.figure_data import FigureData
from docgen.model import ChartKind

# Slices of a circle that a reader can still compare.
_MOST_SLICES = 6
# Names that stand side by side under columns: how many, and how long.
_MOST_COLUMNS, _LONGEST_NAME = 8, 8
_WHOLE, _ROUNDING = Decimal(100), Decimal(1)
_FEWEST_OF_A_COURSE = 3


def chosen_kind(data: FigureData, temporal: bool) -> ChartKind:
    """The kind that shows the data; ``temporal`` says whether the categories are periods.

    A course over periods is a line, two periods are columns. Parts of 100 are a pie, or a stack for each category
    where there are several series. Other categories are columns, or bars where they are many or their names long.
    Where a series states how it is drawn, or has the second axis, columns and lines are combined.
    """
    if any(series.spec.drawn_as is not None or series.spec.secondary for series in data.series):
        return ChartKind.COLUMN_LINE
    if len(data.series) > 1 and _are_wholes(zip(*(series.values for series in data.series), strict=True)):
        return ChartKind.PERCENT_COLUMN
    if temporal:
        return ChartKind.LINE if len(data.categories) >= _FEWEST_OF_A_COURSE else ChartKind.COLUMN
    if len(data.series) == 1 and 1 < len(data.categories) <= _MOST_SLICES and _are_wholes([data.series[0].values]):
        return ChartKind.PIE
    is_long = max(map(len, data.categories), default=0) > _LONGEST_NAME
    return ChartKind.BAR if is_long or len(data.categories) > _MOST_COLUMNS else ChartKind.COLUMN


def _are_wholes(rows: Iterable[Sequence[Decimal | None]]) -> bool:
    """Whether each row is the parts of 100: none missing or negative, the sum 100 but for what rounding takes."""
    return all(
        all(value is not None and value >= 0 for value in row)
        and abs(sum(filter(None, row), Decimal(0)) - _WHOLE) <= _ROUNDING
        for row in rows
    )
