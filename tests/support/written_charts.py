"""The numbers of written charts: those in a chart part's cache, and those in the workbook beside it."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

NS = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def chart_root(package: zipfile.ZipFile, number: int) -> ElementTree.Element:
    """The chart part of that number."""
    return ElementTree.fromstring(package.read(f"ppt/charts/chart{number}.xml"))


def cached_values(series: ElementTree.Element) -> list[float | None]:
    """The numbers in a series' cache, None for a point that it does not have."""
    cache = series.find("c:val/c:numRef/c:numCache", NS)
    assert cache is not None
    count = cache.find("c:ptCount", NS)
    assert count is not None
    values: list[float | None] = [None] * int(str(count.get("val")))
    for point in cache.iterfind("c:pt", NS):
        values[int(str(point.get("idx")))] = float(str(point.findtext("c:v", namespaces=NS)))
    return values


def workbook_rows(package: zipfile.ZipFile, number: int) -> list[list[Any]]:
    """The rows of the workbook of the chart part of that number, all as long as its first."""
    relations = ElementTree.fromstring(package.read(f"ppt/charts/_rels/chart{number}.xml.rels"))
    name = "ppt/" + str(relations[0].get("Target")).removeprefix("../").removeprefix("/ppt/")
    book = CalamineWorkbook.from_filelike(io.BytesIO(package.read(name)))
    rows: list[list[Any]] = book.get_sheet_by_name("Sheet1").to_python()
    return rows


def number_in(row: list[Any], column: int) -> float | None:
    """A cell's number; calamine cuts rows after the sheet's last filled column and reads gaps as ''."""
    value = row[column] if column < len(row) else ""
    return None if value == "" else float(value)
