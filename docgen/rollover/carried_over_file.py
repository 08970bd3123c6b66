"""carried_over.yaml as roll writes it: short lists that people shorten, each entry with what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.rollover.edits import Waiting

_HEAD = """\
# {year}年度版から引き継いだままの項目（据え置き）。該当するページには「据え置き」と示される。
# 新しい値や文章を入れた項目は、この行が残っていても据え置きとして扱われない。
# 見直した上で据え置くことにした項目は、その行を消す。残りは docgen todo で一覧にできる。
"""
_GROUPS = (
    ("front", "表紙の事項"),
    ("values", "指標の値（新しい値はdata/のファイルの空欄に、空欄がないものはindicators/に入れる）"),
    ("figures", "指標の図の対象年"),
    ("measures", "今後実施とした施策（実施状況と文言を確かめる）"),
    ("budgets", "予算（事業と年度。前年の額のままのもの及び空欄のもの）"),
    ("texts", "今年度、昨年度、本年等の語がある文章"),
)


def carried_over_text(waiting: Iterable[Waiting], year: int) -> str:
    """The text of the file; ``year`` is the fiscal year that the entries come from."""
    every = list(waiting)
    parts = [_HEAD.format(year=year)]
    for group, title in _GROUPS:
        entries = {each.id: each.remark for each in every if each.group == group}
        if entries:
            width = max(map(len, entries))
            parts.append(f"\n# {title}\n{group}:\n")
            parts += [f"  - {name.ljust(width)}  # {_one_line(remark)}\n" for name, remark in entries.items()]
    return "".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
