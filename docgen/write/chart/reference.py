"""Where a chart's values stand in its workbook: A holds the categories, B and on a series each."""

from __future__ import annotations

from docgen.placed import PlacedChart, PlacedSeries
from docgen.write.chart.text import number
from docgen.write.xml import escape

SHEET = "Sheet1"


def column_letters(index: int) -> str:
    """The letters of a worksheet's column; 0 is A, 25 Z, 26 AA."""
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def name_reference(index: int, series: PlacedSeries) -> str:
    """``c:tx``: the series' name and the header cell that holds it; ``index`` counts from 0."""
    cell = f"{SHEET}!${column_letters(index + 1)}$1"
    return f"<c:tx><c:strRef><c:f>{cell}</c:f>{_texts((series.name,))}</c:strRef></c:tx>"


def category_reference(chart: PlacedChart) -> str:
    """``c:cat``, the same for every series of the chart.

    Where only every so many names are printed, only these stand in the cache: LibreOffice takes no notice
    of ``c:tickLblSkip`` and would turn and cut them all. The workbook holds every name.
    """
    area = _area(0, len(chart.categories))
    names = _texts(chart.categories, max(1, chart.category_label_step))
    return f"<c:cat><c:strRef><c:f>{area}</c:f>{names}</c:strRef></c:cat>"


def value_reference(index: int, series: PlacedSeries) -> str:
    """``c:val``: the cached numbers; a gap has no point in the cache and an empty cell in the workbook."""
    points = "".join(
        f'<c:pt idx="{point}"><c:v>{number(value)}</c:v></c:pt>'
        for point, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:val><c:numRef><c:f>{_area(index + 1, len(series.values))}</c:f><c:numCache>"
        f"<c:formatCode>{escape.text(series.number_format.code)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def number_format(code: str) -> str:
    """``c:numFmt`` with a format code of its own, not the source cell's."""
    return f'<c:numFmt formatCode="{escape.attribute(code)}" sourceLinked="0"/>'


def _area(column: int, rows: int) -> str:
    letters = column_letters(column)
    first = f"{SHEET}!${letters}$2"
    return first if rows <= 1 else f"{first}:${letters}${rows + 1}"


def _texts(texts: tuple[str, ...], step: int = 1) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape.text(text)}</c:v></c:pt>'
        for index, text in enumerate(texts)
        if index % step == 0
    )
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
