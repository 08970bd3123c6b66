"""About how high a table is: told from the areas of its texts, at a small part of what measuring costs.

If each row is as high as one of its cells, the rows are lowest where the widths of the columns are in proportion
to the square roots of the areas of these cells' texts (by the inequality of Cauchy and Schwarz).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from docgen.blocks.table_cell import ColumnSpec, RowKind
from docgen.blocks.table_cell_look import CellLook
from docgen.blocks.table_cell_profile import RESERVE, CellProfile
from docgen.blocks.table_grid import Grid
from docgen.value import value

# How often the cells are chosen that are the highest of their rows, and the widths found for them.
_ROUNDS = 3

Kind = tuple[RowKind | None, str]
"""What cells look alike by: the kind of their row (None: a header row) and their role."""


@value(frozen=True, slots=True)
class CellArea:
    """A cell of one column and row: the width of its text on one line and of its longest unbreakable part, in em."""

    column: int
    amount: float
    least: float
    kind: Kind


Rows = Sequence[Sequence[CellArea]]


def cell_areas(grid: Grid, profiles: Sequence[CellProfile]) -> Rows:
    """The cells of each row that are not merged with others: the same at every step of the ladder."""
    rows: list[list[CellArea]] = [[] for _ in range(grid.rows)]
    for place in grid.places:
        if place.row_span == place.column_span == 1:
            alike = grid.spots[place.spot].alike
            profile, each = profiles[alike], grid.alike[alike]
            amount = sum([sum(item.parts) + RESERVE for item in profile.items])
            rows[place.row].append(CellArea(place.column, amount, profile.least, (each.kind, each.role)))
    return rows


def about_height(
    rows: Rows, columns: Sequence[ColumnSpec], looks: Mapping[Kind, CellLook], width: float
) -> float:
    """About how high a table is that is ``width`` wide; ``looks`` are those of its cells. Points."""
    least = _least(rows, columns, looks)
    room = width - sum([look.across for look in looks.values()]) / len(looks) * len(columns)
    widths = [max(1.0, room / len(columns))] * len(columns)
    height = math.inf
    for _ in range(_ROUNDS):
        areas, lower = _rows(rows, looks, widths)
        height = min(height, lower)
        roots = [math.sqrt(area) for area in areas]
        spare = room - sum([each for each, root in zip(least, roots, strict=True) if not root])
        share = max(1.0, spare) / (sum(roots) or 1.0)
        widths = [max(each, root * share, 1.0) for each, root in zip(least, roots, strict=True)]
        # What short columns were given beyond their share is taken from all.
        widths = [each * min(1.0, room / sum(widths)) for each in widths]
    return min(height, _rows(rows, looks, widths)[1])


def _least(rows: Rows, columns: Sequence[ColumnSpec], looks: Mapping[Kind, CellLook]) -> list[float]:
    """The width inside its insets of each column's longest part that no line may break."""
    least = [0.0] * len(columns)
    for row in rows:
        for cell in row:
            least[cell.column] = max(least[cell.column], cell.least * looks[cell.kind].em)
    return [each if spec.width is None else spec.width for spec, each in zip(columns, least, strict=True)]


def _rows(
    rows: Rows, looks: Mapping[Kind, CellLook], widths: Sequence[float]
) -> tuple[list[float], float]:
    """The areas in each column of the cells that are the highest of their rows at these widths, and the height of
    all rows. Areas of single lines are left out."""
    areas, height = [0.0] * len(widths), 0.0
    for row in rows:
        highest = area = 0.0
        column = -1
        for cell in row:
            look = looks[cell.kind]
            lines = math.ceil(cell.amount * look.em / widths[cell.column])
            if lines * look.pitch + look.down > highest:
                highest = lines * look.pitch + look.down
                column, area = cell.column, cell.amount * look.em * look.pitch if lines > 1 else 0.0
        if area:
            areas[column] += area
        height += highest
    return areas, height
