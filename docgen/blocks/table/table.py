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

from docgen.blocks.block import Laid, Parts
from docgen.blocks.memory import Memory
from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec, ShadeRule
from docgen.blocks.table.cell_profile import CellProfile
from docgen.blocks.table.cell_text import CellLook
from docgen.blocks.table.column_groups import chosen_columns, column_groups
from docgen.blocks.table.column_parts import ColumnParts, RowBlock
from docgen.blocks.table.column_widths import least_widths
from docgen.blocks.table.draw import table_mark
from docgen.blocks.table.estimate import cell_areas, estimated_height
from docgen.blocks.table.from_data import frame_parts, ready_parts
from docgen.blocks.table.grid import Grid, Kind, TableContent, grid_of
from docgen.blocks.table.heads import head_width, heads_are_whole, is_head
from docgen.blocks.table.kept_whole import room_to_keep
from docgen.blocks.table.layout import TableLayout, cell_kinds, cell_looks, cell_profiles, cell_texts, lay_out
from docgen.blocks.table.lowest_rows import never_below, row_parts
from docgen.blocks.table.split import parted_before, rows_kept, split_content
from docgen.blocks.table.stretch import stretched
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.ready import ReadyTable
from docgen.value import value

PART_STRETCH = 45.0
"""How many points a row of a table that goes on over several pages may grow, so that each of them is filled."""
# The same where its columns go on, and no rows are left to fill a page with.
_COLUMN_PART_STRETCH = 30.0
# Beside a text are so many points at the least.
_LEAST_INSET = 2.0


@value(frozen=True, slots=True)
class TableBlock(RowBlock):
    """Columns, rows and header rows (None: one row of the columns' headings; empty: no header).

    ``shares`` are column widths as fractions of the width, empty where they are found from the content;
    the parts of a split table have those of the whole. ``stretch`` is how many points a body row may grow
    on average where there is room (None: as the pack says). ``inset`` are the points at both sides of a cell's text
    (None: the pack's, or less where numbers have no room else); ``settled`` says that the widths stay as they are.
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
    inset: float | None = None
    settled: bool = False

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
        return TableContent(self.id, self.columns, header, self.rows, self.shades, self.shares, self.inset, self.settled)

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

        At a size that is larger than the pack's, one whose heads would break inside a phrase does not fit. One whose
        numbers would break goes on beside itself.
        """
        layout, stretch = self.layout(width, style, memory), self.row_stretch(style)
        if layout.is_broken:
            return memory.once(self._column_parts, layout, width, style).laid(width, style, memory)
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
        layout = lay_out(self.content, width, grid, texts)
        return self._with_less_inset(layout, width, style, profiles) if layout.is_broken else layout

    def _with_less_inset(
        self, broken: TableLayout, width: float, style: Style, profiles: Sequence[CellProfile]
    ) -> TableLayout:
        """The layout of a table that has no room for its numbers, at a tight step with less room beside them."""
        usual = style.table.inset_x if self.inset is None else self.inset
        inset = min(usual, max(_LEAST_INSET, style.table.inset_x * style.step.space))
        if inset == usual:
            return broken
        content, grid = replace(self.content, inset=inset), broken.grid
        looks = cell_looks(cell_kinds(grid), style, inset)
        return lay_out(content, width, grid, cell_texts(grid, style, profiles, looks))

    def _column_parts(self, layout: TableLayout, width: float, style: Style) -> ColumnParts:
        """The table with some of its columns on each page; ``layout`` is that in which they had no room together."""
        content, stretch = replace(self.content, inset=layout.inset), max(self.row_stretch(style), _COLUMN_PART_STRETCH)
        leasts = [max(room_to_keep(text), head_width(text, "words") if is_head(text) else 0.0) for text in layout.texts]
        least = least_widths(content.columns, layout.grid, layout.texts, leasts)
        parts = [chosen_columns(content, columns) for columns in column_groups(content, least, width)]
        tables = [replace(self._part(part), stretch=stretch) for part in parts]
        return ColumnParts(tuple([table.with_settled_widths(width, style) for table in tables]))

    def with_settled_widths(self, width: float, style: Style) -> TableBlock:
        """The table with the widths that it has, also where its rows go on; as it is where it is too wide itself."""
        layout = self.layout(width, style)
        return self if layout.is_broken else replace(self, shares=layout.shares, settled=True)

    def _part(self, part: TableContent) -> TableBlock:
        """The block of a part of the table."""
        return replace(
            self,
            columns=part.columns,
            header=part.header,
            rows=part.rows,
            shades=part.shades,
            shares=part.shares,
            inset=part.inset,
            settled=part.settled,
        )

    def _profiles(self, style: Style, memory: Memory) -> tuple[Grid, Sequence[CellProfile]]:
        """The grid and the profiles of its cells: the same at every step of the ladder."""
        grid = memory.once(self._grid)
        return grid, memory.once(cell_profiles, grid, style.pack, style.measure)

    def _looks(self, grid: Grid, style: Style, memory: Memory) -> Mapping[Kind, CellLook]:
        """How its cells look at a step of the ladder."""
        kinds = memory.once(cell_kinds, grid)
        return memory.once(cell_looks, kinds, style) if self.inset is None else cell_looks(kinds, style, self.inset)

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
        content = replace(self.content, inset=layout.inset)
        parts = split_content(content, layout, room, width, style, fairly=fairly)
        return None if parts is None else self._row_parts(parts, style)

    def _row_parts(self, parts: tuple[TableContent, TableContent], style: Style) -> tuple[TableBlock, TableBlock]:
        """The blocks of the table's head and tail."""
        stretch = max(self.row_stretch(style), PART_STRETCH)
        head, tail = [replace(self._part(part), stretch=stretch) for part in parts]
        return head, tail

    def rows_kept(
        self, room: float, width: float, style: Style, memory: Memory, *, fairly: bool, most: int | None = None
    ) -> int:
        """How many of its body rows stay on a page."""
        layout = self.layout(width, style, memory)
        return rows_kept(self.content, layout, room, width, style, fairly=fairly, most=most)

    def before_row(self, kept: int, style: Style) -> tuple[TableBlock, TableBlock]:
        """The table parted after so many body rows."""
        return self._row_parts(parted_before(self.content, kept), style)
