"""The parts of a flow that no link joins, each turned and all ranked as the content has them.

Turning a whole part over, or ranking parts that stand apart, changes no crossing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Neighbours = Mapping[int, Sequence[int]]
Layers = list[list[int]]


def parts_in_content_order(layers: Layers, content: Layers, after: Neighbours) -> Layers:
    """The layers with the parts one after the other by the content's order of what begins them."""
    rank = {node: at for layer in content for at, node in enumerate(layer)}
    part = _parts(layers, after)
    begun: dict[int, tuple[int, float]] = {}
    turned: dict[int, int] = dict.fromkeys(part.values(), 0)
    for number, layer in enumerate(content):
        for node in layer:
            share = rank[node] / len(layer)
            begun[part[node]] = min(begun.get(part[node], (number, share)), (number, share))
    for layer in layers:
        for at, one in enumerate(layer):
            for two in layer[at + 1 :]:
                if part[one] == part[two]:
                    turned[part[one]] += 1 if rank[one] > rank[two] else -1
    place = {node: at for layer in layers for at, node in enumerate(layer)}
    return [
        sorted(
            layer,
            key=lambda node: (
                begun[part[node]][1],
                part[node],
                -place[node] if turned[part[node]] > 0 else place[node],
            ),
        )
        for layer in layers
    ]


def _parts(layers: Layers, after: Neighbours) -> dict[int, int]:
    """A number for each node, the same for all nodes that links join."""
    part = {node: node for layer in layers for node in layer}

    def root(node: int) -> int:
        while part[node] != node:
            part[node] = part[part[node]]
            node = part[node]
        return node

    for node, linked in after.items():
        for other in linked:
            one, two = sorted((root(node), root(other)))
            part[two] = one
    return {node: root(node) for node in part}
