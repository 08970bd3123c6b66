"""Workbooks and cells that cannot be read are refused with workbook, sheet and cell; what is only odd is said."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any, Literal

import pytest
import xlsxwriter
from support.workbooks import (
    Bench,
    Formula,
    Shown,
    cells,
    edit_parts,
    read_book,
    refused,
    said,
    write_book,
    write_rows,
)

from docgen.errors import CellPosition, DocgenError

SHEET_PART, BOOK_PART = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NULL!", "#NUM!"])
def test_an_error_is_refused_with_its_cell(bench: Bench, error: str) -> None:
    rows = [["年", "人"], ["2021年", 1], ["2022年", Formula("=X", error)]]
    assert bench.refused(rows) == [f"B3 the cell is an error: {error}"]


def test_an_error_that_was_pasted_as_a_text_is_refused(bench: Bench) -> None:
    assert bench.refused([["年", "人"], ["2021年", "#REF!"]]) == ["B2 the cell is an error: #REF!"]


def test_all_errors_of_a_table_come_at_once(bench: Bench) -> None:
    rows = [["年", "人"], ["2021年", Formula("=NA()", "#N/A")], ["2022年", Formula("=1/0", "#DIV/0!")]]
    assert [told[:2] for told in bench.refused(rows)] == ["B2", "B3"]


def test_errors_beyond_the_stated_range_do_not_matter(bench: Bench) -> None:
    table = bench.table([["年", "人", "比"], ["2021年", 1, Formula("=1/0", "#DIV/0!")]], cells="A1:B2")
    assert cells(table) == [["年", "人"], ["2021年", "1"]]


def test_a_message_names_workbook_sheet_and_cell(bench: Bench) -> None:
    write_book(bench.path, [["年", "人"], ["2021年", Formula("=NA()", "#N/A")]])
    with pytest.raises(DocgenError, match=r"data/表\.xlsx!指標!B2: the cell is an error: #N/A"):
        read_book(bench.path)


@pytest.mark.parametrize("stored", ["<v></v>", "<v/>", ""], ids=["an empty value", "a closed value", "no value"])
def test_a_formula_without_a_stored_result_is_refused_with_its_cell(bench: Bench, stored: str) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", Formula("=1+1", 77)]])
    edit_parts(path, (SHEET_PART, "<v>77</v>", stored))
    assert refused(path) == ["B2 the formula has no stored result"]


def test_a_formula_that_gave_an_empty_text_is_an_empty_cell(bench: Bench) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", Formula('=""', "空")], ["2022年", 2]])
    edit_parts(path, (SHEET_PART, "<v>空</v>", "<v></v>"))
    assert cells(read_book(path))[1:] == [["2021年", ""], ["2022年", "2"]]


def test_a_day_that_is_none_is_refused(bench: Bench) -> None:
    assert bench.refused([["日"], [Shown(60, "yyyy/m/d")], [Shown(-1, "yyyy/m/d")]]) == [
        "A2 the cell is formatted as a date, but 60 is no day",
        "A3 the cell is formatted as a date, but -1 is no day",
    ]


def test_a_number_with_words_before_it_is_no_number(bench: Bench) -> None:
    assert bench.column(Shown(1744, '"約"#,##0')) == ("約1,744",)


def two_sheets(path: Path, *, hidden: bool = False) -> Path:
    path.parent.mkdir()
    with xlsxwriter.Workbook(str(path)) as book:
        for name, value in (("旧", 1), ("ガス統計", 2)):
            sheet = book.add_worksheet(name)
            write_rows(book, sheet, [["年", "人"], ["2022年", value]])
        if hidden:
            book.get_worksheet_by_name("ガス統計").activate()
            book.get_worksheet_by_name("旧").hide()
    return path


def test_the_first_of_several_sheets_is_read_and_said(bench: Bench) -> None:
    table = read_book(two_sheets(bench.path))
    assert (table.sheet, table.rows, said(table)) == ("旧", (("2022年", "1"),), ["旧 first-sheet"])


def test_a_hidden_sheet_is_not_the_first_and_is_said(bench: Bench) -> None:
    table = read_book(two_sheets(bench.path, hidden=True))
    assert (table.sheet, said(table)) == ("ガス統計", ["旧 hidden-sheet"])
    assert said(read_book(bench.path, sheet="旧")) == ["旧 hidden-sheet"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_sheet_is_found_however_its_name_is_composed(bench: Bench, form: Literal["NFC", "NFD"]) -> None:
    table = read_book(two_sheets(bench.path), sheet=unicodedata.normalize(form, "ガス統計"))
    assert (table.rows, said(table)) == ((("2022年", "2"),), [])


def test_a_range_may_name_its_sheet(bench: Bench) -> None:
    table = read_book(two_sheets(bench.path), cells="'ガス統計'!$A$1:$B$2")
    assert (table.sheet, table.rows, said(table)) == ("ガス統計", (("2022年", "2"),), [])
    (told,) = refused(bench.path, sheet="旧", cells="ガス統計!A1:B2")
    assert told.endswith("cells: ガス統計!A1:B2 is not of sheet: 旧")


def test_a_sheet_that_is_not_there_is_refused_with_the_names_of_all(bench: Bench) -> None:
    two_sheets(bench.path)
    with pytest.raises(DocgenError) as raised:
        read_book(bench.path, sheet="ガス")
    assert (raised.value.what, raised.value.expected) == ("data/表.xlsx has no sheet 'ガス'", "one of 旧, ガス統計")


def several_tables(book: Any, sheet: Any) -> None:
    write_rows(book, sheet, [["分野", "件"], ["理学", 5], ["計", 5]], 5, 3)
    sheet.add_table("D6:E8", {"name": "分野別", "total_row": True, "columns": [{"header": "分野"}, {"header": "件"}]})
    write_rows(book, sheet, [["理学", 5], ["計", 5]], 6, 3)
    book.define_name("研究者", "=指標!$A$1:$B$3")
    book.define_name("率", "=0.1")


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({"table": "研究者"}, [["年", "人"], ["2021年", "1"], ["2022年", "2"]]),
        ({"table": "分野別"}, [["分野", "件"], ["理学", "5"]]),
        ({"table": "分野別", "totals": True}, [["分野", "件"], ["理学", "5"], ["計", "5"]]),
        ({"cells": "a1:$B$2"}, [["年", "人"], ["2021年", "1"]]),
        ({"cells": "D6:E7"}, [["分野", "件"], ["理学", "5"]]),
        ({"cells": "A:B"}, [["年", "人"], ["2021年", "1"], ["2022年", "2"]]),
    ],
)
def test_several_tables_of_a_sheet_are_read_by_name_or_range(bench: Bench, fields: dict[str, Any], rows: list[list[str]]) -> None:
    assert cells(bench.table([["年", "人"], ["2021年", 1], ["2022年", 2]], more=several_tables, **fields)) == rows


def test_a_name_of_several_sheets_needs_its_sheet(bench: Bench) -> None:
    def names(book: Any, sheet: Any) -> None:
        other = book.add_worksheet("別")
        write_rows(book, other, [["年", "人"], ["2022年", 9]])
        for name in ("指標", "別"):
            book.define_name(f"{name}!表", f"={name}!$A$1:$B$2")

    (told,) = bench.refused([["年", "人"], ["2021年", 1]], more=names, table="表")
    assert told.endswith("'表' is a name on several sheets: 別, 指標")
    assert read_book(bench.path, table="表", sheet="別").rows == (("2022年", "9"),)


def test_a_number_that_is_none_is_refused(bench: Bench) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", 77]])
    edit_parts(path, (SHEET_PART, "<v>77</v>", "<v>NaN</v>"))
    assert refused(path) == ["B2 the cell holds 'NaN' as a number"]


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"table": "率"}, "has no table or defined name '率'"),
        ({"table": "研究"}, "has no table or defined name '研究'"),
        ({"table": "研究者", "cells": "A1:B2"}, "a dataset has either table or cells"),
        ({"cells": "A1"}, "'A1' is not a range of cells"),
        ({"cells": "A1:XFE9"}, "'A1:XFE9' reaches beyond a sheet's last cell, XFD1048576"),
        ({"cells": "J1:K9"}, "the cells J1:K9 of data/表.xlsx are empty"),
        ({"header_rows": 9}, "the table has 6 rows, its head alone has 9"),
    ],
)  # fmt: skip
def test_a_table_that_is_not_there_is_refused(bench: Bench, fields: dict[str, Any], what: str) -> None:
    (told,) = bench.refused([["年", "人"], ["2021年", 1], ["2022年", 2]], more=several_tables, **fields)
    assert told.endswith(what)


def test_macros_and_links_to_other_workbooks_are_said(bench: Bench) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", 1]])
    edit_parts(path, added={"xl/vbaProject.bin": b"\0", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    assert said(read_book(path)) == ["表.xlsx workbook-macros", "表.xlsx workbook-links"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "cannot be read as Excel: the file is empty"),
        (b"a,b\n1,2\n", "cannot be read as Excel: it is no Excel file"),
        (b"<html><table></table></html>", "cannot be read as Excel: it is a web page or XML that is named like a workbook"),
        (b"PK\x03\x04 broken", "cannot be read as Excel: the file is damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "the workbook is locked with a password"),
    ],
    ids=["empty", "CSV", "a web page", "a broken zip", "encrypted"],
)
def test_a_file_that_is_no_workbook_is_refused_with_its_name(bench: Bench, data: bytes, what: str) -> None:
    bench.path.parent.mkdir()
    bench.path.write_bytes(data)
    assert refused(bench.path) == [f"表.xlsx {what}"]


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [(SHEET_PART, '<c r="A1" t="s"><v>0</v>', '<c r="A1" t="s"><v>9</v>'), (SHEET_PART, "</sheetData>", "</sheet>"), (BOOK_PART, "</sheets>", ""), (BOOK_PART, 'r:id="rId1"', 'r:id="rId9"'), (SHEET_PART, 'r="2"', 'r="zwei"')],
)
def test_a_damaged_workbook_is_refused_with_its_name(bench: Bench, part: str, before: str, after: str) -> None:
    edit_parts(write_book(bench.path, [["年", "人"], ["2021年", 1]]), (part, before, after))
    (told,) = refused(bench.path)
    assert told.startswith("表.xlsx cannot be read as Excel: ")


def test_a_text_that_the_workbook_lost_is_no_empty_cell(bench: Bench) -> None:
    edit_parts(write_book(bench.path, [["年", "人"], ["2021年", 1]]), ("xl/_rels/workbook.xml.rels", "/sharedStrings", "/gone"))
    assert refused(bench.path)[0].startswith("表.xlsx cannot be read as Excel")


def test_parts_are_found_whatever_their_case(bench: Bench) -> None:
    edit_parts(write_book(bench.path, [["年", "人"], ["2021年", 1]]), ("xl/_rels/workbook.xml.rels", "sharedStrings.xml", "SharedStrings.xml"))
    assert cells(read_book(bench.path)) == [["年", "人"], ["2021年", "1"]]


def test_a_workbook_cut_short_is_refused(bench: Bench) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", 1]])
    path.write_bytes(path.read_bytes()[:-200])
    assert refused(path)[0].startswith("表.xlsx cannot be read as Excel")


def test_an_empty_sheet_is_refused(bench: Bench) -> None:
    assert bench.refused([]) == ["指標 the sheet is empty"]


def test_cells_without_addresses_stand_where_they_come(bench: Bench) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", 1]])
    edit_parts(path, *((SHEET_PART, f' r="{name}"', "") for name in ("A1", "B1", "A2", "B2", "1", "2")))
    table = read_book(path)
    assert (cells(table), table.position(0, 1)) == ([["年", "人"], ["2021年", "1"]], CellPosition(str(path), "指標", 2, 2))


def test_a_workbook_of_the_strict_form_is_read(bench: Bench) -> None:
    path = write_book(bench.path, [["年", "人"], ["2021年", 1]])
    plain, strict = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
    edit_parts(path, *((part, plain, strict) for part in (SHEET_PART, BOOK_PART, "xl/sharedStrings.xml", "xl/styles.xml")))
    assert cells(read_book(path)) == [["年", "人"], ["2021年", "1"]]
