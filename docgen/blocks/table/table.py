"""The table block: a native table whose columns and rows are found from its content.

Grouped header rows, merged cells, band and total rows, bullets in cells, decimal points one below the
other, and shading by rule. Row heights are written exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import inf
from typing import Any

from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.cell_profile import CellProfile
from docgen.blocks.table.cell_text import CellLook
from docgen.blocks.table.draw import table_mark
from docgen.blocks.table.estimate import cell_areas, estimated_height
from docgen.blocks.table.from_data import frame_parts, ready_parts
from docgen.blocks.table.grid import Grid, Kind, TableContent, grid_of
from docgen.blocks.table.heads import heads_are_whole
from docgen.blocks.table.layout import TableLayout, cell_kinds, cell_looks, cell_profiles, cell_texts, lay_out
from docgen.blocks.table.lowest_rows import never_below, row_parts
from docgen.blocks.table.split import split_content
from docgen.blocks.table.stretch import stretched
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.ready import ReadyTable
from docgen.value import value

PART_STRETCH = 45.0
"""How many points a row of a table that goes on over several pages may grow, so that each of them is filled."""


@value(frozen=True, slots=True)
class TableBlock(Block):
    """Columns, rows and header rows (None: one row of the columns' headings; empty: no header).

    ``shares`` are column widths as fractions of the width, empty where they are found from the content;
    the parts of a split table have those of the whole. ``stretch`` is how many points a body row may grow
    on average where there is room (None: as the pack says).
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

    @classmethod
    def from_ready(cls, id: str, table: ReadyTable) -> TableBlock:
        """A table whose cells are final texts; one without a title is told by its headings to who hears the deck."""
        columns, rows = ready_parts(table)
        return cls(id, columns, rows, alt=table.title or "、".join(column.heading for column in columns if column.heading))

    @property
    def content(self) -> TableContent:
        """What is measured of the table, with its header rows spelled out."""
        header = self.header
        if header is None:
            header = (tuple(Cell(column.heading) for column in self.columns),)
        return TableContent(self.id, self.columns, header, self.rows, self.shades, self.shares)

    def layout(self, width: float, style: Style, memory: Memory | None = None) -> TableLayout:
        """Column widths and row heights at ``width``."""
        kept = Memory() if memory is None else memory
        return kept.once(self._layout, width, style, kept)

    def row_stretch(self, style: Style) -> float:
        """How many points a body row may grow: more where the page has so little that its spaces are wide."""
        stretch = style.table.stretch if self.stretch is None else self.stretch
        return max(stretch, style.space(stretch))

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """All rows with the column widths that keep them lowest; body rows may be stretched.

        At a size that is larger than the pack's, one whose heads would break inside a phrase does not fit.
        """
        layout, stretch = self.layout(width, style, memory), self.row_stretch(style)
        is_too_large = style.step.size > 0 and not heads_are_whole(layout.grid, layout.texts, layout.widths)
        return Laid(
            inf if is_too_large else layout.height,
            partial(self._draw, layout, stretch, style),
            partial(self._split, layout, width, style),
            layout.height + stretch * len(self.rows),
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """About the height, by the areas of the texts."""
        grid, profiles = self._profiles(style, memory)
        areas = memory.once(cell_areas, grid, profiles)
        return estimated_height(areas, self.columns, self._looks(grid, style, memory), width)

    def at_least(self, width: float, style: Style, memory: Memory) -> float:
        """The sum of the heights that the rows are never below."""
        grid, profiles = self._profiles(style, memory)
        return never_below(memory.once(row_parts, grid, profiles), self._looks(grid, style, memory), width)

    def _layout(self, width: float, style: Style, memory: Memory) -> TableLayout:
        grid, profiles = self._profiles(style, memory)
        texts = memory.once(cell_texts, grid, style, profiles, self._looks(grid, style, memory))
        return lay_out(self.content, width, grid, texts)

    def _profiles(self, style: Style, memory: Memory) -> tuple[Grid, Sequence[CellProfile]]:
        """The grid and the profiles of its cells: the same at every step of the ladder."""
        grid = memory.once(self._grid)
        return grid, memory.once(cell_profiles, grid, style.pack, style.measure)

    def _looks(self, grid: Grid, style: Style, memory: Memory) -> Mapping[Kind, CellLook]:
        """How its cells look at a step of the ladder."""
        return memory.once(cell_looks, memory.once(cell_kinds, grid), style)

    def _grid(self) -> Grid:
        return grid_of(self.content)

    def _draw(self, layout: TableLayout, stretch: float, style: Style, box: Box) -> tuple[Mark, ...]:
        """One native table at the top left of ``box``, its rows stretched into the room."""
        rows = stretched(layout, box.height, stretch)
        return (table_mark(self.id, layout, rows, box, style.table, self.alt),)

    def _split(
        self, layout: TableLayout, width: float, style: Style, room: float, fairly: bool = False
    ) -> Parts | None:
        """Parted between two rows, two on either side where that can be; a row that is too tall inside it."""
        if width <= 0:  # beside a neighbour that takes all of the page
            return None
        parts = split_content(self.content, layout, room, width, style, fairly=fairly)
        if parts is None:
            return None
        stretch = max(self.row_stretch(style), PART_STRETCH)
        head, tail = (
            replace(self, header=part.header, rows=part.rows, shares=part.shares, stretch=stretch) for part in parts
        )
        return head, tail
