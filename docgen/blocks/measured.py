"""The height of a block, measured once for each width and style."""

from __future__ import annotations

from docgen.blocks.block import Block
from docgen.layout.style import Style


def height_of(block: Block, width: float, style: Style) -> float:
    """``block.height(width, style)``, remembered by the style, with the block as in :meth:`Style.once`."""
    key = (id(block), width)
    known = style.heights.get(key)
    if known is None:
        known = style.heights[key] = (block, block.height(width, style))
    return known[1]
