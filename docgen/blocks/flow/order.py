"""The order of boxes within the layers of a flow: few crossings, and the content's order where that is equal.

Nodes are numbers; a layer is the list of its nodes in order; an edge joins nodes of neighbouring layers.
Links that skip a layer have a dummy node there (:mod:`docgen.blocks.flow.graph`).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, cycle, pairwise
from operator import add, sub

from docgen.blocks.flow.components import parts_in_content_order

Neighbours = Mapping[int, Sequence[int]]
Layers = list[list[int]]

_SWEEPS = 12
# Scattered starts, and changes of the best order: at most so many, and so many pairs of nodes in all of them.
_MOST_STARTS, _START_PAIRS = 16, 4000
_MOST_KICKS, _KICK_PAIRS = 24, 8000
# The first layer keeps the content's order where that costs no more crossings than this times the fewest.
_FOR_CONTENT = 1.1
# Any numbers that scatter: a node's key is its number times a factor, modulo the prime.
_PRIME = 1009
_FACTORS = (421, 137, 733, 59, 887, 263, 601, 331)


@dataclass(frozen=True, slots=True)
class _Links:
    """Each node's neighbours in the layer before and in the layer after.

    ``settled`` are the layers, by their number and with those beside them, that are known to have no better order.
    """

    before: Neighbours
    after: Neighbours
    settled: set[tuple[int, tuple[tuple[int, ...], ...]]] = field(default_factory=set)


def ordered(
    layers: Sequence[Sequence[int]], before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> Layers:
    """The layers reordered so that edges cross as little as can be found; ``fixed`` layers keep their order.

    ``before`` and ``after`` give a node's neighbours in the layer before and the layer after.
    """
    content, links = [list(layer) for layer in layers], _Links(before, after)
    best, least = _fewest(content, links, fixed)
    if content and best[0] != content[0]:
        kept, count = _fewest(content, links, fixed | {0}, kicks=0)
        if count <= _FOR_CONTENT * least:
            best, fixed = kept, fixed | {0}
    return _restored(best, content, links, fixed)


def _fewest(
    content: Layers, links: _Links, fixed: frozenset[int], kicks: int = _MOST_KICKS
) -> tuple[Layers, int]:
    """The order with the fewest crossings that is found, and how many they are; ``kicks`` are the most changes
    of the best order that are tried."""
    best, least = content, crossings(content, links.after)
    for start, forwards in _starts(content, fixed):
        if least == 0:
            return best, least
        found = _improved(start, links, fixed, forwards)
        count = crossings(found, links.after)
        if count < least:
            best, least = found, count
    for number in range(min(kicks, _kicks(content))):
        if least == 0:
            break
        found = _improved(_kicked(best, number, fixed), links, fixed, number % 2 == 0)
        count = crossings(found, links.after)
        if count < least:
            best, least = found, count
    return best, least


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


def _kicks(content: Layers) -> int:
    """How many changes of the best order to try."""
    nodes = sum(len(layer) for layer in content)
    return min(_MOST_KICKS, _KICK_PAIRS // max(1, nodes * nodes))


def _kicked(layers: Layers, number: int, fixed: frozenset[int]) -> Layers:
    """The order with two nodes exchanged in each free layer, any two: by ``number``."""
    kicked = [list(layer) for layer in layers]
    for at, layer in enumerate(kicked):
        if at not in fixed and len(layer) > 1:
            one = (number * _FACTORS[at % len(_FACTORS)]) % _PRIME % len(layer)
            two = (one + 1 + number * 7 % (len(layer) - 1)) % len(layer)
            layer[one], layer[two] = layer[two], layer[one]
    return kicked


def _improved(start: Layers, links: _Links, fixed: frozenset[int], forwards: bool) -> Layers:
    """The best of the orders that sweeps to and fro come to."""
    current = [list(layer) for layer in start]
    best, least = current, crossings(current, links.after)
    idle = 0
    for sweep in range(_SWEEPS):
        _sweep(current, links, fixed, forwards == (sweep % 2 == 0))
        found = crossings(current, links.after)
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
            total += sum([len(seen) - bisect_right(seen, target) for target in targets])
            for target in targets:
                insort(seen, target)
    return total


def _sweep(layers: Layers, links: _Links, fixed: frozenset[int], forwards: bool) -> None:
    """Order every free layer against the layers beside it, from first to last or back."""
    numbers = range(len(layers)) if forwards else range(len(layers) - 1, -1, -1)
    for number in numbers:
        if number not in fixed and len(layers[number]) > 1 and _beside(layers, number) not in links.settled:
            layers[number], settled = _best_order(layers, number, links, forwards)
            if settled:
                links.settled.add(_beside(layers, number))


def _beside(layers: Layers, number: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """A layer and those beside it: all that its order depends on."""
    return number, tuple(map(tuple, layers[max(0, number - 1) : number + 2]))


def _best_order(layers: Layers, number: int, links: _Links, forwards: bool) -> tuple[list[int], bool]:
    """One layer's order, moved node by node against both layers beside it, and whether none can be better.

    It starts as it is; where that does not lead to the best order, by the layer swept from as well.
    """
    layer = layers[number]
    sides = _sides(layers, number, links)
    gain = _gains(layer, sides)
    # No order costs less than to have of each two nodes the better one above.
    least = -sum([sum(map(abs, each.values())) for each in gain.values()]) // 2
    if _above(layer, gain) == least:
        return layer, True
    kept = _sifted(layer, gain)
    cost = _above(kept, gain)
    if cost == least:
        return kept, True
    lead = sides[0] if forwards else sides[1]
    place = {node: at for at, node in enumerate(layer)}
    found = _sifted(sorted(layer, key=lambda node: _barycentre(lead[node], place[node])), gain)
    other = _above(found, gain)
    return (kept, False) if cost <= other else (found, other == least)


def _sides(
    layers: Layers, number: int, links: _Links
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The sorted places of each node's neighbours in the layer before, and in the layer after."""
    found: list[dict[int, list[int]]] = []
    for neighbours, other in ((links.before, number - 1), (links.after, number + 1)):
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
    above = [_crossed(layer, side) for side in sides]
    rows = [[one + two for one, two in zip(*both, strict=True)] for both in zip(*above, strict=True)]
    return {
        node: dict(zip(layer, map(sub, row, column), strict=True))
        for node, row, column in zip(layer, rows, zip(*rows, strict=True), strict=True)
    }


