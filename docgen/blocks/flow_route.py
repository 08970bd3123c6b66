"""The corners of a flow's connectors: along the gutters between layers, through channels, never through boxes.

Coordinates are (across, along): across the layers, in the direction of the flow, and along them. A flow
to the right has them as x and y; one downwards turns them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.blocks.flow_graph import Graph, LinkPath
from docgen.blocks.flow_place import Placement
from docgen.blocks.flow_track import Net, tracks

Point = tuple[float, float]

# Room between a track and the boxes on its left and right (points); an arrow's head stands in the latter.
_BEFORE_TRACKS = 6.0
_AFTER_TRACKS = 9.0
_TRACK_PITCH = 6.0
# What parts a channel from the boxes beside it, and from the next channel.
_CLEAR = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The layers' edges across: (first, last) of each, and the length along within which lines may run."""

    edges: tuple[tuple[float, float], ...]
    length: float


@dataclass(frozen=True, slots=True)
class Hop:
    """A stretch of a connector through one gutter, with the net that it belongs to there."""

    gutter: int
    net: object
    start: float
    end: float


def routed(graph: Graph, layers: Sequence[Sequence[int]], placement: Placement, frame: Frame) -> list[list[Point]]:
    """The corners of every path of the graph, from the earlier to the later layer, in the paths' order.

    Two boxes of one layer are joined by a straight line where they are neighbours, otherwise around.
    """
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    lanes = _lanes(graph, layers, placement, frame, layer_of)
    hops = [_hops(path, graph, placement, layer_of, lanes, layers) for path in graph.paths]
    across = _track_places([hop for path in hops for hop in path], frame)
    return [
        _corners(path, stretches, placement, layer_of, across, frame)
        for path, stretches in zip(graph.paths, hops, strict=True)
    ]


def _hops(
    path: LinkPath,
    graph: Graph,
    placement: Placement,
    layer_of: Mapping[int, int],
    lanes: Mapping[int, float],
    layers: Sequence[Sequence[int]],
) -> list[Hop]:
    first, last = path.nodes[0], path.nodes[-1]
    start, end = placement.centre(first), placement.centre(last)
    if layer_of[first] == layer_of[last]:
        if _neighbours(layers[layer_of[first]], first, last):
            return []
        gutter = layer_of[first] if layer_of[first] + 1 < len(layers) else layer_of[first] - 1
        return [Hop(gutter, ("around", first, last), start, end)]
    if path.skips:
        lane = lanes[first]
        return [
            Hop(layer_of[first], ("lane", first), start, lane),
            Hop(layer_of[last] - 1, ("lane", first), lane, end),
        ]
    return [
        Hop(layer_of[one], _net(graph, one, two), placement.centre(one), placement.centre(two))
        for one, two in zip(path.nodes, path.nodes[1:], strict=False)
    ]


def _neighbours(layer: Sequence[int], one: int, two: int) -> bool:
    return abs(layer.index(one) - layer.index(two)) == 1


def _net(graph: Graph, one: int, two: int) -> object:
    """The trunk of an edge: that of its busier end."""
    out, into = len(graph.after[one]), len(graph.before[two])
    return ("out", one) if out >= into else ("into", two)


def _track_places(hops: Sequence[Hop], frame: Frame) -> dict[tuple[int, object], float]:
    """Where across the page the track of each net lies."""
    places: dict[tuple[int, object], float] = {}
    for gutter in range(-1, len(frame.edges)):
        nets = _nets([hop for hop in hops if hop.gutter == gutter])
        if not nets:
            continue
        number, count = tracks(nets)
        first = frame.edges[gutter][1] if gutter >= 0 else 0.0
        last = frame.edges[gutter + 1][0]
        room = last - first - _BEFORE_TRACKS - _AFTER_TRACKS
        pitch = min(_TRACK_PITCH, room / max(1, count - 1))
        start = first + _BEFORE_TRACKS + (room - pitch * (count - 1)) / 2
        places.update({(gutter, net): start + pitch * at for net, at in number.items()})
    return places


