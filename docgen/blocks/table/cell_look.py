"""How the cells of a table look at one step of the ladder."""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.table.grid import Alike
from docgen.layout.style import Style, TextStyle
from docgen.placed import Insets
from docgen.value import value

# Programs place lines and rows on a grid of a hundredth of a millimetre (points).
GRID = 72 / 2540


@value(frozen=True, slots=True)
class CellLook:
    """How cells look unless they say otherwise: fill, text and insets.

    ``em`` is that of the text as it is drawn, in whole dots; ``pitch`` and ``after`` are drawn so too; ``across``
    and ``down`` are the insets at the sides, and above and below. All points.
    """

    fill: str | None
    text: TextStyle
    insets: Insets
    em: float
    pitch: float
    after: float
    across: float
    down: float


def cell_look(alike: Alike, style: Style) -> CellLook:
    """The look of cells in a kind of row with a role."""
    table = style.table
    inset_y = style.space(table.inset_y)
    fill = {None: table.head_fill, "body": None, "band": table.band_fill, "total": table.total_fill}[alike.kind]
    text = replace(style.text(alike.role), bold=True) if alike.bold else style.text(alike.role)
    return CellLook(
        fill,
        text,
        Insets(table.inset_x, inset_y, table.inset_x, inset_y),
        style.measure.em(text.size),
        on_grid(text.pitch),
        on_grid(text.after),
        table.inset_x * 2,
        on_grid(inset_y) * 2,
    )


def on_grid(length: float) -> float:
    """A length in points as it is drawn: rounded to the grid."""
    return round(length / GRID) * GRID if length else 0.0
