"""A table that is too wide for its place: its columns go on from page to page, with the columns that name the rows on each.

Where its rows take more than a page as well, some rows come with all of their columns, page by page, then the next rows.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from math import inf

from docgen.blocks.arrange.stack import PageBreaks
from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed.box import fits
from docgen.value import value


class RowBlock(Block):
    """A block of rows that is parted between two of them."""

    __slots__ = ()

    @abstractmethod
    def rows_kept(
        self, room: float, width: float, style: Style, memory: Memory, *, fairly: bool, most: int | None = None
    ) -> int:
        """How many rows stay on a page with so much room, no more than ``most``; 0 where it cannot be parted there."""

    @abstractmethod
    def before_row(self, kept: int, style: Style) -> tuple[RowBlock, RowBlock]:
        """The block parted after so many rows, its parts as wide as it is."""


@value(frozen=True, slots=True)
class ColumnParts(Block):
    """``tables`` of the same rows, each with some of the columns and on a page of its own."""

    tables: tuple[RowBlock, ...]
    grow: float = 1

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """Higher than any page, so that it is parted."""
        return Laid(inf, lambda box: (), partial(self._split, width, style, memory))

    def _split(self, width: float, style: Style, memory: Memory, room: float, fairly: bool = False) -> Parts | None:
        """The first table, or so many of its rows as all of the tables have room for."""
        rooms = [room, *[room - style.continuation] * (len(self.tables) - 1)]
        pages = list(zip(self.tables, rooms, strict=True))
        if all(fits(table.laid(width, style, memory).height, own) for table, own in pages):
            return self._by_tables(width, style, memory, room)
        kept: int | None = None
        for table, own in pages:
            kept = table.rows_kept(own, width, style, memory, fairly=fairly, most=kept)
            if kept == 0:
                return None if fairly else self._by_tables(width, style, memory, room)
        first, *others = [table.before_row(kept or 0, style) for table in self.tables]
        tails = ColumnParts((first[1], *[tail for _, tail in others]))
        return first[0], PageBreaks((*[head for head, _ in others], tails))

    def _by_tables(self, width: float, style: Style, memory: Memory, room: float) -> Parts | None:
        """The first table, or as much of it as the room holds."""
        return PageBreaks(self.tables).laid(width, style, memory).split(room)
