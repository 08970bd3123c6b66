"""The table block: a native table whose columns and rows are found from its content.

Grouped header rows, merged cells, band and total rows, bullets in cells, decimal points one below the
other, and shading by rule. Row heights are written exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docgen.blocks.block import Block
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.cell_profile import CellProfile
from docgen.blocks.table.draw import stretched, table_mark
from docgen.blocks.table.estimate import about_height, cell_areas
from docgen.blocks.table.from_frame import frame_parts
from docgen.blocks.table.grid import Grid, TableContent, grid_of
from docgen.blocks.table.layout import TableLayout, cell_looks, cell_profiles, cell_texts, lay_out
from docgen.blocks.table.split import split_content
from docgen.layout.style import Style
from docgen.placed import Box, Mark


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Columns, rows and header rows (None: one row of the columns' headings; empty: no header).

    ``shares`` are column widths as fractions of the width, empty where they are found from the content;
    the parts of a split table have those of the whole. ``stretch`` is how many points a body row may grow
    where there is room (None: as the pack says).
    """

    id: str
    columns: tuple[ColumnSpec, ...]
    rows: tuple[BodyRow, ...]
    header: tuple[tuple[Cell, ...], ...] | None = None
    shades: tuple[ShadeRule, ...] = ()
    alt: str = ""
    shares: tuple[float, ...] = ()
    stretch: float | None = None
    grow: float = 1
    keep_with_next: bool = False

    @classmethod
    def from_frame(
        cls,
        id: str,
        frame: Any,
        *,
        formats: Mapping[str, str | Callable[[Any], str]] | None = None,
        missing: str = "－",
        columns: Mapping[str, ColumnSpec] | None = None,
        shades: tuple[ShadeRule, ...] = (),
    ) -> TableBlock:
        """A table of a pandas DataFrame; its index is left out.

        ``formats`` maps a column's name to a format such as ``,.1f`` or to a function; ``columns`` replaces
        a column's specification. Numbers stand on the decimal point. Levels of column names become header
        rows, equal neighbours merged. ``missing`` stands for what is not there.
        """
        specs, header, rows = frame_parts(frame, formats or {}, missing, columns or {})
        return cls(id, specs, rows, header, shades)

    @property
    def content(self) -> TableContent:
        """What is measured of the table, with its header rows spelled out."""
        header = self.header
        if header is None:
            header = (tuple(Cell(column.heading) for column in self.columns),)
        return TableContent(self.id, self.columns, header, self.rows, self.shades, self.shares)

    def layout(self, width: float, style: Style) -> TableLayout:
        """The table measured at ``width``: column widths and row heights."""
        return style.once(self, "layout", width, lambda: self._laid_out(width, style))

    def height(self, width: float, style: Style) -> float:
        """The height of all rows with the column widths that keep it least."""
        return self.layout(width, style).height

    def about(self, width: float, style: Style) -> float:
        """About the height, by the areas of the texts."""
        grid, profiles = self._measured(style)
        areas = style.at_any_step(self, "areas", lambda: cell_areas(grid, profiles))
        return about_height(areas, self.columns, cell_looks(grid, style), width)

    def tallest(self, width: float, style: Style) -> float:
        """The height with every body row stretched as far as it may."""
        return self.height(width, style) + self._stretch(style) * len(self.rows)

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Parted between two rows, two on either side where that can be; a row that is too tall inside it."""
        return self._part(room, width, style, fairly=False)

    def split_fairly(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Parted between two rows with at least two on either side, or None."""
        return self._part(room, width, style, fairly=True)

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """One native table at the top left of ``box``, its rows stretched into the room."""
        layout = self.layout(box.width, style)
        heights = stretched(layout, box.height, self._stretch(style))
        return (table_mark(self.id, layout, heights, box, style.table, self.alt),)

    def _laid_out(self, width: float, style: Style) -> TableLayout:
        grid, profiles = self._measured(style)
        texts = style.once(self, "texts", 0, lambda: cell_texts(grid, style, profiles))
        return lay_out(self._content(style), width, style, grid, texts)

    def _content(self, style: Style) -> TableContent:
        return style.at_any_step(self, "content", lambda: self.content)

    def _measured(self, style: Style) -> tuple[Grid, Sequence[CellProfile]]:
        """The grid and the profiles of its cells: the same at every step of the ladder."""
        grid = style.at_any_step(self, "grid", lambda: grid_of(self._content(style)))
        return grid, style.at_any_step(self, "profiles", lambda: cell_profiles(grid, style))

    def _stretch(self, style: Style) -> float:
        return style.table.stretch if self.stretch is None else self.stretch

    def _part(self, room: float, width: float, style: Style, *, fairly: bool) -> tuple[Block, Block] | None:
        parts = split_content(self.content, self.layout(width, style), room, width, style, fairly=fairly)
        if parts is None:
            return None
        head, tail = (replace(self, header=part.header, rows=part.rows, shares=part.shares) for part in parts)
        return head, tail
