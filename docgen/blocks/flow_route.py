"""The corners of a flow's connectors: along the gutters between layers, never through boxes.

A link that skips layers runs through them on a bar, a thin shape in a channel between boxes, to whose ends
connectors are glued. So every connector bends at most twice, in the middle of a gutter, which PowerPoint
keeps when a box is moved and which every program draws alike.

Coordinates are (across, along): across the layers, in the direction of the flow, and along them. A flow
to the right has them as x and y; one downwards turns them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.blocks.flow_graph import Graph, LinkPath
from docgen.blocks.flow_lane import Lane
from docgen.blocks.flow_place import Placement
from docgen.blocks.flow_track import Span, crowded, tracks

Point = tuple[float, float]

# What a net begins with whose links run around the boxes of one layer.
_AROUND = "around"
# Levels that differ by less than this (points) are one.
_LEVEL = 0.01


@dataclass(frozen=True, slots=True)
class Bar:
    """A channel's thin shape: its name, where it begins and ends across, and its level along."""

    name: str
    span: Span
    level: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A connector from one node to another (boxes or bars), with its corners in the link's own direction."""

    name: str
    start: int
    end: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Routes:
    """All connectors of a flow, and the bars that some of them are glued to by their node numbers."""

    pieces: tuple[Piece, ...]
    bars: Mapping[int, Bar]


@dataclass(frozen=True, slots=True)
class _Hop:
    """A stretch from the earlier to the later node through one gutter; ``net`` is its trunk there.

    The gutter is None where two boxes of one layer stand side by side.
    """

    start: int
    end: int
    gutter: int | None
    net: tuple[object, ...] = ()
    backward: bool = False


def routed(
    graph: Graph,
    layers: Sequence[Sequence[int]],
    placement: Placement,
    edges: Sequence[Span],
    lanes: Mapping[tuple[int, int], Lane],
) -> Routes:
    """The connectors and bars of a placed graph; ``edges`` are the layers' first and last edges across.

    Two boxes of one layer are joined by a straight line where they are neighbours, otherwise around.
    """
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    bars = {
        node: Bar(
            f"{graph.ids[graph.before[node][0]]}-channel", edges[layer_of[node]], placement.centre(node)
        )
        for node in layer_of
        if node >= graph.boxes
    }
    bars |= {
        lane.node: Bar(
            f"{graph.ids[source]}-channel-{last + 1}",
            (edges[layer_of[source] + 1][0], edges[last - 1][1]),
            lane.level,
        )
        for (source, last), lane in lanes.items()
    }
    levels = {node: placement.centre(node) for node in layer_of} | {
        node: bar.level for node, bar in bars.items()
    }
    spans = {node: edges[layer] for node, layer in layer_of.items()} | {
        node: bar.span for node, bar in bars.items()
    }
    hops = list(
        dict.fromkeys(hop for path in graph.paths for hop in _hops(path, graph, layers, layer_of, lanes))
    )
    turns = _turns(hops, levels, edges)
    names = {**dict(enumerate(graph.ids)), **{node: bar.name for node, bar in bars.items()}}
    pieces = [
        _piece(
            hop,
            names,
            _beside(hop, placement, spans) if hop.gutter is None else _bent(hop, levels, spans, turns),
        )
        for hop in hops
    ]
    return Routes(tuple(pieces), bars)


def _piece(hop: _Hop, names: Mapping[int, str], points: tuple[Point, ...]) -> Piece:
    start, end = (hop.end, hop.start) if hop.backward else (hop.start, hop.end)
    return Piece(f"{names[start]}-{names[end]}", start, end, points[::-1] if hop.backward else points)


