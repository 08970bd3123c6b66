"""A table of a slide as labels and cells: merged cells filled, several header rows joined, label columns joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docgen.bearing.fact import FactTable, Places, fact_table
from docgen.errors import SlidePosition
from docgen.opened.parts import A
from docgen.opened.shape import text_of
from docgen.sentences.claims import claims

_MEASURED = frozenset({"number", "share", "points", "multiple", "rank", "change", "ratio"})


def grid_of(table: Any) -> tuple[tuple[str, ...], ...]:
    """The texts of all cells of a table's element, that of a merged cell in each of its places."""
    cells = [list(row.iterchildren(f"{A}tc")) for row in table.iterchildren(f"{A}tr")]
    grid = [[text_of(cell.find(f"{A}txBody")) for cell in row] for row in cells]
    for top, row in enumerate(cells):
        for left, cell in enumerate(row):
            height, width = int(cell.get("rowSpan", "1")), int(cell.get("gridSpan", "1"))
            for line in grid[top : top + height] if height > 1 or width > 1 else ():
                line[left : left + width] = [grid[top][left]] * len(line[left : left + width])
    return tuple(map(tuple, grid))


def table_of_grid(
    grid: Sequence[Sequence[str]],
    name: str,
    title: str,
    unit: str = "",
    where: SlidePosition | None = None,
    places: Places | None = None,
    on: str = "",
) -> FactTable:
    """A grid of texts as a table of facts.

    Rows at the top without a number are heads, and columns at the left without one are the labels of rows; where there
    are several, they are joined by a space. ``places`` gives each cell of the grid a place of its own, ``on`` is the page.

    >>> table = table_of_grid([["市", "医師", "医師"], ["市", "男", "女"], ["東市", "120人", "90人"]], "p1", "医師数")
    >>> [(fact.row, fact.column, int(fact.value)) for fact in table.facts]
    [('東市', '医師 男', 120), ('東市', '医師 女', 90)]
    """
    heads = max(1, _leading(grid))
    body = grid[heads:]
    labels = max(1, _leading(list(zip(*body, strict=False))) if body else 1)
    columns = [_joined(column[:heads]) for column in zip(*grid, strict=False)]
    rows = [[_joined(row[:labels]), *row[labels:]] for row in body]
    first = replace(where, row=heads + 1, column=labels) if where is not None else None
    cells = None if places is None else lambda row, column: places(heads + row, labels - 1 + column)
    joined = [_joined(columns[:labels]), *columns[labels:]]
    return fact_table(name, title, joined, rows, unit, where=first, places=cells, on=on)


def _leading(lines: Sequence[Sequence[str]]) -> int:
    """How many lines stand before the first that has a number."""
    for index, line in enumerate(lines):
        if any(_is_number(cell) for cell in line):
            return index
    return min(1, len(lines))


def _is_number(cell: str) -> bool:
    """Whether a cell states a number and little else: 1,744億円, －3.2; not 2022年度 nor a sentence."""
    found = [claim for claim in claims(cell) if claim.kind in _MEASURED]
    return len(found) == 1 and len(cell.strip()) <= len(found[0].text) + 12


def _joined(cells: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(" ".join(cell.split()) for cell in cells if cell.strip()))
