"""The block protocol: what knows its height, splits and draws.

A block is a frozen value. It knows nothing of pages or of PowerPoint; widths, heights and boxes are points.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from docgen.layout.style import Style
from docgen.placed import Box, Mark


@runtime_checkable
class Block(Protocol):
    """Anything that can be measured, split and drawn."""

    @property
    def grow(self) -> float:
        """How much of spare height this block takes, relative to its neighbours; 0 keeps its height."""
        ...

    def height(self, width: float, style: Style) -> float:
        """The least height that the block needs at this width."""
        ...

    def split(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """Head and tail such that the head fits ``room``, or None where nothing can be parted."""
        ...

    def draw(self, box: Box, style: Style) -> tuple[Mark, ...]:
        """The marks of the block inside ``box``, whose height is at least :meth:`height`."""
        ...
