"""A flow laid out: every box with its place and text, every link with its corners.

A flow to the right has columns side by side and is as high as its fullest column; one downwards has rows
under each other and is as high as its rows together.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docgen.blocks.flow_box import FlowBox, FlowColumn
from docgen.blocks.flow_graph import Graph, graph
from docgen.blocks.flow_lane import lane_room, lanes
from docgen.blocks.flow_order import crossings, ordered
from docgen.blocks.flow_place import Placement, Spaces, least_length, placed
from docgen.blocks.flow_route import Point, Routes, routed
from docgen.blocks.flow_text import BoxText, Figures, box_text, figures
from docgen.layout.style import Style
from docgen.placed import Box

Edges = tuple[tuple[float, float], ...]

# A gutter's width, and what each crossing in it adds, up to a most (points).
_GUTTER = 30.0
_FOR_CROSSING = 1.5
_MOST_GUTTER = 48.0
# Room at the left of a single column for links around its boxes.
_MARGIN = 24.0
# Half of the thickest bar of a channel.
_BAR_EDGE = 0.75
# The widest box of a flow downwards, as a part of the whole width, and the narrowest (points).
_WIDEST = 0.3
_NARROWEST = 60.0


@dataclass(frozen=True, slots=True)
class Ordered:
    """The graph of a flow and its layers in the order in which they are drawn."""

    graph: Graph
    layers: tuple[tuple[int, ...], ...]

    @property
    def boxes(self) -> int:
        """How many nodes are boxes."""
        return self.graph.boxes

    @property
    def around(self) -> bool:
        """Whether a link of a single layer needs the margin beside it."""
        return len(self.layers) == 1 and bool(self.graph.paths)


@dataclass(frozen=True, slots=True)
class Laid:
    """The boxes' places and texts by box id, the connectors, and the bars by node number.

    A bar is its name and its place, which has no thickness yet.
    """

    boxes: dict[str, Box]
    texts: dict[str, BoxText]
    connectors: tuple[Connector, ...]
    bars: dict[int, tuple[str, Box]]


@dataclass(frozen=True, slots=True)
class Connector:
    """A connector from one end to another: box ids or bars' node numbers, and its name."""

    start: str | int
    end: str | int
    name: str
    points: tuple[Point, ...]


def arranged(columns: Sequence[FlowColumn], links: Sequence[tuple[str, str]], where: str) -> Ordered:
    """The flow's graph with its layers ordered for few crossings."""
    names = tuple(tuple(box.id for box in column.boxes) for column in columns)
    fixed = frozenset(number for number, column in enumerate(columns) if column.fixed)
    return _arranged(names, tuple(links), fixed, where)


@functools.lru_cache(maxsize=64)
def _arranged(
    names: tuple[tuple[str, ...], ...], links: tuple[tuple[str, str], ...], fixed: frozenset[int], where: str
) -> Ordered:
    """The order depends on ids and links only, and is found once for all widths and steps of the ladder."""
    made = graph(names, links, where)
    layers = ordered(made.layers, made.before, made.after, fixed)
    return Ordered(made, tuple(tuple(layer) for layer in layers))


def gutters(order: Ordered) -> tuple[float, ...]:
    """The widths of the gutters between neighbouring layers: wider where more lines cross."""
    return tuple(
        min(_MOST_GUTTER, _GUTTER + _FOR_CROSSING * crossings(pair, order.graph.after))
        for pair in pairwise(order.layers)
    )


def edges_of(widths: Sequence[float], between: Sequence[float], order: Ordered) -> Edges:
    """First and last edge of each layer across, from 0."""
    at = _MARGIN if order.around else 0.0
    edges: list[tuple[float, float]] = []
    for number, width in enumerate(widths):
        edges.append((at, at + width))
        at += width + (between[number] if number < len(between) else 0.0)
    return tuple(edges)


def spaces_right(style: Style) -> Spaces:
    """The distances in a flow to the right."""
    return Spaces(
        least=max(2.5, style.space(5)),
        gap=max(3.0, style.space(7)),
        most=20,
        group=style.space(6),
        group_most=14,
        stretch=16,
    )


def spaces_down(style: Style) -> Spaces:
    """The distances in a flow downwards, from left to right."""
    return Spaces(
        least=max(6.0, style.space(10)), gap=style.space(16), most=60, group=12, group_most=24, stretch=30
    )


def texts_right(columns: Sequence[FlowColumn], edges: Edges, style: Style) -> dict[str, BoxText]:
    """The boxes' texts at the widths of their columns."""
    texts: dict[str, BoxText] = {}
    for column, (left, right) in zip(columns, edges, strict=True):
        places = figures(column, right - left, style)
        texts.update({box.id: box_text(box, right - left, style, places) for box in column.boxes})
    return texts


def least_right(order: Ordered, texts: dict[str, BoxText], style: Style) -> float:
    """The least height of a flow to the right, without heads."""
    boxes = least_length(order.layers, _heights(order, texts), spaces_right(style))
    return boxes + lane_room(order.graph, order.layers) + 2 * _edge(order)


