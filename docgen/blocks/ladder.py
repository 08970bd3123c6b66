"""The first step of the fitting ladder at which a room holds a block."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from docgen.blocks.block import Block
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed.box import fits

# A height that a block is never below tells its step where it fills this part of the room: it is little lower than
# the block, and an estimate would cost a third of laying it out.
_TELLING = 0.85
# How much too high the estimates of tables are.
_TOO_HIGH = 1.06


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
    heights = _rough_heights(ladder)
    step, least = _first(heights, room, 0, 0, lambda step: block.at_least(width, ladder[step], memory))
    if step < len(ladder):
        begin = step
        if least < _TELLING * room:
            begin = _guess(heights, heights[0], room, block.estimate(width, ladder[0], memory) / _TOO_HIGH)
        step, _ = _first(heights, room, step, begin, lambda step: block.laid(width, ladder[step], memory).height)
    return step


def _rough_heights(ladder: Sequence[Style]) -> list[float]:
    """About how high a block is at each step, as a part of its height at the first: one half of that follows the area
    of the text, the other the spaces."""
    areas = [style.text("body").size * style.text("body").pitch for style in ladder]
    spaces = [style.step.space for style in ladder]
    return [
        (area / areas[0] + (space / spaces[0] if spaces[0] else 1)) / 2 for area, space in zip(areas, spaces, strict=True)
    ]


def _first(
    rough: Sequence[float], room: float, first: int, begin: int, height_at: Callable[[int], float]
) -> tuple[int, float]:
    """The first step, from ``first`` on, at which a height fits the room, and that height; looked for at ``begin`` first.

    Each height found tells where to look next: heights follow the ``rough`` ones.
    """
    failed, holding = first - 1, len(rough)
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
            step = _guess(rough, rough[step], room, height)
        else:
            part = (room - held) / (too_high - held)
            step = _first_below(rough, rough[holding] + (rough[failed] - rough[holding]) * part)
    return holding, held


def _guess(rough: Sequence[float], known: float, room: float, height: float) -> int:
    """The first step at which a block may fit that has this height where its rough one is ``known``."""
    return _first_below(rough, known * room / height if height else math.inf)


def _first_below(rough: Sequence[float], most: float) -> int:
    return next((index for index, lower in enumerate(rough) if lower <= most), len(rough))
