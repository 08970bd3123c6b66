from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from docgen.errors import CellPosition, DocgenError, Position
from docgen.model import Dataset, DataTable
from docgen.reading.data_files import read_data

HERE = Position("data.yaml", 1)


def read(tmp_path: Path, data: bytes, name: str = "x.csv") -> DataTable:
    folder = tmp_path / "data"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return read_data(Dataset(id="x", file=f"data/{name}"), tmp_path, HERE)


def test_cells_stay_the_text_that_was_written(tmp_path: Path) -> None:
    table = read(tmp_path, "年,値\n2022,NA\n007,1.50\nnull,-\n".encode())
    assert table.columns == ("年", "値")
    assert table.rows == (("2022", "NA"), ("007", "1.50"), ("null", "-"))
    assert table.file == "data/x.csv"


def test_lines_count_blank_lines_and_lines_within_a_cell(tmp_path: Path) -> None:
    table = read(tmp_path, b'a,b\n1,"x\ny"\n\n2,z\n')
    assert table.rows == (("1", "x\ny"), ("2", "z"))
    assert table.lines == (2, 5)


def test_a_cell_is_placed_at_its_character(tmp_path: Path) -> None:
    table = read(tmp_path, b'a,b,c\n"x,y",,5\n')
    assert table.position(0, 2) == Position(str(tmp_path / "data" / "x.csv"), 2, 8)


def test_a_file_as_excel_writes_it_in_japan_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "年,国\n2022,日本\n".encode("cp932")).rows == (("2022", "日本"),)


def test_a_row_with_too_many_cells_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as raised:
        read(tmp_path, b"a,b\n1,2\n1,744,3\n")
    assert raised.value.where == Position(str(tmp_path / "data" / "x.csv"), 3, 1)
    assert raised.value.what == "the row has 3 cells"


def test_cells_missing_at_the_end_of_a_row_are_empty(tmp_path: Path) -> None:
    assert read(tmp_path, b"a,b,c\n1\n2,,3\n").rows == (("1", "", ""), ("2", "", "3"))


def test_blank_lines_before_the_names_of_the_columns_are_passed_over(tmp_path: Path) -> None:
    table = read(tmp_path, b"\r\n\r\na,b\r\n1,2\r\n")
    assert (table.columns, table.rows, table.lines) == (("a", "b"), (("1", "2"),), (4,))


@pytest.mark.parametrize("row", [b'1,"two\n3,4\n', b'"1"2,3\n'], ids=["not closed", "text after the quote"])
def test_a_double_quote_out_of_place_is_told_with_its_line(tmp_path: Path, row: bytes) -> None:
    with pytest.raises(DocgenError, match="not CSV") as raised:
        read(tmp_path, b"a,b\n5,6\n" + row)
    assert raised.value.where == Position(str(tmp_path / "data" / "x.csv"), 3, 1)


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="two columns are named 'a'"):
        read(tmp_path, b"a,a\n1,2\n")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="the file is empty"):
        read(tmp_path, b"\n")


def test_a_kind_of_file_that_is_not_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="not a kind of file"):
        read(tmp_path, b"a", "x.pdf")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    with pandas.ExcelWriter(tmp_path / "data" / "book.xlsx", engine="xlsxwriter") as writer:
        notes = pandas.DataFrame([["表の題"], [""]])
        notes.to_excel(writer, sheet_name="値", header=False, index=False)
        frame = pandas.DataFrame(
            {"年": [2021, 2022], "値": [1.5, None], "日": pandas.to_datetime(["2023-03-31"] * 2)}
        )
        frame.to_excel(writer, sheet_name="値", startrow=3, startcol=1, index=False)
    return tmp_path


def test_a_range_of_a_sheet_is_read_with_its_lines(book: Path) -> None:
    dataset = Dataset(id="x", file="data/book.xlsx", sheet="値", cells="B4:D6")
    table = read_data(dataset, book, HERE)
    assert table.columns == ("年", "値", "日")
    assert table.rows == (("2021", "1.5", "2023-03-31"), ("2022", "", "2023-03-31"))
    assert table.lines == (5, 6)
    assert table.position(1, 1) == CellPosition(str(book / "data" / "book.xlsx"), "値", 6, 3)


@pytest.mark.parametrize(
    ("sheet", "cells", "what"),
    [
        ("値２", "B4:D6", "data/book.xlsx has no sheet '値２'"),
        ("値", "B4", "'B4' is not a range of cells"),
        ("値", "X90:Z99", "the cells X90:Z99 of data/book.xlsx are empty"),
    ],
)
def test_a_sheet_or_range_that_is_not_there(book: Path, sheet: str, cells: str, what: str) -> None:
    dataset = Dataset(id="x", file="data/book.xlsx", sheet=sheet, cells=cells)
    with pytest.raises(DocgenError) as raised:
        read_data(dataset, book, HERE)
    assert raised.value.what == what
    assert raised.value.where == HERE


def test_a_file_that_is_not_excel_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="cannot be read as Excel"):
        read(tmp_path, b"a,b", "book.xlsx")


def test_keys_for_workbooks_are_refused_for_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DocgenError, match="sheet, header_rows are for workbooks"):
        read_data(Dataset(id="x", file="data/x.csv", sheet="値", header_rows=2), tmp_path, HERE)
