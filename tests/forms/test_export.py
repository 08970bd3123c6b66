"""A form that goes out: what it asks, what is locked, what Excel offers, and that it is the same each time."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.filled_forms import FIRST_ROW, columns, fill, sent
from support.small_folder import FILES, make_folder

from docgen.errors import DocgenError
from docgen.forms.exchange import export_form, todo_form
from docgen.pipeline import load, roll

SECTIONS = (
    FILES["compendium.yaml"]
    .replace("  - id: a1\n", "  - id: a1\n    responsible: 統計課\n")
    .replace("  - id: a2\n", "  - id: a2\n    responsible: 研究開発課\n")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fy2023").mkdir()
    return make_folder(tmp_path / "fy2023", compendium=SECTIONS)


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def rows(sheet: Any) -> dict[str, dict[str, Any]]:
    """The cells of a sheet of a form by the id of the row and the key of the column."""
    keys = columns(sheet)
    return {
        sheet.cell(row, 1).value: {key: sheet.cell(row, column).value for key, column in keys.items()}
        for row in range(FIRST_ROW, sheet.max_row + 1)
    }


def test_each_kind_has_a_sheet_and_the_first_says_how_to_fill_them(folder: Path) -> None:
    book = opened(sent(load(folder), folder.parent / "form.xlsx"))
    assert book.sheetnames == ["記入要領", "指標の値", "施策", "予算", "先行調査", "文章", "表紙", "データなし", "docgen"]
    assert book["記入要領"]["A1"].value == "小さなデータ集（2023年度）　記入票"


def test_a_value_stands_with_its_unit_its_period_and_a_cell_that_names_the_period_asked(folder: Path) -> None:
    book = opened(sent(load(folder), folder.parent / "form.xlsx"))
    row = rows(book["指標の値"])["values/I-1065/deaths"]
    assert (row["name"], row["unit"], row["now"], row["now_period"]) == ("交通事故死者数", "人", 2610, "2022年")
    assert (row["value"], row["period"], row["confirm"]) == (None, "2022年", None)


def test_last_years_value_stands_beside_the_cell_and_the_new_point_is_asked_for(folder: Path) -> None:
    rolled = roll(folder, folder.parent / "fy2024")
    sheet = opened(sent(load(rolled), folder.parent / "form.xlsx"))["指標の値"]
    row, keys = rows(sheet)["values/I-1065/deaths"], columns(sheet)
    assert (row["now"], row["now_period"], row["before"], row["before_period"]) == ("（未入力）", "2023年", 2610, "2022年")
    assert row["task"] == "2023年の値を入れる"
    assert keys["value"] == keys["before_period"] + 1


def test_sentences_stand_as_pages_print_them(folder: Path) -> None:
    book = opened(sent(load(folder), folder.parent / "form.xlsx"))
    assert rows(book["文章"])["texts/indicators/I-1065/pages/traffic/messages/0"]["now"] == (
        "死者数は3,694人から**2,610人**に減少"
    )
    assert rows(book["先行調査"])["texts/precedents/study-1/outline/0/text"]["now"] == "315点満点で評価"
    assert rows(book["施策"])["measures/measures-1/M1"]["now"] == "探査機の開発（45億円）"


def test_only_the_cells_to_fill_are_unlocked_and_ids_are_hidden(folder: Path) -> None:
    book = opened(sent(load(folder), folder.parent / "form.xlsx"))
    for sheet in book.worksheets[1:-1]:
        assert sheet.protection.sheet
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden
        answers = {"value", "period", "text", "status", "confirm", "remark"}
        for key, column in columns(sheet).items():
            cell = sheet.cell(FIRST_ROW, column)
            assert cell.protection.locked == (key not in answers), (sheet.title, key)
    assert book["docgen"].sheet_state == "veryHidden"


def test_closed_words_are_offered_and_notes_say_what_is_wanted(folder: Path) -> None:
    book = opened(sent(load(folder), folder.parent / "form.xlsx"))
    lists = {check.formula1 for check in book["施策"].data_validations.dataValidation if check.type == "list"}
    assert lists == {'"実施済・継続,新規・大幅拡充,今後実施,示さない"', '"据え置き"'}
    notes = [check.prompt for check in book["指標の値"].data_validations.dataValidation]
    assert "2022年の値を入れてください。単位：人。負の数には△又は-を付けてください。" in notes


def test_heads_stay_in_sight_and_pages_print_on_a4(folder: Path) -> None:
    sheet = opened(sent(load(folder), folder.parent / "form.xlsx"))["指標の値"]
    assert sheet.freeze_panes == "C5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.print_title_rows == "$4:$4"


def test_the_same_content_gives_the_same_bytes(folder: Path) -> None:
    assert export_form(load(folder)).to_bytes() == export_form(load(folder)).to_bytes()


def test_the_file_says_of_which_content_it_was_made(folder: Path) -> None:
    form = export_form(load(folder))
    path = form.save(folder.parent / "form.xlsx")
    with zipfile.ZipFile(path) as archive:
        assert form.form.content in archive.read("docProps/custom.xml").decode()
    assert opened(path)["docgen"]["B1"].value == form.form.content


def test_comments_and_layout_of_the_files_are_no_other_content(folder: Path) -> None:
    before = export_form(load(folder)).form.content
    path = folder / "compendium.yaml"
    path.write_text("# 注記\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert export_form(load(folder)).form.content == before
    deaths = folder / "data" / "deaths.csv"
    deaths.write_text(deaths.read_text(encoding="utf-8").replace("2610", "2611"), encoding="utf-8")
    assert export_form(load(folder)).form.content != before


def test_a_bureau_gets_its_own_records(folder: Path) -> None:
    form = export_form(load(folder), bureau="研究開発課").form
    assert {sheet.kind.name: [row.id for row in sheet.rows] for sheet in form.sheets} == {
        "施策": ["measures/measures-1/M1", "measures/measures-1/M2"],
        "予算": ["budgets/moon/2022", "budgets/moon/2023", "budgets/moon/2024"],
    }


def test_a_bureau_that_no_record_names_is_refused_with_the_nearest(folder: Path) -> None:
    with pytest.raises(DocgenError) as raised:
        export_form(load(folder), bureau="研究課")
    assert "統計課, 研究開発課" in str(raised.value)
    assert "did you mean '研究開発課'?" in str(raised.value)


def test_the_work_list_is_a_form_of_what_is_open(folder: Path) -> None:
    rolled = roll(folder, folder.parent / "fy2024")
    ids = [row.id for _, row in todo_form(load(rolled)).form.rows]
    assert "values/I-1065/deaths" in ids
    assert "budgets/moon/2025" in ids
    assert "missing/I-1070/share" in ids
    assert not any(name.startswith("measures/") for name in ids)


def test_a_form_with_answers_is_not_overwritten(folder: Path) -> None:
    form = export_form(load(folder))
    path = form.save(folder.parent / "form.xlsx")
    assert form.save(path) == path
    fill(path, {"values/I-1065/deaths": {"value": 2600}, "measures/measures-1/M1": {"remark": "確認中"}})
    before = path.read_bytes()
    with pytest.raises(DocgenError, match="2 cells of the form there have been filled in"):
        form.save(path)
    assert path.read_bytes() == before


def test_a_workbook_that_is_no_form_is_replaced_as_a_deck_is(folder: Path) -> None:
    path = folder.parent / "form.xlsx"
    openpyxl.Workbook().save(path)
    assert export_form(load(folder)).save(path) == path


def test_a_form_is_an_xlsx(folder: Path) -> None:
    with pytest.raises(DocgenError, match="not the name of an Excel file"):
        export_form(load(folder)).save(folder.parent / "form.csv")


@pytest.mark.validator
def test_a_form_is_a_whole_workbook(folder: Path, validate_workbook: Callable[[bytes], list[Any]]) -> None:
    assert validate_workbook(export_form(load(folder)).to_bytes()) == []
