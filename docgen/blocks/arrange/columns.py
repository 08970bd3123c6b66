"""Blocks side by side, and blocks of one height in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import fsum

from docgen.blocks.arrange.stack import Spacer
from docgen.blocks.block import Block, Laid, Parts
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.placed.box import fits
from docgen.value import value


@value(frozen=True, slots=True)
class Columns(Block):
    """Blocks from left to right with the same top and height and ``gap`` points between them.

    ``widths`` fixes columns in points (None for one that takes a share); the rest is shared out by
    ``weights`` (equal where there are none). ``gap`` None is the pack's gap, which does
    not follow the ladder, so that columns keep their places from page to page.
    """

    blocks: tuple[Block, ...]
    weights: tuple[float, ...] = ()
    widths: tuple[float | None, ...] = ()
    gap: float | None = None
    share: float | None = None

    @property
    def grow(self) -> float:
        """``share``, or the largest of the blocks."""
        if self.share is not None:
            return self.share
        return max((block.grow for block in self.blocks), default=0)

    def column_widths(self, width: float, style: Style) -> tuple[float, ...]:
        """The width of each column in points."""
        count = len(self.blocks)
        fixed = self.widths or (None,) * count
        weights = self.weights or (1.0,) * count
        taken = fsum(known for known in fixed if known is not None) + self._gap(style) * max(0, count - 1)
        total = fsum(weight for weight, known in zip(weights, fixed, strict=True) if known is None)
        unit = max(0.0, width - taken) / total if total else 0.0
        return tuple(
            weight * unit if known is None else known for weight, known in zip(weights, fixed, strict=True)
        )

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The columns, as high as the highest of them; each is drawn over the full height."""
        widths = self.column_widths(width, style)
        columns = [block.laid(column, style, memory) for block, column in zip(self.blocks, widths, strict=True)]
        return Laid(
            max([column.height for column in columns], default=0),
            partial(self._draw, columns, widths, self._gap(style)),
            partial(self._split, columns),
            max([column.tallest for column in columns], default=0),
        )

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The highest of the columns' estimates."""
        pairs = zip(self.blocks, self.column_widths(width, style), strict=True)
        return max([block.estimate(column, style, memory) for block, column in pairs], default=0)

    def _gap(self, style: Style) -> float:
        return style.pack.gap if self.gap is None else self.gap

    def _draw(self, columns: Sequence[Laid], widths: Sequence[float], gap: float, box: Box) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        x = box.x
        for column, width in zip(columns, widths, strict=True):
            marks.extend(column.draw(Box(x, box.y, width, box.height)))
            x += width + gap
        return tuple(marks)

    def _split(self, columns: Sequence[Laid], room: float, fairly: bool = False) -> Parts | None:
        """Every column that is too tall parted; a column that fits stays whole in the head."""
        heads: list[Block] = []
        tails: list[Block] = []
        for block, column in zip(self.blocks, columns, strict=True):
            parts = (block, Spacer()) if fits(column.height, room) else column.split(room, fairly)
            if parts is None:
                return None
            heads.append(parts[0])
            tails.append(parts[1])
        if all(isinstance(tail, Spacer) for tail in tails):
            return None
        return replace(self, blocks=tuple(heads)), replace(self, blocks=tuple(tails))


@value(frozen=True, slots=True)
class EqualHeight(Block):
    """The block at ``index`` of ``row``: blocks that stand in columns of one width, on the same line."""

    row: tuple[Block, ...]
    index: int
    grow: float = 0

    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """This block alone, with the height of the highest block of the row."""
        row = [block.laid(width, style, memory) for block in self.row]
        return Laid(max([block.height for block in row]), row[self.index].draw)

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """The highest of the row's estimates."""
        return max([block.estimate(width, style, memory) for block in self.row])
