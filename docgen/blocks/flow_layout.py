"""A flow laid out: every box with its place and text, every link with its corners.

A flow to the right has columns side by side and is as high as its fullest column; one downwards has rows
under each other and is as high as its rows together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.blocks.flow_box import FlowBox, FlowColumn
from docgen.blocks.flow_graph import Graph, graph
from docgen.blocks.flow_order import crossings, ordered
from docgen.blocks.flow_place import Placement, Spaces, least_length, placed
from docgen.blocks.flow_route import Frame, Point, lane_room, routed
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
        return self.graph.boxes

    @property
    def around(self) -> bool:
        """Whether a link of a single layer needs the margin beside it."""
        return len(self.layers) == 1 and bool(self.graph.paths)


@dataclass(frozen=True, slots=True)
class Laid:
    """The boxes' places and texts by box id, and the corners of the links in the order of the graph's paths."""

    boxes: dict[str, Box]
    texts: dict[str, BoxText]
    paths: tuple[tuple[Point, ...], ...]


def arranged(columns: Sequence[FlowColumn], links: Sequence[tuple[str, str]], where: str) -> Ordered:
    """The flow's graph with its layers ordered for few crossings."""
    made = graph([[box.id for box in column.boxes] for column in columns], links, where)
    fixed = frozenset(number for number, column in enumerate(columns) if column.fixed)
    layers = ordered(made.layers, made.before, made.after, fixed)
    return Ordered(made, tuple(tuple(layer) for layer in layers))


def gutters(order: Ordered) -> tuple[float, ...]:
    """The widths of the gutters between neighbouring layers: wider where more lines cross."""
    return tuple(
        min(_MOST_GUTTER, _GUTTER + _FOR_CROSSING * crossings(pair, order.graph.after))
        for pair in zip(order.layers, order.layers[1:], strict=False)
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
    return Spaces(least=max(6.0, style.space(10)), gap=style.space(16), most=60, group=12, group_most=24, stretch=30)


def texts_right(columns: Sequence[FlowColumn], edges: Edges, style: Style) -> dict[str, BoxText]:
    """The boxes' texts at the widths of their columns."""
    texts: dict[str, BoxText] = {}
    for column, (left, right) in zip(columns, edges, strict=True):
        places = figures(column, right - left, style)
        texts.update({box.id: box_text(box, right - left, style, places) for box in column.boxes})
    return texts


def least_right(order: Ordered, texts: dict[str, BoxText], style: Style) -> float:
    """The least height of a flow to the right, without heads."""
    return least_length(order.layers, _heights(order, texts), spaces_right(style)) + lane_room(order.graph)


def laid_right(order: Ordered, texts: dict[str, BoxText], edges: Edges, place: Box, style: Style) -> Laid:
    """The flow within ``place``: columns side by side, boxes from top to bottom."""
    room = place.height - lane_room(order.graph)
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
    paths = routed(order.graph, order.layers, found, Frame(edges, place.height))
    return Laid(boxes, texts, tuple(tuple((place.x + x, place.y + y) for x, y in path) for path in paths))


def box_width_down(order: Ordered, width: float, style: Style) -> float:
    """The width of every box of a flow downwards: what the fullest row allows."""
    room = width - lane_room(order.graph) - (_MARGIN if order.around else 0.0)
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
    columns: Sequence[FlowColumn], order: Ordered, texts: dict[str, BoxText], width: float, place: Box, style: Style
) -> Laid:
    """The flow within ``place``: rows under each other, boxes of ``width`` from left to right."""
    extents = {node: width if node < order.boxes else 0.0 for node in _nodes(order)}
    found = _placed(order, extents, spaces_down(style), place.width - lane_room(order.graph))
    rows, between = rows_down(columns, texts), gutters(order)
    spare = max(0.0, place.height - sum(rows) - sum(between))
    # Rows and gutters share what is left, so that the foot is not empty; a row grows by half its height.
    demand = sum(rows) / 2 + sum(between)
    share = min(1.0, spare / demand) if demand else 0.0
    edges = edges_of([row * (1 + share / 2) for row in rows], [gutter * (1 + share) for gutter in between], order)
    boxes = {
        name: Box(place.x + found.starts[node], place.y + edges[number][0], found.extents[node], edges[number][1] - edges[number][0])
        for number, layer in enumerate(order.layers)
        for node, name in _named(order, layer)
    }
    paths = routed(order.graph, order.layers, found, Frame(edges, place.width))
    return Laid(boxes, texts, tuple(tuple((place.x + x, place.y + y) for y, x in path) for path in paths))


def least_down(columns: Sequence[FlowColumn], order: Ordered, texts: dict[str, BoxText]) -> float:
    """The least height of a flow downwards."""
    return sum(rows_down(columns, texts)) + sum(gutters(order)) + (_MARGIN if order.around else 0.0)


def _placed(order: Ordered, extents: dict[int, float], spaces: Spaces, length: float) -> Placement:
    return placed(order.layers, extents, order.graph.before, order.graph.after, spaces, length)


def _heights(order: Ordered, texts: dict[str, BoxText]) -> dict[int, float]:
    heights = {node: texts[name].height for node, name in enumerate(order.graph.ids)}
    return {node: heights.get(node, 0.0) for node in _nodes(order)}


def _nodes(order: Ordered) -> list[int]:
    return [node for layer in order.layers for node in layer]


def _named(order: Ordered, layer: Sequence[int]) -> list[tuple[int, str]]:
    return [(node, order.graph.ids[node]) for node in layer if node < order.boxes]


def _figures_down(box: FlowBox, width: float, style: Style) -> Figures:
    return figures(FlowColumn((replace(box),)), width, style)
