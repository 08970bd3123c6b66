"""A comparison as one page of a deck, made with docgen's own table."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.comparison.change import Change, Comparison, Subject
from docgen.deck import Deck
from docgen.errors import DoesNotFit
from docgen.fingerprint.excerpt import short
from docgen.messages import Phrase, text_of
from docgen.model import Note, Table, TableColumn
from docgen.pipeline import BuiltDeck

_TITLE = "変更点の一覧"
# In the order of the page: what a reader of the compendium looks for first.
_NAMES: Mapping[Subject, str] = {
    "value": "指標",
    "measure": "施策",
    "budget": "予算",
    "page": "頁",
    "figure": "図",
    "table": "表",
    "text": "文",
    "name": "識別子",
    "hand": "手作業",
}
_HOW = {"added": "追加", "dropped": "削除", "moved": "移動", "changed": "変更"}
_COLUMNS = (
    TableColumn(heading="区分", align="center", width=34),
    TableColumn(heading="変更", align="center", width=34),
    TableColumn(heading="対象", align="left", width=200),
    TableColumn(heading="変更前", align="left", width=211),
    TableColumn(heading="変更後", align="left", width=211),
    TableColumn(heading="頁", align="right", width=30),
)
_MARKUP = str.maketrans({"{": "｛", "}": "｝", "*": "＊", "\\": "＼", "|": "｜"})
_MOST_CHARACTERS = 60
_LEAD = 12


def as_slide(comparison: Comparison, layout: str | Path) -> BuiltDeck:
    """One page with as many changes as it has room for, the most telling ones first."""
    order = list(_NAMES)
    changes = sorted(comparison.changes, key=lambda change: order.index(change.subject))

    def is_too_much(count: int) -> bool:
        try:
            return len(_built(comparison, changes, count, layout).placed.slides) > 1
        except DoesNotFit:
            return True

    fitting = bisect_left(range(1, len(changes) + 1), True, key=is_too_much)
    return _built(comparison, changes, fitting, layout)


def _built(comparison: Comparison, changes: Sequence[Change], count: int, layout: str | Path) -> BuiltDeck:
    rows = tuple(_row(change) for change in changes[:count])
    return Deck(layout, title=_TITLE).add(_table(comparison, rows, len(changes) - count)).build()


def _table(comparison: Comparison, rows: tuple[tuple[str, ...], ...], left: int) -> Table:
    notes = [f"変更前：{_plain(comparison.old)}", f"変更後：{_plain(comparison.new)}"]
    if left:
        notes.append(f"このほか{left}件の変更がある。")
    empty = (("－", "－", "変更なし", "－", "－", "－"),)
    return Table(
        id="changes",
        title=_TITLE,
        columns=_COLUMNS,
        rows=rows or (() if left else empty),
        notes=tuple(Note(text=note) for note in notes),
    )


def _row(change: Change) -> tuple[str, ...]:
    told = [field for field in change.fields if field.before != field.after]
    named = len(told) > 1
    before = "、".join(_told(field.name, field.before, named) for field in told)
    after = "、".join(_told(field.name, field.after, named) for field in told)
    cells = (_NAMES[change.subject], _HOW[change.how], change.name, *_excerpts(before, after), str(change.number))
    return tuple(_plain(short(cell.strip(), _MOST_CHARACTERS)) for cell in cells)


def _told(name: Phrase, side: Phrase, named: bool) -> str:
    """A side of a field, in Japanese as the page is; with the field's name where several are told."""
    text = text_of(side, "ja")
    return f"{text_of(name, 'ja')} {text or '－'}" if named else text


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Long texts from shortly before the place where they begin to differ."""
    if not before or not after:
        return before or "－", after or "－"
    alike = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    start = sum(1 for _ in alike) - _LEAD
    if start <= 0 or max(len(before), len(after)) <= _MOST_CHARACTERS:
        return before, after
    return f"…{before[start:]}", f"…{after[start:]}"


def _plain(text: str) -> str:
    """A text without characters that mean markup or a template."""
    return text.translate(_MARKUP)
