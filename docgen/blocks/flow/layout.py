"""Laying out a flow in either direction: gutters, boxes along their layers, connectors, frames.

What is particular to a direction (which widths are given, where heads stand) is in ``right`` and ``down``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from docgen.blocks.flow.axis import Axis, Span
from docgen.blocks.flow.channels import channels, long_channels_room
from docgen.blocks.flow.place import least_length, placed
from docgen.blocks.flow.plan import Ordered
from docgen.blocks.flow.route import Routes, routed
from docgen.blocks.flow.rows import Row, Spaces
from docgen.placed import Box, ShapeMark, TextBody
from docgen.placed.box import Coordinates
from docgen.value import value

# A gutter's width, and what each crossing in it adds, up to a most (points).
_GUTTER = 30.0
_FOR_CROSSING = 1.5
_MOST_GUTTER = 48.0
# From a frame to the boxes in it, and to the lines that turn in the gutter beside it (points).
FRAME_PAD = 6.0
_FRAME_CLEAR = 4.0


@value(frozen=True, slots=True)
class Across:
    """What lies across, before, between and after the layers (points): gutters, and the room that frames take.

    ``before`` and ``after`` are what frames take at each layer; ``margin`` is the room before a single layer.
    """

    gutters: tuple[float, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    margin: float

    @property
    def total(self) -> float:
        """All of it together."""
        return fsum(self.gutters) + (self.before[0] + self.after[-1] if self.before else 0.0) + self.margin

    def edges(self, widths: Sequence[float], stretch: float = 1) -> tuple[Span, ...]:
        """The first and the last edge of layers of these widths, from 0; gutters are ``stretch`` times as wide."""
        start = self.margin + (self.before[0] if self.before else 0.0)
        edges: list[Span] = []
        for width, gutter in zip(widths, (*self.gutters, 0.0), strict=False):
            edges.append((start, start + width))
            start += width + gutter * stretch
        return tuple(edges)


@value(frozen=True, slots=True)
class Measured:
    """What is known of a flow before its boxes are placed along the layers (points).

    ``rows`` are the layers with the room in their frames; ``extents`` the least extents of boxes along them, 0 for
    channels; ``edges`` the first and the last edge of each layer across.
    """

    axis: Axis
    spaces: Spaces
    rows: tuple[Row, ...]
    extents: Mapping[int, float]
    across: Across
    edges: tuple[Span, ...]


@value(frozen=True, slots=True)
class PlacedFlow:
    """A flow with its places on the page.

    Boxes have their places and texts by node number. ``routes`` are in (across, along) from ``origin``, as
    ``axis`` says.
    """

    heads: tuple[ShapeMark, ...]
    boxes: tuple[Box, ...]
    texts: tuple[TextBody, ...]
    frames: tuple[Box, ...]
    routes: Routes
    axis: Axis
    origin: Coordinates


def across(order: Ordered, titles: Sequence[float]) -> Across:
    """What lies across, where frames have titles of these heights before their first layer.

    Gutters are wider where more lines cross. Lines turn in the middle of a gutter, so that the middle keeps clear
    of frames on either side.
    """
    before, after = [0.0] * len(order.layers), [0.0] * len(order.layers)
    for frame, title in zip(order.frames, titles, strict=True):
        before[frame.first] = max(before[frame.first], title + FRAME_PAD)
        after[frame.last] = FRAME_PAD
    gutters = []
    for count, pad in zip(order.crossed, map(max, after, before[1:]), strict=True):
        width = min(_MOST_GUTTER, _GUTTER + _FOR_CROSSING * count)
        gutters.append(max(width, 2 * (pad + _FRAME_CLEAR)) if pad else width)
    return Across(tuple(gutters), tuple(before), tuple(after), order.margin)


def least_along(order: Ordered, rows: Sequence[Row], extents: Mapping[int, float], spaces: Spaces) -> float:
    """The least length along the layers that holds every box and frame."""
    return least_length(rows, extents, spaces) + long_channels_room(order.graph) + 2 * order.edge


def placed_flow(
    order: Ordered, measured: Measured, place: Box, heads: tuple[ShapeMark, ...], texts: tuple[TextBody, ...]
) -> PlacedFlow:
    """The flow in ``place``, without its heads, which have their own places already."""
    axis, edges = measured.axis, measured.edges
    origin = axis.point((place.x, place.y), 0.0, order.edge)
    graph, beyond = order.graph, long_channels_room(order.graph)
    length = axis.length(place) - 2 * order.edge - beyond
    placement = placed(measured.rows, measured.extents, graph.before, graph.after, measured.spaces, length)
    boxes = tuple(
        axis.box(origin, edges[graph.layer_of[node]], placement.span(node)) for node in range(graph.boxes)
    )
    frames = tuple(
        axis.box(
            origin,
            (edges[frame.first][0] - measured.across.before[frame.first], edges[frame.last][1] + FRAME_PAD),
            placement.frame(number),
        )
        for number, frame in enumerate(order.frames)
    )
    past = channels(order, placement, edges, placement.end + beyond)
    clear = list(zip(measured.across.after, (*measured.across.before[1:], 0.0), strict=True))
    routes = routed(order, placement, edges, past, clear)
    return PlacedFlow(heads, boxes, texts, frames, routes, axis, origin)
