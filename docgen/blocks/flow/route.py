"""The corners of a flow's connectors: along the gutters between layers, never through boxes.

A link that skips layers runs through them on a bar, a thin shape in a channel between boxes, to whose ends
connectors are glued. Where links of several boxes share a stretch of a gutter, each trunk is such a bar too, and
straight connectors lead to it. So every connector bends at most twice, in the middle of a gutter, which
PowerPoint keeps when a box is moved and which every program draws alike.

Coordinates are (across, along): across the layers, in the direction of the flow, and along them. A flow
to the right has them as x and y; one downwards turns them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.blocks.flow.graph import Graph, LinkPath
from docgen.blocks.flow.lanes import Lane
from docgen.blocks.flow.place import Placement
from docgen.blocks.flow.trunks import Net, Span, crowded, depth, told_apart, tracks, trunk_tracks
from docgen.placed.box import Coordinates
from docgen.value import value

# What a net begins with whose links run around the boxes of one layer.
_AROUND = "around"
# Levels that differ by less than this (points) are one.
_LEVEL = 0.01
# Trunks side by side keep this distance, and as much from the boxes (points).
_LEAST_PITCH = 4.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A thin shape that connectors are glued to: its name, where it begins and ends across and along.

    ``sites`` are where connectors meet it: at the ends of a channel, along a trunk.
    """

    name: str
    across: Span
    along: Span
    sites: tuple[Coordinates, ...]


@value(frozen=True, slots=True)
class Piece:
    """A connector from one node to another (boxes or bars), with its corners in the link's own direction."""

    name: str
    start: int
    end: int
    points: tuple[Coordinates, ...]


@dataclass(frozen=True, slots=True)
class Routes:
    """All connectors of a flow, and the bars that some of them are glued to by their node numbers."""

    pieces: tuple[Piece, ...]
    bars: Mapping[int, Bar]


@value(frozen=True, slots=True)
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
    clear: Sequence[Span] | None = None,
) -> Routes:
    """The connectors and bars of a placed graph; ``edges`` are the layers' first and last edges across.

    ``clear`` is how far trunks side by side keep from the layer before and the layer after each gutter. Two
    boxes of one layer are joined by a straight line where they are neighbours, otherwise around.
    """
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    bars = _channels(graph, layers, placement, edges) | _lane_bars(graph, layers, edges, lanes)
    levels = {node: placement.centre(node) for node in layer_of}
    levels |= {node: bar.along[0] for node, bar in bars.items()}
    spans = {node: edges[layer] for node, layer in layer_of.items()}
    spans |= {node: bar.across for node, bar in bars.items()}
    hops = list(
        dict.fromkeys(hop for path in graph.paths for hop in _hops(path, graph, layers, layer_of, lanes))
    )
    names = {**dict(enumerate(graph.ids)), **{node: bar.name for node, bar in bars.items()}}
    turns = _turns(hops, levels, edges, clear or [(0.0, 0.0)] * len(edges))
    trunks = {
        key: (max(levels) + 1 + number, _trunk(net, turns.places[key], names, levels))
        for number, (key, net) in enumerate(turns.trunks.items())
    }
    bars |= dict(trunks.values())
    names |= {node: bar.name for node, bar in trunks.values()}
    pieces: dict[Piece, None] = {}
    for hop in hops:
        trunk = trunks.get((hop.gutter, turns.net(hop)))
        if trunk is not None:
            pieces |= dict.fromkeys(_branches(hop, trunk, names, levels, spans))
        elif hop.gutter is None:
            pieces[_piece(hop, names, _beside(hop, placement, spans))] = None
        else:
            pieces[_piece(hop, names, _bent(hop, levels, spans, turns))] = None
    return Routes(tuple(pieces), bars)


def _channels(
    graph: Graph, layers: Sequence[Sequence[int]], placement: Placement, edges: Sequence[Span]
) -> dict[int, Bar]:
    """The bars of links that pass one layer, by their dummies."""
    return {
        node: _channel(f"{graph.ids[graph.before[node][0]]}-channel", edges[layer], placement.centre(node))
        for layer, nodes in enumerate(layers)
        for node in nodes
        if node >= graph.boxes
    }


def _lane_bars(
    graph: Graph, layers: Sequence[Sequence[int]], edges: Sequence[Span], lanes: Mapping[tuple[int, int], Lane]
) -> dict[int, Bar]:
    """The bars of links that pass several layers, by their lanes' nodes."""
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    return {
        lane.node: _channel(
            f"{graph.ids[source]}-channel-{last + 1}",
            (edges[layer_of[source] + 1][0], edges[last - 1][1]),
            lane.level,
        )
        for (source, last), lane in lanes.items()
    }


def _channel(name: str, across: Span, level: float) -> Bar:
    return Bar(name, across, (level, level), ((across[0], level), (across[1], level)))


def _trunk(net: Net, turn: float, names: Mapping[int, str], levels: Mapping[int, float]) -> Bar:
    """The bar of a net, with the levels of its branches."""
    first, last = net.first, net.last
    if len(first) == len(last) == 1:
        name = f"{names[first[0]]}-{names[last[0]]}-trunk"
    else:
        name = f"{names[first[0]]}-trunk" if len(first) == 1 else f"trunk-{names[last[0]]}"
    met = sorted({levels[node] for node in (*first, *last)})
    return Bar(name, (turn, turn), net.span(levels), tuple((turn, level) for level in met))


