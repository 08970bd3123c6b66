"""Data files of a content folder: their names, their sheets and ranges, and how they are to be read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from docgen.model.record import Identifier, Named, Names, Record
from docgen.model.words import Flag, words

TextEncoding = Annotated[
    Literal["utf-8", "utf-16", "cp932", "euc_jp", "iso2022_jp"],
    words(
        {
            "utf-8": ("UTF8",),
            "utf-16": ("UTF16", "Unicode"),
            "cp932": ("Shift_JIS", "シフトJIS", "SJIS", "Shift-JIS", "Windows-31J", "MS932", "ANSI"),
            "euc_jp": ("EUC-JP", "EUC", "日本語EUC"),
            "iso2022_jp": ("ISO-2022-JP", "JIS"),
        }
    ),
]
"""The encoding of a text file, by the names in use."""

class CrossTable(Record):
    """What a cross table's rows, columns and numbers are: the columns that it gets as a list, a row for each number.

    ``rows`` names the columns at the left of the numbers, ``columns`` the rows of the head above them.

        {rows: 区分, columns: 年度, values: 研究者数}
    """

    rows: Names = Field(min_length=1)
    columns: Names = Field(min_length=1)
    values: str = "値"


Digits = Annotated[Literal["shown", "all"], words(shown=("表示", "表示どおり"), all=("すべて", "全桁"))]
"""Which digits of a number in a workbook are read."""

WORKBOOK_KEYS = ("sheet", "cells", "table", "header_rows", "transposed", "cross", "totals", "digits")
"""The keys of a dataset that only a workbook has a use for."""


class Dataset(Named):
    """A data file of the content folder: CSV or tab-separated text, or a table of an Excel workbook.

        id: researchers
        file: data/指標データ.xlsx
        title: 研究者数
        source: statistics-bureau
        sheet: 研究者
        cells: B3:F20
        header_rows: 2

    The ``encoding`` of a text file is found out; it is stated where that is unsure. The other keys are for
    workbooks. ``sheet`` is the first that is shown, unless it is named; ``cells`` a range of it
    (A1:F20, A:F), ``table`` a defined name or the name of a table of Excel. The texts of ``header_rows`` one below
    the other make a column's name (研究者 男). A ``transposed`` table has a row for each column. ``cross`` makes a list
    of a table in which rows and columns both name a number. Totals below a table are left out, unless ``totals`` is
    true. Numbers have the ``digits`` that the sheet shows, or ``all`` that its cells hold.
    """

    file: str
    title: str = ""
    source: Identifier | None = None
    encoding: TextEncoding | None = None
    sheet: str | None = None
    cells: str | None = None
    table: str | None = None
    header_rows: int = Field(default=1, ge=1, le=9)
    transposed: Flag = False
    cross: CrossTable | None = None
    totals: Flag = False
    digits: Digits = "shown"

    @property
    def contents(self) -> tuple[object, ...]:
        """What is read of the file: equal for datasets that share a table."""
        cross = (self.cross.rows, self.cross.columns, self.cross.values) if self.cross is not None else None
        return (self.file, self.encoding, cross, *(getattr(self, key) for key in WORKBOOK_KEYS if key != "cross"))
