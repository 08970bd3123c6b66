"""The head of a table: its rows joined to the names of the columns, and columns that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.breach import Breach
from docgen.errors import DocgenError, column_letters, repeated
from docgen.messages import message
from docgen.model.mark import mark_in
from docgen.reading.workbook.grid import Grid, GridCell, Row
from docgen.value import value

_WIDE = r"[^\x00-\u2e7f]"
_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?={_WIDE})")


@value(frozen=True, slots=True)
class Headed:
    """A table with its head read: ``names`` of its columns, ``keys`` row by row of the head, and the ``rows`` below."""

    names: tuple[str, ...]
    keys: tuple[Row, ...]
    rows: tuple[Row, ...]


def headed(grid: Grid, count: int) -> Headed:
    """The first ``count`` rows of a grid as names of its columns. DocgenError where they are no head."""
    if len(grid.rows) < count:
        raise DocgenError("head-longer-than-table", where=grid.place(), rows=len(grid.rows), count=count)
    keys, rows = grid.rows[:count], grid.rows[count:]
    if rows:
        _must_end(grid, keys[-1], rows[0])
    return Headed(tuple(_name(column) for column in zip(*keys, strict=True)), keys, rows)


def _name(cells: Row) -> str:
    """The texts of a column's head, each once: 研究者 男."""
    return " ".join(dict.fromkeys(one_line(cell.text) for cell in cells if cell.text))


def one_line(text: str) -> str:
    """A name without its line breaks.

    >>> one_line("研究\\n者数"), one_line("R&D\\nexpenditure")
    ('研究者数', 'R&D expenditure')
    """
    return " ".join(_BREAK.sub("", text).split("\n"))


def _must_end(grid: Grid, head: Row, body: Row) -> None:
    """The head must not reach into the rows by a merged cell."""
    for above, below in zip(head, body, strict=True):
        if above.text and below.filled and below.shown is above.shown:
            raise DocgenError("head-merged-with-rows", where=grid.place(below), name=one_line(above.text))


def with_marks(table: Headed) -> Headed:
    """The table without columns of marks (速報, p, *) that have no name of their own; the marks stand at the numbers."""
    marked = {column: _marked_column(table, column) for column in range(len(table.names))}
    targets = {column: target for column, target in marked.items() if target is not None and marked[target] is None}
    if not targets:
        return table
    kept = [column for column in range(len(table.names)) if column not in targets]
    rows = []
    for row in table.rows:
        marks = {target: mark_in(row[column].text) for column, target in targets.items() if row[column].text}
        rows.append(tuple(_with_mark(row[column], marks.get(column, "")) for column in kept))
    names, keys = (table.names[column] for column in kept), (tuple(row[column] for column in kept) for row in table.keys)
    return Headed(tuple(names), tuple(keys), tuple(rows))


def _with_mark(cell: GridCell, mark: str) -> GridCell:
    return replace(cell, shown=replace(cell.shown, mark=mark)) if mark else cell


def _marked_column(table: Headed, column: int) -> int | None:
    """The column whose numbers the marks of another column are for; None where that holds anything but marks."""
    name, cells = table.names[column], [row[column].text for row in table.rows]
    if not any(cells) or not all(mark_in(cell) for cell in cells if cell):
        return None
    near = [other for other in (column - 1, column + 1) if 0 <= other < len(table.names)]
    if name:
        near = [other for other in near if table.names[other] == name]
    marked = [row for row in table.rows if row[column].text]
    return next((other for other in near if all(row[other].text for row in marked)), None)


def named_columns(table: Headed, grid: Grid, leading: int = 1) -> tuple[Headed, tuple[Breach, ...]]:
    """The table without columns that have no name, and a notice for each. The ``leading`` ones, which name the rows, stay.

    DocgenError for two columns of one name.
    """
    kept = [column for column, name in enumerate(table.names) if name or column < leading]
    for column, _ in repeated(kept, key=table.names.__getitem__):
        if column >= leading:
            raise _twice(table, column, grid)
    nameless = sorted(set(range(len(table.names))) - set(kept))
    said = (notice for column in nameless for notice in _nameless(table, column, grid))

    def chosen(row: Row) -> Row:
        return tuple(row[column] for column in kept)

    rows = tuple(chosen(row) for row in table.rows if any(row[column].text for column in kept))
    kept_names = tuple(table.names[column] for column in kept)
    return Headed(kept_names, tuple(map(chosen, table.keys)), rows), tuple(said)


def _nameless(table: Headed, column: int, grid: Grid) -> Iterator[Breach]:
    cells = [row[column] for row in table.rows if row[column].text]
    if cells:
        where, count, first = grid.place(cells[0]), len(cells), one_line(cells[0].text)
        yield Breach("nameless-column", where, level="notice", count=count, first=first)


def _twice(table: Headed, column: int, grid: Grid) -> DocgenError:
    cell: GridCell = next((row[column] for row in reversed(table.keys) if row[column].text), table.keys[0][column])
    merged = any(row[column].filled for row in table.keys)
    rename = message("rename-column", column=column_letters(cell.column))
    hint = message("join-head-rows") if merged else rename
    return DocgenError("sheet-columns-of-one-name", where=grid.place(cell), hint=hint, name=table.names[column])
