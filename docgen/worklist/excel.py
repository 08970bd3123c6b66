"""The work list as an Excel file for the bureaus, with columns for their answers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docgen.errors import CellPosition, Position, Where
from docgen.messages import text_of
from docgen.worklist.item import LABELS, WorkItem

# Heads with widths in characters; the last three are for answers.
_COLUMNS = (
    ("番号", 6),
    ("種類", 11),
    ("項目", 44),
    ("すること", 30),
    ("現在の記載", 24),
    ("ファイル", 40),
    ("行", 6),
    ("ページ", 28),
    ("新しい値・回答", 24),
    ("担当", 14),
    ("確認", 10),
)
_ANSWERS = 3
_CONFIRMATIONS = ["更新済", "据え置き"]
# XlsxWriter reads texts that look like formulas, links or numbers as such unless it is told not to.
_AS_WRITTEN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_excel(items: Sequence[WorkItem], title: str) -> bytes:
    """The bytes of an .xlsx with a row for each item; the same list gives the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _AS_WRITTEN)
    book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
    sheet = book.add_worksheet("作業一覧")
    look = {"font_name": "BIZ UDPゴシック", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
    head = book.add_format({**look, "bold": True, "bg_color": "#DCE6F2", "align": "center"})
    cell, answer = book.add_format(look), book.add_format({**look, "bg_color": "#FFF9E5", "locked": False})
    sheet.write_string(0, 0, title, book.add_format({"font_name": "BIZ UDPゴシック", "font_size": 13, "bold": True}))
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, name, head)
    for row, item in enumerate(items, start=2):
        for column, value in enumerate(_row(row - 1, item)):
            write = sheet.write_number if isinstance(value, int) else sheet.write_string
            write(row, column, value, cell)
        for column in range(len(_COLUMNS) - _ANSWERS, len(_COLUMNS)):
            sheet.write_blank(row, column, None, answer)
    _arrange(sheet, len(items))
    book.close()
    return out.getvalue()


def _row(number: int, item: WorkItem) -> tuple[str | int, ...]:
    file, line = _place(item.where)
    # The form is in Japanese, as those who fill it in are.
    told = (text_of(each, "ja") for each in (LABELS[item.kind], item.name, item.task, item.now))
    return (number, *told, file, line, "、".join(item.pages))


def _place(where: Where) -> tuple[str, str | int]:
    """The file and the line of a place; of a workbook its sheet and the cell."""
    if isinstance(where, Position):
        return where.file, where.line
    if isinstance(where, CellPosition):
        return str(CellPosition(where.file, where.sheet)), where.cell
    return str(where), ""


def _arrange(sheet: Any, count: int) -> None:
    """Heads that stay in sight and on every printed page, a filter, a choice of confirmations."""
    last = count + 1
    sheet.freeze_panes(2, 3)
    sheet.autofilter(1, 0, max(last, 1), len(_COLUMNS) - 1)
    if count:
        column = len(_COLUMNS) - 1
        sheet.data_validation(2, column, last, column, {"validate": "list", "source": _CONFIRMATIONS})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
