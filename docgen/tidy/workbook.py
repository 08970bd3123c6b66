"""The sheets as an .xlsx: a list of them, then a sheet each, plain enough for programs and neat enough for people."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from docgen.excel_file import AS_WRITTEN, FONT, print_on_a4
from docgen.tidy.sheet import DataCell, DataSheet

CONTENTS = "目次"
"""The name of the first sheet."""

_CONTENTS_COLUMNS = (("番号", 6), ("シート", 33), ("種類", 6), ("表題", 60), ("単位", 10), ("掲載ページ", 11), ("出典", 70))
_CODES = ("行番号", "系列番号", "項目番号")
_NARROWEST, _WIDEST = 8, 48


def to_excel(title: str, sheets: Sequence[DataSheet]) -> bytes:
    """The bytes of the .xlsx; the same sheets give the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, AS_WRITTEN)
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
    looks = _Looks(book)
    _write_contents(book.add_worksheet(CONTENTS), title, sheets, looks)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, looks)
    book.close()
    return out.getvalue()


class _Looks:
    """The formats of cells."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": FONT, "font_size": 10, "valign": "top"}
        self._book, self._plain = book, plain
        self._numbers: dict[str, Any] = {}
        self.title = book.add_format({**plain, "font_size": 13, "bold": True})
        self.words = book.add_format(plain)
        self.link = book.add_format({**plain, "font_color": "#0563C1", "underline": 1})
        self.head = book.add_format({**plain, "bold": True, "bg_color": "#DCE6F2", "bottom": 1})

    def number(self, value: Decimal, head: str) -> Any:
        """The format of a number with its places; a year and a code have no commas."""
        places = max(0, -int(value.as_tuple().exponent))
        form = "0" if "西暦" in head or head == "番号" else "#,##0" + (f".{'0' * places}" if places else "")
        if form not in self._numbers:
            self._numbers[form] = self._book.add_format({**self._plain, "num_format": form})
        return self._numbers[form]


def _write_contents(sheet: Any, title: str, sheets: Sequence[DataSheet], looks: _Looks) -> None:
    sheet.write_string(0, 0, f"{title}　データ", looks.title)
    for column, (head, width) in enumerate(_CONTENTS_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, head, looks.head)
    for row, own in enumerate(sheets, start=3):
        sheet.write_number(row, 0, row - 2, looks.number(Decimal(row - 2), "番号"))
        sheet.write_url(row, 1, f"internal:'{own.name}'!A1", looks.link, own.name)
        said = (own.kind, own.title, own.unit, _pages(own), "；".join(own.sources))
        for column, text in enumerate(said, start=2):
            sheet.write_string(row, column, text, looks.words)
    sheet.freeze_panes(3, 2)
    _print_on_a4(sheet, 2)


def _write_sheet(sheet: Any, own: DataSheet, looks: _Looks) -> None:
    """The title and what is said of the table, an empty row, the head, and a row for each datum."""
    sheet.write_string(0, 0, own.title, looks.title)
    row = 1
    for name, text in _said(own):
        sheet.write_string(row, 0, f"{name}：{text}", looks.words)
        row += 1
    first = row + 1
    for column, head in enumerate(own.table.heads):
        cells = [line[column] for line in own.table.rows]
        sheet.set_column(column, column, _width(head, cells))
        sheet.write_string(first, column, head, looks.head)
        for number, cell in enumerate(cells, start=first + 1):
            _write_cell(sheet, number, column, cell, head, looks)
    if own.table.heads:
        sheet.ignore_errors({"number_stored_as_text": f"A{first + 2}:Z{first + len(own.table.rows) + 1}"})
    sheet.freeze_panes(first + 1, 0)
    _print_on_a4(sheet, first)


def _write_cell(sheet: Any, row: int, column: int, cell: DataCell, head: str, looks: _Looks) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(row, column, float(cell), looks.number(cell, head))
    elif cell and head in _CODES:
        sheet.write_number(row, column, int(cell), looks.number(Decimal(cell), "番号"))
    elif cell:
        sheet.write_string(row, column, cell, looks.words)


def _said(own: DataSheet) -> Iterator[tuple[str, str]]:
    """What stands between the title and the head, line by line."""
    yield "掲載ページ", f"{_pages(own)}　{own.page_title}".strip()
    yield "コード", own.id
    if own.unit:
        yield "単位", own.unit
    elif "値" in own.table.heads and "単位" not in own.table.heads:
        yield "単位", "なし"
    yield from (("出典", source) for source in own.sources)
    yield from (("注", note) for note in own.notes)


def _pages(own: DataSheet) -> str:
    return "、".join(f"p.{number}" for number in own.pages)


def _width(head: str, cells: Sequence[DataCell]) -> int:
    widest = max((_units(str(cell)) for cell in (head, *cells) if cell is not None), default=0)
    return min(max(_NARROWEST, widest + 2), _WIDEST)


def _units(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)


def _print_on_a4(sheet: Any, head: int) -> None:
    print_on_a4(sheet)
    sheet.repeat_rows(head)
    sheet.set_footer("&L&A&R&P / &N")
