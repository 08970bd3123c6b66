"""Parting a table: rows stay whole, the header is repeated, merged cells are opened again with their label.

A row that is taller than the room by itself is parted inside: between the bullets of its cells, or between lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import fsum

from docgen.blocks.table.cell import BodyRow, Cell
from docgen.blocks.table.cell_profile import cell_profile
from docgen.blocks.table.cell_text import CellLook, CellText
from docgen.blocks.table.grid import GridCell, TableContent, distinct_cell, place_cells
from docgen.blocks.table.heads import with_room_for_heads
from docgen.blocks.table.layout import TableLayout, lay_out_anew
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.markup_cut import cut_markup
from docgen.layout.style import Style
from docgen.placed.box import fits
from docgen.prose.markup import plain
from docgen.value import value

# A part of fewer body rows than this is poor.
_FEWEST = 2

Parts = tuple[TableContent, TableContent]


def split_content(
    content: TableContent, layout: TableLayout, room: float, width: float, style: Style, *, fairly: bool
) -> Parts | None:
    """Head and tail, the head as long as ``room`` (points) allows; both keep the column widths of the whole.

    ``layout`` is the content measured at ``width``. ``fairly`` refuses parts of a single row and rows parted
    inside. None where nothing can be parted.
    """
    content = replace(content, shares=tuple(column / width for column in layout.widths), settled=True)
    kept = rows_kept(content, layout, room, width, style, fairly=fairly)
    if kept:
        return parted_before(content, kept)
    return None if fairly or not content.rows else _parted_inside(content, layout, room, style)


def rows_kept(
    content: TableContent,
    layout: TableLayout,
    room: float,
    width: float,
    style: Style,
    *,
    fairly: bool,
    most: int | None = None,
) -> int:
    """How many body rows stay in the room, no more than ``most``; 0 where the table cannot be parted between two rows.

    ``content`` has its column widths stated; ``layout`` is the table's.
    """
    rows, count = content.rows, len(content.rows)
    fit = _rows_that_fit(layout, room)
    fit = fit if most is None else min(fit, most)
    fair = [kept for kept in range(min(fit, count - _FEWEST), _FEWEST - 1, -1) if rows[kept - 1].kind != "band"]
    poor: Sequence[int] = () if fairly else range(min(fit, count - 1), 0, -1)
    keeps_heights = _keeps_heights(layout)
    for kept in (*fair, *poor):
        if keeps_heights or fits(lay_out_anew(parted_before(content, kept)[0], width, style).height, room):
            return kept
    return 0


def _keeps_heights(layout: TableLayout) -> bool:
    """Whether rows are as high in a part of a table: no cell is merged over several, and the heads leave the widths."""
    widths = with_room_for_heads(layout.grid, layout.texts, layout.widths)
    return not layout.needs.merged and widths == layout.widths


def _rows_that_fit(layout: TableLayout, room: float) -> int:
    used = fsum(layout.heights[: layout.header_rows])
    count = 0
    for height in layout.heights[layout.header_rows :]:
        used += height
        if not fits(used, room):
            break
        count += 1
    return count


def parted_before(content: TableContent, kept: int) -> Parts:
    """The table parted before body row ``kept``."""
    grid = _body_grid(content)
    head = [
        replace(row, cells=tuple(_clipped(cell, kept - index) for cell in row.cells))
        for index, row in enumerate(content.rows[:kept])
    ]
    cells: list[Cell] = []
    for row, _, cell in sorted(grid, key=lambda placed: placed.column):
        if row == kept:
            cells.append(cell)
        elif row < kept < row + cell.row_span:
            cells.append(replace(cell, row_span=row + cell.row_span - kept, continued=True))
    tail = [replace(content.rows[kept], cells=tuple(cells)), *content.rows[kept + 1 :]]
    return replace(content, rows=tuple(head)), replace(content, rows=tuple(tail))


def _body_grid(content: TableContent) -> Sequence[GridCell]:
    return place_cells([row.cells for row in content.rows], len(content.columns), content.id)


def _clipped(cell: Cell, rows: int) -> Cell:
    return replace(cell, row_span=rows) if cell.row_span > rows else cell


def _parted_inside(
    content: TableContent, layout: TableLayout, room: float, style: Style
) -> Parts | None:
    """The table parted inside its first body row; None where not even a line of every cell fits.

    What fits of a cell stays; a cell that fits whole is repeated in the first column, and empty in others.
    """
    row = content.rows[0]
    cutter = _Cutter(content, row, layout.widths, room - fsum(layout.heights[: layout.header_rows]), style)
    cuts = [cutter.cut(placed) for placed in _body_grid(content) if placed.row == 0]
    parts = [cut for cut in cuts if cut is not None]
    if len(parts) < len(cuts) or not any(tail.rest and (tail.items or tail.text) for _, tail in parts):
        return None
    head = replace(row, cells=tuple(replace(cell, row_span=1) for cell, _ in parts))
    tail = replace(row, cells=tuple(cell for _, cell in parts), rest=True)
    return replace(content, rows=(head,)), replace(content, rows=(tail, *content.rows[1:]))


@value(frozen=True, slots=True)
class _Cutter:
    """Cuts the cells of a row at a ``room`` (points)."""

    content: TableContent
    row: BodyRow
    widths: Sequence[float]
    room: float
    style: Style

    def cut(self, placed: GridCell) -> tuple[Cell, Cell] | None:
        """The cell's part for this page and for the next; None where nothing of it fits, or a repeated label."""
        cell = placed.cell
        if self._fits(placed, cell):
            return cell, replace(cell, continued=True) if placed.column == 0 else _rest(cell, ())
        if cell.continued:
            return None
        items = cell.items or (TextItem(cell.text),)
        kept = self._most(placed, len(items) - 1, lambda kept: replace(cell, items=items[:kept]))
        if kept:
            return replace(cell, items=items[:kept]), _rest(cell, items[kept:])
        return self._cut_between_lines(placed, items)

    def _cut_between_lines(self, placed: GridCell, items: tuple[TextItem, ...]) -> tuple[Cell, Cell] | None:
        """The first item parted between two of its lines."""
        cell, source = placed.cell, items[0].text
        text = self._text(placed, replace(cell, items=items[:1]))
        paragraph = text.body.paragraphs[0]
        lines = self.style.measure.lines(paragraph, self._width(placed) - text.look.inset_width, "cell")
        printed = "".join(run.text for run in paragraph.runs)
        before_source = len(printed) - len(plain(source))

        def parts(kept: int) -> tuple[str, str]:
            return cut_markup(source, max(0, _offset(printed, lines[:kept]) - before_source))

        def head(kept: int) -> Cell:
            return replace(cell, items=(replace(items[0], text=parts(kept)[0]),))

        kept = self._most(placed, len(lines) - 1, head)
        if _offset(printed, lines[:kept]) <= before_source:  # only what stands before the item's own text
            return None
        # The rest of a bullet hangs where its text began, without the bullet again.
        level = items[0].level + bool(items[0].bullet)
        return head(kept), _rest(cell, (TextItem(parts(kept)[1], level), *items[1:]))

    def _most(self, placed: GridCell, most: int, head: Callable[[int], Cell]) -> int:
        """How many lines or items of a cell fit, of at most ``most``: the more, the higher, so half of them at a time."""
        return bisect_left(range(1, most + 1), True, key=lambda kept: not self._fits(placed, head(kept)))

    def _fits(self, placed: GridCell, cell: Cell) -> bool:
        return fits(self._text(placed, cell).height(self._width(placed)), self.room)

    def _width(self, placed: GridCell) -> float:
        return fsum(self.widths[placed.column : placed.column + placed.cell.column_span])

    def _text(self, placed: GridCell, cell: Cell) -> CellText:
        distinct = distinct_cell(cell, self.row.kind, placed.column, self.content)
        profile = cell_profile(distinct, self.style.pack, self.style.measure)
        return CellText.of(distinct, profile, CellLook.of(distinct, self.style, self.content.inset), self.style)


def _rest(cell: Cell, items: tuple[TextItem, ...]) -> Cell:
    """What goes on to the next page of a cell."""
    return replace(cell, items=items, text="", mark="", rest=True, continued=False)


def _offset(printed: str, lines: Sequence[str]) -> int:
    """Where in ``printed`` the lines end, line feeds counted."""
    offset = 0
    for line in lines:
        if printed[offset : offset + 1] == "\n" and not line.startswith("\n"):
            offset += 1
        offset += len(line)
    return offset
