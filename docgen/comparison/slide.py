"""A comparison as pages of a deck, made with docgen's own table: all changes, over as many slides as they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen.comparison.brief import excerpts
from docgen.comparison.change import Change, FieldChange, Subject
from docgen.comparison.comparison import Comparison
from docgen.comparison.shifts import Shift, runs
from docgen.deck import Deck
from docgen.fingerprint.excerpt import short
from docgen.messages import text_of
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
    TableColumn(heading="対象", align="left", width=196),
    TableColumn(heading="変更前", align="left", width=204),
    TableColumn(heading="変更後", align="left", width=204),
    TableColumn(heading="頁", align="right", width=48),
)
_MARKUP = str.maketrans({"{": "｛", "}": "｝", "*": "＊", "\\": "＼", "|": "｜"})
_MOST_CHARACTERS = 60

_Row = tuple[str, ...]


def as_slide(comparison: Comparison, layout: str | Path) -> BuiltDeck:
    """All changes, those that are mechanical first, then the most telling ones."""
    shifts, changes = comparison.parted
    order = list(_NAMES)
    ordered = sorted(changes, key=lambda change: order.index(change.subject))
    rows = [*map(_of_shift, shifts), *(row for change in ordered for row in _rows(change))]
    notes = (f"変更前：{_plain(comparison.old)}", f"変更後：{_plain(comparison.new)}")
    table = Table(
        id="changes",
        title=_TITLE,
        columns=_COLUMNS,
        rows=tuple(rows) or (("－", "－", "変更なし", "－", "－", "－"),),
        notes=tuple(Note(text=note) for note in notes),
    )
    return Deck(layout, title=_TITLE).add(table).build()


def _of_shift(shift: Shift) -> _Row:
    before, after, _ = shift.pairs[0]
    more = "ほか" if len(shift.pairs) > 1 else ""
    name = f"{text_of(shift.kind.name, 'ja')}（{shift.count}件）"
    sides = (text_of(side, "ja") + more for side in (before, after))
    return _cells(("一括", _HOW["changed"], name, *sides, runs(shift.numbers)))


def _rows(change: Change) -> Iterator[_Row]:
    """A row for a change; for each cell of a table, each point of a chart, and each field that has a name of its own."""
    told = [field for field in change.fields if field.before != field.after]
    for field in told or (FieldChange("", "", ""),):
        name = " ".join(filter(None, (text_of(change.name, "ja"), text_of(field.name, "ja"))))
        before, after = excerpts(text_of(field.before, "ja"), text_of(field.after, "ja"), _MOST_CHARACTERS)
        sides = (before or "－", after or "－")
        yield _cells((_NAMES[change.subject], _HOW[change.how], name, *sides, str(change.number)))


def _cells(texts: _Row) -> _Row:
    return tuple(_plain(short(text.strip(), _MOST_CHARACTERS + 2)) for text in texts)


def _plain(text: str) -> str:
    """A text without characters that mean markup or a template."""
    return text.translate(_MARKUP)
