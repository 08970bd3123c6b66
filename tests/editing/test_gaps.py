"""A row or column put into a sheet: all that stands behind moves, and all that refers to it names it as before."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from docgen.editing.edits import LineAdded, SheetEdit
from docgen.editing.workbook import edited_workbook, is_free
from docgen.errors import DocgenError


def workbook(more: Callable[[Any, Any, Any], object] = lambda book, sheet, other: None) -> bytes:
    """A table in A1:B3, its total and two notes right below it, a chart of its numbers, and another sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, other = book.add_worksheet("死者数"), book.add_worksheet("集計")
    number = book.add_format({"num_format": "#,##0", "border": 1})
    sheet.write_row("A1", ["年", "死者数"])
    sheet.set_row(2, 24)
    for row, (year, value) in enumerate(((2021, 2636), (2022, 2610)), start=1):
        sheet.write_number(row, 0, year, book.add_format({"num_format": '0"年"'}))
        sheet.write_number(row, 1, value, number)
    sheet.write_string("A4", "合計")
    sheet.write_formula("B4", "=SUM(B2:B3)", number, 5246)
    sheet.write_string("A5", "（注）24時間以内の死者数。", book.add_format({"italic": True}))
    sheet.merge_range("A6:C6", "（出典）警察庁")
    sheet.write_comment("A5", "確認中")
    sheet.conditional_format("B2:B3", {"type": "data_bar"})
    sheet.data_validation("B5", {"validate": "any", "input_message": "x"})
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=死者数!$B$2:$B$3"})
    sheet.insert_chart("A8", chart)
    other.write_formula("A1", "=死者数!B4/死者数!$B$2", None, 2)
    other.write_formula("A2", '=LEN("死者数!B4")&死者数!A5', None, "6")
    book.define_name("注", "=死者数!$A$5")
    book.define_name("列DATA5", "=死者数!$A$5")
    more(book, sheet, other)
    book.close()
    return out.getvalue()


def line(at: int, like: int, *values: Decimal | str, **more: Any) -> LineAdded:
    return LineAdded("f", "死者数", at, like, tuple(enumerate(values, start=1)), (1, 2), moves=True, **more)


def with_line(data: bytes, *edits: LineAdded | SheetEdit) -> bytes:
    return edited_workbook(data, edits, "f.xlsx")


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


YEAR_AFTER = line(4, 3, "2023年", Decimal(2678))


def test_a_row_between_table_and_total_moves_all_below_and_the_total_sums_it_up() -> None:
    after = with_line(workbook(), YEAR_AFTER)
    sheet = openpyxl.load_workbook(io.BytesIO(after))["死者数"]
    assert [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=3, max_row=7)] == [
        [2022, 2610],
        [2023, 2678],
        ["合計", "=SUM(B2:B4)"],
        ["（注）24時間以内の死者数。", None],
        ["（出典）警察庁", None],
    ]
    assert sheet["A6"].font.italic
    assert sheet["A6"].comment.text.endswith("確認中")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A7:C7"]
    assert [str(area.sqref) for area in sheet.data_validations.dataValidation] == ["B6"]


def test_the_new_row_looks_like_its_neighbour_and_stores_its_year_as_that_does() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(with_line(workbook(), YEAR_AFTER)))["死者数"]
    assert (sheet["B4"].number_format, sheet["B4"].border.left.style, sheet.row_dimensions[4].height) == ("#,##0", "thin", 24)
    assert (sheet["A4"].value, sheet["A4"].number_format) == (2023, '0"年"')
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["B2:B4"]


def test_formulas_and_names_of_the_whole_workbook_name_what_they_named() -> None:
    book = openpyxl.load_workbook(io.BytesIO(with_line(workbook(), YEAR_AFTER)))
    assert [book["集計"][cell].value for cell in ("A1", "A2")] == ["=死者数!B5/死者数!$B$2", '=LEN("死者数!B4")&死者数!A6']
    assert {name: own.attr_text for name, own in book.defined_names.items()} == {"注": "死者数!$A$6", "列DATA5": "死者数!$A$6"}


