"""Notes below a table make room for a new row, where nothing in the workbook refers to them; else they stay."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from docgen.editing.edits import SheetEdit
from docgen.editing.workbook import edited_workbook
from docgen.errors import DocgenError


def workbook(more: Callable[[Any, Any, Any], object] = lambda book, sheet, other: None) -> bytes:
    """A table in A1:B3 with two notes right below it, a chart of its numbers, and another sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, other = book.add_worksheet("死者数"), book.add_worksheet("集計")
    sheet.write_row("A1", ["年", "死者数"])
    sheet.write_row("A2", [2021, 2636])
    sheet.write_row("A3", [2022, 2610])
    sheet.write_string("A4", "（注）24時間以内の死者数。", book.add_format({"italic": True}))
    sheet.set_row(4, 30)
    sheet.write_string("A5", "（出典）警察庁")
    sheet.print_area("A1:C5")
    sheet.merge_range("D1:E2", "参考")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=死者数!$B$2:$B$3"})
    sheet.insert_chart("G2", chart)
    other.write_formula("A1", "=SUM(死者数!B:B)", None, 5246)
    other.write_formula("A2", "=死者数!B2", None, 2636)
    more(book, sheet, other)
    book.close()
    return out.getvalue()


def with_point(data: bytes, *, moves: bool = True) -> bytes:
    new = [(4, 1, Decimal(2023)), (4, 2, Decimal(2678))]
    edits = [SheetEdit("f", "死者数", row, column, value, (3, column), is_new=True, moves_rows=moves) for row, column, value in new]
    return edited_workbook(data, edits, "f.xlsx")


def changed_parts(before: bytes, after: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        return {name for name in new.namelist() if old.read(name) != new.read(name)}


def test_notes_right_below_move_down_with_their_look_and_height() -> None:
    data = workbook()
    after = with_point(data)
    sheet = openpyxl.load_workbook(io.BytesIO(after))["死者数"]
    assert [[cell.value for cell in row[:2]] for row in sheet.iter_rows(min_row=3)] == [
        [2022, 2610],
        [2023, 2678],
        ["（注）24時間以内の死者数。", None],
        ["（出典）警察庁", None],
    ]
    assert sheet["A5"].font.italic
    assert (sheet.row_dimensions[6].height, sheet.row_dimensions[5].height) == (30, None)
    # The sum of the whole column is another now; nothing else is.
    assert changed_parts(data, after) == {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}


REFERRING: dict[str, Callable[[Any, Any, Any], object]] = {
    "a formula": lambda book, sheet, other: other.write_formula("A3", "=死者数!A5", None, ""),
    "a formula of the sheet": lambda book, sheet, other: sheet.write_formula("F1", "=LEN(A4)", None, 10),
    "a formula that cannot be told": lambda book, sheet, other: other.write_formula("A3", '=INDIRECT("死者数!A5")'),
    "a merged cell": lambda book, sheet, other: sheet.merge_range("A6:C6", "参考"),
    "a comment": lambda book, sheet, other: sheet.write_comment("A5", "確認中"),
    "a name": lambda book, sheet, other: book.define_name("注", "=死者数!$A$4"),
    "a format": lambda book, sheet, other: sheet.conditional_format("A2:A9", {"type": "data_bar"}),
    "a check of input": lambda book, sheet, other: sheet.data_validation("B5", {"validate": "any", "input_message": "x"}),
    "a link": lambda book, sheet, other: sheet.write_url("A6", "https://example.go.jp/"),
    "a table": lambda book, sheet, other: sheet.add_table("A8:B9"),
}


@pytest.mark.parametrize("what", sorted(REFERRING))
def test_rows_that_something_refers_to_stay_and_the_point_has_no_room(what: str) -> None:
    with pytest.raises(DocgenError, match="no room for a new point"):
        with_point(workbook(REFERRING[what]))


def test_rows_stay_where_other_data_is_read_from_the_sheet() -> None:
    with pytest.raises(DocgenError, match="no room for a new point"):
        with_point(workbook(), moves=False)


@pytest.mark.validator
def test_a_workbook_with_moved_rows_is_whole(validate_workbook: Callable[[bytes], list[Any]]) -> None:
    assert validate_workbook(with_point(workbook())) == []
