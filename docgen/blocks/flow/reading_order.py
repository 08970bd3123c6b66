"""The order in which a flow's frames and boxes are read: from the top down and from the left, frames first.

The order of marks is that of reading aloud, and of drawing: a frame comes before what stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.placed import Box, ShapeMark

# Two boxes are in one row or column where they overlap by more than this part of the smaller one.
_IN_LINE = 0.5


def in_reading_order(frames: Sequence[ShapeMark], boxes: Sequence[ShapeMark]) -> list[ShapeMark]:
    """Frames and boxes so that each comes after what stands above it in its column and before it in its row.

    What has no such place keeps the order given, frames at the front of their boxes.
    """
    if not frames:
        return list(boxes)
    left = [*frames, *boxes]
    held = {id(frame): [box for box in boxes if frame.box.contains(box.box)] for frame in frames}
    rank = {id(box): at for at, box in enumerate(boxes)}
    rank |= {id(frame): min(rank[id(box)] for box in held[id(frame)]) for frame in frames}
    left.sort(key=lambda mark: rank[id(mark)])
    waits: dict[int, set[int]] = {
        id(mark): {id(other) for other in left if other is not mark and _before(other.box, mark.box)} for mark in left
    }
    for frame in frames:
        for box in held[id(frame)]:
            waits[id(box)].add(id(frame))
    order: list[ShapeMark] = []
    while left:
        there = {id(mark) for mark in left}
        following = next((mark for mark in left if not waits[id(mark)] & there), left[0])
        left.remove(following)
        order.append(following)
    return order


def _before(box: Box, other: Box) -> bool:
    """Whether a box stands above another in one column, or to the left of it in one row."""
    across = min(box.right, other.right) - max(box.x, other.x)
    down = min(box.bottom, other.bottom) - max(box.y, other.y)
    above = box.bottom <= other.y and across > _IN_LINE * min(box.width, other.width)
    left = box.right <= other.x and down > _IN_LINE * min(box.height, other.height)
    return above or left
