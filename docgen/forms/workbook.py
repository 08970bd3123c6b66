"""A form as an Excel file. The ids of its rows and the keys of its columns stand in a hidden column and a hidden row."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from docgen.excel_file import AS_WRITTEN, FONT, print_on_a4, text_height
from docgen.forms.form import AnswerCell, Form, FormRow, FormSheet
from docgen.forms.sheet_kinds import Column
from docgen.model import Quantity

MARK = "docgen:"
"""What stands before a sheet's key in its first cell, by which the sheet is found again whatever it is called."""

RECORD_SHEET = "docgen"
"""The hidden sheet that says of which content a form was made, and what stood there."""

CONTENT = "content"
"""The word before the checksum of the content in the hidden sheet."""

_FIRST_ROW = 4
_HEADS = _FIRST_ROW - 1
_LARGE_CHANGE = "0.2"
_PROTECTION = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
_GUIDE = (
    "黄色の欄に記入してください。ほかの欄は変えられません。改めるところがない行は空欄のままで構いません。",
    "見直した上でこのままとする行は、確認の欄で「据え置き」を選んでください。現在と同じ値や文章を入れても同じです。",
    "お気付きの点は備考に書いてください。備考は取り込まれず、編集の担当者に示されます。",
    "絞り込みはそのまま使えます。シートの保護を解けば、並べ替えたり、行を消したりしても構いません。行を加えることはできません。",
    "昨年度から20％を超えて変わる数は、色が変わります。誤りがなければそのままで構いません。",
)


def to_excel(form: Form) -> bytes:
    """The bytes of a form's .xlsx; the same form gives the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, AS_WRITTEN)
    book.set_properties({"title": _title(form), "created": datetime(2000, 1, 1)})
    book.set_custom_property("docgen-content", form.content)
    looks = _Looks(book)
    _guide_sheet(book.add_worksheet("記入要領"), form, looks)
    for sheet in form.sheets:
        _form_sheet(book.add_worksheet(sheet.kind.name), sheet, form, looks)
    _record_sheet(book.add_worksheet(RECORD_SHEET), form)
    book.close()
    return out.getvalue()


class _Looks:
    """The formats of a form's cells."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
        framed = {**plain, "border": 1, "border_color": "#A6A6A6"}
        answer = {**framed, "bg_color": "#FFF9E5", "locked": False}
        self._book, self._framed = book, framed
        self._numbers: dict[int, Any] = {}
        self.title = book.add_format({"font_name": FONT, "font_size": 13, "bold": True})
        self.words = book.add_format({"font_name": FONT, "font_size": 10})
        self.wrapped = book.add_format(plain)
        self.head = book.add_format({**framed, "bold": True, "bg_color": "#DCE6F2", "align": "center", "valign": "vcenter"})
        self.answer_head = book.add_format(
            {**framed, "bold": True, "bg_color": "#FFE699", "align": "center", "valign": "vcenter"}
        )
        self.cell = book.add_format(framed)
        self.answer = book.add_format({**answer, "num_format": "@"})
        self.answer_number = book.add_format({**answer, "align": "right", "indent": 1})
        self.changed = book.add_format({"bg_color": "#F8CBAD"})

    def number(self, places: int) -> Any:
        """The format of a number with so many decimal places."""
        if places not in self._numbers:
            form = "#,##0" + (f".{'0' * places}" if places else "")
            look = {**self._framed, "num_format": form, "align": "right", "indent": 1}
            self._numbers[places] = self._book.add_format(look)
        return self._numbers[places]


def _title(form: Form) -> str:
    return f"{form.title}（{form.fiscal_year}年度）　記入票"


