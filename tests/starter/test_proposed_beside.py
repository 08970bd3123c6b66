"""What stands beside the numbers of a proposed table is kept or said: hidden columns and rows, units, notes, heads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml
from click.testing import CliRunner

from docgen.cli import main

HEAD: list[Any] = ["年度", "総数", "女性"]
YEARS: list[list[Any]] = [["2020年度", 5, 2], ["2021年度", 6, 3], ["2022年度", 8, 4]]


def propose(
    folder: Path, *sheets: Sequence[Any], columns: str = "", rows: tuple[int, ...] = ()
) -> tuple[dict[str, Any], str]:
    """The page of the first sheet, whose ``columns`` and ``rows`` are hidden, and what the command prints."""
    book = xlsxwriter.Workbook(str(folder / "表.xlsx"))
    for number, lines in enumerate(sheets):
        sheet = book.add_worksheet()
        for index, line in enumerate(lines):
            sheet.write_row(index, 0, line)
        if columns and not number:
            sheet.set_column(columns, 10, None, {"hidden": True})
        for row in rows:
            sheet.set_row(row, None, None, {"hidden": True})
    book.close()
    arguments = ["new", str(folder / "new"), "--from", str(folder / "表.xlsx")]
    result = CliRunner(env={"DOCGEN_LANG": "ja"}).invoke(main, arguments)
    assert result.exit_code == 0, result.stderr
    page: dict[str, Any] = yaml.safe_load((folder / "new" / "pages" / "sheet1.yaml").read_text(encoding="utf-8"))
    return page, result.stdout


def series_of(page: dict[str, Any]) -> list[list[str]]:
    return [[series["column"] for series in figure["series"]] for figure in page["figures"]]


def test_a_hidden_column_is_no_series_and_it_is_said(tmp_path: Path) -> None:
    page, said = propose(tmp_path, [HEAD, *YEARS], columns="C:C")
    assert series_of(page) == [["総数"]]
    assert "「女性」はExcelで隠されているため" in said


def test_a_hidden_column_stands_in_no_table(tmp_path: Path) -> None:
    page, said = propose(tmp_path, [["事業", "所管", "メモ"], ["A", "内閣府", "x"], ["B", "総務省", "y"]], columns="C:C")
    assert [column["column"] for column in page["tables"][0]["columns"]] == ["事業", "所管"]
    assert "「メモ」はExcelで隠されているため" in said


def test_a_hidden_row_of_years_that_stand_side_by_side_is_no_series(tmp_path: Path) -> None:
    lines = [["区分", "2020年度", "2021年度", "2022年度"], ["大学", 1, 2, 3], ["作業用", 9, 9, 9], ["企業", 4, 5, 6]]
    page, said = propose(tmp_path, lines, rows=(2,))
    assert series_of(page) == [["大学", "企業"]]
    assert "「作業用」はExcelで隠されているため" in said


def test_a_hidden_row_that_is_read_is_said(tmp_path: Path) -> None:
    _, said = propose(tmp_path, [HEAD, *YEARS], rows=(2,))
    assert "非表示の行も読みます: 3行目" in said


def test_a_column_that_finds_no_place_is_said_by_its_name(tmp_path: Path) -> None:
    page, said = propose(tmp_path, [["国", "割合（％）", "調査年"], ["日本", 17, "2022年"], ["韓国", 23, "2021年"]])
    assert series_of(page) == [["割合（％）"]]
    assert "列「調査年」は図に入れませんでした" in said


def test_units_above_a_table_are_those_of_its_columns_in_their_order(tmp_path: Path) -> None:
    lines = [["研究者"], ["（単位：人、％）"], ["年度", "研究者数", "割合"], *YEARS]
    page, _ = propose(tmp_path, lines)
    assert [figure["unit"] for figure in page["figures"]] == ["人", "%"]
    assert "notes" not in page


def test_units_that_are_not_as_many_as_the_columns_are_a_note(tmp_path: Path) -> None:
    lines = [["研究者"], ["（単位：人、％）"], ["年度", "男性", "女性", "割合"], *([*year, 40] for year in YEARS)]
    page, _ = propose(tmp_path, lines)
    (figure,) = page["figures"]
    assert "unit" not in figure
    assert figure["notes"] == [{"text": "単位：人、％"}]


def test_the_unit_above_a_table_that_makes_no_chart_is_a_note_of_its_page(tmp_path: Path) -> None:
    lines = [["予算"], ["（単位：億円）"], ["事業", "所管", "予算"], ["A", "内閣府", "未定"], ["B", "総務省", "10"]]
    page, _ = propose(tmp_path, lines)
    assert page["notes"] == [{"text": "単位：億円"}]


def test_a_note_does_not_begin_with_a_second_mark(tmp_path: Path) -> None:
    page, _ = propose(tmp_path, [["表1"], ["・区分を変更した。"], [], HEAD, *YEARS, ["（注1）・速報値。"]])
    assert [note["text"] for note in page["figures"][0]["notes"]] == ["区分を変更した。", "速報値。"]


def test_a_head_without_rows_makes_no_page_and_it_is_said(tmp_path: Path) -> None:
    _, said = propose(tmp_path, [HEAD, *YEARS], [["更新日", "R6.2.15"]])
    assert [path.name for path in (tmp_path / "new" / "pages").iterdir()] == ["sheet1.yaml"]
    assert "Sheet2!A1:B1: 見出しだけで行がないため" in said


def test_drawing_the_pages_is_among_what_to_do_next(tmp_path: Path) -> None:
    _, said = propose(tmp_path, [HEAD, *YEARS])
    assert [line.split()[1] for line in said.split("次にすること：")[1].splitlines() if line] == ["build", "render", "check", "kinds"]
    assert "docgen render new.pptx" in said
