"""Mends are written into the cells that they are about, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner
from support.workbooks import write_book

from docgen.cli import main
from docgen.machine_readable.find import find
from docgen.machine_readable.mend import mended

ROWS = [["地域", "年度", "件数（件）"], [None, "令和3年度", "1,200"], [None, "令和4年度", "▲5"], ["合　計", "令和5年度", 7]]


def sheet(path: Path) -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]


def test_a_workbook_is_mended_in_place_and_has_nothing_left(tmp_path: Path) -> None:
    path = write_book(tmp_path / "表.xlsx", ROWS, merged={"A2:A3": "東海県"})
    [file] = mended(find(path))
    path.write_bytes(file.data)
    assert sheet(path) == [
        ["地域", "年度", "件数（件）"],
        ["東海県", "2021年度（令和3年度）", 1200],
        ["東海県", "2022年度（令和4年度）", -5],
        ["合計", "2023年度（令和5年度）", 7],
    ]
    assert not openpyxl.load_workbook(path).active.merged_cells.ranges
    assert list(find(path)) == []


def test_a_text_file_keeps_its_encoding_and_its_other_cells(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes('区分,金額（円）,備考\r\n合　計,"1,200","a, b"\r\n東,"2,300",\r\n'.encode("cp932"))
    [file] = mended(find(path))
    assert file.data.decode("cp932") == '区分,金額（円）,備考\r\n合計,"1200","a, b"\r\n東,"2300",\r\n'
    assert file.changes[0][1:] == ("1,200", "1200")


def test_the_command_shows_mends_and_writes_them_when_told_to(tmp_path: Path) -> None:
    path = write_book(tmp_path / "表.xlsx", ROWS)
    before = path.read_bytes()
    shown = CliRunner().invoke(main, ["--lang", "ja", "tidy", str(path)])
    assert (shown.exit_code, path.read_bytes()) == (0, before)
    assert "表.xlsx!指標!C2: 「1,200」 → 「1200」" in shown.output
    written = CliRunner().invoke(main, ["--lang", "en", "tidy", str(path), "--write"])
    assert written.exit_code == 0
    assert "6 cells of 1 files mended" in written.output
    assert sheet(path)[1][2] == 1200


def test_a_file_that_is_no_table_ends_with_two(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["tidy", str(tmp_path / "none.xlsx")]).exit_code == 2