def _crossed(layer: Sequence[int], side: Mapping[int, Sequence[int]]) -> list[Sequence[int]]:
    """For each node, with each other one, the crossings of their edges with the node above the other."""
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
    found: list[Sequence[int]] = []
    for node in layer:
        counts = ended[0]
        for place in side[node]:
            counts = list(map(add, counts, ended[place])) if counts is not ended[0] else ended[place]
        found.append(counts)
    return found


def _above(order: Sequence[int], gain: Gains) -> int:
    """What an order costs, up to a number that is the same for all orders of the layer."""
    return sum([sum(map(gain[one].__getitem__, order[at + 1 :])) for at, one in enumerate(order)])


def _sifted(order: Sequence[int], gain: Gains) -> list[int]:
    """The order after moving single nodes to better places, one after the other, until no move helps."""
    current = list(order)
    settled = 0
    for node in cycle(order):
        # Once each node stands at its best place among the others, no further round is needed.
        if settled == len(order):
            break
        at = current.index(node)
        saved, place = _best_move(current, at, gain[node])
        if saved > 0:
            del current[at]
            current.insert(place, node)
            settled = 0
        settled += 1
    return current


def _best_move(order: Sequence[int], at: int, gain: Mapping[int, int]) -> tuple[int, int]:
    """The crossings saved by a node's best move, and the place to move it to."""
    costs = list(map(gain.__getitem__, order))
    below, above = costs[at + 1 :], costs[:at]
    if max(below, default=0) <= 0 <= min(above, default=0):
        return 0, at
    down, up = list(accumulate(below)), list(accumulate(above[::-1]))
    best_down, best_up = max(down, default=0), -min(up, default=0)
    if best_down <= 0 and best_up <= 0:
        return 0, at
    if best_down >= best_up:
        return best_down, at + 1 + down.index(best_down)
    return best_up, at - 1 - up.index(-best_up)


def _restored(best: Layers, content: Layers, links: _Links, fixed: frozenset[int]) -> Layers:
    """The order brought back towards the content's wherever that adds no crossing: parts first, then boxes."""
    layers, after = best, links.after
    if not fixed:
        layers = parts_in_content_order(best, content, after)
        layers = layers if crossings(layers, after) <= crossings(best, after) else [list(one) for one in best]
    for _ in range(2):
        for number, layer in enumerate(layers):
            if number in fixed or layer == content[number]:
                continue
            rank = {node: at for at, node in enumerate(content[number])}
            gain = _gains(layer, _sides(layers, number, links))
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