def laid_right(order: Ordered, texts: dict[str, BoxText], edges: Edges, place: Box, style: Style) -> Laid:
    """The flow within ``place``: columns side by side, boxes from top to bottom."""
    edge = _edge(order)
    place = Box(place.x, place.y + edge, place.width, place.height - 2 * edge)
    room = place.height - lane_room(order.graph, order.layers)
    found = _placed(order, _heights(order, texts), spaces_right(style), room)
    boxes = {
        name: Box(
            place.x + edges[number][0],
            place.y + found.starts[node],
            edges[number][1] - edges[number][0],
            found.extents[node],
        )
        for number, layer in enumerate(order.layers)
        for node, name in _named(order, layer)
    }
    routes = _routed(order, found, edges, place.height)
    bars = {
        node: (bar.name, Box(place.x + bar.span[0], place.y + bar.level, bar.span[1] - bar.span[0], 0.0))
        for node, bar in routes.bars.items()
    }
    return Laid(boxes, texts, _connectors(order, routes, place, turned=False), bars)


def box_width_down(order: Ordered, width: float, style: Style) -> float:
    """The width of every box of a flow downwards: what the fullest row allows."""
    room = width - lane_room(order.graph, order.layers) - 2 * _edge(order)
    least = least_length(order.layers, dict.fromkeys(_nodes(order), 0.01), spaces_down(style))
    fullest = max(sum(1 for node in layer if node < order.boxes) for layer in order.layers)
    return max(_NARROWEST, min(_WIDEST * width, (room - least) / fullest))


def texts_down(columns: Sequence[FlowColumn], width: float, style: Style) -> dict[str, BoxText]:
    """The boxes' texts, all at one width."""
    return {
        box.id: box_text(box, width, style, _figures_down(box, width, style))
        for column in columns
        for box in column.boxes
    }


def rows_down(columns: Sequence[FlowColumn], texts: dict[str, BoxText]) -> tuple[float, ...]:
    """The heights of the rows: that of each one's highest box."""
    return tuple(max((texts[box.id].height for box in column.boxes), default=0.0) for column in columns)


def laid_down(
    columns: Sequence[FlowColumn],
    order: Ordered,
    texts: dict[str, BoxText],
    width: float,
    place: Box,
    style: Style,
) -> Laid:
    """The flow within ``place``: rows under each other, boxes of ``width`` from left to right."""
    edge = _edge(order)
    place = Box(place.x + edge, place.y, place.width - 2 * edge, place.height)
    extents = {node: width if node < order.boxes else 0.0 for node in _nodes(order)}
    found = _placed(order, extents, spaces_down(style), place.width - lane_room(order.graph, order.layers))
    rows, between = rows_down(columns, texts), gutters(order)
    spare = max(0.0, place.height - sum(rows) - sum(between))
    # Rows and gutters share what is left, so that the foot is not empty; a row grows by half its height.
    demand = sum(rows) / 2 + sum(between)
    share = min(1.0, spare / demand) if demand else 0.0
    edges = edges_of(
        [row * (1 + share / 2) for row in rows], [gutter * (1 + share) for gutter in between], order
    )
    boxes = {
        name: Box(
            place.x + found.starts[node],
            place.y + edges[number][0],
            found.extents[node],
            edges[number][1] - edges[number][0],
        )
        for number, layer in enumerate(order.layers)
        for node, name in _named(order, layer)
    }
    routes = _routed(order, found, edges, place.width)
    bars = {
        node: (bar.name, Box(place.x + bar.level, place.y + bar.span[0], 0.0, bar.span[1] - bar.span[0]))
        for node, bar in routes.bars.items()
    }
    return Laid(boxes, texts, _connectors(order, routes, place, turned=True), bars)


def least_down(columns: Sequence[FlowColumn], order: Ordered, texts: dict[str, BoxText]) -> float:
    """The least height of a flow downwards."""
    return sum(rows_down(columns, texts)) + sum(gutters(order)) + (_MARGIN if order.around else 0.0)


def _placed(order: Ordered, extents: dict[int, float], spaces: Spaces, length: float) -> Placement:
    return placed(order.layers, extents, order.graph.before, order.graph.after, spaces, length)


def _edge(order: Ordered) -> float:
    """Room beside the first and the last node for half the thickness of a channel's bar."""
    return _BAR_EDGE if len(_nodes(order)) > order.boxes else 0.0


def _routed(order: Ordered, found: Placement, edges: Edges, length: float) -> Routes:
    free = lanes(order.graph, order.layers, found, length)
    return routed(order.graph, order.layers, found, edges, free)


def _connectors(order: Ordered, routes: Routes, place: Box, *, turned: bool) -> tuple[Connector, ...]:
    """The connectors on the page; ``turned`` where along the layers is across the page."""

    def end(node: int) -> str | int:
        return order.graph.ids[node] if node < order.boxes else node

    return tuple(
        Connector(
            end(piece.start),
            end(piece.end),
            piece.name,
            tuple(
                (place.x + along, place.y + across) if turned else (place.x + across, place.y + along)
                for across, along in piece.points
            ),
        )
        for piece in routes.pieces
    )


def _heights(order: Ordered, texts: dict[str, BoxText]) -> dict[int, float]:
    heights = {node: texts[name].height for node, name in enumerate(order.graph.ids)}
    return {node: heights.get(node, 0.0) for node in _nodes(order)}


def _nodes(order: Ordered) -> list[int]:
    return [node for layer in order.layers for node in layer]


def _named(order: Ordered, layer: Sequence[int]) -> list[tuple[int, str]]:
    return [(node, order.graph.ids[node]) for node in layer if node < order.boxes]


def _figures_down(box: FlowBox, width: float, style: Style) -> Figures:
    return figures(FlowColumn((replace(box),)), width, style)
