"""The head of a table: its rows joined to the names of the columns, and columns that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from docgen.breach import Breach
from docgen.errors import DocgenError, column_letters
from docgen.messages import message
from docgen.model.mark import mark_in
from docgen.reading.workbook.grid import Grid, GridCell, Row

T = TypeVar("T")

_WIDE = r"[^\x00-\u2e7f]"
_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?={_WIDE})")


@dataclass(frozen=True, slots=True)
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
    for column in range(len(table.names)):
        target = _marked_column(table, column)
        if target is not None:
            return with_marks(_joined(table, column, target))
    return table


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


def _joined(table: Headed, column: int, target: int) -> Headed:
    rows = []
    for row in table.rows:
        cell, mark = row[target], mark_in(row[column].text)
        noted = replace(cell, shown=replace(cell.shown, mark=mark)) if mark else cell
        rows.append(tuple(noted if index == target else each for index, each in enumerate(row) if index != column))
    return Headed(_without(table.names, column), tuple(_without(row, column) for row in table.keys), tuple(rows))


def _without(items: Sequence[T], index: int) -> tuple[T, ...]:
    return (*items[:index], *items[index + 1 :])


def named_columns(table: Headed, grid: Grid, leading: int = 1) -> tuple[Headed, tuple[Breach, ...]]:
    """The table without columns that have no name, and a notice for each. The ``leading`` ones, which name the rows, stay.

    DocgenError for two columns of one name.
    """
    names: set[str] = set()
    kept: list[int] = []
    said: list[Breach] = []
    for column, name in enumerate(table.names):
        if not name and column >= leading:
            said.extend(_nameless(table, column, grid))
            continue
        if name in names and column >= leading:
            raise _twice(name, table, column, grid)
        names.add(name)
        kept.append(column)

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


def _twice(name: str, table: Headed, column: int, grid: Grid) -> DocgenError:
    cell: GridCell = next((row[column] for row in reversed(table.keys) if row[column].text), table.keys[0][column])
    merged = any(row[column].filled for row in table.keys)
    rename = message("rename-column", column=column_letters(cell.column))
    hint = message("join-head-rows") if merged else rename
    return DocgenError("sheet-columns-of-one-name", where=grid.place(cell), hint=hint, name=name)
