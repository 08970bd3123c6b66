"""What a table is made of: columns, cells with spans, rows, and rules of shading."""

from __future__ import annotations

from typing import Literal

from docgen.blocks.text.items import TextItem
from docgen.placed import Anchor
from docgen.value import value

CellAlign = Literal["left", "center", "right", "decimal"]
RowKind = Literal["body", "band", "total"]


@value(frozen=True, slots=True)
class ColumnSpec:
    """A column: heading, alignment of its body, limits of its width in points, role of its text."""

    heading: str = ""
    align: CellAlign | None = None
    width: float | None = None
    minimum: float = 0
    maximum: float | None = None
    role: str | None = None


@value(frozen=True, slots=True)
class Cell:
    """One cell: a text with inline markup, or items; what is None comes from its column and row.

    ``ink`` is the colour of its text where its fill is dark. ``link`` is a slide's id or a URL; ``mark`` a sign before
    the text. ``value`` is the number that the text prints, None where it prints none: rules of shading look at it.
    ``continued`` marks a merged cell opened again after a split; ``rest`` a cell that holds what did not fit on the
    page before.
    """

    text: str = ""
    items: tuple[TextItem, ...] = ()
    row_span: int = 1
    column_span: int = 1
    role: str | None = None
    align: CellAlign | None = None
    anchor: Anchor = "middle"
    fill: str | None = None
    ink: str | None = None
    link: str | None = None
    mark: str = ""
    value: float | None = None
    continued: bool = False
    rest: bool = False


@value(frozen=True, slots=True)
class BodyRow:
    """The cells that begin in a row, left to right; ``rest`` marks the remainder of a row that was parted."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"
    rest: bool = False


@value(frozen=True, slots=True)
class ShadeRule:
    """Cells whose value is at least (or at most) ``threshold`` get ``fill`` and ``mark``.

    ``columns`` are indices; empty means all columns.
    """

    threshold: float
    fill: str
    mark: str
    direction: Literal["at_least", "at_most"] = "at_least"
    columns: tuple[int, ...] = ()

    def holds(self, cell: Cell, column: int) -> bool:
        """Whether the rule shades this cell."""
        if cell.value is None or (self.columns and column not in self.columns):
            return False
        return cell.value >= self.threshold if self.direction == "at_least" else cell.value <= self.threshold
