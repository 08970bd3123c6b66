"""The cells and rows of a native table."""

from __future__ import annotations

from docgen.placed.box import Line
from docgen.placed.text import TextBody
from docgen.value import value


@value(frozen=True, slots=True)
class TableCell:
    """One cell of the grid. A cell covered by a span of another has ``covered`` set and no text."""

    body: TextBody
    row_span: int = 1
    column_span: int = 1
    covered: bool = False
    fill: str | None = None
    top: Line | None = None
    bottom: Line | None = None
    left: Line | None = None
    right: Line | None = None


@value(frozen=True, slots=True)
class TableRow:
    """Cells, one for each column of the grid, and the row's height in points."""

    cells: tuple[TableCell, ...]
    height: float
