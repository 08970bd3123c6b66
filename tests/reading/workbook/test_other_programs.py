"""Workbooks that other programs saved: LibreOffice, openpyxl, and older forms of Excel, of which the values are read."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.workbooks import Bench, Formula, Shown, cells, read_book, refused, said, write_book

DAY = Shown(date(2023, 4, 1), '[$-411]ggge"年"m"月"')
ROWS = [
    ["表１　研究者の割合"],
    ["時点", "割合", "人数", None],
    [DAY, Shown(0.456, "0.0%"), Shown(2610, "#,##0"), "p"],
    ["2022年", Shown(0.479, "0.0%"), Formula("=1305*2", 2610), None],
    ["（注）兼務者を含む。"],
]


def saved_as(form: str, path: Path, soffice: str, tmp_path: Path) -> Path:
    """The workbook as LibreOffice saves it in another form, in a folder of its own."""
    out = tmp_path / "saved" / "data"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out / f"{path.stem}.{form}"


@pytest.mark.libreoffice
def test_a_workbook_that_libreoffice_saved_is_read_like_the_one_it_opened(bench: Bench, soffice: str, tmp_path: Path) -> None:
    def merge(book: Any, sheet: Any) -> None:
        sheet.set_row(3, None, None, {"hidden": True})
        book.define_name("割合", "=指標!$A$2:$B$4")

    path = write_book(bench.path, ROWS, more=merge)
    saved = saved_as("xlsx", path, soffice, tmp_path)
    table = read_book(saved)
    assert cells(table) == [["時点", "割合", "人数"], ["令和5年4月", "45.6%", "2,610"], ["2022年", "47.9%", "2610"]]
    assert (table.mark(0, 2), said(table)) == ("速報", ["A4 hidden-rows", "A1 line-above", "A5 note-left-out"])
    assert cells(read_book(saved, table="割合"))[1:] == [["令和5年4月", "45.6%"], ["2022年", "47.9%"]]


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_of_other_forms_the_values_are_read_and_that_is_said(bench: Bench, soffice: str, tmp_path: Path, form: str) -> None:
    rows = [["年", "人", "日"], ["2021年", 2610, Shown(date(2022, 4, 1), "yyyy/m/d")], ["2022年", 1.5, None], ["計", 3]]
    saved = saved_as(form, write_book(bench.path, rows), soffice, tmp_path)
    table = read_book(saved, sheet="指標")
    assert cells(table) == [["年", "人", "日"], ["2021年", "2610", "2022-04-01"], ["2022年", "1.5", ""]]
    assert said(table) == ["指標 values-only", "A4 total-left-out"]
    assert refused(saved, table="名前")[0].endswith("tables are found by name in .xlsx and .xlsm files alone")
    # Under another form's name, too.
    assert cells(read_book(saved.rename(saved.with_suffix(".xlsx")))) == cells(table)


def test_formulas_that_openpyxl_wrote_have_no_results_and_are_refused(bench: Bench) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["年", "人"], ["2021年", 1], ["2022年", "=B2*2"]):
        sheet.append(row)
    bench.path.parent.mkdir()
    book.save(bench.path)
    assert refused(bench.path) == ["B3 the formula has no stored result"]


def test_a_workbook_that_openpyxl_wrote_is_read(bench: Bench) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "値"
    for row in (["年度", "研究者", None], [None, "男", "女"], [date(2022, 4, 1), 0.5, 2], [date(2023, 4, 1), 0.25, 3]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    for row_number in (3, 4):
        sheet.cell(row_number, 1).number_format = 'yyyy"年度"'
        sheet.cell(row_number, 2).number_format = "0%"
    bench.path.parent.mkdir()
    book.save(bench.path)
    table = read_book(bench.path, header_rows=2)
    assert cells(table) == [["年度", "研究者 男", "研究者 女"], ["2022年度", "50%", "2"], ["2023年度", "25%", "3"]]
    assert said(table) == []