def _nets(hops: Sequence[Hop]) -> dict[object, Net]:
    left: dict[object, set[float]] = {}
    right: dict[object, set[float]] = {}
    for hop in hops:
        left.setdefault(hop.net, set()).add(hop.start)
        right.setdefault(hop.net, set()).add(hop.end)
    nets = {net: Net(tuple(sorted(left[net])), tuple(sorted(right[net]))) for net in left}
    return {key: net for key, net in nets.items() if not net.level}


def _corners(
    path: LinkPath,
    hops: Sequence[Hop],
    placement: Placement,
    layer_of: Mapping[int, int],
    across: Mapping[tuple[int, object], float],
    frame: Frame,
) -> list[Point]:
    first, last = path.nodes[0], path.nodes[-1]
    edges = frame.edges[layer_of[first]]
    if not hops:
        upper, lower = sorted((first, last), key=lambda node: placement.starts[node])
        middle = (edges[0] + edges[1]) / 2
        ends = [
            (middle, placement.starts[upper] + placement.extents[upper]),
            (middle, placement.starts[lower]),
        ]
        return ends if upper == first else ends[::-1]
    if layer_of[first] == layer_of[last]:
        side = edges[1] if hops[0].gutter == layer_of[first] else edges[0]
        turn = across[hops[0].gutter, hops[0].net]
        return [(side, hops[0].start), (turn, hops[0].start), (turn, hops[0].end), (side, hops[0].end)]
    points: list[Point] = [(edges[1], hops[0].start)]
    for hop in hops:
        if abs(hop.start - hop.end) > 0.01:
            turn = across[hop.gutter, hop.net]
            points += [(turn, hop.start), (turn, hop.end)]
    points.append((frame.edges[layer_of[last]][0], hops[-1].end))
    return points


def _lanes(
    graph: Graph,
    layers: Sequence[Sequence[int]],
    placement: Placement,
    frame: Frame,
    layer_of: Mapping[int, int],
) -> dict[int, float]:
    """For each box with links that skip several layers, a level that is free in all of them.

    A gap between boxes where there is one, else a lane below all boxes.
    """
    lanes: dict[int, float] = {}
    taken = [placement.centre(node) for layer in layers for node in layer if node >= graph.boxes]
    below = frame.length
    for source in dict.fromkeys(path.nodes[0] for path in graph.paths if path.skips):
        ends = [path.nodes[-1] for path in graph.paths if path.skips and path.nodes[0] == source]
        last = max(layer_of[end] for end in ends)
        passed = [node for layer in layers[layer_of[source] + 1 : last] for node in layer if node < graph.boxes]
        wished = placement.centre(ends[0])
        level = _free_level(wished, passed, taken, placement)
        if level is None:
            below -= 2 * _CLEAR
            level = below + _CLEAR
        taken.append(level)
        lanes[source] = level
    return lanes


def lane_room(graph: Graph) -> float:
    """The room along the layers that lanes below the boxes may need."""
    sources = {path.nodes[0] for path in graph.paths if path.skips}
    return 2 * _CLEAR * (len(sources) + 1) if sources else 0.0


def _free_level(
    wished: float, passed: Sequence[int], taken: Sequence[float], placement: Placement
) -> float | None:
    """The level nearest to the wish that keeps clear of all boxes passed and of the channels taken."""
    edges = [placement.starts[node] - _CLEAR for node in passed]
    edges += [placement.starts[node] + placement.extents[node] + _CLEAR for node in passed]
    spans = [(placement.starts[node] - _CLEAR, placement.starts[node] + placement.extents[node] + _CLEAR) for node in passed]
    for level in sorted((wished, *edges), key=lambda level: (abs(level - wished), level)):
        in_box = any(low + 0.01 < level < high - 0.01 for low, high in spans)
        near = any(abs(level - other) < _CLEAR for other in taken)
        if level >= 0 and not in_box and not near:
            return level
    return None
