"""Data in Excel files a year later: a row or column for the new number in the table's own order, all else as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from support.small_folder import make_folder

import docgen
from docgen.pipeline import load

INDICATOR = """\
id: I-1
name: 研究費
category: reference
pages:
  - id: p
    messages: ["{{ ai.latest }}（2022年度）となった。"]
    notes: [{text: 2022年度は速報値。}]
    values:
      - id: ai
        name: AI
        series: {data: rd, column: 研究費, x: 年度, where: {分野: AI}}
        unit: 億円
        latest: {period: 2022年度}
      - id: quantum
        name: 量子
        series: {data: rd, column: 研究費, x: 年度, where: {分野: 量子}}
        unit: 億円
        latest: {period: 2022年度}
"""
LONG = [("年度", "分野", "研究費"), ("2021年度", "AI", 5), ("2021年度", "量子", 6), ("2022年度", "AI", 7), ("2022年度", "量子", 8)]
CROSS = ", cross: {rows: 分野, columns: 年度, values: 研究費}"


def folder_of(tmp_path: Path, rows: list[tuple[Any, ...]], keys: str = "", more: Any = None) -> Path:
    (tmp_path / "fy2023").mkdir()
    made = make_folder(tmp_path / "fy2023")
    (made / "indicators" / "I-1.yaml").write_text(INDICATOR, encoding="utf-8")
    data = made / "data.yaml"
    data.write_text(data.read_text(encoding="utf-8") + f"- {{id: rd, file: data/rd.xlsx{keys}}}\n", encoding="utf-8")
    with xlsxwriter.Workbook(made / "data" / "rd.xlsx") as book:
        sheet = book.add_worksheet("研究費")
        number = book.add_format({"num_format": "#,##0", "border": 1})
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell, None if isinstance(cell, str) else number)
        if more is not None:
            more(book, sheet)
    return made


def rolled(folder: Path) -> Path:
    return docgen.roll(folder, folder.parent / "fy2024")


def sheet_of(folder: Path) -> Any:
    return openpyxl.load_workbook(folder / "data" / "rd.xlsx")["研究費"]


def rows_of(folder: Path) -> list[tuple[Any, ...]]:
    return [row for row in sheet_of(folder).iter_rows(values_only=True) if any(cell is not None for cell in row)]


def waiting(folder: Path) -> list[tuple[str, str]]:
    return [(item.kind, item.id) for item in docgen.todo(load(folder)) if "I-1" in item.id and "I-10" not in item.id]


NEW = [("2023年度", "AI", None), ("2023年度", "量子", None)]


def test_rows_for_the_new_year_stand_after_the_last_and_look_alike(tmp_path: Path) -> None:
    once = rolled(folder_of(tmp_path, LONG))
    assert rows_of(once) == [*LONG, *NEW]
    assert sheet_of(once)["C6"].border.left.style == "thin"
    assert "latest: {period: 2023年度}" in (once / "indicators" / "I-1.yaml").read_text(encoding="utf-8")
    assert waiting(once) == [
        ("value", "I-1/ai"), ("value", "I-1/quantum"), ("text", "indicators/I-1"), ("note", "indicators/I-1"),
    ]  # fmt: skip


def test_the_work_list_names_the_cell_that_awaits_the_number(tmp_path: Path) -> None:
    (item,) = (item for item in docgen.todo(load(rolled(folder_of(tmp_path, LONG)))) if item.id == "I-1/ai")
    assert str(item.where).endswith("rd.xlsx!研究費!C6")


def test_a_table_with_the_newest_year_first_gets_the_new_year_first(tmp_path: Path) -> None:
    def below(book: Any, sheet: Any) -> None:
        sheet.write_string("A7", "（注）架空の値。")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=研究費!$C$2:$C$5"})
        sheet.insert_chart("E2", chart)

    rows = [LONG[0], *LONG[3:], *LONG[1:3]]
    once = rolled(folder_of(tmp_path, rows, ", cells: A1:C5", below))
    assert rows_of(once) == [rows[0], *NEW, *rows[1:], ("（注）架空の値。", None, None)]
    assert "cells: A1:C7" in (once / "data.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("falls", [False, True])
def test_a_cross_table_gets_a_column_in_its_order(tmp_path: Path, falls: bool) -> None:
    years = ["2022年度", "2021年度"] if falls else ["2021年度", "2022年度"]
    ai, quantum = ([7, 5], [8, 6]) if falls else ([5, 7], [6, 8])
    rows = [("分野", *years, "合計"), ("AI", *ai, 12), ("量子", *quantum, 14)]
    once = rolled(folder_of(tmp_path, rows, CROSS))
    at = 1 if falls else 3
    assert rows_of(once) == [
        (*rows[0][:at], "2023年度", *rows[0][at:]), (*rows[1][:at], None, *rows[1][at:]), (*rows[2][:at], None, *rows[2][at:]),
    ]  # fmt: skip
    assert waiting(once)[:2] == [("value", "I-1/ai"), ("value", "I-1/quantum")]


def test_years_that_stand_in_the_rows_of_a_cross_table_get_a_row(tmp_path: Path) -> None:
    rows = [("年度", "AI", "量子"), ("2021年度", 5, 6), ("2022年度", 7, 8)]
    once = rolled(folder_of(tmp_path, rows, ", cross: {rows: 年度, columns: 分野, values: 研究費}"))
    assert rows_of(once) == [*rows, ("2023年度", None, None)]


def test_a_number_that_the_workbook_has_already_is_taken(tmp_path: Path) -> None:
    rows = [*LONG, ("2023年度", "AI", 9), ("2023年度", "量子", None)]
    once = rolled(folder_of(tmp_path, rows))
    assert rows_of(once) == rows
    assert waiting(once)[0] == ("value", "I-1/quantum")


def test_where_a_row_would_part_other_data_the_values_stay_and_wait(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, LONG, ", cells: A1:C5", lambda book, sheet: sheet.write_column("E1", ["項目", *range(9)]))
    data = folder / "data.yaml"
    other = '- {id: other, file: data/rd.xlsx, sheet: 研究費, cells: "E1:E10"}\n'
    data.write_text(data.read_text(encoding="utf-8") + other, encoding="utf-8")
    with_note = openpyxl.load_workbook(folder / "data" / "rd.xlsx")
    with_note["研究費"]["A6"] = "（注）架空の値。"
    with_note.save(folder / "data" / "rd.xlsx")
    before = (folder / "data" / "rd.xlsx").read_bytes()
    once = rolled(folder)
    assert (once / "data" / "rd.xlsx").read_bytes() == before
    assert "latest: {period: 2022年度}" in (once / "indicators" / "I-1.yaml").read_text(encoding="utf-8")
    assert waiting(once)[:2] == [("value", "I-1/ai"), ("value", "I-1/quantum")]


def test_a_text_file_with_the_newest_year_first_gets_the_new_year_first(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, LONG)
    data = folder / "data.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("rd.xlsx", "rd.csv"), encoding="utf-8")
    rows = ["年度,分野,研究費", "2022年度,AI,7", "2022年度,量子,8", "2021年度,AI,5", "2021年度,量子,6"]
    (folder / "data" / "rd.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    after = (rolled(folder) / "data" / "rd.csv").read_text(encoding="utf-8").splitlines()
    assert after == [rows[0], "2023年度,AI,", "2023年度,量子,", *rows[1:]]
