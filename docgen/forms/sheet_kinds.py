"""The sheets of a form: a kind of records each, with its columns and what is wanted of a bureau."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CONFIRM, REMARK = "confirm", "remark"
"""The columns that every row has: that it stays as it is, and words for whoever edits the compendium."""

UNCHANGED = "据え置き"
"""The word by which a row is confirmed as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its heading, its width in characters, and whether it is filled by the bureau."""

    key: str
    heading: str
    width: int
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheet: its key in forms, its name, its columns, and how it is filled."""

    key: str
    name: str
    columns: tuple[Column, ...]
    guide: str


_BUREAU, _TASK = Column("bureau", "担当", 13), Column("task", "すること", 30)
_CONFIRMED = (Column(CONFIRM, "確認", 10, True), Column(REMARK, "備考", 24, True))

VALUES = SheetKind(
    "values",
    "指標の値",
    (
        Column("group", "指標", 30),
        Column("name", "値", 34),
        _BUREAU,
        _TASK,
        Column("unit", "単位", 8),
        Column("now", "現在の値", 13),
        Column("now_period", "現在の時点", 13),
        Column("before", "昨年度版の値", 13),
        Column("before_period", "昨年度版の時点", 13),
        Column("value", "新しい値", 15, True),
        Column("period", "新しい値の時点", 15, True),
        *_CONFIRMED,
    ),
    "最新の値と、その時点を入れてください。時点には、お尋ねする時点があらかじめ入っています。別の時点の値のときは書き換えてください。",
)
MEASURES = SheetKind(
    "measures",
    "施策",
    (
        Column("group", "施策群", 22),
        _BUREAU,
        _TASK,
        Column("before", "昨年度版の文言", 34),
        Column("before_status", "昨年度版の状況", 14),
        Column("now", "現在の文言", 38),
        Column("now_status", "現在の状況", 14),
        Column("text", "新しい文言", 40, True),
        Column("status", "新しい状況", 16, True),
        *_CONFIRMED,
    ),
    "文言を改めるときは全文を、実施状況が変わったときは一覧から選んで入れてください。",
)
BUDGETS = SheetKind(
    "budgets",
    "予算",
    (
        Column("group", "事業", 46),
        _BUREAU,
        _TASK,
        Column("year", "年度", 10),
        Column("kind", "種類", 15),
        Column("unit", "単位", 9),
        Column("now", "現在の額", 14),
        Column("before", "昨年度版の額", 14),
        Column("value", "新しい額", 16, True),
        *_CONFIRMED,
    ),
    "示された単位による額を入れてください。",
)
_SENTENCE = (
    _BUREAU,
    _TASK,
    Column("before", "昨年度版の文章", 40),
    Column("now", "現在の文章", 46),
    Column("text", "新しい文章", 48, True),
    *_CONFIRMED,
)
_SENTENCE_GUIDE = (
    "改める文章だけ、全文を入れてください。データから取られた数は、そのまま写せば次回からもデータに従います。"
)
PRECEDENTS = SheetKind(
    "precedents", "先行調査", (Column("group", "先行調査", 30), Column("part", "項目", 18), *_SENTENCE), _SENTENCE_GUIDE
)
TEXTS = SheetKind(
    "texts", "文章", (Column("group", "ページ等", 30), Column("part", "項目", 16), *_SENTENCE), _SENTENCE_GUIDE
)
FIGURES = SheetKind(
    "figures",
    "図",
    (Column("group", "指標", 24), Column("name", "図", 40), _BUREAU, _TASK, Column("now", "現在の対象", 30), *_CONFIRMED),
    "図の対象がこのままでよければ「据え置き」を選び、改めるときは備考に新しい対象を書いてください。",
)
FRONT = SheetKind(
    "front",
    "表紙",
    (
        Column("name", "事項", 24),
        _TASK,
        Column("now", "現在の記載", 24),
        Column("period", "新しい記載", 24, True),
        *_CONFIRMED,
    ),
    "公表の年月を入れてください。",
)
MISSING = SheetKind(
    "missing",
    "データなし",
    (Column("group", "ページ", 40), Column("name", "指標・図", 44), _BUREAU, _TASK, Column(REMARK, "備考", 46, True)),
    "データの所在、入手の見込み等を備考に書いてください。データの表は、別のファイルで添えてください。",
)

SHEET_KINDS: Mapping[str, SheetKind] = {
    kind.key: kind for kind in (VALUES, FIGURES, MEASURES, BUDGETS, PRECEDENTS, TEXTS, FRONT, MISSING)
}
"""The kinds of sheets by their keys, in the order of the workbook."""

ANSWER_KEYS = frozenset(column.key for kind in SHEET_KINDS.values() for column in kind.columns if column.is_answer)
"""The keys of all columns that bureaus fill."""
