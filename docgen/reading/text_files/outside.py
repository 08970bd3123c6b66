"""What stands around a table in a text file and is not of it: titles above, notes below, columns of marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.model.mark import mark_in
from docgen.value import value

_NOTE = re.compile(
    r"\s*(?:[※＊*†]|[(（\[【〔<＜]?\s*(?:注|備考|出典|出所|資料|原典|参考|note|source)s?\s*[0-9０-９]*\s*"
    r"(?:[)）\]】〕>＞:：.．,、\s]|$))",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[(（\[【]?\s*単位[:：・\s].*")
_DIGIT = re.compile("[0-9０-９]")
_SIGNED = re.compile(r"\s*[※＊*†(（\[【〔<＜]|[^:：]*[:：]")

Cells = tuple[str, ...]


@value(frozen=True, slots=True)
class TextRow:
    """A row of a text file: the line that it begins in, its cells, and its text as it is written."""

    line: int
    cells: Cells
    written: str


def is_note(text: str) -> bool:
    """Whether a text begins as notes do: （注）, ※, 資料：, 出典.

    >>> is_note("（注1）24時間以内"), is_note("資料：警察庁"), is_note("注文数")
    (True, True, False)
    """
    return _NOTE.match(text) is not None


def title_rows(rows: Sequence[TextRow]) -> Sequence[TextRow]:
    """The rows above the head: each has one text at its left, and the head has more.

    A unit may stand at the right. A row of two cells whose second is empty is a head, of a column without a name,
    but where a unit or a row that is left free follows.
    """
    count = 0
    while count < len(rows) - 1 and (_is_single(rows[count]) or _is_between(rows[count])):
        count += 1
    if not any(map(_is_between, rows[:count])):
        count = next((index for index, row in enumerate(rows[:count]) if len(row.cells) == 2), count)
    head = [cell for cell in rows[count].cells if cell.strip()]
    return rows[:count] if len(head) > 1 and not _DIGIT.match(head[0]) else ()


def note_rows(rows: Sequence[TextRow]) -> Sequence[TextRow]:
    """The rows at the end that are notes, with the lines in which they go on."""
    end = len(rows)
    while end and len(rows[end - 1].cells) > 1 and (_is_single(rows[end - 1]) or _is_parted_note(rows[end - 1])):
        end -= 1
    first = next((index for index in range(end, len(rows)) if is_note(rows[index].cells[0])), len(rows))
    return rows[first:]


def parted_marks(names: Cells, rows: Sequence[Cells]) -> tuple[tuple[Cells, ...], tuple[Cells, ...]]:
    """Rows and marks, where a column without a name that holds marks alone (速報, p, *) marks the numbers before it.

    Its cells are empty then; the column stays, so that all others stand where the file has them.
    """
    columns = {index for index in range(1, len(names)) if _holds_marks(index, names, rows)}
    if not columns:
        return tuple(rows), ()
    numbers = range(len(names))
    marks = tuple(tuple(mark_in(row[index + 1]) if index + 1 in columns else "" for index in numbers) for row in rows)
    return tuple(tuple("" if index in columns else row[index] for index in numbers) for row in rows), marks


def _holds_marks(column: int, names: Cells, rows: Sequence[Cells]) -> bool:
    if names[column]:
        return False
    cells = [row[column] for row in rows if row[column].strip()]
    return bool(cells) and all(map(mark_in, cells))


def _is_parted_note(row: TextRow) -> bool:
    """Whether a row is a note with commas in it: its first cell says so by a sign, and no other is a number."""
    first, *others = row.cells
    return is_note(first) and _SIGNED.match(first) is not None and not any(_DIGIT.match(other.strip()) for other in others)


def _is_between(row: TextRow) -> bool:
    """Whether a row is a unit, or is left free, as between a title and its table."""
    words = [cell.strip() for cell in row.cells if cell.strip()]
    return not words or (len(words) == 1 and _UNIT.fullmatch(words[0]) is not None)


def _is_single(row: TextRow) -> bool:
    """Whether a row has one text, at its left, that is no number."""
    first, *others = row.cells
    return bool(first.strip()) and not any(other.strip() for other in others) and not _DIGIT.match(first.strip())
