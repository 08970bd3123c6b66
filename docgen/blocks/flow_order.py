"""The order of boxes within the layers of a flow: few crossings, and the content's order where that is equal.

Nodes are numbers; a layer is the list of its nodes in order; an edge joins nodes of neighbouring layers.
Links that skip a layer have a dummy node there (:mod:`docgen.blocks.flow_graph`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations

Neighbours = Mapping[int, Sequence[int]]
Layers = list[list[int]]

# Layers of at most this many nodes are ordered by trying every order against their neighbours.
_EXHAUSTIVE = 5
_SWEEPS = 6


def ordered(
    layers: Sequence[Sequence[int]], before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> Layers:
    """The layers reordered so that edges cross as little as can be found; ``fixed`` layers keep their order.

    ``before`` and ``after`` give a node's neighbours in the layer before and the layer after.
    """
    content = [list(layer) for layer in layers]
    best, least = content, crossings(content, after)
    for downwards in (True, False):
        if least == 0:
            break
        current = [list(layer) for layer in content]
        for sweep in range(_SWEEPS):
            _sweep(current, before, after, fixed, downwards == (sweep % 2 == 0))
            found = crossings(current, after)
            if found < least:
                best, least = [list(layer) for layer in current], found
            elif sweep > 1:
                break
    return _restored(best, content, before, after, fixed)


def crossings(layers: Sequence[Sequence[int]], after: Neighbours) -> int:
    """How many pairs of edges cross, over all pairs of neighbouring layers."""
    total = 0
    for upper, lower in pairwise(layers):
        place = {node: number for number, node in enumerate(lower)}
        seen: list[int] = []
        for node in upper:
            targets = [place[target] for target in after.get(node, ()) if target in place]
            total += sum(len(seen) - bisect_right(seen, target) for target in targets)
            for target in targets:
                insort(seen, target)
    return total


def _sweep(
    layers: Layers, before: Neighbours, after: Neighbours, fixed: frozenset[int], forwards: bool
) -> None:
    """Order every free layer against the layers beside it, from first to last or back."""
    numbers = range(len(layers)) if forwards else range(len(layers) - 1, -1, -1)
    for number in numbers:
        if number not in fixed and len(layers[number]) > 1:
            layers[number] = _best_order(layers, number, before, after, forwards)


def _best_order(
    layers: Layers, number: int, before: Neighbours, after: Neighbours, forwards: bool
) -> list[int]:
    """One layer's best order: by the layer swept from for a start, then exchanged against both neighbours."""
    layer = layers[number]
    sides = _sides(layers, number, before, after)
    lead = sides[0] if forwards else sides[1]
    start = sorted(layer, key=lambda node: _barycentre(lead[node], layer.index(node)))
    cost = _costs(layer, sides)
    if len(layer) <= _EXHAUSTIVE:
        orders = [list(order) for order in permutations(start)]
        return min(orders, key=lambda order: _order_cost(order, cost))
    return min((_sifted(first, cost) for first in (layer, start)), key=lambda order: _order_cost(order, cost))


def _sides(
    layers: Layers, number: int, before: Neighbours, after: Neighbours
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The sorted places of each node's neighbours in the layer before, and in the layer after."""
    found: list[dict[int, list[int]]] = []
    for neighbours, other in ((before, number - 1), (after, number + 1)):
        beside = layers[other] if 0 <= other < len(layers) else []
        place = {node: at for at, node in enumerate(beside)}
        found.append(
            {
                node: sorted(place[n] for n in neighbours.get(node, ()) if n in place)
                for node in layers[number]
            }
        )
    return found[0], found[1]


def _barycentre(places: Sequence[int], default: float) -> float:
    return sum(places) / len(places) if places else default


Costs = dict[tuple[int, int], int]


def _costs(layer: Sequence[int], sides: Sequence[Mapping[int, Sequence[int]]]) -> Costs:
    """For every ordered pair of nodes the crossings of their edges when the first stands above the second."""
    return {
        (upper, lower): sum(_pair_crossings(side[upper], side[lower]) for side in sides)
        for upper in layer
        for lower in layer
        if upper != lower
    }


def _pair_crossings(upper: Sequence[int], lower: Sequence[int]) -> int:
    if not upper or not lower or upper[-1] <= lower[0]:
        return 0
    return sum(bisect_left(lower, place) for place in upper)


def _order_cost(order: Sequence[int], cost: Costs) -> int:
    return sum(cost[order[i], order[j]] for i in range(len(order)) for j in range(i + 1, len(order)))


def _sifted(order: Sequence[int], cost: Costs) -> list[int]:
    """The order after moving single nodes to better places until no move helps."""
    current = list(order)
    improved = True
    while improved:
        improved = False
        for node in order:
            gain, place = _best_move(current, current.index(node), cost)
            if gain > 0:
                current.remove(node)
                current.insert(place, node)
                improved = True
    return current


def _best_move(order: Sequence[int], at: int, cost: Costs) -> tuple[int, int]:
    """The crossings saved by a node's best move, and the place to move it to."""
    node = order[at]
    best = (0, at)
    for step in (-1, 1):
        gain, place = 0, at + step
        while 0 <= place < len(order):
            other = order[place]
            delta = cost[node, other] - cost[other, node]
            gain += delta if step > 0 else -delta
            if gain > best[0]:
                best = (gain, place)
            place += step
    return best


def _restored(
    best: Layers, content: Layers, before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> Layers:
    """The order brought back towards the content's wherever that adds no crossing."""
    layers = [list(layer) for layer in best]
    for _ in range(2):
        for number, layer in enumerate(layers):
            if number in fixed or layer == content[number]:
                continue
            rank = {node: at for at, node in enumerate(content[number])}
            layers[number] = _towards(layer, rank, _costs(layer, _sides(layers, number, before, after)))
    return layers


def _towards(order: Sequence[int], rank: Mapping[int, int], cost: Costs) -> list[int]:
    """Exchange neighbours that stand against the content's order where the exchange is free."""
    current = list(order)
    changed = True
    while changed:
        changed = False
        for at in range(len(current) - 1):
            upper, lower = current[at], current[at + 1]
            if rank[upper] > rank[lower] and cost[lower, upper] <= cost[upper, lower]:
                current[at], current[at + 1] = lower, upper
                changed = True
    return current
