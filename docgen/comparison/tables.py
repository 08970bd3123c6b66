"""Changes of tables: cell by cell, named by row and column, and within a cell sentence by sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.comparison.change import FieldChange
from docgen.comparison.texts import changed_texts
from docgen.fingerprint.excerpt import short
from docgen.fingerprint.values import Grid
from docgen.messages import Phrase, message

_MOST_CHARACTERS = 24
_MOST_NAMING = 4
_ALIKE = 0.5

Row = tuple[tuple[str, ...] | None, ...]
"""The cells of a row, each a tuple of its paragraphs; None for one that a merged cell covers."""


def table_rows(grids: Sequence[Grid]) -> tuple[Row, ...]:
    """The rows of a table that goes on over several slides; its head, which they repeat, once.

    Where its columns go on from slide to slide, each row has all of them.
    """
    parts = [
        [tuple(_paragraphs(cell.text) if cell.paragraphs else None for cell in row) for row in grid.rows]
        for grid in grids
    ]
    rows: list[Row] = []
    for own in _side_by_side(parts):
        rows.extend(own[1:] if rows and own and own[0] == rows[0] else own)
    return tuple(rows)


def _side_by_side(parts: Sequence[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """The parts of a table, those with the same rows and other columns as one that has all of these."""
    joined: list[Row] = []
    first: Sequence[Row] = ()
    for part in parts:
        labels = _same_columns(first, part)
        if labels and part[0] != first[0]:
            joined = [(*row, *more[labels:]) for row, more in zip(joined, part, strict=True)]
            continue
        if joined:
            yield joined
        first, joined = part, list(part)
    yield joined


def _same_columns(first: Sequence[Row], other: Sequence[Row]) -> int:
    """In how many columns at the left two parts of a table are the same, head and all; 0 where their rows are others."""
    if not first or len(first) != len(other):
        return 0
    pairs = list(zip(zip(*first, strict=False), zip(*other, strict=False), strict=False))
    return next((place for place, (one, another) in enumerate(pairs) if one != another), len(pairs))


def table_fields(old: Sequence[Row], new: Sequence[Row]) -> Iterator[FieldChange]:
    """What differs, named by row and column; a row that only one side has is told as such."""
    heads = [short("".join(head), _MOST_CHARACTERS) for head in _filled_right(new[0])] if new else []
    before, after = _named(old), _named(new)
    matcher = difflib.SequenceMatcher(None, [one.name for one in before], [one.name for one in after], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for was, now in zip(before[i1:i2], after[j1:j2], strict=True):
                yield from _row_fields(was, now, heads)
            continue
        gone = list(before[i1:i2])
        for row in after[j1:j2]:
            known = next((one for one in gone if _is_like(one, row)), None)
            if known is None:
                yield FieldChange(message("diff-row-of", name=row.name), "", row.whole)
            else:
                gone.remove(known)
                # It has another name because what it is called by changed.
                yield from _row_fields(known, row._replace(name=known.name), heads)
        for row in gone:
            yield FieldChange(message("diff-row-of", name=row.name), row.whole, "")


class _Named(NamedTuple):
    """A row with its name; ``cells`` are as they are, ``filled`` with those that are covered as what covers them."""

    name: str
    cells: Row
    filled: tuple[tuple[str, ...], ...]

    @property
    def whole(self) -> str:
        """What the row's own cells say."""
        return " ".join("".join(cell) for cell in self.cells if cell)


def _is_like(old: _Named, new: _Named) -> bool:
    """Whether two rows are one that changed: most of what they say is the same."""
    return difflib.SequenceMatcher(None, old.whole, new.whole, autojunk=False).ratio() >= _ALIKE


def _row_fields(old: _Named, new: _Named, heads: Sequence[str]) -> Iterator[FieldChange]:
    for column in range(max(len(old.cells), len(new.cells))):
        is_covered = all(column < len(row.cells) and row.cells[column] is None for row in (old, new))
        before, after = (row.filled[column] if column < len(row.filled) else () for row in (old, new))
        if before != after and not is_covered:
            where = _place(new.name, heads[column] if column < len(heads) else "")
            one_each = len(before) == len(after) == 1
            pairs = [(before[0], after[0])] if one_each else changed_texts(before, after)
            yield from (FieldChange(where, *pair) for pair in pairs)


def _place(row: str, column: str) -> Phrase:
    return message("diff-cell", row=row, column=column) if row and column and row != column else row or column


def _named(rows: Sequence[Row]) -> list[_Named]:
    """The rows with their names: the fewest of their first cells that tell them apart."""
    filled = _filled_down(rows)
    texts = [[short("".join(cell), _MOST_CHARACTERS) for cell in row[:_MOST_NAMING]] for row in filled]
    names = ["" for _ in rows]
    for count in range(1, _MOST_NAMING + 1):
        names = ["・".join(dict.fromkeys(filter(None, row[:count]))) for row in texts]
        if len(set(names)) == len(names):
            # What is the same for several rows is left out where the last of the cells tells them apart alone.
            shorter = ["".join(row[count - 1 : count]) for row in texts]
            names = shorter if all(shorter) and len(set(shorter)) == len(shorter) else names
            break
    return [_Named(*each) for each in zip(names, rows, filled, strict=True)]


def _filled_down(rows: Sequence[Row]) -> list[tuple[tuple[str, ...], ...]]:
    """The rows with each cell that is covered as the one above it, in the head as the one before it."""
    filled: list[tuple[tuple[str, ...], ...]] = []
    for row in rows:
        above = filled[-1] if filled else _filled_right(row)
        own = [
            cell if cell is not None else above[place] if place < len(above) else () for place, cell in enumerate(row)
        ]
        filled.append(tuple(own))
    return filled


def _filled_right(row: Row) -> tuple[tuple[str, ...], ...]:
    """A row with each cell that is covered as the one before it."""
    cells: list[tuple[str, ...]] = []
    for cell in row:
        cells.append(cell if cell is not None else cells[-1] if cells else ())
    return tuple(cells)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())
