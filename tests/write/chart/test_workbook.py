"""The workbook behind a chart."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from docgen.placed import NumberFormat, PlacedChart, PlacedSeries
from docgen.write.chart.workbook import workbook_bytes

MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
CHART = PlacedChart(
    ("2021年", "=SUM(B2)", "A&B <c>\n二行目"),
    (
        PlacedSeries("=値", (1.5, None, 0.1 + 0.2), "blue", number_format=NumberFormat(1, "億円")),
        PlacedSeries("率", (0.5, 12.0, None), "red", number_format=NumberFormat(percent=True)),
        PlacedSeries("数", (1.0, 2.0, -3e-7), "red", number_format=NumberFormat(1, "億円")),
    ),
    category_name="年",
)


def rows(chart: PlacedChart) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook_bytes(chart))).get_sheet_by_name("Sheet1").to_python()


def part(chart: PlacedChart, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(chart))) as package:
        return ElementTree.fromstring(package.read(name))


def test_names_stand_in_the_first_row_and_values_below_them() -> None:
    assert rows(CHART) == [
        ["年", "=値", "率", "数"],
        ["2021年", 1.5, 0.5, 1.0],
        ["=SUM(B2)", "", 12.0, 2.0],
        ["A&B <c>\n二行目", 0.1 + 0.2, "", -3e-7],
    ]


def test_text_that_begins_with_an_equals_sign_is_text_in_a_text_cell() -> None:
    sheet = part(CHART, "xl/worksheets/sheet1.xml")
    styles = part(CHART, "xl/styles.xml")
    assert sheet.find(".//m:f", MAIN) is None
    formats = [style.get("numFmtId") for style in styles.iterfind("m:cellXfs/m:xf", MAIN)]
    cells = {cell.get("r"): cell for cell in sheet.iterfind(".//m:c", MAIN)}
    for name in ("A1", "B1", "A3"):
        assert cells[name].get("t") == "inlineStr"
        assert formats[int(cells[name].get("s"))] == "49"  # the built-in format @


def test_each_value_keeps_its_series_number_format() -> None:
    styles = part(CHART, "xl/styles.xml")
    codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iterfind("m:numFmts/m:numFmt", MAIN)}
    formats = [codes.get(style.get("numFmtId")) for style in styles.iterfind("m:cellXfs/m:xf", MAIN)]
    cells = {cell.get("r"): cell for cell in part(CHART, "xl/worksheets/sheet1.xml").iterfind(".//m:c", MAIN)}
    shown = {name: formats[int(cells[name].get("s"))] for name in ("B2", "C2", "D2", "C3")}
    assert shown == {"B2": '#,##0.0"億円"', "C2": "0%", "D2": '#,##0.0"億円"', "C3": "0%"}


def test_the_same_chart_gives_the_same_bytes() -> None:
    data = workbook_bytes(CHART)
    assert data == workbook_bytes(replace(CHART))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {0}


def test_a_text_that_looks_like_an_escape_is_read_as_written() -> None:
    chart = PlacedChart(("_x0041_", "a_b"), ())
    assert [row[0] for row in rows(chart)] == ["", "_x0041_", "a_b"]


def test_a_chart_without_anything_still_has_a_workbook() -> None:
    assert part(PlacedChart((), ()), "xl/worksheets/sheet1.xml").find("m:dimension", MAIN).get("ref") == "A1:A1"


@settings(max_examples=40)
@given(st.lists(st.none() | st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=8))
def test_any_number_is_read_back_exactly(values: list[float | None]) -> None:
    chart = PlacedChart(tuple("x" for _ in values), (PlacedSeries("y", tuple(values), "blue"),))
    read = [row[1] if len(row) > 1 else "" for row in rows(chart)[1:]]
    assert read == ["" if value is None else value for value in values]


@pytest.mark.validator
def test_the_validator_finds_no_error_in_a_workbook(tmp_path: Path) -> None:
    program = os.environ.get("DOCGEN_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if program is None:
        pytest.skip("the Open XML validator is not installed, nor named in DOCGEN_OOXML_VALIDATOR")
    path = tmp_path / "chart.xlsx"
    path.write_bytes(workbook_bytes(CHART))
    answer = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=60, check=False)
    assert json.loads(answer.stdout)["errors"] == []
