"""The corners of a flow's connectors: along the gutters between layers, never through boxes.

A link that skips layers runs through them on a bar, a thin shape in a channel between boxes. Where links of
several boxes share a stretch of a gutter, each trunk is such a bar too. Connectors are glued to boxes and bars,
so that each is one segment of a link and bends at most twice, in the middle of a gutter, which PowerPoint keeps
when a box is moved and which every program draws alike.

Coordinates are (across, along): across the layers, in the direction of the flow, and along them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from docgen.blocks.flow.axis import Span
from docgen.blocks.flow.channels import Bar, Channels
from docgen.blocks.flow.graph import Graph, LinkPath
from docgen.blocks.flow.gutters import AROUND, Hop, Turns, turns
from docgen.blocks.flow.place import Placement
from docgen.blocks.flow.plan import Ordered
from docgen.blocks.flow.trunks import Net
from docgen.placed.box import ROUNDING, Coordinates
from docgen.value import value


@value(frozen=True, slots=True)
class Segment:
    """A stretch of a link that is one connector, from a box or bar to another, with its corners in order.

    ``start`` and ``end`` are nodes: boxes, or bars.
    """

    name: str
    start: int
    end: int
    points: tuple[Coordinates, ...]


@value(frozen=True, slots=True)
class Routes:
    """All connectors of a flow, and the bars that some of them are glued to by their node numbers."""

    segments: tuple[Segment, ...]
    bars: Mapping[int, Bar]


@value(frozen=True, slots=True)
class _Ends:
    """What connectors may lead to, boxes and bars by node: name, level along, first and last edge across."""

    names: Mapping[int, str]
    levels: Mapping[int, float]
    spans: Mapping[int, Span]

    def segment(self, hop: Hop, *points: Coordinates) -> Segment:
        """The segment of a hop with its corners from the earlier to the later node, in the link's own direction."""
        start, end = (hop.end, hop.start) if hop.backward else (hop.start, hop.end)
        return Segment(
            f"{self.names[start]}-{self.names[end]}", start, end, points[::-1] if hop.backward else points
        )


def routed(
    order: Ordered, placement: Placement, edges: Sequence[Span], channels: Channels, clear: Sequence[Span]
) -> Routes:
    """The connectors and bars of a placed flow; ``edges`` are the layers' first and last edges across.

    ``clear`` is how far trunks side by side keep from the layer before and the layer after each gutter. Two
    boxes of one layer are joined by a straight line where they are neighbours, otherwise around.
    """
    ends = _ends(order.graph, placement, edges, channels.bars)
    hops = list(dict.fromkeys(hop for path in order.graph.paths for hop in _hops(path, order, channels)))
    turned = _turned(hops, ends.levels, edges, clear)
    nets = [(gutter, net) for gutter, turn in turned.items() for net in turn.trunks]
    trunk_of = {(gutter, net.key): node for node, (gutter, net) in enumerate(nets, start=max(ends.levels) + 1)}
    trunks = {
        trunk_of[gutter, net.key]: _trunk(net, turned[gutter].places[net.key], ends, channels) for gutter, net in nets
    }
    ends = _Ends({**ends.names, **{node: bar.name for node, bar in trunks.items()}}, ends.levels, ends.spans)
    segments: dict[Segment, None] = {}
    for hop in hops:
        if hop.gutter is None:
            segments[_beside(hop, placement, ends)] = None
            continue
        trunk = trunk_of.get((hop.gutter, turned[hop.gutter].net(hop)))
        if trunk is None:
            segments[_bent(hop, ends, turned[hop.gutter])] = None
        else:
            segments |= dict.fromkeys(_branches(hop, trunk, trunks[trunk].across[0], ends))
    return Routes(tuple(segments), {**channels.bars, **trunks})


def _ends(graph: Graph, placement: Placement, edges: Sequence[Span], channels: Mapping[int, Bar]) -> _Ends:
    """The boxes and the channels."""
    return _Ends(
        {**dict(enumerate(graph.ids)), **{node: bar.name for node, bar in channels.items()}},
        {node: placement.centre(node) for node in graph.layer_of}
        | {node: bar.along[0] for node, bar in channels.items()},
        {node: edges[layer] for node, layer in graph.layer_of.items()}
        | {node: bar.across for node, bar in channels.items()},
    )


