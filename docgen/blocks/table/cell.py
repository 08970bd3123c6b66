"""What a table is made of: columns, cells with spans, rows, and rules of shading."""

from __future__ import annotations

import re
from typing import Literal

from docgen.blocks.text.items import TextItem
from docgen.placed import Anchor
from docgen.typeset.markup import plain
from docgen.value import value

CellAlign = Literal["left", "center", "right", "decimal"]
RowKind = Literal["body", "band", "total"]

# Signs before a number: hyphen, minus, 全角 forms, and the triangles of Japanese accounts.
_NUMBER = re.compile(r"[(（]?(?P<sign>[+\-−－＋△▲±]?)(?P<number>\d[\d,]*(?:\.\d+)?).{0,12}")
_NEGATIVE = "-−－△▲"


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

    ``link`` is a slide's id or a URL; ``mark`` a sign before the text. ``value`` is the number that rules
    of shading look at (None: read from the text). ``continued`` marks a merged cell opened again after a
    split; ``rest`` a cell that holds what did not fit on the page before.
    """

    text: str = ""
    items: tuple[TextItem, ...] = ()
    row_span: int = 1
    column_span: int = 1
    role: str | None = None
    align: CellAlign | None = None
    anchor: Anchor = "middle"
    fill: str | None = None
    link: str | None = None
    mark: str = ""
    value: float | None = None
    continued: bool = False
    rest: bool = False

    @property
    def number(self) -> float | None:
        """``value``, or the number that the text is but for a unit after it; None where it is none."""
        if self.value is not None:
            return self.value
        match = _NUMBER.fullmatch(plain(self.text).strip())
        if match is None:
            return None
        number = float(match["number"].replace(",", ""))
        return -number if match["sign"] and match["sign"] in _NEGATIVE else number


@value(frozen=True, slots=True)
class BodyRow:
    """The cells that begin in a row, left to right; ``rest`` marks the remainder of a row that was parted."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"
    rest: bool = False


@value(frozen=True, slots=True)
class ShadeRule:
    """Cells whose number is at least (or at most) ``threshold`` get ``fill`` and ``mark``.

    ``columns`` are indices; empty means all columns.
    """

    threshold: float
    fill: str
    mark: str
    direction: Literal["at_least", "at_most"] = "at_least"
    columns: tuple[int, ...] = ()

    def holds(self, cell: Cell, column: int) -> bool:
        """Whether the rule shades this cell."""
        number = cell.number
        if number is None or (self.columns and column not in self.columns):
            return False
        return number >= self.threshold if self.direction == "at_least" else number <= self.threshold
