"""What a block is: a part of a page that can be laid out at a width, and then parted or drawn.

A block is a frozen value. It knows nothing of pages or of PowerPoint; widths, heights and boxes are points. A
block of one's own is a subclass with one method:

>>> from dataclasses import dataclass
>>> from docgen.blocks import Block, Laid, ShapeMark
>>> @dataclass(frozen=True)
... class Ribbon(Block):
...     id: str
...
...     def lay_out(self, width, style, memory):
...         return Laid(style.space(20), lambda box: (ShapeMark(self.id, box, fill="blue"),))

``Ribbon("ribbon").laid(width, style)`` then has its height, its parts and its marks.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Protocol

from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed import Box, Mark
from docgen.placed.box import fits
from docgen.value import value

Parts = tuple["Block", "Block"]
"""The head of a block, which stays on the page, and the tail, which goes on to the next one."""


class Split(Protocol):
    """How a block is parted at a room of so many points."""

    def __call__(self, room: float, fairly: bool = False) -> Parts | None:
        """The two parts, or None; see :class:`Laid`."""


def whole(room: float, fairly: bool = False) -> None:
    """The split of a block that is never parted."""


@value(frozen=True, slots=True)
class Laid:
    """A block laid out at a width."""

    height: float
    """The least height that it needs."""
    draw: Callable[[Box], tuple[Mark, ...]]
    """Its marks in a box of that width, at least as high as ``height``."""
    split: Split = whole
    """Head and tail such that the head fits the room, or None where it cannot be parted there.

    ``fairly`` asks for None also where a part would be poor, since the block can go to the next page whole.
    """
    tallest: float = math.inf
    """The most height that it can fill. A block that does not grow fills its own height, whatever is said here."""


class Block(ABC):
    """Anything that can be laid out."""

    __slots__ = ()

    @property
    def grow(self) -> float:
        """How much of spare height this block takes, relative to its neighbours; 0 keeps its height."""
        return 0

    @property
    def keep_with_next(self) -> bool:
        """Whether the block must not stand last on a page."""
        return False

    @abstractmethod
    def lay_out(self, width: float, style: Style, memory: Memory) -> Laid:
        """The block laid out at a width. Called by :meth:`laid` alone; inner blocks are laid out with ``memory``."""

    def estimate(self, width: float, style: Style, memory: Memory) -> float:
        """About how high the block is, at a small part of what laying it out costs; 0 where it cannot tell."""
        return 0

    def at_least(self, width: float, style: Style, memory: Memory) -> float:
        """A height that the block is never below, at a small part of what laying it out costs; 0 where it cannot tell."""
        return 0

    def laid(self, width: float, style: Style, memory: Memory | None = None) -> Laid:
        """The block laid out at a width, from ``memory`` where that was done before."""
        kept = Memory() if memory is None else memory
        return kept.once(_laid, self, width, style, kept)


def _laid(block: Block, width: float, style: Style, memory: Memory) -> Laid:
    laid = block.lay_out(width, style, memory)
    if laid.tallest == laid.height or block.grow > 0:
        return laid
    return Laid(laid.height, laid.draw, laid.split, laid.height)


def latest_split(
    count: int,
    parted: Callable[[int], Parts],
    width: float,
    style: Style,
    memory: Memory,
    room: float,
    fairly: bool = False,
) -> Parts | None:
    """The parts of a block of ``count`` items, of which the head takes as many as the room holds.

    ``parted`` gives the parts for a number of items in the head. None where not even one fits.
    """
    for kept in range(count - 1, 0, -1):
        head, tail = parted(kept)
        if fits(head.laid(width, style, memory).height, room):
            return head, tail
    return None
