"""Text files as offices have them: read right, or refused with the line."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.errors import DocgenError, Position
from docgen.model import Dataset, DataTable
from docgen.reading.data_files import read_data

HERE = Position("data.yaml", 1)


class Read(NamedTuple):
    """A file that is read: its bytes, its columns and rows, and its name."""

    data: bytes
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str = "x.csv"


class Refused(NamedTuple):
    """A file that is refused: its bytes, what is said, and where."""

    data: bytes
    what: str
    line: int
    name: str = "x.csv"


YEARS, TWO = ("年", "人"), (("2021", "2,636"), ("2022", "2,610"))
PLAIN = '年,人\n2021,"2,636"\n2022,"2,610"\n'

RIGHT: dict[str, Read] = {
    "UTF-8": Read(PLAIN.encode(), YEARS, TWO),
    "UTF-8 with a byte order mark": Read(PLAIN.encode("utf-8-sig"), YEARS, TWO),
    "UTF-16 as Excel writes Unicode text, parted by tabs": Read("年\t人\r\n2021\t2,636\r\n2022\t2,610\r\n".encode("utf-16"), YEARS, TWO, "x.txt"),
    "UTF-16 without a mark": Read(PLAIN.encode("utf-16-be"), YEARS, TWO),
    "Shift_JIS": Read('年度,人数\n2021,"2,636"\n'.encode("cp932"), ("年度", "人数"), (("2021", "2,636"),)),
    "EUC-JP": Read('年度,人数の推移\n2021,"2,636"\n'.encode("euc_jp"), ("年度", "人数の推移"), (("2021", "2,636"),)),
    "ISO-2022-JP": Read(PLAIN.encode("iso2022_jp"), YEARS, TWO),
    "line ends of Windows": Read(PLAIN.replace("\n", "\r\n").encode(), YEARS, TWO),
    "line ends of the first Macintosh": Read(PLAIN.replace("\n", "\r").encode(), YEARS, TWO),
    "line ends of all kinds, and none at the end": Read('年,人\r\n2021,"2,636"\r2022,"2,610"'.encode(), YEARS, TWO),
    "blank lines between the rows": Read('\n\n年,人\n\n2021,"2,636"\n\n\n2022,"2,610"\n\n'.encode(), YEARS, TWO),
    "lines of commas alone": Read('年,人\n,\n2021,"2,636"\n2022,"2,610"\n,\n'.encode(), YEARS, TWO),
    "a line within a cell": Read('年,備考\n2021,"一行目\n二行目"\n2022,b\n'.encode(), ("年", "備考"), (("2021", "一行目\n二行目"), ("2022", "b"))),
    "quotes around every cell": Read('"年","人"\n"2021","2,636"\n"2022","2,610"\n'.encode(), YEARS, TWO),
    "a quote within quotes": Read('a,b\n"「x""y」",1\n'.encode(), ("a", "b"), (('「x"y」', "1"),)),
    "parted by tabs": Read("年\t人\n2021\t2,636\n2022\t2,610\n".encode(), YEARS, TWO, "x.tsv"),
    "parted by tabs though it is called .csv": Read("年\t人\n2021\t2,636\n2022\t2,610\n".encode(), YEARS, TWO),
    "parted by commas though it is called .txt": Read(PLAIN.encode(), YEARS, TWO, "x.txt"),
    "parted by semicolons": Read("年;人\n2021;2,636\n2022;2,610\n".encode(), YEARS, TWO),
    "a suffix in capitals": Read(PLAIN.encode(), YEARS, TWO, "X.CSV"),
    "cells missing at the end of a row": Read(b"a,b,c\n1\n2,,3\n", ("a", "b", "c"), (("1", "", ""), ("2", "", "3"))),
    "empty cells beyond the head": Read(b"a,b\n1,2,,,\n3,4,\n", ("a", "b"), (("1", "2"), ("3", "4"))),
    "spaces and a line break in the head": Read('" 年 ","人数\n（人）"\n2021,5\n'.encode(), ("年", "人数 （人）"), (("2021", "5"),)),
    "a title above the head": Read("交通事故死者数の推移\n\n年,人,率\n2021,5,1\n".encode(), ("年", "人", "率"), (("2021", "5", "1"),)),
    "a title that Excel filled up with commas": Read("交通事故死者数の推移,,\n（単位：人）,,\n年,人,率\n2021,5,1\n".encode(), ("年", "人", "率"), (("2021", "5", "1"),)),
    "a title and a unit of two columns that Excel filled up with commas": Read("交通事故,\n,（単位：人）\n,\n年,人\n2021,5\n".encode(), ("年", "人"), (("2021", "5"),)),
    "a row of units below the head": Read("年,人,率\n,（人）,（％）\n2021,5,1\n".encode(), ("年", "人", "率"), (("2021", "5", "1"),)),
    "a unit at the right": Read("交通事故,,\n,,（単位：人）\n年,人,率\n2021,5,1\n".encode(), ("年", "人", "率"), (("2021", "5", "1"),)),
    "Excel's line that says what parts the cells": Read("sep=;\n年;人\n2021;5\n".encode(), ("年", "人"), (("2021", "5"),)),
    "a text as Excel keeps its zeros": Read('符号,人\n="0123",5\n'.encode(), ("符号", "人"), (("0123", "5"),)),
    "letters that nobody sees": Read("\ufeff\ufeff年,人\u200b\n\ufeff2021,5\n".encode(), ("年", "人"), (("2021", "5"),)),
    "notes below the table": Read("年,人\n2021,5\n（注1）24時間以内の死者数。\n資料：警察庁,\n".encode(), ("年", "人"), (("2021", "5"),)),
    "a note with commas": Read("年,人\n2021,5\n注：A,B,Cの計。\n".encode(), ("年", "人"), (("2021", "5"),)),
    "a note that goes on in the next line": Read("年,人\n2021,5\n（注）死者数は、\n事故から24時間以内のもの。\n".encode(), ("年", "人"), (("2021", "5"),)),
    "a last row of one cell that is no note": Read("国,人\n日本,5\n注文国,\n".encode(), ("国", "人"), (("日本", "5"), ("注文国", ""))),
    "a column of sentences": Read("文\n死者数は減少した。\n資料は次のとおり。\n".encode(), ("文",), (("死者数は減少した。",), ("資料は次のとおり。",))),
    "a head whose second column has no name": Read("都道府県,\n東京,5\n大阪,3\n".encode(), ("都道府県", ""), (("東京", "5"), ("大阪", "3"))),
    "a total stays a row": Read("国,人\n日本,5\n合計,5\n".encode(), ("国", "人"), (("日本", "5"), ("合計", "5"))),
    "the digits of a program's arithmetic": Read("年,率\n2021,45.599999999999994\n2022,1.5e-05\n".encode(), ("年", "率"), (("2021", "45.6"), ("2022", "0.000015"))),
    "codes that look like numbers": Read("符号,版\n007,1E3\n010,2.10\n".encode(), ("符号", "版"), (("007", "1E3"), ("010", "2.10"))),
    "a mark beside a number": Read("年,人\n2021,2636\n2022（速報）,2610p\n".encode(), ("年", "人"), (("2021", "2636"), ("2022", "2610"))),
    "a column of marks without a name": Read("年,人,\n2021,2636,\n2022,2610,速報\n".encode(), ("年", "人", ""), (("2021", "2636", ""), ("2022", "2610", ""))),
    "letters in parts, as macOS writes them": Read(unicodedata.normalize("NFD", "ガス,パリ\nガス,1\n").encode(), ("ガス", "パリ"), (("ガス", "1"),)),
    "full-width letters stay as they are": Read("区分,値\nＡ　計,１２\n".encode(), ("区分", "値"), (("Ａ　計", "１２"),)),
    "a table without rows": Read("年,人\n".encode(), ("年", "人"), ()),
}  # fmt: skip


def read(tmp_path: Path, data: bytes, name: str = "x.csv", **keys: str) -> DataTable:
    folder = tmp_path / "data"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return read_data(Dataset.model_validate({"id": "x", "file": f"data/{name}", **keys}), tmp_path, HERE)


@pytest.mark.parametrize("case", RIGHT)
def test_a_text_file_is_read(case: str, tmp_path: Path) -> None:
    wanted = RIGHT[case]
    table = read(tmp_path, wanted.data, wanted.name)
    assert (table.columns, table.rows) == (wanted.columns, wanted.rows)


WRONG: dict[str, Refused] = {
    "an empty file": Refused(b"", "the file is empty", 1),
    "a file of blank lines": Refused(b"\n,,\n\n", "the file is empty", 1),
    "two columns of one name": Refused("年,人,人\n1,2,3\n".encode(), "two columns are named '人'", 1),
    "two columns of one name in letters of two kinds": Refused(("ガス," + unicodedata.normalize("NFD", "ガス") + "\n1,2\n").encode(), "two columns are named 'ガス'", 1),
    "a number with an unquoted comma": Refused("年,人\n2021,5\n2022,2,610\n".encode(), "the row has 3 cells", 3),
    "a file of spaces": Refused(b"  \n , \n", "the file is empty", 1),
    "a cell of a million letters": Refused(f"年,人\n2021,{'あ' * 1_000_000}\n".encode(), "more than 131072 letters", 2),
    "a quote that is not closed": Refused('年,人\n2021,"5\n2022,6\n'.encode(), "a double quote is not closed", 2),
    "text after a closing quote": Refused('年,人\n"2021"年,5\n'.encode(), "text follows a closing double quote", 2),
    "damaged UTF-8": Refused("年,国\n2021,日本\n2022,日本".encode()[:-1], "is no UTF-8 text", 3),
    "two encodings in one file": Refused("年度,国\n2021,日本\n".encode() + "2022,日本\n".encode("cp932"), "is no UTF-8 text", 3),
    "a text that was garbled before": Refused("年,国\n2021,日\ufffd\n".encode(), "U+FFFD stands here", 2),
    "a picture that is called .csv": Refused(b"\x89PNG\r\n\x1a\n\x00\x00", "begins no text", 3),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_text_file_that_cannot_be_read_is_refused_with_its_line(case: str, tmp_path: Path) -> None:
    wrong = WRONG[case]
    with pytest.raises(DocgenError) as caught:
        read(tmp_path, wrong.data, wrong.name)
    assert wrong.what in caught.value.what
    where = caught.value.where
    assert isinstance(where, Position)
    assert (where.file, where.line) == (str(tmp_path / "data" / wrong.name), wrong.line)


def test_what_stands_around_a_table_is_said(tmp_path: Path) -> None:
    table = read(tmp_path, "死者数の推移\n年,人\n2021,5\n注：A,B\n".encode())
    assert [(notice.code, str(notice.where).rsplit("/", 1)[-1]) for notice in table.notices] == [
        ("line-above", "x.csv:1:1"),
        ("note-left-out", "x.csv:4:1"),
    ]
    assert [notice.level for notice in table.notices] == ["notice", "notice"]


def test_marks_stand_at_their_cells(tmp_path: Path) -> None:
    beside = read(tmp_path, "年,人\n2021,2636\n2022（速報）,2610p\n".encode())
    assert (beside.mark(0, 1), beside.mark(1, 0), beside.mark(1, 1)) == ("", "速報", "速報")
    own = read(tmp_path, "年,人,\n2021,2636,\n2022,2610,速報\n".encode())
    assert (own.mark(0, 1), own.mark(1, 1)) == ("", "速報")


@pytest.mark.parametrize(
    ("data", "row", "column", "line", "character"),
    [
        (b'a,b,c\n"x,y",,5\n', 0, 2, 2, 8),
        (b'"a","b","c"\n"1","2","3"\n', 0, 2, 2, 9),
        (b"a\tb\n1\t2\n", 0, 1, 2, 3),
        (b'a,b\n"x\ny",2\n', 0, 1, 3, 4),
        (b"a,b\r\n1,2\r\n3,4\r\n", 1, 1, 3, 3),
    ],
)
def test_a_cell_is_placed_at_its_character(tmp_path: Path, data: bytes, row: int, column: int, line: int, character: int) -> None:
    assert read(tmp_path, data).position(row, column) == Position(str(tmp_path / "data" / "x.csv"), line, character)


def test_a_file_is_found_by_its_name_however_its_letters_are_written(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / unicodedata.normalize("NFD", "ガス統計.csv")).write_bytes(b"a,b\n1,2\n")
    table = read_data(Dataset(id="x", file="data/ガス統計.csv"), tmp_path, HERE)
    assert table.rows == (("1", "2"),)


def test_an_encoding_is_stated_where_the_file_does_not_say_it(tmp_path: Path) -> None:
    assert read(tmp_path, "年\n2022\n".encode("euc_jp"), encoding="EUC-JP").columns == ("年",)
    assert read(tmp_path, "ﾃﾚﾋﾞ,1\n".encode("cp932"), encoding="Shift_JIS").columns == ("ﾃﾚﾋﾞ", "1")
