"""The first step of the fitting ladder at which a room holds a block."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.blocks.block import Block
from docgen.blocks.measured import height_of
from docgen.layout.style import Style

_TOLERANCE = 0.01


def first_that_holds(block: Block, width: float, room: float, ladder: Sequence[Style]) -> int:
    """The first step at which a room (``width`` × ``room`` points) holds the block; the ladder's length for none.

    The ladder runs from generous to tight, so what holds at a step holds at all that follow. Measuring is
    what costs, so each height measured tells where to look next: heights follow, roughly, the area that the
    body text takes at a step.
    """
    room += _TOLERANCE
    areas = [style.text("body").size * style.text("body").pitch for style in ladder]
    step, failed, holding = 0, -1, len(ladder)
    while failed + 1 < holding:
        height = height_of(block, width, ladder[step])
        if height <= room:
            holding = step
        else:
            failed = step
        least_area = areas[step] * room / height if height else 0.0
        guess = next((index for index, area in enumerate(areas) if area <= least_area), len(areas))
        step = min(max(guess, failed + 1), holding - 1)
    return holding
