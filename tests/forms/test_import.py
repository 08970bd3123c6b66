"""Answers that come in: where each goes, what is refused with its cell, and that nothing is written then."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.filled_forms import FIRST_ROW, Answers, change, columns, delete_row, fill, sent
from support.small_folder import FILES, make_folder, spoil

from docgen.errors import DocgenError, DocgenErrors
from docgen.forms.exchange import import_forms
from docgen.forms.importing import FormImport
from docgen.pipeline import load, roll

DEATHS, MOON, M1, M2 = "values/I-1065/deaths", "budgets/moon/2023", "measures/measures-1/M1", "measures/measures-1/M2"
MESSAGE = "texts/indicators/I-1065/pages/traffic/messages/0"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fy2023").mkdir()
    return make_folder(tmp_path / "fy2023")


def filled(folder: Path, answers: Answers, name: str = "form.xlsx") -> Path:
    return fill(sent(load(folder), folder.parent / name), answers)


def text(folder: Path, file: str) -> str:
    return (folder / file).read_text(encoding="utf-8")


def took(folder: Path, answers: Answers) -> FormImport:
    """What answers change, written."""
    made = import_forms(filled(folder, answers), folder)
    made.write()
    load(folder)
    return made


def refused(folder: Path, *forms: Path) -> list[str]:
    """What is wrong with forms, each with its cell; nothing of the folder is changed."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(DocgenErrors) as raised:
        import_forms(forms, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert sorted(folder.parent.glob(".*")) == []
    places = [str(error).replace(f"{folder.parent}/", "") for error in raised.value.errors]
    return [place.split("\n")[0] for place in places]


NUMBERS: tuple[tuple[object, str], ...] = (
    (2678, "2678"),
    (2678.0, "2678"),
    ("2678", "2678"),
    ("２，６７８人", "2678"),
    ("2,678 人", "2678"),
    ("△12", "-12"),
    ("-12人", "-12"),
    (0.1 + 0.2, "0.3"),
    (1234567890.12, "1234567890.12"),
)


@pytest.mark.parametrize(("typed", "written"), NUMBERS)
def test_a_number_goes_into_its_cell_however_it_is_typed(folder: Path, typed: object, written: str) -> None:
    took(folder, {DEATHS: {"value": typed}})
    assert text(folder, "data/deaths.csv").endswith(f"2021,2636,\n2022,{written},速報\n")


def test_a_later_period_gets_a_row_of_its_own_and_the_content_follows(folder: Path) -> None:
    made = took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert text(folder, "data/deaths.csv").endswith("2022,2610,速報\n2023,2678,\n")
    assert "where: {year: 2023}}\n          unit: 人\n          period: 2023年" in text(folder, "indicators/I-1065.yaml")
    assert [str(each.after) for each in made.changes] == ["2,678人（2023年）"]


@pytest.mark.parametrize("typed", ["2023年", 2023, "2023", "２０２３年", "令和5年"])
def test_a_period_is_read_as_the_field_writes_it(folder: Path, typed: object) -> None:
    took(folder, {DEATHS: {"value": 2678, "period": typed}})
    assert "period: 2023年" in text(folder, "indicators/I-1065.yaml")


def test_the_awaited_point_of_a_rolled_folder_is_filled(folder: Path) -> None:
    rolled = roll(folder, folder.parent / "fy2024")
    made = took(rolled, {DEATHS: {"value": "2,678人"}})
    assert text(rolled, "data/deaths.csv").endswith("2023,2678,\n")
    assert [str(each.before) for each in made.changes] == ["nothing yet"]
    assert set(made.files) == {"data/deaths.csv"}


def test_a_literal_value_keeps_the_way_it_is_written(tmp_path: Path) -> None:
    reference = "value: {data: deaths, column: deaths, where: {year: 2022}}\n          unit: 人\n          period: 2022年"
    folder = spoil(tmp_path / "fy2023", "indicators/I-1065.yaml", reference, 'value: "2,610人"   # 速報\n          period: 令和4年')
    took(folder, {DEATHS: {"value": 12678, "period": "2023年"}})
    assert 'value: "12,678人"   # 速報\n          period: 令和5年' in text(folder, "indicators/I-1065.yaml")


def test_an_amount_goes_into_its_row_in_the_rows_own_unit(folder: Path) -> None:
    took(folder, {MOON: {"value": "4,600百万円"}})
    assert "月面探査,2023,予算額・執行額,46,億円\n" in text(folder, "data/budgets.csv")


def test_a_state_and_the_words_of_a_measure_go_into_its_record(folder: Path) -> None:
    took(folder, {M2: {"status": "今後実施"}, M1: {"text": "探査機の開発と打上げ（45億円）"}})
    chart = text(folder, "measures/measures-1.yaml")
    assert "- {id: M2, text: 国際協力の検討, status: upcoming}" in chart
    assert """text: '探査機の開発と打上げ（{{ budgets["moon"][2023] }}）'""" in chart


def test_an_edited_sentence_goes_on_taking_its_numbers_from_the_data(folder: Path) -> None:
    took(folder, {MESSAGE: {"text": "死者数は3,694人から**2,610人**へ、大幅に減少"}})
    assert (
        """- '死者数は{{ values["I-1065"].deaths.past }}から**{{ values["I-1065"].deaths.latest }}**へ、大幅に減少'"""
        in text(folder, "indicators/I-1065.yaml")
    )


def test_a_number_that_a_sentence_no_longer_takes_from_the_data_is_told(folder: Path) -> None:
    made = took(folder, {MESSAGE: {"text": "死者数は3,694人から約2,600人に減少"}})
    assert [str(each.remark) for each in made.changes] == ["no longer taken from the data: 2,610人"]


def test_an_answer_that_is_the_old_value_confirms_it(folder: Path) -> None:
    rolled = roll(folder, folder.parent / "fy2024")
    assert "moon/2024" in text(rolled, "carried_over.yaml")
    made = took(rolled, {"budgets/moon/2024": {"value": 4960}, "budgets/moon/2025": {"confirm": "据え置き"}})
    assert made.changes == ()
    assert made.confirmed == ("月面探査 2024年度", "月面探査 2025年度")
    left = text(rolled, "carried_over.yaml")
    assert ("moon/2024" in left, "moon/2025" in left, "I-1065/deaths" in left) == (False, False, True)


def test_a_large_change_is_pointed_out(folder: Path) -> None:
    made = import_forms(filled(folder, {DEATHS: {"value": 26100}, MOON: {"value": 46}}), folder)
    assert [str(each.remark) for each in made.changes] == ["+900.0% against the present number", ""]


def test_two_forms_come_in_at_once(folder: Path) -> None:
    first = filled(folder, {DEATHS: {"value": 2600}}, "a.xlsx")
    second = filled(folder, {MOON: {"value": 46}, DEATHS: {"value": "2,600人"}}, "b.xlsx")
    made = import_forms((first, second), folder)
    assert [str(each.where).rsplit("/", 1)[-1] for each in made.changes] == ["a.xlsx!指標の値!G5", "b.xlsx!予算!G6"]


def test_two_answers_to_one_question_are_a_conflict_that_names_both_cells(folder: Path) -> None:
    first = filled(folder, {DEATHS: {"value": 2600}}, "a.xlsx")
    second = filled(folder, {DEATHS: {"value": 2601}}, "b.xlsx")
    (told,) = refused(folder, first, second)
    assert told.startswith("b.xlsx!指標の値!G5: two answers to one question: '2601' here, '2600' at ")
    assert told.endswith("a.xlsx!指標の値!G5")


WRONG: tuple[tuple[Answers, str], ...] = (
    ({DEATHS: {"value": "約2,600"}}, "form.xlsx!指標の値!G5: '約2,600' is not a number"),
    ({DEATHS: {"value": "2,600件"}}, "form.xlsx!指標の値!G5: '2,600件' is in another unit"),
    ({DEATHS: {"value": "－"}}, "form.xlsx!指標の値!G5: '－' is not a number"),
    ({DEATHS: {"value": True}}, "form.xlsx!指標の値!G5: 'TRUE' is not a number"),
    ({DEATHS: {"value": "=1/0"}}, "form.xlsx!指標の値!G5: the cell holds an error, or a formula without a result"),
    ({DEATHS: {"value": 1, "period": "来年"}}, "form.xlsx!指標の値!H5: '来年' is not a period"),
    ({DEATHS: {"period": "2023年"}}, "form.xlsx!指標の値!H5: the period is 2023年 now, but there is no value for it"),
    ({DEATHS: {"value": 1, "period": "2021年"}}, "form.xlsx!指標の値!H5: 2021年 is before 2022年, which the content has"),
    ({M2: {"status": "実施中"}}, "form.xlsx!施策!F6: '実施中' is none of the words of the list"),
    ({M2: {"status": "今後実施", "confirm": "据え置き"}}, "form.xlsx!施策!G6: the row is confirmed as it is, and changed at "),
    ({MESSAGE: {"text": "{{ values.deaths }}"}}, "form.xlsx!文章!E5: the template names the indicator 'deaths', which is not there"),
    ({M1: {"text": "{{ nothing"}}, "form.xlsx!施策!E5: "),
)


@pytest.mark.parametrize(("answers", "told"), WRONG)
def test_what_cannot_be_taken_in_is_refused_with_its_cell(folder: Path, answers: Answers, told: str) -> None:
    (first,) = refused(folder, filled(folder, answers))
    assert first.startswith(told)


def test_everything_that_is_wrong_is_told_in_one_run(folder: Path) -> None:
    answers = {DEATHS: {"value": "不明"}, M2: {"status": "実施中"}, MOON: {"value": "46人"}}
    assert len(refused(folder, filled(folder, answers))) == 3


def test_a_percentage_is_read_as_it_is_shown(tmp_path: Path) -> None:
    folder = spoil(tmp_path / "fy2023", "indicators/I-1065.yaml", "target: {value: 2000, unit: 人, due: 2025年}", "rank: false")
    for file in ("indicators/I-1065.yaml",):
        (folder / file).write_text(text(folder, file).replace("unit: 人", 'unit: "%"'), encoding="utf-8")

    def percent(book: Any) -> None:
        sheet = book["指標の値"]
        cell = sheet.cell(FIRST_ROW, columns(sheet)["value"])
        cell.value, cell.number_format = 0.479, "0.0%"

    import_forms(change(sent(load(folder), tmp_path / "form.xlsx"), percent), folder).write()
    assert "2022,47.9,速報\n" in text(folder, "data/deaths.csv")


def test_a_percentage_for_another_unit_and_a_date_are_refused(folder: Path) -> None:
    def wrong(book: Any) -> None:
        sheet = book["指標の値"]
        cell = sheet.cell(FIRST_ROW, columns(sheet)["value"])
        cell.value, cell.number_format = 0.479, "0.0%"
        sheet = book["予算"]
        sheet.cell(FIRST_ROW, columns(sheet)["value"]).value = datetime.date(2023, 4, 1)

    first, second = refused(folder, change(sent(load(folder), folder.parent / "form.xlsx"), wrong))
    assert (first, second) == (
        "form.xlsx!予算!G5: '2023-04-01' is not a number",
        "form.xlsx!指標の値!G5: '47.9%' is a percentage",
    )


def test_a_row_that_somebody_added_is_refused(folder: Path) -> None:
    def add(book: Any) -> None:
        sheet = book["指標の値"]
        sheet.cell(sheet.max_row + 1, columns(sheet)["value"]).value = 5

    (told,) = refused(folder, change(sent(load(folder), folder.parent / "form.xlsx"), add))
    assert told == "form.xlsx!指標の値!G6: the row was added: '5'"


def test_a_row_copied_with_its_id_is_a_conflict(folder: Path) -> None:
    def copy(book: Any) -> None:
        sheet = book["指標の値"]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(FIRST_ROW + 1, column).value = sheet.cell(FIRST_ROW, column).value
        sheet.cell(FIRST_ROW, columns(sheet)["value"]).value = 1
        sheet.cell(FIRST_ROW + 1, columns(sheet)["value"]).value = 2

    (told,) = refused(folder, change(sent(load(folder), folder.parent / "form.xlsx"), copy))
    assert told.startswith("form.xlsx!指標の値!G6: two answers to one question: '2' here, '1' at ")


def test_answers_to_a_record_that_is_gone_are_refused_and_its_empty_row_is_not(folder: Path) -> None:
    form = filled(folder, {M2: {"text": "国際協力の推進"}})
    untouched = sent(load(folder), folder.parent / "untouched.xlsx")
    path = folder / "measures" / "measures-1.yaml"
    path.write_text(text(folder, "measures/measures-1.yaml").replace("  - {id: M2, text: 国際協力の検討}\n", ""), encoding="utf-8")
    (told,) = refused(folder, form)
    assert told == "form.xlsx!施策!E6: the content has no measures/measures-1/M2 any more, for which '国際協力の推進' is answered"
    assert import_forms(untouched, folder).changes == ()


def test_an_answer_to_what_changed_since_is_refused_and_others_are_not(folder: Path) -> None:
    form = filled(folder, {DEATHS: {"value": 2600}, MOON: {"value": 46}})
    csv = folder / "data" / "deaths.csv"
    csv.write_text(csv.read_text(encoding="utf-8").replace("2022,2610", "2022,2612"), encoding="utf-8")
    (told,) = refused(folder, form)
    assert told == (
        "form.xlsx!指標の値!G5: the content changed since the form went out: it said '2610', and says '2612'; "
        "the answer is '2600'"
    )


def test_a_sentence_that_moved_in_its_list_is_found_by_what_it_said(folder: Path) -> None:
    form = filled(folder, {MESSAGE: {"text": "死者数は3,694人から2,610人へ"}})
    path = folder / "indicators" / "I-1065.yaml"
    path.write_text(text(folder, "indicators/I-1065.yaml").replace("    messages:\n", "    messages:\n      - 新しい文章\n"), encoding="utf-8")
    made = import_forms(form, folder)
    made.write()
    assert [notice.code for notice in made.notices] == ["form-of-other-content"]
    assert "- 新しい文章\n      - '死者数は{{" in text(folder, "indicators/I-1065.yaml")
    assert "}}へ'" in text(folder, "indicators/I-1065.yaml")


def test_what_does_not_change_the_content_is_told(folder: Path) -> None:
    form = filled(folder, {DEATHS: {"remark": "確認中"}})
    delete_row(form, M2)

    def add(book: Any) -> None:
        book.create_sheet("計算")["A1"] = "メモ"

    made = import_forms(change(form, add), folder)
    assert [(notice.code, notice.what) for notice in made.notices] == [
        ("form-row-deleted", "the row was deleted, and stays as it is: ① 国際協力の検討"),
        ("form-remark", "I-1065 交通事故死者数: remark: 確認中"),
        ("form-other-sheet", "the sheet is no part of the form and is not read"),
    ]


def test_a_form_without_its_hidden_sheet_comes_in_all_the_same(folder: Path) -> None:
    form = change(filled(folder, {DEATHS: {"value": 2600}}), lambda book: book.remove(book["docgen"]))
    made = import_forms(form, folder)
    assert ([str(each.after) for each in made.changes], [notice.code for notice in made.notices]) == (
        ["2,600人（2022年）"],
        ["form-without-record"],
    )


def test_columns_and_sheets_may_be_moved_and_renamed(folder: Path) -> None:
    def move(book: Any) -> None:
        sheet = book["指標の値"]
        sheet.insert_cols(3)
        sheet.title = "回答"
        book.move_sheet("回答", 3)

    form = change(filled(folder, {DEATHS: {"value": 2600}}), move)
    assert [str(each.where).rsplit("/", 1)[-1] for each in import_forms(form, folder).changes] == ["form.xlsx!回答!H5"]


def test_files_that_are_no_forms_are_all_told(folder: Path) -> None:
    other = folder.parent / "other.xlsx"
    openpyxl.Workbook().save(other)
    broken = folder.parent / "broken.xlsx"
    broken.write_bytes(b"PK?")
    told = refused(folder, other, broken, folder.parent / "none.xlsx")
    assert len(told) == 3
    assert told[1:] == ["none.xlsx: there is no such file", "other.xlsx: the workbook is no form"]


def test_a_folder_that_does_not_load_is_told_before_any_form_is_read(folder: Path) -> None:
    (folder / "compendium.yaml").unlink()
    with pytest.raises(DocgenError, match=r"no compendium\.yaml"):
        import_forms(folder.parent / "form.xlsx", folder)


def test_forms_that_come_twice_change_nothing_more(folder: Path) -> None:
    form = filled(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    import_forms(form, folder).write()
    again = import_forms(form, folder)
    assert (again.changes, again.confirmed, again.files) == ((), (), {})
    assert [notice.code for notice in again.notices] == ["form-of-other-content"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "euc_jp"])
def test_csv_keeps_its_encoding_line_ends_quotes_and_commas(tmp_path: Path, encoding: str) -> None:
    folder = make_folder(tmp_path / "fy2023", data__deaths=None)
    written = 'year,deaths,remark\r\n2017,"3,694","警察庁の交通事故統計による, ""確報"""\r\n2022,"2,610","速報値である"\r\n'
    path = folder / "data" / "deaths.csv"
    path.write_bytes(written.encode(encoding))
    took(folder, {DEATHS: {"value": 2600}})
    assert path.read_bytes() == written.replace("2,610", "2,600").encode(encoding)
    (folder.parent / "form.xlsx").unlink()
    took(folder, {DEATHS: {"value": 2678, "period": "2023年"}})
    assert path.read_bytes() == (written.replace("2,610", "2,600") + '2023,"2,678",\r\n').encode(encoding)


def test_a_file_whose_name_macos_spells_is_written_where_it_is(tmp_path: Path) -> None:
    datasets = FILES["data.yaml"].replace("data/deaths.csv", "data/データ.csv")
    folder = make_folder(tmp_path / "fy2023", data=datasets, data__deaths=None)
    path = folder / "data" / unicodedata.normalize("NFD", "データ.csv")
    path.write_text(FILES["data/deaths.csv"], encoding="utf-8")
    took(folder, {DEATHS: {"value": 2600}})
    assert "2022,2600" in path.read_text(encoding="utf-8")
    assert len(list((folder / "data").iterdir())) == 3
