"""The order of boxes within the layers of a flow: few crossings, and the content's order where that is equal.

Nodes are numbers; a layer is the list of its nodes in order; an edge joins nodes of neighbouring layers.
Links that skip a layer have a dummy node there (:mod:`docgen.blocks.flow_graph`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from docgen.blocks.flow_parts import parts_in_content_order

Neighbours = Mapping[int, Sequence[int]]
Layers = list[list[int]]

_SWEEPS = 12
# Scattered starts: at most so many, and so many pairs of nodes in all of them together.
_MOST_STARTS = 24
_START_PAIRS = 4000
# Any numbers that scatter: a node's key is its number times a factor, modulo the prime.
_PRIME = 1009
_FACTORS = (421, 137, 733, 59, 887, 263, 601, 331)


def ordered(
    layers: Sequence[Sequence[int]], before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> Layers:
    """The layers reordered so that edges cross as little as can be found; ``fixed`` layers keep their order.

    ``before`` and ``after`` give a node's neighbours in the layer before and the layer after.
    """
    content = [list(layer) for layer in layers]
    best, least = content, crossings(content, after)
    for start, forwards in _starts(content, fixed):
        if least == 0:
            break
        found = _improved(start, before, after, fixed, forwards)
        count = crossings(found, after)
        if count < least:
            best, least = found, count
    return _restored(best, content, before, after, fixed)


def _starts(content: Layers, fixed: frozenset[int]) -> Iterator[tuple[Layers, bool]]:
    """Orders to start from, with the direction of the first sweep: the content's, then scattered ones.

    Small flows get more of them, since there each costs little.
    """
    yield content, True
    yield content, False
    nodes = sum(len(layer) for layer in content)
    for number in range(min(_MOST_STARTS, _START_PAIRS // max(1, nodes * nodes))):
        factor = _FACTORS[number % len(_FACTORS)] + number
        yield (
            [
                layer if at in fixed else sorted(layer, key=lambda node: (node + 1) * factor % _PRIME)
                for at, layer in enumerate(content)
            ],
            number % 2 == 0,
        )


def _improved(
    start: Layers, before: Neighbours, after: Neighbours, fixed: frozenset[int], forwards: bool
) -> Layers:
    """The best of the orders that sweeps to and fro come to."""
    current = [list(layer) for layer in start]
    best, least = current, crossings(current, after)
    idle = 0
    for sweep in range(_SWEEPS):
        _sweep(current, before, after, fixed, forwards == (sweep % 2 == 0))
        found = crossings(current, after)
        idle = 0 if found < least else idle + 1
        if found < least:
            best, least = [list(layer) for layer in current], found
        if idle == 2 or least == 0:
            break
    return best


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
    """One layer's order: by the layer swept from for a start, then moved node by node against both."""
    layer = layers[number]
    sides = _sides(layers, number, before, after)
    lead = sides[0] if forwards else sides[1]
    place = {node: at for at, node in enumerate(layer)}
    start = sorted(layer, key=lambda node: _barycentre(lead[node], place[node]))
    gain = _gains(layer, sides)
    found = _sifted(start, gain)
    kept = _sifted(layer, gain)
    return kept if _above(kept, gain) <= _above(found, gain) else found


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


Gains = dict[int, dict[int, int]]


def _gains(layer: Sequence[int], sides: Sequence[Mapping[int, Sequence[int]]]) -> Gains:
    """For every pair of nodes the crossings more with the first above the second than the other way."""
    gains: Gains = {node: {} for node in layer}
    for at, one in enumerate(layer):
        for two in layer[at + 1 :]:
            more = 0
            for side in sides:
                upper, lower = side[one], side[two]
                if upper and lower:
                    more += _crossed(upper, lower) - _crossed(lower, upper)
            gains[one][two] = more
            gains[two][one] = -more
    return gains


def _crossed(upper: Sequence[int], lower: Sequence[int]) -> int:
    """The crossings of two nodes' edges to sorted places when the first node stands above the second."""
    if upper[-1] <= lower[0]:
        return 0
    if upper[0] > lower[-1]:
        return len(upper) * len(lower)
    return sum([bisect_left(lower, place) for place in upper])


def _above(order: Sequence[int], gain: Gains) -> int:
    """What an order costs, up to a number that is the same for all orders of the layer."""
    return sum([gain[one][two] for at, one in enumerate(order) for two in order[at + 1 :]])


def _sifted(order: Sequence[int], gain: Gains) -> list[int]:
    """The order after moving single nodes to better places until no move helps."""
    current = list(order)
    improved = True
    while improved:
        improved = False
        for node in order:
            at = current.index(node)
            saved, place = _best_move(current, at, gain[node])
            if saved > 0:
                del current[at]
                current.insert(place, node)
                improved = True
    return current


def _best_move(order: Sequence[int], at: int, gain: Mapping[int, int]) -> tuple[int, int]:
    """The crossings saved by a node's best move, and the place to move it to."""
    best, place, saved = 0, at, 0
    for number in range(at + 1, len(order)):
        saved += gain[order[number]]
        if saved > best:
            best, place = saved, number
    saved = 0
    for number in range(at - 1, -1, -1):
        saved -= gain[order[number]]
        if saved > best:
            best, place = saved, number
    return best, place


def _restored(
    best: Layers, content: Layers, before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> Layers:
    """The order brought back towards the content's wherever that adds no crossing: parts first, then boxes."""
    layers = best
    if not fixed:
        layers = parts_in_content_order(best, content, after)
        layers = layers if crossings(layers, after) <= crossings(best, after) else [list(one) for one in best]
    for _ in range(2):
        for number, layer in enumerate(layers):
            if number in fixed or layer == content[number]:
                continue
            rank = {node: at for at, node in enumerate(content[number])}
            gain = _gains(layer, _sides(layers, number, before, after))
            layers[number] = _towards(layer, rank, gain)
    return layers


def _towards(order: Sequence[int], rank: Mapping[int, int], gain: Gains) -> list[int]:
    """Exchange neighbours that stand against the content's order where the exchange is free."""
    current = list(order)
    changed = True
    while changed:
        changed = False
        for at in range(len(current) - 1):
            upper, lower = current[at], current[at + 1]
            if rank[upper] > rank[lower] and gain[upper][lower] >= 0:
                current[at], current[at + 1] = lower, upper
                changed = True
    return current
