"""The marks of a flow that has its places: frames and boxes in the order of reading, then its lines.

The order of marks is that of reading aloud, and of drawing: a frame comes before what stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from docgen.blocks.flow.channels import Bar
from docgen.blocks.flow.heads import frame_title_body
from docgen.blocks.flow.layout import PlacedFlow
from docgen.blocks.flow.plan import Plan
from docgen.blocks.flow.route import Segment
from docgen.layout.style import Style
from docgen.placed import Box, ConnectorMark, Glue, Line, Mark, ShapeMark
from docgen.placed.box import Coordinates

# Two boxes are in one row or column where they overlap by more than this part of the smaller one.
_IN_LINE = 0.5


def flow_marks(plan: Plan, placed: PlacedFlow, line: Line, *, arrow: bool, style: Style) -> tuple[Mark, ...]:
    """Heads, frames, boxes, channels, trunks and connectors; ``line`` is how connectors look.

    ``arrow`` puts arrowheads where connectors reach a box. Frames without a border have ``line``.
    """
    boxes = _boxes(plan, placed)
    bars = {node: _bar(f"{plan.id}/{bar.name}", bar, line, placed) for node, bar in placed.routes.bars.items()}
    shapes = {**boxes, **bars}
    connectors = [
        _connector(plan.id, segment, shapes, line, arrow=arrow and segment.end not in bars, placed=placed)
        for segment in placed.routes.segments
    ]
    read = _in_reading_order(_frames(plan, placed, line, style), list(boxes.values()))
    return (*placed.heads, *read, *bars.values(), *connectors)


def _boxes(plan: Plan, placed: PlacedFlow) -> dict[int, ShapeMark]:
    """The boxes by node, layer by layer in the order in which they stand."""
    boxes = [box for column in plan.columns for box in column.boxes]
    return {
        node: ShapeMark(
            f"{plan.id}/{boxes[node].id}",
            placed.boxes[node],
            boxes[node].look.geometry,
            boxes[node].look.fill,
            boxes[node].look.border,
            placed.texts[node],
        )
        for layer in plan.order.layers
        for node in layer
        if node < len(boxes)
    }


def _bar(name: str, bar: Bar, line: Line, placed: PlacedFlow) -> ShapeMark:
    """A channel or a trunk: a line in a box as thick as the line."""
    place, half = placed.axis.box(placed.origin, bar.across, bar.along), line.width / 2
    if place.height:
        box = Box(place.x - half, place.y, line.width, place.height)
        ends = ((half, 0.0), (half, place.height))
    else:
        box = Box(place.x, place.y - half, place.width, line.width)
        ends = ((0.0, half), (place.width, half))
    points = [placed.axis.point(placed.origin, *site) for site in bar.sites]
    sites = tuple((x - box.x, y - box.y) for x, y in points)
    return ShapeMark(name, box, line=line, outline=(ends,), sites=sites)


def _connector(
    flow: str, segment: Segment, shapes: Mapping[int, ShapeMark], line: Line, *, arrow: bool, placed: PlacedFlow
) -> ConnectorMark:
    points = _points(segment, placed)
    start, end = shapes[segment.start], shapes[segment.end]
    return ConnectorMark(
        f"{flow}/{segment.name}",
        Glue(start.id, _site(start, points[0])),
        Glue(end.id, _site(end, points[-1])),
        points,
        line,
        arrow,
    )


def _points(segment: Segment, placed: PlacedFlow) -> tuple[Coordinates, ...]:
    """The corners of a segment on the page."""
    return tuple(placed.axis.point(placed.origin, *corner) for corner in segment.points)


def _site(mark: ShapeMark, point: Coordinates) -> int:
    """The connection site of a shape that a point lies on."""
    x, y = point[0] - mark.box.x, point[1] - mark.box.y
    width, height = mark.box.width, mark.box.height
    sides = ((width / 2, 0.0), (0.0, height / 2), (width / 2, height), (width, height / 2))
    sites = mark.sites or sides
    distances = [abs(across - x) + abs(down - y) for across, down in sites]
    return distances.index(min(distances)) + (len(sides) if mark.sites else 0)


def _frames(plan: Plan, placed: PlacedFlow, line: Line, style: Style) -> list[ShapeMark]:
    """The frames, each with its title clear of the lines that come in from above."""
    lines = [_points(segment, placed) for segment in placed.routes.segments] if plan.order.frames else []
    frames = [held.frame for held in plan.order.frames]
    return [
        ShapeMark(
            f"{plan.id}/frame-{frame.id}",
            place,
            fill=frame.fill,
            line=frame.border or line,
            body=frame_title_body(frame.title, place, _entering(lines, place), style),
        )
        for frame, place in zip(frames, placed.frames, strict=True)
    ]


def _entering(lines: Sequence[Sequence[Coordinates]], frame: Box) -> list[float]:
    """Where upright stretches of lines meet the frame's upper edge, from its left."""
    return [
        x - frame.x
        for points in lines
        for (x, y), (other, end) in pairwise(points)
        if abs(x - other) < 1 and min(y, end) < frame.y < max(y, end)
    ]


def _in_reading_order(frames: Sequence[ShapeMark], boxes: Sequence[ShapeMark]) -> list[ShapeMark]:
    """Frames and boxes so that each comes after what stands above it in its column and before it in its row.

    What has no such place keeps the order given, frames at the front of their boxes.
    """
    if not frames:
        return list(boxes)
    held = {frame.id: [box.id for box in boxes if frame.box.contains(box.box)] for frame in frames}
    rank = {box.id: number for number, box in enumerate(boxes)}
    rank |= {name: min(rank[box] for box in inside) for name, inside in held.items()}
    left = sorted([*frames, *boxes], key=lambda mark: rank[mark.id])
    waits = {mark.id: {other.id for other in left if other is not mark and _before(other.box, mark.box)} for mark in left}
    for frame, inside in held.items():
        for box in inside:
            waits[box].add(frame)
    order: list[ShapeMark] = []
    while left:
        waiting = {mark.id for mark in left}
        following = next((mark for mark in left if not waits[mark.id] & waiting), left[0])
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