def test_a_row_before_the_newest_moves_the_chart_with_its_numbers() -> None:
    after = with_line(workbook(), line(2, 2, "2022年", Decimal(1)))
    assert "死者数!$B$3:$B$4" in part(after, "xl/charts/chart1.xml")
    assert "<xdr:row>8</xdr:row>" in part(after, "xl/drawings/drawing1.xml")
    sheet = openpyxl.load_workbook(io.BytesIO(after))["死者数"]
    assert sheet["B5"].value == "=SUM(B3:B4)"
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["B2:B4"]


def test_a_column_moves_what_stands_beside_with_its_width() -> None:
    data = workbook(lambda book, sheet, other: (sheet.set_column("B:B", 20), sheet.write_string("C2", "備考")))
    after = with_line(data, LineAdded("f", "死者数", 3, 2, ((1, "負傷者"),), (1, 3), is_column=True, moves=True))
    sheet = openpyxl.load_workbook(io.BytesIO(after))["死者数"]
    assert (sheet["C1"].value, sheet["D2"].value, sheet["C3"].number_format) == ("負傷者", "備考", "#,##0")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A6:D6"]
    assert "min=\"3\" max=\"3\"" in re.sub(r"<col [^>]*min=.2.[^>]*>", "", part(after, "xl/worksheets/sheet1.xml"))


def test_cells_written_below_and_two_rows_at_one_place_are_where_they_belong() -> None:
    second = line(4, 3, "2024年", Decimal(2663))
    after = with_line(workbook(), SheetEdit("f", "死者数", 5, 1, "（注）改めた。"), YEAR_AFTER, second)
    rows = openpyxl.load_workbook(io.BytesIO(after))["死者数"].iter_rows(min_row=4, max_row=7, max_col=1, values_only=True)
    assert [row[0] for row in rows] == [2023, 2024, "合計", "（注）改めた。"]


def shared_formulas(data: bytes) -> bytes:
    """The formulas of C2 and C3 shared, as Excel writes what is filled down."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            own = source.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                own = own.replace(b"<f>B2*$B$2</f>", b'<f t="shared" ref="C2:C3" si="0">B2*$B$2</f>')
                own = own.replace(b"<f>B3*$B$2</f>", b'<f t="shared" si="0"/>')
            target.writestr(info, own)
    return out.getvalue()


def test_formulas_that_cells_share_are_each_their_own_where_they_part() -> None:
    def products(book: Any, sheet: Any, other: Any) -> None:
        for row in (2, 3):
            sheet.write_formula(f"C{row}", f"=B{row}*$B$2", None, 1)

    sheet = openpyxl.load_workbook(io.BytesIO(with_line(shared_formulas(workbook(products)), line(3, 3, "x"))))["死者数"]
    assert (sheet["C2"].value, sheet["C4"].value) == ("=B2*$B$2", "=B4*$B$2")


def test_a_line_is_free_where_its_table_has_nothing_there() -> None:
    assert is_free(workbook(), line(7, 6), "f.xlsx")
    assert not is_free(workbook(), line(4, 3), "f.xlsx")


def test_a_column_within_a_table_of_excel_has_no_room() -> None:
    data = workbook(lambda book, sheet, other: sheet.add_table("E1:F3"))
    with pytest.raises(DocgenError, match="no room for a new point"):
        with_line(data, LineAdded("f", "死者数", 6, 5, (), (5, 6), is_column=True, moves=True))


@pytest.mark.validator
@pytest.mark.parametrize("new", [YEAR_AFTER, line(2, 2, "2022年"), LineAdded("f", "死者数", 2, 2, (), (1, 2), True, True)])
def test_a_workbook_with_a_new_line_is_whole(new: LineAdded, validate_workbook: Callable[[bytes], list[Any]]) -> None:
    assert validate_workbook(with_line(workbook(), new)) == []
