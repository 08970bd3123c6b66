"""The workbook behind a chart (Edit Data), and where the chart's values stand in it.

Column A holds the categories, B and on a series each. The workbook is written as text into a zip with fixed dates,
so that the same chart gives the same bytes. Texts are stored as texts in cells formatted as text: one that begins
with = stays one even after it is edited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from docgen.placed import PlacedChart, PlacedSeries
from docgen.write.package.archive import Entry, packed, zip_pieces
from docgen.write.xml import escape
from docgen.write.xml.namespaces import DECLARATION, RELATIONSHIPS
from docgen.write.xml.units import number

SHEET = "Sheet1"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_FIXED_PARTS = {
    "[Content_Types].xml": (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>'
    ),
}

_TEXT_STYLE = 1
_FIRST_NUMBER_STYLE = 2
_TEXT_FORMAT = 49  # the built-in format @
_FIRST_OWN_FORMAT = 164  # formats below are built in (ECMA-376 part 1, 18.8.30)

# Excel reads _x0041_ in a cell as the letter A: the underscore of such a text is spelled so itself.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def workbook_bytes(chart: PlacedChart) -> bytes:
    """The .xlsx of ``chart``: names in row 1, values below them in the series' number formats."""
    formats = tuple(dict.fromkeys(series.number_format.code for series in chart.series))
    sheet = packed("xl/worksheets/sheet1.xml", _sheet(chart, formats).encode("utf-8"))
    return b"".join(zip_pieces((*_fixed_entries(), sheet, _styles_entry(formats))))


@cache
def _fixed_entries() -> tuple[Entry, ...]:
    """What every workbook has alike."""
    return tuple(packed(name, xml.encode("utf-8")) for name, xml in _FIXED_PARTS.items())


@lru_cache(maxsize=64)
def _styles_entry(formats: tuple[str, ...]) -> Entry:
    return packed("xl/styles.xml", _styles(formats).encode("utf-8"))


def _sheet(chart: PlacedChart, formats: tuple[str, ...]) -> str:
    letters = [column_letters(column) for column in range(len(chart.series) + 1)]
    styles = [_FIRST_NUMBER_STYLE + formats.index(series.number_format.code) for series in chart.series]
    head = "".join(
        _text_cell(f"{letter}1", text)
        for letter, text in zip(letters, (chart.category_name, *(s.name for s in chart.series)), strict=True)
    )
    rows = [f'<row r="1">{head}</row>']
    for row, category in enumerate(chart.categories, start=2):
        cells = "".join(
            f'<c r="{letter}{row}" s="{style}"><v>{number(value)}</v></c>'
            for letter, style, series in zip(letters[1:], styles, chart.series, strict=True)
            if (value := series.values[row - 2]) is not None
        )
        rows.append(f'<row r="{row}">{_text_cell(f"A{row}", category)}{cells}</row>')
    area = f"A1:{letters[-1]}{len(chart.categories) + 1}"
    return (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><dimension ref="{area}"/>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _text_cell(cell: str, text: str) -> str:
    spelled = _LOOKS_ESCAPED.sub("_x005F_", escape.text(text))
    return f'<c r="{cell}" s="{_TEXT_STYLE}" t="inlineStr"><is><t xml:space="preserve">{spelled}</t></is></c>'


def _styles(formats: tuple[str, ...]) -> str:
    """The default style, the style of texts, and one style for each number format."""
    numbers = range(_FIRST_OWN_FORMAT, _FIRST_OWN_FORMAT + len(formats))
    codes = "".join(
        f'<numFmt numFmtId="{number_id}" formatCode="{escape.attribute(code)}"/>'
        for number_id, code in zip(numbers, formats, strict=True)
    )
    cells = "".join(
        f'<xf numFmtId="{number_id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number_id in (_TEXT_FORMAT, *numbers)
    )
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}">'
        + (f'<numFmts count="{len(formats)}">{codes}</numFmts>' if formats else "")
        + '<fonts count="1"><font><sz val="11"/><name val="游ゴシック"/><family val="3"/><charset val="128"/>'
        "</font></fonts>"
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(formats) + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'{cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    )


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


def names_reference(chart: PlacedChart) -> str:
    """The names of a chart's points, which have no ``c:cat``, as PowerPoint holds labels from cells ([MS-ODRAWXML])."""
    names = _texts(chart.categories).removeprefix("<c:strCache>").removesuffix("</c:strCache>")
    return (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}"'
        ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange>'
        f"<c15:f>{_area(0, len(chart.categories))}</c15:f><c15:dlblRangeCache>{names}</c15:dlblRangeCache>"
        "</c15:datalabelsRange></c:ext></c:extLst>"
    )


def value_reference(index: int, series: PlacedSeries, tag: Literal["val", "xVal", "yVal"] = "val") -> str:
    """``c:val``, or what it is for points: the cached numbers.

    A gap has no point in the cache and an empty cell in the workbook.
    """
    points = "".join(
        f'<c:pt idx="{point}"><c:v>{number(value)}</c:v></c:pt>'
        for point, value in enumerate(series.values)
        if value is not None
    )
    return (
        f"<c:{tag}><c:numRef><c:f>{_area(index + 1, len(series.values))}</c:f><c:numCache>"
        f"<c:formatCode>{escape.text(series.number_format.code)}</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )


def row_reference(row: int, all_series: Sequence[PlacedSeries]) -> str:
    """``c:xVal``: the numbers of all series at a category, which stand side by side."""
    last, line = column_letters(len(all_series)), row + 2
    values = (series.values[row] for series in all_series)
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{number(value)}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return (
        f"<c:xVal><c:numRef><c:f>{SHEET}!$B${line}:${last}${line}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(all_series)}"/>{points}</c:numCache></c:numRef></c:xVal>'
    )


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
