"""The first step of the fitting ladder at which a room holds a block."""

from __future__ import annotations

import math
from collections.abc import Sequence

from docgen.blocks.block import Block
from docgen.blocks.memory import Memory
from docgen.layout.style import Style
from docgen.placed.box import fits


def first_that_holds(
    block: Block, width: float, room: float, ladder: Sequence[Style], memory: Memory
) -> int:
    """The first step at which a room (``width`` × ``room`` points) holds the block; the ladder's length for none.

    The ladder runs from generous to tight, so what holds at a step holds at all that follow. Laying out is
    what costs, so the block's estimate of its height tells where to look first, and each height found where
    to look next. It is laid out only where it may be low enough.
    """
    if not ladder:
        return 0
    areas = [style.text("body").size * style.text("body").pitch for style in ladder]
    failed, holding = -1, len(ladder)
    too_high = held = math.inf
    step = _guess(areas, areas[0], room, block.estimate(width, ladder[0], memory))
    while failed + 1 < holding:
        step = min(max(step, failed + 1), holding - 1)
        height = block.at_least(width, ladder[step], memory)
        if fits(height, room):
            height = block.laid(width, ladder[step], memory).height
        if fits(height, room):
            holding, held = step, height
        else:
            failed, too_high = step, height
        if math.isinf(held) or math.isinf(too_high):
            step = _guess(areas, areas[step], room, height)
        else:
            part = (room - held) / (too_high - held)
            step = _first_below(areas, areas[holding] + (areas[failed] - areas[holding]) * part)
    return holding


def _guess(areas: Sequence[float], area: float, room: float, height: float) -> int:
    """The first step at which a block may fit that is so high where the body text takes ``area``.

    Heights fall about as the square of that area does: smaller letters take fewer lines, and spaces shrink beside them.
    """
    return _first_below(areas, area * math.sqrt(room / height) if height else math.inf)


def _first_below(areas: Sequence[float], most: float) -> int:
    return next((index for index, smaller in enumerate(areas) if smaller <= most), len(areas))
