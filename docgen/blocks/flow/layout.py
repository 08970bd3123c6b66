"""What flows in both directions share: the order of their boxes, the gutters, the connectors on the page.

A flow to the right has columns side by side and is as high as its fullest column; one downwards has rows
under each other and is as high as its rows together.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.blocks.flow.boxes import FlowColumn, FlowFrame
from docgen.blocks.flow.channels import channels, long_channels_room
from docgen.blocks.flow.frame_order import Run, nodes_of, runs_in_order
from docgen.blocks.flow.frame_place import FramedPlacement
from docgen.blocks.flow.graph import Framed, Graph, framed, graph
from docgen.blocks.flow.heads import Heads
from docgen.blocks.flow.order import crossings, ordered
from docgen.blocks.flow.route import Routes, routed
from docgen.placed import Box, TextBody
from docgen.placed.box import Coordinates
from docgen.value import value

Edges = tuple[tuple[float, float], ...]

# A gutter's width, and what each crossing in it adds, up to a most (points).
_GUTTER = 30.0
_FOR_CROSSING = 1.5
_MOST_GUTTER = 48.0
# Room at the left of a single column for links around its boxes.
MARGIN = 24.0
# From a frame to the boxes in it, and to the lines that turn in the gutter beside it (points).
FRAME_PAD = 6.0
_FRAME_CLEAR = 4.0
# Half of the thickest bar of a channel.
_BAR_EDGE = 0.75


@dataclass(frozen=True, slots=True)
class Ordered:
    """The graph of a flow and its layers in the order in which they are drawn.

    ``runs`` are the layers with what frames hold together; ``crossed`` is how often lines cross between each
    layer and the next.
    """

    graph: Graph
    layers: tuple[tuple[int, ...], ...]
    frames: tuple[Framed, ...]
    runs: tuple[tuple[Run, ...], ...]
    crossed: tuple[int, ...]

    @property
    def boxes(self) -> int:
        """How many nodes are boxes."""
        return self.graph.boxes

    @property
    def nodes(self) -> list[int]:
        """All nodes, layer by layer."""
        return [node for layer in self.layers for node in layer]

    @property
    def around(self) -> bool:
        """Whether a link of a single layer needs the margin beside it."""
        return len(self.layers) == 1 and bool(self.graph.paths)

    @property
    def edge(self) -> float:
        """Room beside the first and the last node for half the thickness of a channel's bar."""
        return _BAR_EDGE if len(self.nodes) > self.boxes else 0.0

    @property
    def beyond(self) -> float:
        """Room along the layers beyond all boxes, for channels through several layers."""
        return long_channels_room(self.graph)

    def named(self, layer: Sequence[int]) -> list[tuple[int, str]]:
        """The boxes of a layer with their ids."""
        return [(node, self.graph.ids[node]) for node in layer if node < self.boxes]


@dataclass(frozen=True, slots=True)
class Plan:
    """A flow whose order is found, to be laid out. ``id`` begins the ids of its marks."""

    id: str
    columns: tuple[FlowColumn, ...]
    heads: Heads
    order: Ordered


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
class PlacedFlow:
    """The boxes' places and texts by box id, the connectors, the bars by node number, and the frames' places."""

    boxes: dict[str, Box]
    texts: dict[str, TextBody]
    connectors: tuple[Connector, ...]
    bars: dict[int, LaidBar]
    frames: tuple[tuple[FlowFrame, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class LaidBar:
    """A bar's name, its place, which has no thickness, and where connectors meet it."""

    name: str
    place: Box
    sites: tuple[Coordinates, ...]


@value(frozen=True, slots=True)
class Connector:
    """A connector from one end to another: box ids or bars' node numbers, and its name."""

    start: str | int
    end: str | int
    name: str
    points: tuple[Coordinates, ...]


def arranged(
    columns: Sequence[FlowColumn],
    links: Sequence[tuple[str, str]],
    where: str,
    frames: Sequence[FlowFrame] = (),
) -> Ordered:
    """The flow's graph with its layers ordered for few crossings, frames' boxes together."""
    names = tuple(tuple(box.id for box in column.boxes) for column in columns)
    fixed = frozenset(number for number, column in enumerate(columns) if column.fixed)
    return _arranged(names, tuple(links), fixed, where, tuple(frames))


@functools.lru_cache(maxsize=64)
def _arranged(
    names: tuple[tuple[str, ...], ...],
    links: tuple[tuple[str, str], ...],
    fixed: frozenset[int],
    where: str,
    frames: tuple[FlowFrame, ...],
) -> Ordered:
    """The order depends on ids and links only, and is found once for all widths and steps of the ladder."""
    made = graph(names, links, where)
    held = framed(frames, made, where)
    runs = runs_in_order(ordered(made.layers, made.before, made.after, fixed), held, made.after, fixed)
    layers = tuple(nodes_of(layer) for layer in runs)
    crossed = tuple(crossings(pair, made.after) for pair in pairwise(layers))
    return Ordered(made, layers, held, tuple(tuple(layer) for layer in runs), crossed)


def pads(order: Ordered, before: Sequence[float], after: float) -> Pads:
    """What frames take across; ``before`` is that of each frame before its first layer, for its title."""
    layers = range(len(order.layers))
    return Pads(
        tuple(
            max((room for frame, room in zip(order.frames, before, strict=True) if frame.first == at), default=0.0)
            for at in layers
        ),
        tuple(max((after for frame in order.frames if frame.last == at), default=0.0) for at in layers),
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


def edges_of(widths: Sequence[float], between: Sequence[float], order: Ordered, room: Pads) -> Edges:
    """First and last edge of each layer across, from 0."""
    at = (MARGIN if order.around else 0.0) + (room.before[0] if room.before else 0.0)
    edges: list[tuple[float, float]] = []
    for number, width in enumerate(widths):
        edges.append((at, at + width))
        at += width + (between[number] if number < len(between) else 0.0)
    return tuple(edges)


def routes(order: Ordered, found: FramedPlacement, edges: Edges, room: Pads, length: float) -> Routes:
    """The connectors and bars of a placed flow; trunks keep clear of frames in their gutters."""
    free = channels(order.graph, order.layers, found.placement, edges, length)
    clear = list(zip(room.after, (*room.before[1:], 0.0), strict=True))
    return routed(order.graph, order.layers, found.placement, edges, free, clear)


def bars(found: Routes, place: Box, *, turned: bool) -> dict[int, LaidBar]:
    """The bars on the page by their node numbers, as :func:`connectors`."""
    laid: dict[int, LaidBar] = {}
    for node, bar in found.bars.items():
        (first, last), (low, high) = bar.across, bar.along
        box = Box(place.x + first, place.y + low, last - first, high - low)
        sites = tuple((place.x + across, place.y + along) for across, along in bar.sites)
        if turned:
            box = Box(place.x + low, place.y + first, high - low, last - first)
            sites = tuple((place.x + along, place.y + across) for across, along in bar.sites)
        laid[node] = LaidBar(bar.name, box, sites)
    return laid


def connectors(order: Ordered, found: Routes, place: Box, *, turned: bool) -> tuple[Connector, ...]:
    """The connectors on the page; ``turned`` where along the layers is across the page."""

    def end(node: int) -> str | int:
        return order.graph.ids[node] if node < order.boxes else node

    return tuple(
        Connector(
            end(segment.start),
            end(segment.end),
            segment.name,
            tuple(
                (place.x + along, place.y + across) if turned else (place.x + across, place.y + along)
                for across, along in segment.points
            ),
        )
        for segment in found.segments
    )
