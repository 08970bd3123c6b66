"""Answers to values that stand in Excel files: the point is there, and the rest of the workbook is as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from support.filled_forms import Answers, fill, sent
from support.small_folder import FILES, make_folder

from docgen.errors import DocgenErrors
from docgen.forms.exchange import import_forms
from docgen.forms.importing import FormImport
from docgen.pipeline import load

DEATHS = "values/I-1065/deaths"
BY_ROW = FILES["indicators/I-1065.yaml"]
SERIES = (
    BY_ROW[: BY_ROW.index("        past:")]
    + "        series: {data: deaths, column: 死者数, x: 年, x_name: 年}\n        unit: 人\n        latest: {period: 2022年}\n"
    + BY_ROW[BY_ROW.index("    figures:") :].replace("x: year\n        x_suffix: 年", "x: 年\n        x_suffix: 年").replace(
        "column: deaths", "column: 死者数"
    )
)


def workbook(path: Path, *, below: str = "", table: bool = False, name: bool = False, across: bool = False) -> None:
    """Deaths from 2017 to 2022 with a chart, on a sheet that has another before it."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("目次").write_string("A1", "目次")
    sheet = book.add_worksheet("死者数")
    number = book.add_format({"num_format": "#,##0", "bold": True})
    values = (("年", 2017, 2018, 2019, 2020, 2021, 2022), ("死者数", 3694, 3532, 3215, 2839, 2636, 2610))
    for column, cells in enumerate(values):
        for row, cell in enumerate(cells):
            place = (column, row) if across else (row, column)
            sheet.write(*place, cell, number if column else None)
    if below:
        sheet.write_string("A8", below)
    if table:
        sheet.add_table("A1:B7", {"name": "死者", "columns": [{"header": "年"}, {"header": "死者数"}]})
    if name:
        book.define_name("死者", "=死者数!$A$1:$B$7")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=死者数!$B$2:$B$7"})
    sheet.insert_chart("D2", chart)
    book.close()


def folder_with(tmp_path: Path, keys: str = "", **layout: Any) -> Path:
    datasets = FILES["data.yaml"].replace(
        "{id: deaths, file: data/deaths.csv, source: npa}", f"{{id: deaths, file: data/死者数.xlsx, sheet: 死者数, source: npa{keys}}}"
    )
    folder = make_folder(tmp_path / "fy2023", data=datasets, data__deaths=None)
    (folder / "indicators" / "I-1065.yaml").write_text(SERIES, encoding="utf-8")
    workbook(folder / "data" / "死者数.xlsx", **layout)
    return folder


def took(folder: Path, answers: Answers) -> FormImport:
    made = import_forms(fill(sent(load(folder), folder.parent / "form.xlsx"), answers), folder)
    made.write()
    return made


