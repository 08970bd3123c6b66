"""A chart of a slide as the table of its data: a row for each category, a column for each series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.bearing.fact import FactTable, fact_table, unit_in
from docgen.errors import SlidePosition

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# What a number format prints as it stands: 0"%" shows 47.9 as 47.9%, 0.0% shows 0.479 so.
_LITERAL = re.compile(r'"[^"]*"|\\\\.')


def chart_table(chart: Any, where: SlidePosition, title: str, unit: str = "") -> Iterator[FactTable]:
    """The data of a chart of python-pptx; nothing for a chart without data. ``unit`` is that of a chart that states none.

    The chart's own title goes before the slide's; an axis that shows % tells that its numbers are parts of one.
    """
    own = chart.chart_title.text_frame.text if chart.has_title and chart.chart_title.has_text_frame else ""
    series = [series for plot in chart.plots for series in plot.series]
    categories = [" ".join(map(str, label)) for label in _labels(chart)]
    if not series or not categories:
        return
    percent = any("%" in _LITERAL.sub("", code) for code in _formats(chart))
    columns = ["", *(line.name for line in series)]
    values = [tuple(line.values) for line in series]
    rows = [
        [category, *(_cell(line[index] if index < len(line) else None, percent) for line in values)]
        for index, category in enumerate(categories)
    ]
    yield fact_table(
        str(where), own or title, columns, rows, "%" if percent else unit_in(own) or unit, where=where
    )


def _labels(chart: Any) -> list[tuple[str, ...]]:
    """The names of the categories, those of all levels, the outermost first."""
    return list(chart.plots[0].categories.flattened_labels) if len(chart.plots) else []


def _formats(chart: Any) -> Iterator[str]:
    """The number formats that the chart shows its values by: those of its data, labels and axes."""
    for element in chart._chartSpace.iter(f"{_CHART}numFmt", f"{_CHART}formatCode"):
        yield element.get("formatCode") or element.text or ""


def _cell(value: float | None, percent: bool) -> str:
    if value is None:
        return ""
    number = Decimal(f"{value:.15g}")
    return f"{number * 100 if percent else number:f}"
