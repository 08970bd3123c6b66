"""A flow as a layered graph: its boxes and the channels that links take through layers they skip.

Nodes are numbers: first the boxes, in the order of their columns, then the dummies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from docgen.blocks.flow.boxes import FlowFrame
from docgen.errors import DocgenError, nearest, repeated
from docgen.messages import Message, message
from docgen.value import value

Layers = Sequence[Sequence[int]]
Neighbours = Mapping[int, Sequence[int]]


@value(frozen=True, slots=True)
class LinkPath:
    """The nodes that a link runs through, from the earlier to the later layer.

    ``backward`` says that the link leads from the later to the earlier one. ``skips`` says that it passes
    two layers or more; it then has no dummies, and looks for one level that is free in all of them.
    """

    nodes: tuple[int, ...]
    backward: bool = False
    skips: bool = False


@value(frozen=True, slots=True)
class Graph:
    """The layers of a flow with their nodes, the links' paths, and each node's layer and neighbours.

    ``before`` and ``after`` give a node's neighbours in the layer before and in the layer after its own.
    """

    ids: tuple[str, ...]
    layers: tuple[tuple[int, ...], ...]
    paths: tuple[LinkPath, ...]
    layer_of: Mapping[int, int]
    before: Neighbours
    after: Neighbours

    @property
    def boxes(self) -> int:
        """How many of the nodes are boxes; the others are dummies."""
        return len(self.ids)


@value(frozen=True, slots=True)
class Framed:
    """A frame on a graph: its nodes (boxes, and channels between them), its first and its last layer.

    No other node stands between its nodes in any layer from the first to the last.
    """

    frame: FlowFrame
    nodes: frozenset[int]
    first: int
    last: int

    def spans(self, layer: int) -> bool:
        """Whether the frame stands in the layer, with or without a node there."""
        return self.first <= layer <= self.last


def graph(columns: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], where: str) -> Graph:
    """The graph of columns of box ids and links between them.

    Raises DocgenError for two boxes of one id, a link to a box that is not there, or from a box to itself.
    """
    ids = [name for column in columns for name in column]
    for name, _ in repeated(ids, lambda name: name):
        raise DocgenError("two-boxes-of-one-id", where=where, name=name)
    number = {name: node for node, name in enumerate(ids)}
    layer_of = [layer for layer, column in enumerate(columns) for _ in column]
    layers = [[number[name] for name in column] for column in columns]
    before: dict[int, list[int]] = {}
    after: dict[int, list[int]] = {}
    dummies: dict[int, int] = {}
    paths: list[LinkPath] = []
    for link in dict.fromkeys(links):
        for name in link:
            if name not in number:
                raise _no_box(message("link-to-no-box", name=name), name, number, where)
        start, end = number[link[0]], number[link[1]]
        if start == end:
            raise DocgenError("box-linked-to-itself", where=where, name=link[0])
        backward = layer_of[start] > layer_of[end]
        first, last = (end, start) if backward else (start, end)
        span = layer_of[last] - layer_of[first]
        nodes = [first, last]
        if span == 2:
            if first not in dummies:
                dummies[first] = len(ids) + len(dummies)
                layers[layer_of[first] + 1].append(dummies[first])
            nodes.insert(1, dummies[first])
        if 1 <= span <= 2:
            for source, target in pairwise(nodes):
                if target not in after.setdefault(source, []):
                    after[source].append(target)
                    before.setdefault(target, []).append(source)
        paths.append(LinkPath(tuple(nodes), backward, skips=span > 2))
    placed = tuple(tuple(_with_dummies_placed(layer, len(ids), before)) for layer in layers)
    numbers = {node: layer for layer, nodes in enumerate(placed) for node in nodes}
    return Graph(tuple(ids), placed, tuple(paths), numbers, before, after)


def _no_box(missing: Message, name: str, number: Mapping[str, int], where: str) -> DocgenError:
    """The error of the id of a box that is not there, of which ``missing`` tells."""
    return DocgenError.of(missing, where=where, hint=nearest(name, number))


def _with_dummies_placed(layer: Sequence[int], boxes: int, before: Neighbours) -> list[int]:
    """The layer with each dummy below the boxes of sources no later than its own (the content's order)."""
    placed = [node for node in layer if node < boxes]
    for dummy in (node for node in layer if node >= boxes):
        source, place = before[dummy][0], len(placed)
        while place > 0 and min(before.get(placed[place - 1], [source + 1])) > source:
            place -= 1
        placed.insert(place, dummy)
    return placed


def framed(frames: Sequence[FlowFrame], graph: Graph, where: str) -> tuple[Framed, ...]:
    """The frames on the graph.

    Raises DocgenError for a frame without boxes, one around a box that is not there, and two around one box.
    """
    number = {name: node for node, name in enumerate(graph.ids)}
    holder: dict[int, str] = {}
    for frame in frames:
        if not frame.boxes:
            raise DocgenError("frame-without-box", where=where, frame=frame.id)
        for name in frame.boxes:
            if name not in number:
                missing = message("frame-holds-no-box", frame=frame.id, name=name)
                raise _no_box(missing, name, number, where)
            node = number[name]
            if holder.setdefault(node, frame.id) != frame.id:
                raise DocgenError(
                    "box-in-two-frames", where=where, name=name, first=holder[node], second=frame.id
                )
    return tuple(_framed(frame, {number[name] for name in frame.boxes}, graph) for frame in frames)


def _framed(frame: FlowFrame, boxes: set[int], graph: Graph) -> Framed:
    channels = {
        node
        for node in graph.layer_of
        if node >= graph.boxes and {*graph.before[node], *graph.after[node]} <= boxes
    }
    layers = [graph.layer_of[node] for node in boxes]
    return Framed(frame, frozenset(boxes | channels), min(layers), max(layers))
