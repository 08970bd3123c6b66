"""How blocks inside other blocks are parted and stretched: optional abilities of a block."""

from __future__ import annotations

from typing import Protocol, TypeGuard

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.layout.style import Style


class KeepsWithNext(Protocol):
    """A block that may have to stay on the page of the block after it."""

    @property
    def keep_with_next(self) -> bool:
        """Whether it must not stand last on a page."""
        ...


class FairlyParted(Protocol):
    """A block that can tell a good parting from one that is only better than none."""

    def split_fairly(self, room: float, width: float, style: Style) -> tuple[Block, Block] | None:
        """As ``split``, but None where a part would be poor and the block can go to the next page whole."""
        ...


class Limited(Protocol):
    """A block that can use spare height only up to a limit."""

    def tallest(self, width: float, style: Style) -> float:
        """The most height in points that the block can fill."""
        ...


class Estimated(Protocol):
    """A block that is costly to measure and can tell about how high it is."""

    def about(self, width: float, style: Style) -> float:
        """About the height, in points, at a small part of the cost."""
        ...


def about(block: Block, width: float, style: Style) -> float:
    """About how high the block is, in points, as far as it can tell without being measured."""
    return block.about(width, style) if _is_estimated(block) else 0.0


def keeps_with_next(block: Block) -> bool:
    """Whether the block must not stand last on a page."""
    return _keeps(block) and block.keep_with_next


def part(
    block: Block, room: float, width: float, style: Style, *, fairly: bool
) -> tuple[Block, Block] | None:
    """The block parted; ``fairly`` where it could also go to the next page whole."""
    if fairly and _parts_fairly(block):
        return block.split_fairly(room, width, style)
    return block.split(room, width, style)


def tallest(block: Block, width: float, style: Style) -> float:
    """The most height that the block can fill: its own where it does not grow, else its limit or any."""
    if block.grow <= 0:
        return height_of(block, width, style)
    return block.tallest(width, style) if _is_limited(block) else float("inf")


# isinstance with a protocol looks at all of its members at every call, which costs hundreds of times as much.


def _keeps(block: Block) -> TypeGuard[KeepsWithNext]:
    return hasattr(block, "keep_with_next")


def _parts_fairly(block: Block) -> TypeGuard[FairlyParted]:
    return hasattr(block, "split_fairly")


def _is_estimated(block: Block) -> TypeGuard[Estimated]:
    return hasattr(block, "about")


def _is_limited(block: Block) -> TypeGuard[Limited]:
    return hasattr(block, "tallest")
