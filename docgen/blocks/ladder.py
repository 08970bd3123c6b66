"""The first step of the fitting ladder at which a room holds a block."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from docgen.blocks.block import Block
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed.box import fits

# A height that a block is never below tells its step where it fills this part of the room: it is little lower than
# the block.
_TELLING = 0.85


def first_that_holds(
    block: Block, width: float, room: float, ladder: Sequence[Style], memory: Memory
) -> int:
    """The first step at which a room (``width`` × ``room`` points) holds the block; the ladder's length for none.

    The ladder runs from generous to tight, so what holds at a step holds at all that follow. Laying out is
    what costs: no step is laid out at which the block is surely too high, and the first of the others is laid out
    first where the block nearly fills the room there, else the one that the block's estimate of its height tells.
    """
    if not ladder:
        return 0
    areas = [style.text("body").size * style.text("body").pitch for style in ladder]
    step, least = _first(areas, room, 0, 0, lambda step: block.at_least(width, ladder[step], memory))
    if step < len(ladder):
        begin = step
        if least < _TELLING * room:
            begin = _guess(areas, areas[0], room, block.estimate(width, ladder[0], memory))
        step, _ = _first(areas, room, step, begin, lambda step: block.laid(width, ladder[step], memory).height)
    return step


def _first(
    areas: Sequence[float], room: float, first: int, begin: int, height_at: Callable[[int], float]
) -> tuple[int, float]:
    """The first step, from ``first`` on, at which a height fits the room, and that height; looked for at ``begin`` first.

    Each height found tells where to look next: heights follow, roughly, the ``areas`` that the body text takes.
    """
    failed, holding = first - 1, len(areas)
    too_high = held = math.inf
    step = begin
    while failed + 1 < holding:
        step = min(max(step, failed + 1), holding - 1)
        height = height_at(step)
        if fits(height, room):
            holding, held = step, height
        else:
            failed, too_high = step, height
        if math.isinf(held) or math.isinf(too_high):
            step = _guess(areas, areas[step], room, height)
        else:
            part = (room - held) / (too_high - held)
            step = _first_below(areas, areas[holding] + (areas[failed] - areas[holding]) * part)
    return holding, held


def _guess(areas: Sequence[float], area: float, room: float, height: float) -> int:
    """The first step at which a block may fit that is so high where the body text takes ``area``.

    Heights fall about as the square of that area does: smaller letters take fewer lines, and spaces shrink beside them.
    """
    return _first_below(areas, area * math.sqrt(room / height) if height else math.inf)


def _first_below(areas: Sequence[float], most: float) -> int:
    return next((index for index, smaller in enumerate(areas) if smaller <= most), len(areas))
