"""The content's order brought back into layers that were ordered for few crossings, wherever it adds none.

Turning over a whole part of a flow that no link joins to the rest, or ranking such parts, changes no crossing;
nor does exchanging two neighbours that cost the same either way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.blocks.flow.crossings import CrossingMatrix, crossing_matrix, crossings, sides_of
from docgen.blocks.flow.graph import Layers, Neighbours


def in_content_order(
    ordered: Layers, content: Layers, before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> list[list[int]]:
    """The ordered layers brought back towards ``content``: parts first, then boxes. ``fixed`` layers stay."""
    layers = [list(layer) for layer in ordered]
    if not fixed:
        ranked = _parts_in_content_order(layers, content, after)
        layers = ranked if crossings(ranked, after) <= crossings(layers, after) else layers
    for _ in range(2):
        for number, layer in enumerate(layers):
            if number in fixed or layer == content[number]:
                continue
            rank = {node: place for place, node in enumerate(content[number])}
            matrix = crossing_matrix(layer, sides_of(layers, number, before, after))
            layers[number] = _towards(layer, rank, matrix)
    return layers


def _towards(order: Sequence[int], rank: Mapping[int, int], matrix: CrossingMatrix) -> list[int]:
    """Exchange neighbours that stand against the content's order where the exchange is free."""
    current = list(order)
    changed = True
    while changed:
        changed = False
        for place in range(len(current) - 1):
            first, second = current[place], current[place + 1]
            if rank[first] > rank[second] and matrix[first][second] >= 0:
                current[place], current[place + 1] = second, first
                changed = True
    return current


def _parts_in_content_order(layers: Layers, content: Layers, after: Neighbours) -> list[list[int]]:
    """The layers with the parts one after the other by the content's order of what begins them.

    A part that stands mostly against the content's order is turned over.
    """
    rank = {node: place for layer in content for place, node in enumerate(layer)}
    part_of = _parts(layers, after)
    begins: dict[int, tuple[int, float]] = {}
    against: dict[int, int] = dict.fromkeys(part_of.values(), 0)
    for number, layer in enumerate(content):
        for node in layer:
            share = rank[node] / len(layer)
            begins[part_of[node]] = min(begins.get(part_of[node], (number, share)), (number, share))
    for layer in layers:
        for place, node in enumerate(layer):
            for other in layer[place + 1 :]:
                if part_of[node] == part_of[other]:
                    against[part_of[node]] += 1 if rank[node] > rank[other] else -1
    keys = {
        node: (begins[part_of[node]][1], part_of[node], -place if against[part_of[node]] > 0 else place)
        for layer in layers
        for place, node in enumerate(layer)
    }
    return [sorted(layer, key=keys.__getitem__) for layer in layers]


def _parts(layers: Layers, after: Neighbours) -> dict[int, int]:
    """A number for each node, the same for all nodes that links join (union-find)."""
    leader = {node: node for layer in layers for node in layer}

    def root(node: int) -> int:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for node, linked in after.items():
        for other in linked:
            lesser, greater = sorted((root(node), root(other)))
            leader[greater] = lesser
    return {node: root(node) for node in leader}
