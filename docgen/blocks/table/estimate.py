"""About how high a table is, told from the areas of its texts at a small part of what measuring costs.

The columns are taken to be as wide as the square roots of the areas of all their texts, which makes the sum of the
columns' heights least (by the inequality of Cauchy and Schwarz).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from math import fsum

from docgen.blocks.table.cell import ColumnSpec
from docgen.blocks.table.cell_profile import RESERVE, CellProfile
from docgen.blocks.table.cell_text import CellLook
from docgen.blocks.table.grid import Grid, Kind
from docgen.typeset.text_measure import estimated_lines
from docgen.value import value


@value(frozen=True, slots=True)
class CellArea:
    """A cell of one column and row: the ``length`` of its text on one line and of its longest unbreakable part, in
    em. At one step of the ladder, a length times the pitch is an area."""

    column: int
    length: float
    least: float
    kind: Kind


Rows = Sequence[Sequence[CellArea]]


def cell_areas(grid: Grid, profiles: Sequence[CellProfile]) -> Rows:
    """The cells of each row that are not merged with others: the same at every step of the ladder."""
    rows: list[list[CellArea]] = [[] for _ in range(grid.rows)]
    for area in grid.areas:
        if area.row_span == area.column_span == 1:
            index = grid.column_cells[area.column_cell].cell
            profile, cell = profiles[index], grid.cells[index]
            length = fsum([fsum(item.widths) + RESERVE for item in profile.items])
            rows[area.row].append(CellArea(area.column, length, profile.least, cell.kind))
    return rows


def estimated_height(
    rows: Rows, columns: Sequence[ColumnSpec], looks: Mapping[Kind, CellLook], width: float
) -> float:
    """About how high a table is that is ``width`` wide; ``looks`` are those of its cells. Points."""
    widths = _widths(rows, columns, looks, width)
    height = 0.0
    for row in rows:
        highest = 0.0
        for cell in row:
            look = looks[cell.kind]
            lines = estimated_lines(cell.length * look.em, widths[cell.column])
            highest = max(highest, lines * look.pitch + look.inset_height)
        height += highest
    return height


def _widths(
    rows: Rows, columns: Sequence[ColumnSpec], looks: Mapping[Kind, CellLook], width: float
) -> list[float]:
    """The widths of the columns inside their insets, no smaller than their longest part that no line may break."""
    least, areas = [0.0] * len(columns), [0.0] * len(columns)
    for row in rows:
        for cell in row:
            look = looks[cell.kind]
            areas[cell.column] += cell.length * look.em * look.pitch
            least[cell.column] = max(least[cell.column], cell.least * look.em)
    insets = fsum([look.inset_width for look in looks.values()]) / len(looks)
    room = width - insets * len(columns)
    roots = [math.sqrt(area) for area in areas]
    unit = room / (fsum(roots) or 1.0)
    widths = [
        max(low, root * unit if spec.width is None else spec.width - insets, 1.0)
        for spec, low, root in zip(columns, least, roots, strict=True)
    ]
    # What narrow columns were given beyond their share is taken from all.
    return [column * min(1.0, max(1.0, room) / fsum(widths)) for column in widths]
