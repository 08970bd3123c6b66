"""The numbers of a figure as indices: each series is 100 at one period, so that courses of unlike sizes compare."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docgen.derive.figure_data import FigureData, SeriesData, index_of
from docgen.errors import DocgenError, Where
from docgen.model import Figure
from docgen.model.printing import Printing

_BASE = Decimal(100)
_PLACES = 1
_YEARS = ("年", "年度")
# What is divided is rounded to as many digits as a reader could ever print.
_HELD = Decimal("1e-10")


def as_indices(figure: Figure, data: FigureData, printing: Printing, where: Where) -> tuple[Figure, FigureData]:
    """The figure and its data with each value in parts of the one at ``figure.index``, which is 100.

    The unit then says so: 2015年度＝100. Without ``index`` all stays as it is. DocgenError where a series has no
    positive number at that category.
    """
    if figure.index is None:
        return figure, data
    at = index_of(figure.index, figure, data, "index", where)
    series = tuple(_indices(each, at, data.categories[at], where) for each in data.series)
    name = data.categories[at]
    named = printing.category(name if name.endswith(figure.x_suffix) else f"{name}{figure.x_suffix}")
    if named.isdigit():
        named = f"{named}{figure.x_name if figure.x_name in _YEARS else '年'}"
    stated = {
        "unit": f"{named}＝100",
        "divide": Decimal(1),
        "decimals": _PLACES if figure.decimals is None else figure.decimals,
    }
    return figure.model_copy(update=stated), replace(data, series=series)


def _indices(series: SeriesData, at: int, category: str, where: Where) -> SeriesData:
    base = series.values[at]
    if base is None or base <= 0:
        raise DocgenError("index-without-base", where=where, series=series.spec.name, category=category)
    values = tuple(None if value is None else (value / base * _BASE).quantize(_HELD) for value in series.values)
    # Indices have no unit; the figure says what they are parts of.
    return replace(series, values=values, spec=series.spec.model_copy(update={"unit": ""}), in_percent=False)
