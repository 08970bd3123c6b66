"""The height of a block, measured once for each width and style."""

from __future__ import annotations

from docgen.blocks.block import Block
from docgen.layout.style import Style


def height_of(block: Block, width: float, style: Style) -> float:
    """``block.height(width, style)``, remembered by the style."""
    return style.once(block, "height", width, lambda: block.height(width, style))
