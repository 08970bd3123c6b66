"""Laying out a flow in either direction: gutters, boxes along their layers, connectors, frames.

What is particular to a direction (which widths are given, where heads stand) is in ``right`` and ``down``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.blocks.flow.axis import Axis, Span
from docgen.blocks.flow.channels import channels
from docgen.blocks.flow.place import least_length, placed
from docgen.blocks.flow.plan import Ordered
from docgen.blocks.flow.route import Routes, routed
from docgen.blocks.flow.rows import Row, Spaces
from docgen.placed import Box, ShapeMark, TextBody
from docgen.placed.box import Coordinates

# A gutter's width, and what each crossing in it adds, up to a most (points).
_GUTTER = 30.0
_FOR_CROSSING = 1.5
_MOST_GUTTER = 48.0
# From a frame to the boxes in it, and to the lines that turn in the gutter beside it (points).
FRAME_PAD = 6.0
_FRAME_CLEAR = 4.0


@dataclass(frozen=True, slots=True)
class Pads:
    """The room across the layers that frames take before and after each layer (points)."""

    before: tuple[float, ...]
    after: tuple[float, ...]

    @property
    def outer(self) -> float:
        """The room before the first and after the last layer."""
        return self.before[0] + self.after[-1] if self.before else 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of a flow before its boxes are placed along the layers (points).

    ``rows`` are the layers with the room in their frames; ``extents`` the least extents of boxes along them, 0 for
    channels; ``edges`` the first and the last edge of each layer across.
    """

    axis: Axis
    spaces: Spaces
    rows: tuple[Row, ...]
    extents: Mapping[int, float]
    pads: Pads
    edges: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
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


def pads(order: Ordered, before: Sequence[float]) -> Pads:
    """What frames take across; ``before`` is that of each frame before its first layer, with its title."""
    layers = range(len(order.layers))
    return Pads(
        tuple(
            max((room for frame, room in zip(order.frames, before, strict=True) if frame.first == at), default=0.0)
            for at in layers
        ),
        tuple(FRAME_PAD if any(frame.last == at for frame in order.frames) else 0.0 for at in layers),
    )


def gutters(order: Ordered, room: Pads) -> tuple[float, ...]:
    """The widths of the gutters between neighbouring layers: wider where more lines cross.

    Lines turn in the middle of a gutter, so that the middle keeps clear of frames on either side.
    """
    widths = [min(_MOST_GUTTER, _GUTTER + _FOR_CROSSING * count) for count in order.crossed]
    beside = [max(pair) for pair in zip(room.after, room.before[1:], strict=False)]
    return tuple(
        max(width, 2 * (pad + _FRAME_CLEAR)) if pad else width for width, pad in zip(widths, beside, strict=True)
    )


def edges_of(widths: Sequence[float], between: Sequence[float], order: Ordered, room: Pads) -> tuple[Span, ...]:
    """First and last edge of each layer across, from 0, with the gutters ``between``."""
    start = order.margin + (room.before[0] if room.before else 0.0)
    edges: list[Span] = []
    for width, gutter in zip(widths, (*between, 0.0), strict=False):
        edges.append((start, start + width))
        start += width + gutter
    return tuple(edges)


def least_along(order: Ordered, rows: Sequence[Row], extents: Mapping[int, float], spaces: Spaces) -> float:
    """The least length along the layers that holds every box and frame."""
    return least_length(rows, extents, spaces) + order.beyond + 2 * order.edge


def placed_flow(
    order: Ordered, measured: Measured, place: Box, heads: tuple[ShapeMark, ...], texts: tuple[TextBody, ...]
) -> PlacedFlow:
    """The flow in ``place``, without its heads, which have their own places already."""
    axis, edges = measured.axis, measured.edges
    origin = axis.point((place.x, place.y), 0.0, order.edge)
    before, after, length = order.graph.before, order.graph.after, axis.length(place) - 2 * order.edge - order.beyond
    found = placed(measured.rows, measured.extents, before, after, measured.spaces, length)
    boxes = tuple(
        axis.box(origin, edges[order.graph.layer_of[node]], found.span(node)) for node in range(order.graph.boxes)
    )
    frames = tuple(
        axis.box(
            origin,
            (edges[frame.first][0] - measured.pads.before[frame.first], edges[frame.last][1] + FRAME_PAD),
            found.frame(number),
        )
        for number, frame in enumerate(order.frames)
    )
    free = channels(order.graph, order.layers, order.frames, found, edges, found.end + order.beyond)
    clear = list(zip(measured.pads.after, (*measured.pads.before[1:], 0.0), strict=True))
    routes = routed(order.graph, order.layers, found, edges, free, clear)
    return PlacedFlow(heads, boxes, texts, frames, routes, axis, origin)