def _turned(
    hops: Sequence[Hop], levels: Mapping[int, float], edges: Sequence[Span], clear: Sequence[Span]
) -> dict[int, Turns]:
    """The turns of each gutter by the number of the layer before it; -1 is the margin before the first layer."""
    return {
        gutter: turns(
            [hop for hop in hops if hop.gutter == gutter],
            levels,
            (edges[gutter][1] if gutter >= 0 else 0.0, edges[min(gutter + 1, len(edges) - 1)][0]),
            clear[gutter],
        )
        for gutter in range(-1, len(edges))
    }


def _hops(path: LinkPath, order: Ordered, channels: Channels) -> Iterator[Hop]:
    graph, layers = order.graph, order.layers
    first, last = path.nodes[0], path.nodes[-1]
    layer, later = graph.layer_of[first], graph.layer_of[last]
    if layer == later:
        if abs(layers[layer].index(first) - layers[layer].index(last)) == 1:
            yield Hop(first, last, None)
        else:
            yield Hop(first, last, layer if layer + 1 < len(layers) else layer - 1, (AROUND, first, last))
    elif path.skips:
        channel = channels.long[first, later]
        yield Hop(first, channel, layer, ("channel", first), path.backward)
        yield Hop(channel, last, later - 1, ("channel", channel), path.backward)
    else:
        for gutter, (start, end) in enumerate(pairwise(path.nodes), start=layer):
            # A link takes the trunk of its busier end.
            busier = ("out", start) if len(graph.after[start]) >= len(graph.before[end]) else ("into", end)
            yield Hop(start, end, gutter, busier, path.backward)


def _trunk(net: Net, turn: float, ends: _Ends, channels: Channels) -> Bar:
    """The bar of a net, with the levels of its branches.

    A box may have two trunks in one gutter: one to the next layer and one to channels through several.
    """
    first, last = ends.names[net.sources[0]], ends.names[net.targets[0]]
    if len(net.sources) == len(net.targets) == 1:
        name = f"{first}-{last}-trunk"
    elif len(net.sources) == 1:
        name = f"{first}-channels-trunk" if set(net.targets) <= set(channels.long.values()) else f"{first}-trunk"
    else:
        name = f"trunk-{last}"
    met = sorted({ends.levels[node] for node in (*net.sources, *net.targets)})
    return Bar(name, (turn, turn), net.span(ends.levels), tuple((turn, level) for level in met))


def _branches(hop: Hop, trunk: int, turn: float, ends: _Ends) -> tuple[Segment, Segment]:
    """The straight connectors of a link from its box to the trunk and from there to the other box."""
    start, end = ends.levels[hop.start], ends.levels[hop.end]
    into = Hop(hop.start, trunk, hop.gutter, backward=hop.backward)
    out = Hop(trunk, hop.end, hop.gutter, backward=hop.backward)
    return (
        ends.segment(into, (ends.spans[hop.start][1], start), (turn, start)),
        ends.segment(out, (turn, end), (ends.spans[hop.end][0], end)),
    )


def _bent(hop: Hop, ends: _Ends, turned: Turns) -> Segment:
    """The connector of a hop that no trunk takes: with two bends, or straight."""
    start, end = ends.levels[hop.start], ends.levels[hop.end]
    left, right = ends.spans[hop.start][1], ends.spans[hop.end][0]
    turn = turned.place(hop)
    if ends.spans[hop.start] == ends.spans[hop.end] and turn is not None:
        left = right = left if turn > left else right
    elif turn is None or abs(start - end) < ROUNDING:
        return ends.segment(hop, (left, start), (right, end))
    return ends.segment(hop, (left, start), (turn, start), (turn, end), (right, end))


def _beside(hop: Hop, placement: Placement, ends: _Ends) -> Segment:
    """A straight line between two neighbours of one layer."""
    upper, lower = sorted((hop.start, hop.end), key=lambda node: placement.starts[node])
    middle = (ends.spans[upper][0] + ends.spans[upper][1]) / 2
    points = (middle, placement.starts[upper] + placement.extents[upper]), (middle, placement.starts[lower])
    return ends.segment(hop, *(points if upper == hop.start else points[::-1]))