def cells(folder: Path) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(folder / "data" / "死者数.xlsx")["死者数"].iter_rows(values_only=True))


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(folder: Path, before: dict[str, bytes]) -> set[str]:
    after = parts(folder / "data" / "死者数.xlsx")
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_a_new_point_follows_the_last_and_nothing_else_changes(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    before = parts(folder / "data" / "死者数.xlsx")
    made = took(folder, {DEATHS: {"value": "2,678人", "period": "2023年"}})
    assert cells(folder)[-1][:2] == (2023, 2678)
    assert changed(folder, before) == {"xl/worksheets/sheet2.xml"}
    assert sorted(made.files) == ["data/死者数.xlsx", "indicators/I-1065.yaml"]
    assert load(folder).tables["deaths"].rows[-1] == ("2023", "2,678")
    assert openpyxl.load_workbook(folder / "data" / "死者数.xlsx")["死者数"]["B8"].font.bold


def test_a_corrected_point_is_written_over(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    took(folder, {DEATHS: {"value": 2611}})
    assert cells(folder)[-1][:2] == (2022, 2611)


def test_a_range_grows_with_its_table(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ", cells: A1:B7")
    took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert "cells: A1:B8" in (folder / "data.yaml").read_text(encoding="utf-8")
    assert load(folder).tables["deaths"].rows[-1][0] == "2023"


@pytest.mark.parametrize("layout", ["table", "name"])
def test_a_table_of_excel_and_a_defined_name_grow_with_their_table(tmp_path: Path, layout: str) -> None:
    folder = folder_with(tmp_path, ", table: 死者", **{layout: True})
    before = parts(folder / "data" / "死者数.xlsx")
    took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert load(folder).tables["deaths"].rows[-1][0] == "2023"
    also = {"table": "xl/tables/table1.xml", "name": "xl/workbook.xml"}[layout]
    assert changed(folder, before) == {"xl/worksheets/sheet2.xml", also}


def test_a_table_that_lies_on_its_side_grows_by_a_column(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ", transposed: true", across=True)
    took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert [row[7] for row in cells(folder)[:2]] == [2023, 2678]


def test_notes_right_below_a_table_make_room(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, below="（注）24時間以内の死者数。")
    took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert [row[:2] for row in cells(folder)[-3:]] == [(2022, 2610), (2023, 2678), ("（注）24時間以内の死者数。", None)]
    assert load(folder).tables["deaths"].rows[-1][0] == "2023"


def test_a_point_without_room_is_refused_with_the_cell(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, below="（注）24時間以内の死者数。")
    other = "- {id: notes, file: data/死者数.xlsx, sheet: 死者数, cells: A7:B8}\n"
    (folder / "data.yaml").write_text((folder / "data.yaml").read_text(encoding="utf-8") + other, encoding="utf-8")
    before = (folder / "data" / "死者数.xlsx").read_bytes()
    with pytest.raises(DocgenErrors) as raised:
        took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    told = str(raised.value)
    assert "死者数.xlsx!死者数!A8: there is no room for a new point" in told
    assert "insert the row or column in Excel" in told
    assert (folder / "data" / "死者数.xlsx").read_bytes() == before


def percentages(path: Path) -> None:
    """The share of something, as a sheet shows it: 0.479 as 47.9%."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("死者数")
    share = book.add_format({"num_format": "0.0%"})
    sheet.write_row("A1", ["年", "死者数"])
    for row, (year, number) in enumerate(((2017, 0.461), (2022, 0.479)), start=1):
        sheet.write_number(row, 0, year)
        sheet.write_number(row, 1, number, share)
    book.close()


def test_a_percentage_is_stored_as_its_cell_shows_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    percentages(folder / "data" / "死者数.xlsx")
    indicator = folder / "indicators" / "I-1065.yaml"
    indicator.write_text(SERIES.replace("unit: 人", 'unit: "%"'), encoding="utf-8")
    took(folder, {DEATHS: {"value": "48.2%", "period": "2023年"}})
    assert cells(folder)[-1] == (2023, 0.482)
    assert load(folder).tables["deaths"].rows[-1][1].removesuffix("%") == "48.2"


def test_a_number_that_its_cell_would_show_rounded_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    before = (folder / "data" / "死者数.xlsx").read_bytes()
    with pytest.raises(DocgenErrors) as raised:
        took(folder, {DEATHS: {"value": 2678.5, "period": "2023年"}})
    assert "form.xlsx!指標の値!G5: the content would say '2679', not '2678.5'" in str(raised.value)
    assert (folder / "data" / "死者数.xlsx").read_bytes() == before


def test_a_cross_table_is_written_over_and_gets_a_column_for_a_new_point(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ", cross: {rows: 区分, columns: 年, values: 死者数}", across=True)
    took(folder, {DEATHS: {"value": 2611}})
    assert cells(folder)[1][6] == 2611
    (folder.parent / "form.xlsx").unlink()
    took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert [row[6:8] for row in cells(folder)[:2]] == [(2022, 2023), (2611, 2678)]
    assert load(folder).tables["deaths"].rows[-1] == ("死者数", "2023", "2,678")
