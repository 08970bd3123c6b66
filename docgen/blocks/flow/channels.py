"""Channels: levels on which links that skip layers run through them, free of every box.

A link that skips one layer has a dummy node there, which is placed as boxes are. One that skips several looks
for one level that is free in all of them. Either is drawn as a bar, to whose ends connectors are glued.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.blocks.flow.axis import Span
from docgen.blocks.flow.graph import Framed, Graph
from docgen.blocks.flow.place import Placement
from docgen.blocks.flow.plan import Ordered
from docgen.placed.box import ROUNDING, Coordinates
from docgen.value import value

# What parts a channel through several layers from the boxes beside it, and from the next channel (points).
_CLEAR = 4.0


@value(frozen=True, slots=True)
class Bar:
    """A thin shape that connectors are glued to: its name, where it begins and ends across and along.

    ``sites`` are where connectors meet it: at the ends of a channel, along a trunk.
    """

    name: str
    across: Span
    along: Span
    sites: tuple[Coordinates, ...]


@value(frozen=True, slots=True)
class Channels:
    """The bars of channels by node number: the dummies', then, numbered after all nodes, the long ones'.

    ``long`` gives the node of a channel through several layers by the box that it comes from and the layer that
    it leads to.
    """

    bars: Mapping[int, Bar]
    long: Mapping[tuple[int, int], int]


def long_channels_room(graph: Graph) -> float:
    """The room along the layers that channels through several layers may need beyond all boxes (points)."""
    count = len(_long_links(graph))
    return 2 * _CLEAR * (count + 1) if count else 0.0


def channels(order: Ordered, placement: Placement, edges: Sequence[Span], length: float) -> Channels:
    """The channels of a placed flow; ``edges`` are the layers' first and last edges across.

    A channel through several layers lies in a gap between boxes where one is free in all of them, and in no frame
    that neither of its ends stands in, else in the room beyond all boxes, at the end of ``length``.
    """
    graph, layers = order.graph, order.layers
    dummies = {node: layer for layer, nodes in enumerate(layers) for node in nodes if node >= graph.boxes}
    bars = {
        node: _channel(f"{graph.ids[graph.before[node][0]]}-channel", edges[layer], placement.centre(node))
        for node, layer in dummies.items()
    }
    taken = [placement.centre(node) for node in dummies]
    beyond, nodes = length, sum(map(len, layers))
    long: dict[tuple[int, int], int] = {}
    for bar, ((source, first, last), target) in enumerate(_long_links(graph).items(), start=nodes):
        between = [node for layer in layers[first + 1 : last] for node in layer]
        passed = [placement.span(node) for node in between if node < graph.boxes]
        for number, frame in enumerate(order.frames):
            if frame.first < last and frame.last > first:
                span = placement.frame(number)
                passed += _barred(frame, span, placement) if {source, target} & frame.nodes else [span]
        level = _free_level(placement.centre(target), passed, taken)
        if level is None:
            beyond -= 2 * _CLEAR
            level = beyond + _CLEAR
        taken.append(level)
        across = (edges[first + 1][0], edges[last - 1][1])
        bars[bar] = _channel(f"{graph.ids[source]}-channel-{last + 1}", across, level)
        long[source, last] = bar
    return Channels(bars, long)


def _long_links(graph: Graph) -> dict[tuple[int, int, int], int]:
    """The channels needed through several layers: box, its layer and the layer led to, with a box led to."""
    layer_of = graph.layer_of
    return {
        (path.nodes[0], layer_of[path.nodes[0]], layer_of[path.nodes[-1]]): path.nodes[-1]
        for path in graph.paths
        if path.skips
    }


def _barred(frame: Framed, span: Span, placement: Placement) -> list[Span]:
    """What a frame bars for channels to its own boxes: its edges, with its title, up to the boxes."""
    spans = [placement.span(node) for node in frame.nodes]
    return [(span[0], min(low for low, _ in spans)), (max(high for _, high in spans), span[1])]


def _free_level(wished: float, passed: Sequence[Span], taken: Sequence[float]) -> float | None:
    """The level nearest to the wish that keeps clear of all that is passed and of what is taken."""
    spans = [(low - _CLEAR, high + _CLEAR) for low, high in passed]
    lowest = max((high for _, high in spans), default=0.0)
    edges = [edge for span in spans for edge in span if 0 <= edge < lowest]
    for level in sorted((wished, *edges), key=lambda level: (abs(level - wished), level)):
        in_box = any(low + ROUNDING < level < high - ROUNDING for low, high in spans)
        if not in_box and all(abs(level - other) >= _CLEAR for other in taken):
            return level
    return None


def _channel(name: str, across: Span, level: float) -> Bar:
    return Bar(name, across, (level, level), ((across[0], level), (across[1], level)))
