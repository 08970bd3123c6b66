"""Cells of a workbook written in place: they are there, they look as they did, and every other part is the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from docgen.editing.edits import LineAdded, SheetEdit
from docgen.editing.workbook import edited_workbook
from docgen.errors import DocgenError

YEARS = (2020, 2021, 2022)


def workbook(*, formulas: bool = True) -> bytes:
    """A workbook as a ministry keeps it: a title, a table with formats, notes, a chart, names, a second sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, other = book.add_worksheet("死者数"), book.add_worksheet("集計 '22")
    head = book.add_format({"bold": True, "bg_color": "#DDDDDD"})
    number = book.add_format({"num_format": "#,##0", "border": 1})
    sheet.write_string("A1", "交通事故死者数", head)
    sheet.write_row("A3", ["年", "死者数", "備考"], head)
    for row, year in enumerate(YEARS, start=3):
        sheet.write_number(row, 0, year)
        sheet.write_number(row, 1, 2600 + year % 10, number)
        sheet.write_string(row, 2, "速報" if year == 2022 else "確報")
    sheet.write_comment("B6", "確認中")
    sheet.conditional_format("B4:B6", {"type": "data_bar"})
    book.define_name("死者数の表", "=死者数!$A$3:$C$6")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"categories": "=死者数!$A$4:$A$6", "values": "=死者数!$B$4:$B$6"})
    sheet.insert_chart("E2", chart)
    other.write_string("A1", "年")
    if formulas:
        sheet.write_formula("D6", "=B6-B5", None, 1)
        other.write_formula("B1", "=SUM(死者数!B4:B6)", None, 7803)
        other.write_formula("B2", "=B1*2", None, 15606)
        other.write_formula("B3", "=LEN(A1)", None, 1)
    book.close()
    # XlsxWriter asks Excel to compute every workbook; one that Excel saved does not.
    return without_full_calculation(out.getvalue())


def without_full_calculation(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info, source.read(info).replace(b' fullCalcOnLoad="1"', b""))
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(data: bytes, *edits: SheetEdit | LineAdded) -> bytes:
    return edited_workbook(data, edits, "死者数.xlsx")


def edit(row: int, column: int, value: Decimal | str) -> SheetEdit:
    return SheetEdit("data/死者数.xlsx", "死者数", row, column, value)


def changed_parts(before: bytes, after: bytes) -> set[str]:
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    return {name for name, data in new.items() if old[name] != data}


def read(data: bytes, sheet: str = "死者数", *, computed: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=computed)[sheet]


def test_a_number_is_written_and_the_cell_keeps_its_look() -> None:
    data = workbook(formulas=False)
    after = edited(data, edit(6, 2, Decimal("2610.5")))
    cell = read(after)["B6"]
    assert (cell.value, cell.number_format, cell.border.left.style) == (2610.5, "#,##0", "thin")


def test_only_the_sheets_own_part_changes() -> None:
    data = workbook(formulas=False)
    assert changed_parts(data, edited(data, edit(6, 2, Decimal(1)), edit(6, 3, "改定"))) == {"xl/worksheets/sheet1.xml"}


def test_the_part_changes_in_the_cell_alone() -> None:
    data = workbook(formulas=False)
    sheet = "xl/worksheets/sheet1.xml"
    before, after = parts(data)[sheet].decode(), parts(edited(data, edit(6, 2, Decimal(98765))))[sheet].decode()
    assert after.split("<worksheet")[1].replace("<v>98765</v>", "<v>2602</v>") == before.split("<worksheet")[1]


def test_a_text_stands_in_its_cell_so_that_shared_texts_stay() -> None:
    data = workbook(formulas=False)
    after = edited(data, edit(6, 3, " 改定 & <確定>\n二行目 "))
    assert read(after)["C6"].value == " 改定 & <確定>\n二行目 "
    assert parts(after)["xl/sharedStrings.xml"] == parts(data)["xl/sharedStrings.xml"]


def test_a_new_row_looks_like_the_one_before_and_widens_the_sheet() -> None:
    data = workbook(formulas=False)
    values = ((1, Decimal(2023)), (2, Decimal(2678)))
    after = edited(data, LineAdded("data/死者数.xlsx", "死者数", 7, 6, values, (1, 3)))
    sheet = read(after)
    assert [cell.value for cell in sheet[7]][:2] == [2023, 2678]
    assert sheet["B7"].number_format == "#,##0"
    assert sheet.dimensions == "A1:C7"


def test_a_cell_that_a_formula_fills_is_refused() -> None:
    with pytest.raises(DocgenError, match=r"死者数\.xlsx!死者数!D6: a formula fills the cell"):
        edited(workbook(), edit(6, 4, Decimal(1)))


def test_results_that_depend_on_the_cell_are_taken_out_and_computed_when_excel_opens_it() -> None:
    data = workbook()
    after = edited(data, edit(6, 2, Decimal(1)))
    assert read(after, computed=True)["D6"].value is None
    totals = read(after, "集計 '22", computed=True)
    assert [totals[place].value for place in ("B1", "B2", "B3")] == [None, None, 1]
    assert read(after, "集計 '22")["B1"].value == "=SUM(死者数!B4:B6)"
    assert b'fullCalcOnLoad="1"' in parts(after)["xl/workbook.xml"]


def test_results_that_depend_on_other_cells_stay() -> None:
    data = workbook()
    after = edited(data, edit(6, 3, "改定"))
    assert changed_parts(data, after) == {"xl/worksheets/sheet1.xml"}
    assert read(after, "集計 '22", computed=True)["B1"].value == 7803


@pytest.mark.parametrize("data", [b"", b"PK", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_is_no_such_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(DocgenError, match="cannot be edited in place"):
        edited(data, edit(1, 1, "x"))


@pytest.mark.libreoffice
@pytest.mark.filterwarnings("ignore:.*extension is not supported")
def test_libreoffice_opens_it_and_computes_it(saved_by_libreoffice: Any, tmp_path: Any) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(edited(workbook(), edit(6, 2, Decimal(3000))))
    saved = saved_by_libreoffice(path).read_bytes()
    assert read(saved, "集計 '22", computed=True)["B1"].value == 2600 + 2601 + 3000


def rows_of(data: bytes, sheet: str) -> Iterable[tuple[Any, ...]]:
    return tuple(read(data, sheet).iter_rows(values_only=True))


def test_other_sheets_say_what_they_said() -> None:
    data = workbook()
    assert rows_of(edited(data, edit(4, 2, Decimal(5))), "集計 '22") == rows_of(data, "集計 '22")


@pytest.mark.validator
def test_an_edited_workbook_is_whole(validate_workbook: Callable[[bytes], list[Any]]) -> None:
    assert validate_workbook(edited(workbook(), edit(6, 2, Decimal(1)), edit(6, 3, "改定"), edit(9, 7, "新"))) == []