def _guide_sheet(sheet: Any, form: Form, looks: _Looks) -> None:
    """The first sheet: for whom the form is, and how it is filled."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, 96)
    sheet.write_string(0, 0, _title(form), looks.title)
    sheet.write_string(1, 0, f"担当：{form.bureau}" if form.bureau is not None else "担当：各担当", looks.words)
    for row, text in enumerate(_GUIDE, start=3):
        sheet.merge_range(row, 0, row, 2, f"{row - 2}．{text}", looks.wrapped)
        sheet.set_row(row, 18)
    first = len(_GUIDE) + 4
    for column, head in enumerate(("シート", "行数", "記入すること")):
        sheet.write_string(first, column, head, looks.head)
    for row, own in enumerate(form.sheets, start=first + 1):
        sheet.write_string(row, 0, own.kind.name, looks.cell)
        sheet.write_number(row, 1, len(own.rows), looks.number(0))
        sheet.set_row(row, _height(own.kind.guide, 96))
        sheet.write_string(row, 2, own.kind.guide, looks.cell)
    sheet.protect("", _PROTECTION)
    print_on_a4(sheet)


def _form_sheet(sheet: Any, own: FormSheet, form: Form, looks: _Looks) -> None:
    columns = [column for column in own.kind.columns if _is_used(column, own.rows)]
    sheet.write_string(0, 0, f"{MARK}{own.kind.key}")
    sheet.set_column(0, 0, 8, None, {"hidden": True})
    sheet.set_row(0, None, None, {"hidden": True})
    bureau = f"（{form.bureau}）" if form.bureau is not None else ""
    sheet.write_string(1, 1, f"{own.kind.name}　{_title(form)}{bureau}", looks.title)
    sheet.write_string(2, 1, own.kind.guide, looks.words)
    sheet.set_row(1, 22)
    sheet.set_row(2, 18)
    sheet.set_row(_HEADS, 30)
    for index, column in enumerate(columns, start=1):
        sheet.write_string(0, index, column.key)
        sheet.set_column(index, index, column.width)
        sheet.write_string(_HEADS, index, column.heading, looks.answer_head if column.is_answer else looks.head)
    for number, row in enumerate(own.rows, start=_FIRST_ROW):
        sheet.write_string(number, 0, row.id)
        sheet.set_row(number, max(_height(_shown(column, row), column.width) for column in columns))
        for index, column in enumerate(columns, start=1):
            if column.is_answer:
                _answer_cell(sheet, number, index, row.answers[column.key], column, looks)
            else:
                _shown_cell(sheet, number, index, _shown(column, row), looks)
    _mark_large_changes(sheet, columns, len(own.rows), looks)
    _arrange(sheet, len(columns), len(own.rows))


def _height(value: str | Quantity, width: int) -> float:
    """The height in points that a cell takes in a column so many characters wide."""
    return text_height("" if isinstance(value, Quantity) else value, width)


def _is_used(column: Column, rows: Sequence[FormRow]) -> bool:
    """Whether a column has anything to show: nothing was last year where no year before is known."""
    return column.is_answer or any(_shown(column, row) != "" for row in rows)


def _shown(column: Column, row: FormRow) -> str | Quantity:
    return "、".join(row.bureaus) if column.key == "bureau" else row.shown.get(column.key, "")


def _shown_cell(sheet: Any, row: int, column: int, value: str | Quantity, looks: _Looks) -> None:
    if isinstance(value, Quantity):
        sheet.write_number(row, column, float(value.value), looks.number(value.places))
    else:
        sheet.write_string(row, column, value, looks.cell)


def _answer_cell(sheet: Any, row: int, column: int, cell: AnswerCell, head: Column, looks: _Looks) -> None:
    look = looks.answer_number if cell.kind == "number" else looks.answer
    if cell.asked:
        sheet.write_string(row, column, cell.asked, look)
    else:
        sheet.write_blank(row, column, None, look)
    choice = {"validate": "list", "source": list(cell.choices)} if cell.choices else {"validate": "any"}
    note = {"input_title": head.heading, "input_message": cell.note} if cell.note else {}
    if cell.choices or cell.note:
        sheet.data_validation(row, column, row, column, {**choice, **note})


def _mark_large_changes(sheet: Any, columns: Sequence[Column], count: int, looks: _Looks) -> None:
    """Colour numbers that differ from last year's, else from today's, by more than a fifth."""
    from xlsxwriter.utility import xl_col_to_name

    places: Mapping[str, str] = {
        column.key: f"${xl_col_to_name(index)}{_FIRST_ROW + 1}" for index, column in enumerate(columns, start=1)
    }
    if "value" not in places or not count:
        return
    now, before, new = places["now"], places.get("before", places["now"]), places["value"]
    base = f"IF(ISNUMBER({before}),{before},{now})"
    column = [column.key for column in columns].index("value") + 1
    sheet.conditional_format(
        _FIRST_ROW,
        column,
        _FIRST_ROW + count - 1,
        column,
        {
            "type": "formula",
            "criteria": f"=AND(ISNUMBER({new}),ISNUMBER({base}),ABS({new}-{base})>{_LARGE_CHANGE}*ABS({base}))",
            "format": looks.changed,
        },
    )


def _arrange(sheet: Any, columns: int, rows: int) -> None:
    """Heads that stay in sight and on every printed page, a filter, and protection of what is not to be filled."""
    last = _FIRST_ROW + rows - 1
    sheet.freeze_panes(_FIRST_ROW, 2)
    sheet.autofilter(_HEADS, 1, last, columns)
    sheet.protect("", _PROTECTION)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})
    print_on_a4(sheet)
    sheet.repeat_rows(_HEADS)
    sheet.set_footer("&L&A&R&P / &N")


def _record_sheet(sheet: Any, form: Form) -> None:
    """The hidden sheet: the content, and what it said in each cell that is asked for."""
    sheet.very_hidden()
    lines = [
        (CONTENT, form.content, ""),
        *(
            (row.id, key, cell.now)
            for _, row in form.rows
            for key, cell in row.answers.items()
        ),
    ]
    for number, line in enumerate(lines):
        for column, text in enumerate(line):
            sheet.write_string(number, column, text)
