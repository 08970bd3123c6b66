"""A review as an Excel list for the bureaus: a row for each breach, which they filter and answer."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from docgen.breach import Spot
from docgen.excel_file import AS_WRITTEN, FONT, print_on_a4, text_height
from docgen.review.compared import compared
from docgen.review.excerpt import excerpt
from docgen.review.identity import place_from
from docgen.review.review import ListedBreach, Review
from docgen.value import value

SHEET = "点検結果"
ANSWERS = ("修正した", "修正する", "このままとする", "確認中")
"""What a bureau can answer; it may write more beside it."""

# The head and the width of each column; the last two are the bureaus'.
COLUMNS = (
    ("番号", 6), ("区分", 7), ("コード", 22), ("担当", 14), ("ページ", 8), ("場所", 30), ("文", 46), ("値", 16),
    ("照合先の値", 16), ("照合先", 30), ("指摘", 50), ("対処", 36), ("回答", 14), ("備考", 30),
)  # fmt: skip
_SENTENCE, _ANSWER = 6, 12
_LEVELS = {"error": "エラー", "notice": "注意"}
_HEAD = 3
_GUIDE = "「回答」を選び、補足があれば「備考」に書いてください。見出しの▼で、担当や区分ごとに絞り込めます。"
_MOST = 2000


@value(frozen=True, slots=True)
class _Row:
    """The texts of a row, and the sentence with the characters that are amiss."""

    texts: tuple[str, ...]
    sentence: Spot | None


def to_excel(review: Review) -> bytes:
    """The bytes of the .xlsx; the same review gives the same bytes."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, AS_WRITTEN)
    book.set_properties({"title": f"{SHEET}　{review.checked.name}", "created": datetime(2000, 1, 1)})
    sheet = book.add_worksheet(SHEET)
    looks = _Looks(book)
    sheet.write_string(0, 0, f"{SHEET}　{review.checked.name}", looks.title)
    sheet.write_string(1, 0, f"エラー{review.errors}件、注意{review.notices}件。{_GUIDE}", looks.words)
    for column, (head, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(_HEAD, column, head, looks.answer_head if column >= _ANSWER else looks.head)
    for number, listed in enumerate(review.listed, start=_HEAD + 1):
        _write_row(sheet, number, _row(listed, review), looks)
    _arrange(sheet, len(review.listed))
    book.close()
    return out.getvalue()


class _Looks:
    """The formats of cells."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": FONT, "font_size": 10, "valign": "top", "text_wrap": True}
        framed = {**plain, "border": 1, "border_color": "#A6A6A6"}
        head = {**framed, "bold": True, "align": "center", "valign": "vcenter"}
        self.title = book.add_format({"font_name": FONT, "font_size": 13, "bold": True})
        self.words = book.add_format({"font_name": FONT, "font_size": 10})
        self.head = book.add_format({**head, "bg_color": "#DCE6F2"})
        self.answer_head = book.add_format({**head, "bg_color": "#FFE699"})
        self.cell = book.add_format(framed)
        self.answer = book.add_format({**framed, "bg_color": "#FFF9E5", "num_format": "@"})
        self.run = book.add_format({"font_name": FONT, "font_size": 10})
        amiss = {"bold": True, "underline": 1, "font_color": "#C00000"}
        self.amiss = book.add_format({"font_name": FONT, "font_size": 10, **amiss})
        self.amiss_cell = book.add_format({**framed, **amiss})


def _row(listed: ListedBreach, review: Review) -> _Row:
    breach = listed.breach
    values = compared(breach, "ja")
    cut = excerpt(breach.spot) if breach.spot is not None else None
    texts = (
        str(listed.number),
        _LEVELS[breach.level],
        breach.code,
        "、".join(listed.shown.bureaus),
        "、".join(map(str, listed.shown.slides)),
        place_from(breach.where, review.checked),
        cut.text if cut is not None else "",
        values.value,
        values.other,
        values.other_where,
        breach.message.text("ja"),
        breach.hint_in("ja"),
        "",
        "",
    )
    return _Row(tuple(map(_cell_text, texts)), cut)


def _write_row(sheet: Any, number: int, row: _Row, looks: _Looks) -> None:
    for column, text in enumerate(row.texts):
        if column >= _ANSWER:
            sheet.write_blank(number, column, None, looks.answer)
        elif column == 0:
            sheet.write_number(number, column, int(text), looks.cell)
        elif column == _SENTENCE and row.sentence is not None:
            _write_sentence(sheet, number, row.sentence, looks)
        else:
            sheet.write_string(number, column, text, looks.cell)
    heights = (text_height(text, width) for text, (_, width) in zip(row.texts, COLUMNS, strict=True))
    sheet.set_row(number, max(heights))


def _write_sentence(sheet: Any, row: int, sentence: Spot, looks: _Looks) -> None:
    """A sentence in which the characters that are amiss stand out."""
    text, start, end = _cell_text(sentence.text), sentence.start, sentence.end
    parts = ((looks.run, text[:start]), (looks.amiss, text[start:end]), (looks.run, text[end:]))
    pieces = [piece for part in parts if part[1] for piece in part]
    if len(pieces) > 2:
        sheet.write_rich_string(row, _SENTENCE, *pieces, looks.cell)
    else:
        # Excel takes no text of a single part.
        sheet.write_string(row, _SENTENCE, text, looks.amiss_cell if start < end else looks.cell)


def _cell_text(text: str) -> str:
    """A text as a cell can hold it: no more than some thousand characters, a line break as one of Excel's."""
    text = text.replace("\v", "\n")
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def _arrange(sheet: Any, rows: int) -> None:
    last = max(_HEAD + rows, _HEAD + 1)
    sheet.autofilter(_HEAD, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.data_validation(
        _HEAD + 1, _ANSWER, last, _ANSWER, {"validate": "list", "source": list(ANSWERS), "error_type": "information"}
    )
    sheet.set_row(_HEAD, 22)
    print_on_a4(sheet)
    sheet.repeat_rows(_HEAD)
    sheet.set_footer("&L&A&R&P / &N")
