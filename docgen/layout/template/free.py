"""Where there is room on a page: the largest stretch of a region that nothing stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from docgen.placed import Box


def free_box(region: Box, taken: Iterable[Box], gap: float = 0, least: tuple[float, float] = (0, 0)) -> Box | None:
    """The largest box in ``region`` that keeps a ``gap`` (points) from all that is ``taken``.

    None where there is none of ``least`` width and height.

    >>> free_box(Box(0, 0, 100, 100), [Box(0, 0, 100, 20), Box(90, 90, 10, 10)])
    Box(x=0, y=20, width=90, height=80)
    """
    inside = [cut for cut in (_cut(box, region, gap) for box in taken) if cut is not None]
    edges = sorted({region.x, region.right, *(edge for box in inside for edge in (box.x, box.right))})
    best: Box | None = None
    for left, right in combinations(edges, 2):
        if right - left < least[0]:
            continue
        for top, bottom in _gaps([box for box in inside if box.x < right and box.right > left], region):
            found = Box(left, top, right - left, bottom - top)
            if found.height >= least[1] and (best is None or _area(found) > _area(best) + 1):
                best = found
    return best


def _cut(box: Box, region: Box, gap: float) -> Box | None:
    """What a box with a gap around it takes of the region; None of nothing."""
    left, top = max(box.x - gap, region.x), max(box.y - gap, region.y)
    right, bottom = min(box.right + gap, region.right), min(box.bottom + gap, region.bottom)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _gaps(taken: Sequence[Box], region: Box) -> list[tuple[float, float]]:
    """The free intervals from above to below, between boxes that take the whole width."""
    gaps, free = [], region.y
    for box in sorted(taken, key=lambda each: each.y):
        if box.y > free:
            gaps.append((free, box.y))
        free = max(free, box.bottom)
    return [*gaps, (free, region.bottom)] if region.bottom > free else gaps


def _area(box: Box) -> float:
    return box.width * box.height
