"""A workbook in a content folder: what is found wrong later names the cell, what is said reaches docgen check."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.small_folder import make_folder
from support.workbooks import Formula, Shown, write_book

import docgen
from docgen.derive import derive
from docgen.errors import CellPosition, DocgenErrors
from docgen.reading import load
from docgen.ready import ReadyFigure, ReadyIndicatorPage
from docgen.validate import validate

NUMBERS = (3694, 3532, 3215, 2839, 2636)
ROWS: Sequence[Any] = (["year", "deaths", None], *([year, number, None] for year, number in enumerate(NUMBERS, 2017)))


def folder_with(tmp_path: Path, rows: Sequence[Any], keys: str = "") -> Path:
    """The small folder with its deaths in a workbook."""
    folder = make_folder(tmp_path)
    write_book(folder / "data" / "表.xlsx", rows)
    named = folder / "data.yaml"
    text = named.read_text(encoding="utf-8").replace("data/deaths.csv", f"data/表.xlsx, sheet: 指標{keys}")
    named.write_text(text, encoding="utf-8")
    return folder


def test_a_text_where_a_number_is_wanted_names_workbook_sheet_and_cell(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, "未集計", None]])
    with pytest.raises(DocgenErrors) as raised:
        validate(load(folder))
    assert {str(error.where) for error in raised.value.errors} == {f"{folder}/data/表.xlsx!指標!B7"}


def test_the_room_is_not_imported_where_no_workbook_is_read(tmp_path: Path) -> None:
    script = "import sys; from docgen.reading import load; load(sys.argv[1]); print(*[n for n in sys.modules if 'workbook' in n])"
    folder = make_folder(tmp_path)
    done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_workbook_that_is_wrong_for_several_datasets_is_told_once(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, Formula("=1/0", "#DIV/0!"), None]])
    named = folder / "data.yaml"
    named.write_text(named.read_text(encoding="utf-8") + "- {id: again, file: data/表.xlsx, sheet: 指標, totals: true}\n", encoding="utf-8")
    assert [str(error.where) for error in load(folder).origin.problems] == [f"{folder}/data/表.xlsx!指標!B7"]


def test_a_workbook_of_many_datasets_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, 2610, None]])
    opened: list[Path] = []

    class Counted(zipfile.ZipFile):
        def __init__(self, file: Path) -> None:
            opened.append(file)
            super().__init__(file)

    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    named = folder / "data.yaml"
    more = "".join(f"- {{id: t{last}, file: data/表.xlsx, sheet: 指標, cells: A1:B{last}}}\n" for last in range(3, 7))
    named.write_text(named.read_text(encoding="utf-8") + more, encoding="utf-8")
    tables = load(folder).tables
    assert [len(tables[f"t{last}"].rows) for last in range(3, 7)] == [2, 3, 4, 5]
    assert len(opened) == 1


def test_rows_that_are_one_too_many_are_named_by_their_cells(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, 2610, None], [2022, 2611, None]])
    with pytest.raises(DocgenErrors) as raised:
        validate(load(folder))
    assert "2 rows of data/表.xlsx have year = 2022 (指標!A7, A8)" in {error.what for error in raised.value.errors}


def test_errors_of_cells_come_one_by_one_with_those_of_the_folder(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, Formula("=1/0", "#DIV/0!"), Formula("=NA()", "#N/A")]])
    with pytest.raises(DocgenErrors) as raised:
        validate(load(folder))
    assert [error.where for error in raised.value.errors] == [CellPosition(f"{folder}/data/表.xlsx", "指標", 7, column) for column in (2, 3)]


def test_notices_of_a_workbook_reach_check_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, 2610, None], ["（注）速報値を含む。", None, None]])
    told = [breach for breach in docgen.check(docgen.load(folder)) if breach.code == "note-left-out"]
    assert [breach.text("ja").splitlines()[0] for breach in told] == [
        f"{folder}/data/表.xlsx!指標!A8: 注意: 注や出典は表の行として読みません: （注）速報値を含む。 [note-left-out]"
    ]


def test_a_mark_is_shown_in_the_figure_and_behind_the_period_of_the_value(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, [*ROWS, [2022, 2610, "p"]])
    (page,) = [page for page in derive(load(folder)).pages if page.kind == "indicator_detail"]
    assert isinstance(page.record, ReadyIndicatorPage)
    (figure,) = page.record.figures
    assert isinstance(figure, ReadyFigure)
    assert figure.categories[-2:] == ("2021年", "2022年（速報）")
    (value,) = [value for value in page.record.values if value.id == "deaths"]
    assert value.latest is not None
    assert value.latest.label == "速報"


def test_a_trace_leads_to_the_cell_also_where_several_numbers_share_a_row(tmp_path: Path) -> None:
    years = range(2017, 2023)
    rows = [["区分", *(Shown(year, "0") for year in years)], ["deaths", 3694, 3532, 3215, 2839, 2636, 2610]]
    folder = folder_with(tmp_path, rows, ", cross: {rows: kind, columns: year, values: deaths}")
    step = docgen.trace(docgen.load(folder), "I-1065/deaths")
    assert [str(reading.where) for each in step.walk() for reading in each.readings][-1] == f"{folder}/data/表.xlsx!指標!G2"
    assert {reading.text for each in step.walk() for reading in each.readings} == {"3694", "2610"}


def test_a_trace_of_a_transposed_table_leads_to_the_cell_and_its_row(tmp_path: Path) -> None:
    rows = [["deaths", 3694, 3532, 3215, 2839, 2636, 2610], ["year", *range(2017, 2023)]]
    folder = folder_with(tmp_path, rows, ", transposed: true")
    compendium = docgen.load(folder)
    readings = [reading for each in docgen.trace(compendium, "I-1065/deaths").walk() for reading in each.readings]
    assert [(str(reading.where), reading.text) for reading in readings][:2] == [
        (f"{folder}/data/表.xlsx!指標!B1", "3694"), (f"{folder}/data/表.xlsx!指標!G1", "2610")
    ]  # fmt: skip
    (page,) = [page for page in derive(compendium).pages if page.kind == "indicator_detail"]
    assert {trace.line for trace in page.traces} == {1}
