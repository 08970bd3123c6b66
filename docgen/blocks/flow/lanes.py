"""Lanes: levels on which links that skip several layers pass all of them, free of every box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.blocks.flow.graph import Graph
from docgen.blocks.flow.place import Placement

# What parts a lane from the boxes beside it, and from the next lane or channel (points).
_CLEAR = 4.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's node number (after those of boxes and dummies) and its level along the layers."""

    node: int
    level: float


def lane_room(graph: Graph, layers: Sequence[Sequence[int]]) -> float:
    """The room along the layers that lanes beyond all boxes may need."""
    count = len(_wanted(graph, layers))
    return 2 * _CLEAR * (count + 1) if count else 0.0


def lanes(
    graph: Graph, layers: Sequence[Sequence[int]], placement: Placement, length: float
) -> dict[tuple[int, int], Lane]:
    """For each box and each layer that its links lead to past several others, a lane.

    A gap between boxes where one is free in all layers passed, else the room beyond all boxes, at the end
    of ``length``.
    """
    taken = [placement.centre(node) for layer in layers for node in layer if node >= graph.boxes]
    nodes = sum(len(layer) for layer in layers)
    beyond = length
    found: dict[tuple[int, int], Lane] = {}
    for number, ((source, first, last), end) in enumerate(_wanted(graph, layers).items()):
        passed = [node for layer in layers[first + 1 : last] for node in layer if node < graph.boxes]
        level = _free_level(placement.centre(end), passed, taken, placement)
        if level is None:
            beyond -= 2 * _CLEAR
            level = beyond + _CLEAR
        taken.append(level)
        found[source, last] = Lane(nodes + number, level)
    return found


def _wanted(graph: Graph, layers: Sequence[Sequence[int]]) -> dict[tuple[int, int, int], int]:
    """The lanes to be found, by their box, its layer and the layer led to, with a box led to."""
    layer_of = {node: number for number, layer in enumerate(layers) for node in layer}
    return {
        (path.nodes[0], layer_of[path.nodes[0]], layer_of[path.nodes[-1]]): path.nodes[-1]
        for path in graph.paths
        if path.skips
    }


def _free_level(
    wished: float, passed: Sequence[int], taken: Sequence[float], placement: Placement
) -> float | None:
    """The level nearest to the wish that keeps clear of all boxes passed and of what is taken."""
    spans = [
        (placement.starts[node] - _CLEAR, placement.starts[node] + placement.extents[node] + _CLEAR)
        for node in passed
    ]
    lowest = max((high for _, high in spans), default=0.0)
    edges = [edge for span in spans for edge in span if 0 <= edge < lowest]
    for level in sorted((wished, *edges), key=lambda level: (abs(level - wished), level)):
        in_box = any(low + 0.01 < level < high - 0.01 for low, high in spans)
        if not in_box and all(abs(level - other) >= _CLEAR for other in taken):
            return level
    return None
