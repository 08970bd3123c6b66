"""A chart of a slide as its data, and as the table of facts: a row for each category, a column for each series."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import docgen.patterns as re
from docgen.bearing.fact import FactTable, fact_table, unit_in
from docgen.errors import SlidePosition
from docgen.opened.chart_points import joins_points, names_of, values_of
from docgen.opened.opened_deck import OpenedChart, OpenedSeries
from docgen.opened.parts import C
from docgen.opened.shape import text_of

# What a number format prints as it stands: 0"%" shows 47.9 as 47.9%, 0.0% shows 0.479 so.
_LITERAL = re.compile(r'"[^"]*"|\\.')


def opened_chart(root: Any, where: SlidePosition) -> OpenedChart:
    """The chart of a chart's part; a number format that shows % tells that its numbers are parts of one."""
    plot = root.find(f"{C}chart/{C}plotArea")
    drawn = (one for kind in plot for one in sorted(kind.iterchildren(f"{C}ser"), key=_order))
    series = [one for one in drawn if not joins_points(one)]
    # The axis of bars that fill 100 % shows parts of the whole, whatever the numbers are.
    filled = any(grouping.get("val") == "percentStacked" for grouping in root.iter(f"{C}grouping"))
    percent = not filled and any("%" in _LITERAL.sub("", code) for code in _formats(root))
    categories = _categories(names_of(series[0])) if series else ()
    title = root.find(f"{C}chart/{C}title/{C}tx/{C}rich")
    return OpenedChart(where, text_of(title), categories, tuple(map(_series, series)), percent)


def chart_table(chart: OpenedChart, heading: str, unit: str = "") -> FactTable:
    """The data of a chart as a table of facts; ``unit`` is that of a chart that states none.

    The chart's own title goes before the ``heading``.
    """
    columns = ["", *(line.name for line in chart.series)]
    rows = [
        [category, *(_cell(dict(enumerate(line.values)).get(index), chart.percent) for line in chart.series)]
        for index, category in enumerate(chart.categories)
    ]
    unit = "%" if chart.percent else unit_in(chart.title) or unit
    return fact_table(str(chart.where), chart.title or heading, columns, rows, unit, where=chart.where)


def _order(series: Any) -> int:
    order = series.find(f"{C}order")
    return int(order.get("val", "0")) if order is not None else 0


def _series(element: Any) -> OpenedSeries:
    name = element.find(f"{C}tx//{C}pt/{C}v")
    if name is None:
        name = element.find(f"{C}tx/{C}v")
    values = values_of(element)
    points = {index: _number(text) for index, text in _points(values).items()}
    size = max(_size(values), 1 + max(points, default=-1))
    return OpenedSeries("" if name is None else name.text or "", tuple(points.get(index) for index in range(size)))


def _categories(element: Any) -> tuple[str, ...]:
    """The names of the categories, those of all levels, the outermost first."""
    if element is None:
        return ()
    levels = [_points(level) for level in element.iter(f"{C}lvl")] or [_points(element)]
    size = max(_size(element), 1 + max(levels[0], default=-1))
    return tuple(" ".join(_label(levels, index)) for index in range(size))


def _label(levels: list[dict[int, str]], index: int) -> Iterator[str]:
    """The names over a category: an outer one stands at the first category that it is over."""
    for level in reversed(levels[1:]):
        yield next((level[at] for at in range(index, -1, -1) if at in level), "")
    yield levels[0].get(index, "")


def _points(element: Any) -> dict[int, str]:
    if element is None:
        return {}
    return {int(point.get("idx")): point.findtext(f"{C}v") or "" for point in element.iter(f"{C}pt")}


def _size(element: Any) -> int:
    count = None if element is None else next(element.iter(f"{C}ptCount"), None)
    return 0 if count is None else min(int(count.get("val")), _MOST_POINTS)


# A count that is written wrong must not fill the memory.
_MOST_POINTS = 100_000


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:  # an error of the workbook: #N/A
        return None
    return number if abs(number) < float("inf") else None


def _formats(root: Any) -> Iterator[str]:
    """The number formats that the chart shows its values by: those of its data, labels and axes."""
    for element in root.iter(f"{C}numFmt", f"{C}formatCode"):
        yield element.get("formatCode") or element.text or ""


def _cell(value: float | None, percent: bool) -> str:
    if value is None:
        return ""
    number = Decimal(f"{value:.15g}")
    return f"{number * 100 if percent else number:f}"
