"""What the deck's table style gives to each place of a table, so that its cells need not say it.

The style knows the first row, the last row and the table as a whole. It knows no merges, no second header row and no
band: what these have otherwise is theirs to state.
"""

from __future__ import annotations

from docgen.placed import Line, TableForm, TableMark
from docgen.value import value

Given = tuple[bool, Line | None]
"""Whether every program draws an edge as the style has it, and the stroke that it has."""


@value(frozen=True, slots=True)
class GivenLook:
    """Which parts of the style a table takes, and what they give to its edges and rows.

    ``horizontal`` are the edges above each row and below the last, ``vertical`` those left of each column and right of
    the last; ``fills`` are those of the rows.
    """

    first_row: bool
    last_row: bool
    horizontal: tuple[Given, ...]
    vertical: tuple[Given, ...]
    fills: tuple[str | None, ...]


def given_look(mark: TableMark, form: TableForm) -> GivenLook:
    """What a table style of this form gives to a table."""
    rows, columns = len(mark.rows), len(mark.columns)
    first = mark.header_rows > 0
    last = form.total_fill is not None and rows > mark.header_rows and _is_filled(mark, rows - 1, form.total_fill)
    inner: list[Given] = [(True, form.rule)] * (rows - 1)
    if first and inner:
        inner[0] = (_wins(form.head_bottom, form.rule), form.head_bottom)
    bottom = form.head_bottom if first and rows == 1 else form.bottom
    fills: list[str | None] = [None] * rows
    if last:
        fills[-1] = form.total_fill
    if first and fills:
        fills[0] = form.head_fill
    return GivenLook(
        first,
        last,
        ((True, form.head_top), *inner, (True, bottom)),
        # LibreOffice draws the rules between columns at the right of some tables too.
        ((True, None), *[(True, form.column_rule)] * (columns - 1), (form.column_rule is None, None)),
        tuple(fills),
    )


def _is_filled(mark: TableMark, row: int, fill: str) -> bool:
    """Whether the cells that begin in a row all have a fill, and there are any."""
    cells = [cell for cell in mark.rows[row].cells if not cell.covered]
    return bool(cells) and all(cell.fill == fill for cell in cells)


def _wins(first: Line | None, second: Line | None) -> bool:
    """Whether every program draws the first of two strokes that the neighbours of an edge have."""
    return first == second or (first is not None and (second is None or first.width > second.width))
