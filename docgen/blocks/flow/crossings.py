"""Crossings of a layered graph: how many there are, and the order of one layer that has few.

Layered graph drawing (Sugiyama) orders one layer at a time against those beside it. What two nodes of a layer
cost depends on which of them stands first, not on where: the crossing matrix says it for every pair. A layer
is bettered by sifting, which moves single nodes to the place where they cost least until no move helps.
Finding the order with the fewest crossings is NP-hard, so that this is a heuristic.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import accumulate, cycle, pairwise
from operator import add, sub

from docgen.blocks.flow.graph import Layers, Neighbours

Places = dict[int, list[int]]
"""For each node of a layer, the places of its neighbours in a layer beside it, sorted."""
CrossingMatrix = dict[int, dict[int, int]]
"""For every pair of nodes, the crossings more with the first before the second than the other way."""


def crossings(layers: Layers, after: Neighbours) -> int:
    """How many pairs of edges cross, over all pairs of neighbouring layers."""
    total = 0
    for layer, later in pairwise(layers):
        place = {node: number for number, node in enumerate(later)}
        seen: list[int] = []
        for node in layer:
            targets = [place[target] for target in after.get(node, ()) if target in place]
            total += sum([len(seen) - bisect_right(seen, target) for target in targets])
            for target in targets:
                insort(seen, target)
    return total


def sides_of(layers: Layers, number: int, before: Neighbours, after: Neighbours) -> tuple[Places, Places]:
    """The places of each node's neighbours in the layer before that of this number, and in the layer after."""
    earlier = layers[number - 1] if number else ()
    later = layers[number + 1] if number + 1 < len(layers) else ()
    return _places(layers[number], earlier, before), _places(layers[number], later, after)


def _places(layer: Sequence[int], beside: Sequence[int], neighbours: Neighbours) -> Places:
    place = {node: number for number, node in enumerate(beside)}
    return {node: sorted(place[other] for other in neighbours.get(node, ()) if other in place) for node in layer}


def crossing_matrix(layer: Sequence[int], sides: Sequence[Places]) -> CrossingMatrix:
    """The crossing matrix of a layer for the layers beside it."""
    counts = [_crossed(layer, side) for side in sides]
    rows = [list(map(add, *both)) for both in zip(*counts, strict=True)]
    return {
        node: dict(zip(layer, map(sub, row, column), strict=True))
        for node, row, column in zip(layer, rows, zip(*rows, strict=True), strict=True)
    }


def _crossed(layer: Sequence[int], side: Places) -> list[Sequence[int]]:
    """For each node, with each other one, the crossings of their edges with the node before the other."""
    most = max((side[node][-1] for node in layer if side[node]), default=-1)
    ending: list[list[int]] = [[] for _ in range(most + 1)]
    for number, node in enumerate(layer):
        for place in side[node]:
            ending[place].append(number)
    # Before each place, how many edges of each node have ended.
    ended: list[list[int]] = [[0] * len(layer)]
    for numbers in ending:
        counts = ended[-1].copy()
        for number in numbers:
            counts[number] += 1
        ended.append(counts)
    crossed: list[Sequence[int]] = []
    for node in layer:
        counts = ended[0]
        for place in side[node]:
            counts = list(map(add, counts, ended[place])) if counts is not ended[0] else ended[place]
        crossed.append(counts)
    return crossed


def best_order(layer: Sequence[int], sides: tuple[Places, Places], lead: Places) -> tuple[list[int], bool]:
    """A layer's order after sifting, and whether it is known that no order crosses less.

    It starts as it is; where that does not lead to an order that is known to be best, by barycentres too: the
    mean places of the neighbours in the layer of ``lead``.
    """
    matrix = crossing_matrix(layer, sides)
    # A lower bound: as if each pair of nodes stood the better way round.
    bound = -sum([sum(map(abs, row.values())) for row in matrix.values()]) // 2
    if _cost(layer, matrix) == bound:
        return list(layer), True
    kept = _sifted(layer, matrix)
    cost = _cost(kept, matrix)
    if cost == bound:
        return kept, True
    barycentre = {
        node: sum(lead[node]) / len(lead[node]) if lead[node] else place for place, node in enumerate(layer)
    }
    turned = _sifted(sorted(layer, key=barycentre.__getitem__), matrix)
    other = _cost(turned, matrix)
    return (kept, False) if cost <= other else (turned, other == bound)


def _cost(order: Sequence[int], matrix: CrossingMatrix) -> int:
    """The crossings of an order, up to a number that is the same for all orders of the layer."""
    return sum([sum(map(matrix[node].__getitem__, order[place + 1 :])) for place, node in enumerate(order)])


def _sifted(order: Sequence[int], matrix: CrossingMatrix) -> list[int]:
    """The order after moving single nodes to better places, one after the other, until no move helps."""
    current = list(order)
    settled = 0
    for node in cycle(order):
        # Once each node stands at its best place among the others, no further round is needed.
        if settled == len(order):
            break
        place = current.index(node)
        saved, better = _best_move(current, place, matrix[node])
        if saved > 0:
            del current[place]
            current.insert(better, node)
            settled = 0
        settled += 1
    return current


def _best_move(order: Sequence[int], place: int, row: Mapping[int, int]) -> tuple[int, int]:
    """The crossings saved by the best move of the node at a place, and the place to move it to."""
    costs = list(map(row.__getitem__, order))
    later, earlier = costs[place + 1 :], costs[:place]
    if max(later, default=0) <= 0 <= min(earlier, default=0):
        return 0, place
    on, back = list(accumulate(later)), list(accumulate(earlier[::-1]))
    best_on, best_back = max(on, default=0), -min(back, default=0)
    if best_on <= 0 and best_back <= 0:
        return 0, place
    if best_on >= best_back:
        return best_on, place + 1 + on.index(best_on)
    return best_back, place - 1 - back.index(-best_back)
