"""The first column of lists and overviews: each logic element once, merged over its rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docgen.blocks.table.cell import Cell


def element_cells(elements: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    """For each row the cell of its element: one that spans the equal rows below it, then none."""
    cells: list[tuple[Cell, ...]] = []
    for element, run in groupby(elements):
        count = len(list(run))
        cells.append((Cell(element, row_span=count),))
        cells.extend(() for _ in range(count - 1))
    return tuple(cells)