def _branches(
    hop: _Hop,
    trunk: tuple[int, Bar],
    names: Mapping[int, str],
    levels: Mapping[int, float],
    spans: Mapping[int, Span],
) -> tuple[Piece, Piece]:
    """The straight connectors of a link from its box to the trunk and from there to the other box."""
    node, bar = trunk
    start, end, turn = levels[hop.start], levels[hop.end], bar.across[0]
    into = _Hop(hop.start, node, hop.gutter, backward=hop.backward)
    out = _Hop(node, hop.end, hop.gutter, backward=hop.backward)
    return (
        _piece(into, names, ((spans[hop.start][1], start), (turn, start))),
        _piece(out, names, ((turn, end), (spans[hop.end][0], end))),
    )


def _piece(hop: _Hop, names: Mapping[int, str], points: tuple[Coordinates, ...]) -> Piece:
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


@dataclass(frozen=True, slots=True)
class _Turns:
    """Where across the page nets turn, the nets of links that are not their hop's, and the nets with a bar.

    A net that has no place has straight lines.
    """

    places: dict[tuple[int | None, Hashable], float]
    nets: dict[tuple[int | None, int, int], Hashable]
    trunks: dict[tuple[int | None, Hashable], Net]

    def net(self, hop: _Hop) -> Hashable:
        """The net that a hop belongs to."""
        return self.nets.get((hop.gutter, hop.start, hop.end), hop.net)


def _turns(
    hops: Sequence[_Hop], levels: Mapping[int, float], edges: Sequence[Span], clear: Sequence[Span]
) -> _Turns:
    """Where across the page each net turns.

    Trunks lie in the middle of their gutter, where every program bends a connector by itself. Where two
    would run together they stand side by side, each a bar; where there is no room for that, the gutter's links
    are straight lines, which tell apart in every program. Lines around the boxes of a layer have tracks of
    their own. Gutter -1 is the margin before the first layer.
    """
    found = _Turns({}, {}, {})
    for gutter in range(-1, len(edges)):
        inside = [hop for hop in hops if hop.gutter == gutter]
        first, last = edges[gutter][1] if gutter >= 0 else 0.0, edges[min(gutter + 1, len(edges) - 1)][0]
        _trunks([hop for hop in inside if hop.net[0] != _AROUND], gutter, levels, (first, last), clear, found)
        around = _net_spans([hop for hop in inside if hop.net[0] == _AROUND], levels)
        track = tracks(around)
        pitch = (last - first) / (2 + max(track.values(), default=0))
        found.places.update({(gutter, net): first + pitch * (number + 1) for net, number in track.items()})
    return found


def _trunks(
    hops: Sequence[_Hop],
    gutter: int,
    levels: Mapping[int, float],
    room: Span,
    clear: Sequence[Span],
    found: _Turns,
) -> None:
    """Add to ``found`` where the trunks of a gutter stand: one place for all, or side by side."""
    spans = _net_spans(hops, levels)
    middle = (room[0] + room[1]) / 2
    if not crowded(list(spans.values())):
        found.places.update({(gutter, net): middle for net in spans})
        return
    first, last = room[0] + clear[gutter][0], room[1] - clear[gutter][1]
    most = int((last - first) / _LEAST_PITCH) - 1
    links: dict[Hashable, list[tuple[int, int]]] = {}
    for hop in hops:
        links.setdefault(hop.net, []).append((hop.start, hop.end))
    nets = [Net.of(key, list(dict.fromkeys(pairs))) for key, pairs in links.items()]
    if depth(nets, levels) > most:
        return
    nets = told_apart(nets, levels)
    track = trunk_tracks(nets, levels)
    if track is None or max(track.values(), default=0) >= most:
        return
    pitch = (last - first) / (2 + max(track.values(), default=0))
    for net in nets:
        found.nets.update({(gutter, *link): net.key for link in net.links})
        if net.key in track:
            found.places[gutter, net.key] = first + pitch * (track[net.key] + 1)
            found.trunks[gutter, net.key] = net


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
    turns: _Turns,
) -> tuple[Coordinates, ...]:
    start, end = levels[hop.start], levels[hop.end]
    left, right = spans[hop.start][1], spans[hop.end][0]
    turn = turns.places.get((hop.gutter, turns.net(hop)))
    if spans[hop.start] == spans[hop.end] and turn is not None:
        side = left if turn > left else right
        return ((side, start), (turn, start), (turn, end), (side, end))
    if turn is None or abs(start - end) < _LEVEL:
        return ((left, start), (right, end))
    return ((left, start), (turn, start), (turn, end), (right, end))


def _beside(hop: _Hop, placement: Placement, spans: Mapping[int, Span]) -> tuple[Coordinates, ...]:
    """A straight line between two neighbours of one layer."""
    upper, lower = sorted((hop.start, hop.end), key=lambda node: placement.starts[node])
    middle = (spans[upper][0] + spans[upper][1]) / 2
    ends = ((middle, placement.starts[upper] + placement.extents[upper]), (middle, placement.starts[lower]))
    return ends if upper == hop.start else ends[::-1]
