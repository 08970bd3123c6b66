"""Changes of tables: cell by cell, and within a cell sentence by sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from docgen.comparison.change import FieldChange
from docgen.comparison.texts import changed_texts
from docgen.fingerprint.excerpt import short
from docgen.fingerprint.values import Grid
from docgen.messages import message

_MOST_CHARACTERS = 16
_ROW = message("diff-row")

Row = tuple[tuple[str, ...], ...]
"""The cells of a row, each a tuple of its paragraphs."""


def table_rows(grids: Sequence[Grid]) -> tuple[Row, ...]:
    """The rows of a table that goes on over several slides; its head, which they repeat, once."""
    rows: list[Row] = []
    for grid in grids:
        texts = [tuple(_paragraphs(cell.text) for cell in row) for row in grid.rows]
        rows.extend(texts[1:] if rows and texts and texts[0] == rows[0] else texts)
    return tuple(rows)


def table_fields(old: Sequence[Row], new: Sequence[Row]) -> Iterator[FieldChange]:
    """What differs, named by row and column; rows that only one side has are told whole."""
    heads = old[0] if old else ()
    before, after = ([row[:1] for row in rows] for rows in (old, new))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        pairs = min(i2 - i1, j2 - j1) if tag in ("equal", "replace") else 0
        for pair in range(pairs):
            yield from _row_fields(old[i1 + pair], new[j1 + pair], heads)
        for row in old[i1 + pairs : i2]:
            yield FieldChange(_ROW, _whole(row), "")
        for row in new[j1 + pairs : j2]:
            yield FieldChange(_ROW, "", _whole(row))


def _row_fields(old: Row, new: Row, heads: Row) -> Iterator[FieldChange]:
    for column, (before, after) in enumerate(zip_longest(old, new, fillvalue=())):
        if before != after:
            head = heads[column] if column < len(heads) else ()
            name = "・".join(short("".join(part), _MOST_CHARACTERS) for part in (new[0], head) if any(part))
            yield from (FieldChange(name, *pair) for pair in changed_texts(before, after))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())


def _whole(row: Row) -> str:
    return " ".join("".join(cell) for cell in row if any(cell))
