"""The work list as an Excel file: what it says, that texts stay texts, and that it is the same each time."""

from __future__ import annotations

import io

import pandas

from docgen.errors import Position
from docgen.messages import message
from docgen.worklist.excel import to_excel
from docgen.worklist.item import WorkItem

ITEMS = (
    WorkItem("value", "I-1/v", "I-1 死者数", message("todo-enter-value", period="2023年"), Position("data/deaths.csv", 8, 6), "10人【2022年】", ("I-1/p",)),
    WorkItem("measure", "m/M1", "① =SUM(A1)", message("todo-confirm-measure"), Position("m.yaml", 3), "今後実施", ("a", "b")),
    WorkItem("missing", "I-2/p", "https://example.jp", message("todo-enter-data"), "I-2/p"),
    WorkItem("budget", "l/2025", "0012", message("todo-enter-amount", year=2025, amount=message("budget-requested")), "l"),
)


def read() -> list[list[object]]:
    frame = pandas.read_excel(
        io.BytesIO(to_excel(ITEMS, "作業一覧")), header=None, engine="calamine", dtype=object, keep_default_na=False
    )
    return [[str(cell) for cell in row] for row in frame.values.tolist()]


def test_each_item_is_a_row_with_columns_for_answers() -> None:
    rows = read()
    assert rows[0][0] == "作業一覧"
    assert rows[1] == ["番号", "種類", "項目", "すること", "現在の記載", "ファイル", "行", "ページ", "新しい値・回答", "担当", "確認"]
    assert rows[2] == ["1", "指標の値", "I-1 死者数", "2023年の値を入れる", "10人【2022年】", "data/deaths.csv", "8", "I-1/p", "", "", ""]
    assert rows[3][1:8] == ["施策", "① =SUM(A1)", "実施状況と文言を確かめる", "今後実施", "m.yaml", "3", "a、b"]


def test_texts_that_look_like_formulas_links_or_numbers_stay_texts() -> None:
    items = (WorkItem("text", "x", "=1+1", message("own-words", words="@SUM(A1)"), "-1", "+2", ("007",)),)
    book = to_excel(items, "=A1")
    frame = pandas.read_excel(
        io.BytesIO(book), header=None, engine="calamine", dtype=object, keep_default_na=False
    )
    assert frame.iloc[0, 0] == "=A1"
    assert frame.iloc[2].tolist()[2:8] == ["=1+1", "@SUM(A1)", "+2", "-1", "", "007"]
    assert read()[4][2] == "https://example.jp"
    assert read()[5][2] == "0012"


def test_the_same_list_gives_the_same_bytes() -> None:
    assert to_excel(ITEMS, "作業一覧") == to_excel(ITEMS, "作業一覧")


def test_an_empty_list_has_its_heads() -> None:
    frame = pandas.read_excel(io.BytesIO(to_excel((), "作業一覧")), header=None, engine="calamine")
    assert frame.shape == (2, 11)
