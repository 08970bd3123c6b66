"""The kind of chart for a figure that states none, chosen by what its data is: periods, categories, parts of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from docgen.derive.figure_data import FigureData
from docgen.derive.unshown import unshown
from docgen.model import ChartKind, Figure
from docgen.ready.figure_rules import MOST_NUMBERS

# Slices of a circle that a reader can still compare.
_MOST_SLICES = 6
# Names that stand side by side under columns: how many, and how long.
_MOST_COLUMNS, _LONGEST_NAME = 8, 8
_WHOLE, _ROUNDING = Decimal(100), Decimal(1)
# Units of numbers that may be shares of a whole: counts that add up to 100 are none.
_OF_SHARES = ("", "%")
_FEWEST_OF_A_COURSE = 3
_FEWEST_OF_BARS = 3


def chosen_kind(figure: Figure, data: FigureData, temporal: bool) -> ChartKind:
    """The kind that shows the data of ``figure``; ``temporal`` says whether the categories are periods.

    One or two values are numbers. A course over periods is a line, two periods of several series are columns. Parts
    of 100 % are a pie; where there are several series, a column for each period or a bar for each group. The values of
    other categories are bars, of several series columns where their names have room. What the figure marks at its
    data, as a level, needs a scale: it then becomes neither numbers nor a pie.
    Where a series states how it is drawn, or has the second axis, columns and lines are combined.
    """
    if any(series.spec.drawn_as is not None or series.spec.secondary for series in data.series):
        return ChartKind.COLUMN_LINE
    in_percent = all(series.unit_in(figure) in _OF_SHARES for series in data.series)
    if len(data.series) > 1 and in_percent and _are_wholes(zip(*(series.values for series in data.series), strict=True)):
        return ChartKind.PERCENT_COLUMN if temporal else ChartKind.PERCENT_BAR
    is_share = in_percent and _is_pie(figure, data)
    is_marked = figure.index is not None or unshown(figure, ChartKind.NUMBERS)
    if len(data.series) * len(data.categories) <= MOST_NUMBERS and not is_marked and (temporal or not is_share):
        return ChartKind.NUMBERS
    if temporal:
        return ChartKind.LINE if len(data.categories) >= _FEWEST_OF_A_COURSE else ChartKind.COLUMN
    if is_share:
        return ChartKind.PIE
    is_long = max(map(len, data.categories), default=0) > _LONGEST_NAME
    if len(data.series) == 1 and len(data.categories) >= _FEWEST_OF_BARS:
        return ChartKind.BAR
    return ChartKind.BAR if is_long or len(data.categories) > _MOST_COLUMNS else ChartKind.COLUMN


def _is_pie(figure: Figure, data: FigureData) -> bool:
    """Whether one series has the parts of 100, not too many to compare, and nothing that a pie cannot show."""
    is_small = len(data.series) == 1 and 1 < len(data.categories) <= _MOST_SLICES
    return is_small and _are_wholes([data.series[0].values]) and not unshown(figure, ChartKind.PIE)


def _are_wholes(rows: Iterable[Sequence[Decimal | None]]) -> bool:
    """Whether each row is the parts of 100: none missing or negative, the sum 100 but for what rounding takes."""
    return all(
        all(value is not None and value >= 0 for value in row)
        and abs(sum(filter(None, row), Decimal(0)) - _WHOLE) <= _ROUNDING
        for row in rows
    )