def _hops(
    path: LinkPath,
    graph: Graph,
    layers: Sequence[Sequence[int]],
    layer_of: Mapping[int, int],
    lanes: Mapping[tuple[int, int], Lane],
) -> list[_Hop]:
    first, last = path.nodes[0], path.nodes[-1]
    layer, later = layer_of[first], layer_of[last]
    if layer == later:
        if abs(layers[layer].index(first) - layers[layer].index(last)) == 1:
            return [_Hop(first, last, None)]
        gutter = layer if layer + 1 < len(layers) else layer - 1
        return [_Hop(first, last, gutter, (_AROUND, first, last))]
    if path.skips:
        lane = lanes[first, later].node
        return [
            _Hop(first, lane, layer, ("lane", first), path.backward),
            _Hop(lane, last, later - 1, ("lane", lane), path.backward),
        ]
    nodes = path.nodes
    return [
        _Hop(one, two, layer + number, _net(graph, one, two), path.backward)
        for number, (one, two) in enumerate(pairwise(nodes))
    ]


def _net(graph: Graph, one: int, two: int) -> tuple[object, ...]:
    """The trunk of an edge: that of its busier end."""
    out, into = len(graph.after[one]), len(graph.before[two])
    return ("out", one) if out >= into else ("into", two)


def _turns(
    hops: Sequence[_Hop], levels: Mapping[int, float], edges: Sequence[Span]
) -> dict[tuple[int, object], float]:
    """Where across the page each net turns; a net that is not in here has straight lines.

    Trunks lie in the middle of their gutter, where every program bends a connector by itself. Where two
    would run together the gutter's links are straight lines, which tell apart in every program. Lines around
    the boxes of a layer have tracks of their own. Gutter -1 is the margin before the first layer.
    """
    places: dict[tuple[int, object], float] = {}
    for gutter in range(-1, len(edges)):
        spans = _net_spans([hop for hop in hops if hop.gutter == gutter], levels)
        first, last = edges[gutter][1] if gutter >= 0 else 0.0, edges[min(gutter + 1, len(edges) - 1)][0]
        trunks = {net: span for net, span in spans.items() if net[0] != _AROUND}
        if not crowded(list(trunks.values())):
            places.update({(gutter, net): (first + last) / 2 for net in trunks})
        track = tracks({net: span for net, span in spans.items() if net[0] == _AROUND})
        pitch = (last - first) / (2 + max(track.values(), default=0))
        places.update({(gutter, net): first + pitch * (number + 1) for net, number in track.items()})
    return places


def _net_spans(hops: Sequence[_Hop], levels: Mapping[int, float]) -> dict[tuple[object, ...], Span]:
    """The first and the last level of each net."""
    found: dict[tuple[object, ...], list[float]] = {}
    for hop in hops:
        found.setdefault(hop.net, []).extend((levels[hop.start], levels[hop.end]))
    return {net: (min(all_levels), max(all_levels)) for net, all_levels in found.items()}


def _bent(
    hop: _Hop,
    levels: Mapping[int, float],
    spans: Mapping[int, Span],
    turns: Mapping[tuple[int, object], float],
) -> tuple[Point, ...]:
    start, end = levels[hop.start], levels[hop.end]
    left, right = spans[hop.start][1], spans[hop.end][0]
    turn = turns.get((hop.gutter if hop.gutter is not None else 0, hop.net))
    if spans[hop.start] == spans[hop.end] and turn is not None:
        side = left if turn > left else right
        return ((side, start), (turn, start), (turn, end), (side, end))
    if turn is None or abs(start - end) < _LEVEL:
        return ((left, start), (right, end))
    return ((left, start), (turn, start), (turn, end), (right, end))


def _beside(hop: _Hop, placement: Placement, spans: Mapping[int, Span]) -> tuple[Point, ...]:
    """A straight line between two neighbours of one layer."""
    upper, lower = sorted((hop.start, hop.end), key=lambda node: placement.starts[node])
    middle = (spans[upper][0] + spans[upper][1]) / 2
    ends = ((middle, placement.starts[upper] + placement.extents[upper]), (middle, placement.starts[lower]))
    return ends if upper == hop.start else ends[::-1]
