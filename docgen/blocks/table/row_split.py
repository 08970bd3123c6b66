"""Parting a table's first row inside: between the bullets of its cells, or between lines."""

from __future__ import annotations

from dataclasses import replace

from docgen.blocks.table.cell import BodyRow, Cell
from docgen.blocks.table.cell_profile import cell_profile
from docgen.blocks.table.cell_text import CellLook, CellText
from docgen.blocks.table.grid import GridCell, TableContent, distinct_cell, place_cells
from docgen.blocks.table.layout import TableLayout
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.markup_cut import cut_markup
from docgen.layout.style import Style
from docgen.placed.box import fits
from docgen.typeset.markup import plain


def split_row(
    content: TableContent, layout: TableLayout, room: float, width: float, style: Style
) -> tuple[TableContent, TableContent] | None:
    """The table parted inside its first body row; None where not even a line of every cell fits.

    What fits of a cell stays; a cell that fits whole is repeated in the first column, and empty in others.
    """
    if not content.rows:
        return None
    row = content.rows[0]
    grid = place_cells([one.cells for one in content.rows], len(content.columns), content.id)
    space = room - sum(layout.heights[: layout.header_rows])
    cutter = _Cutter(content, row, layout.widths, space, style)
    pairs = [cutter.cut(place) for place in grid if place.row == 0]
    cut = [pair for pair in pairs if pair is not None]
    if len(cut) < len(pairs) or not any(tail.rest and _holds(tail) for _, tail in cut):
        return None
    head = replace(row, cells=tuple(replace(first, row_span=1) for first, _ in cut))
    tail = replace(row, cells=tuple(second for _, second in cut), rest=True)
    return (
        replace(content, rows=(head,)),
        replace(content, rows=(tail, *content.rows[1:])),
    )


def _holds(cell: Cell) -> bool:
    return bool(cell.items or cell.text)


class _Cutter:
    """Cuts the cells of one row at a height."""

    def __init__(
        self, content: TableContent, row: BodyRow, widths: tuple[float, ...], space: float, style: Style
    ) -> None:
        self.content = content
        self.kind = row.kind
        self.widths = widths
        self.space = space
        self.style = style

    def cut(self, place: GridCell) -> tuple[Cell, Cell] | None:
        """The cell's part for this page and for the next; None where nothing of it fits, or a repeated label."""
        cell = place.cell
        if self._fits(place, cell):
            label = place.column == 0
            empty = replace(cell, text="", items=(), mark="", rest=True, continued=False)
            return cell, replace(cell, continued=True) if label else empty
        if cell.continued:
            return None
        items = cell.items or (TextItem(cell.text),)
        for kept in range(len(items) - 1, 0, -1):
            head = replace(cell, items=items[:kept])
            if self._fits(place, head):
                return head, _rest(cell, items[kept:])
        return self._cut_lines(place, items)

    def _cut_lines(self, place: GridCell, items: tuple[TextItem, ...]) -> tuple[Cell, Cell] | None:
        """The first item parted between two of its lines."""
        cell = place.cell
        text = self._text(place, replace(cell, items=items[:1]))
        paragraph = text.body.paragraphs[0]
        width = sum(self.widths[place.column : place.column + cell.column_span]) - text.look.inset_width
        lines = self.style.measure.lines(paragraph, width, "cell")
        written = "".join(run.text for run in paragraph.runs)
        source = items[0].text
        before_source = len(written) - len(plain(source))
        for kept in range(len(lines) - 1, 0, -1):
            offset = _offset(written, lines[:kept]) - before_source
            if offset <= 0:
                continue
            first, second = cut_markup(source, offset)
            head = replace(cell, items=(replace(items[0], text=first),))
            if self._fits(place, head):
                # The rest of a bullet hangs where its text began, without the bullet again.
                level = items[0].level + bool(items[0].bullet)
                return head, _rest(cell, (TextItem(second, level), *items[1:]))
        return None

    def _text(self, place: GridCell, cell: Cell) -> CellText:
        distinct = distinct_cell(cell, self.kind, place.column, self.content)
        profile = cell_profile(distinct, self.style.pack, self.style.measure)
        look = CellLook.of(distinct, self.style)
        return CellText.of(distinct, profile, look, self.style)

    def _fits(self, place: GridCell, cell: Cell) -> bool:
        width = sum(self.widths[place.column : place.column + cell.column_span])
        return fits(self._text(place, cell).height(width), self.space)


def _rest(cell: Cell, items: tuple[TextItem, ...]) -> Cell:
    return replace(cell, items=items, text="", mark="", rest=True, continued=False)


def _offset(written: str, lines: tuple[str, ...]) -> int:
    """Where in ``written`` the lines end, line feeds counted."""
    offset = 0
    for line in lines:
        if written[offset : offset + 1] == "\n" and not line.startswith("\n"):
            offset += 1
        offset += len(line)
    return offset
