"""What is behind a text: fills of shapes that were drawn before it, of its slide layout, or the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docgen.placed import Box, Decoration, Mark, ShapeMark
from docgen.placed.box import Coordinates

PAPER = "paper"
# Marks may overlap or stick out so far (points) without being seen to.
UNSEEN = 0.1
# A free outline is asked at so many places across and down a text's box whether it lies behind it.
_ACROSS, _DOWN = 7, 3


def grounds(box: Box, before: Sequence[Mark], decorations: Iterable[Decoration]) -> frozenset[str]:
    """The palette colours that may lie behind ``box``. Of the marks ``before`` it, the last lies on top.

    A shape that lies behind the whole box hides what is below it; one behind a part of it does not.
    """
    colours: set[str] = set()
    for mark in reversed(before):
        if not isinstance(mark, ShapeMark) or mark.fill is None or not mark.box.overlaps(box, UNSEEN):
            continue
        share = _share(mark, box)
        if share > 0:
            colours.add(mark.fill)
        if share == 1:
            return frozenset(colours)
    for decoration in decorations:
        if decoration.fill is not None and decoration.box.contains(box, UNSEEN):
            return frozenset({*colours, decoration.fill})
        if decoration.fill is not None and decoration.box.overlaps(box, UNSEEN):
            colours.add(decoration.fill)
    return frozenset({*colours, PAPER})


def _share(mark: ShapeMark, box: Box) -> float:
    """How much of a box a shape lies behind: 1 all of it, 0 nothing."""
    if mark.outline is None:
        return 1.0 if mark.box.contains(box, UNSEEN) else 0.5
    points = [(x - mark.box.x, y - mark.box.y) for x, y in _sample(box)]
    return sum(_inside(point, mark.outline) for point in points) / len(points)


def _sample(box: Box) -> Iterator[Coordinates]:
    """Points spread evenly over a box."""
    for across in range(_ACROSS):
        for down in range(_DOWN):
            yield box.x + box.width * (across + 0.5) / _ACROSS, box.y + box.height * (down + 0.5) / _DOWN


def _inside(point: Coordinates, rings: Iterable[tuple[Coordinates, ...]]) -> bool:
    """Whether a point lies in the filled part of rings: it crosses an odd number of their edges to the right."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1
