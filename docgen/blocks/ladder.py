"""The first step of the fitting ladder at which a room holds a block."""

from __future__ import annotations

import math
from collections.abc import Sequence

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.blocks.parting import about
from docgen.layout.style import Style

_TOLERANCE = 0.01


def first_that_holds(block: Block, width: float, room: float, ladder: Sequence[Style]) -> int:
    """The first step at which a room (``width`` × ``room`` points) holds the block; the ladder's length for none.

    The ladder runs from generous to tight, so what holds at a step holds at all that follow. Measuring is
    what costs, so what the block says of its height tells where to look first, and each height measured where
    to look next: heights follow, roughly, the area that the body text takes at a step.
    """
    if not ladder:
        return 0
    room += _TOLERANCE
    areas = [style.text("body").size * style.text("body").pitch for style in ladder]
    failed, holding = -1, len(ladder)
    step = _guess(areas, areas[0], room, about(block, width, ladder[0]))
    while failed + 1 < holding:
        step = min(max(step, failed + 1), holding - 1)
        height = height_of(block, width, ladder[step])
        if height <= room:
            holding = step
        else:
            failed = step
        step = _guess(areas, areas[step], room, height)
    return holding


def _guess(areas: Sequence[float], area: float, room: float, height: float) -> int:
    """The first step at which a block may fit that is so high where the body text takes ``area``."""
    least_area = area * room / height if height else math.inf
    return next((index for index, each in enumerate(areas) if each <= least_area), len(areas))
