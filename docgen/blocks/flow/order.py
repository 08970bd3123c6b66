"""The order of boxes within the layers of a flow: few crossings, and the content's order where that is equal.

A search of many starts: from the content's order, from scattered ones and from changes of the best one found
(iterated local search), sweeps to and fro better one layer after the other (:mod:`~docgen.blocks.flow.crossings`).
Nodes are numbers; a layer is the list of its nodes in order; links that skip a layer have a dummy node there
(:mod:`~docgen.blocks.flow.graph`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docgen.blocks.flow.content_order import in_content_order
from docgen.blocks.flow.crossings import best_order, crossings, sides_of
from docgen.blocks.flow.graph import Neighbours

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


def ordered(
    layers: Sequence[Sequence[int]], before: Neighbours, after: Neighbours, fixed: frozenset[int]
) -> Layers:
    """The layers reordered so that edges cross as little as can be found; ``fixed`` layers keep their order.

    ``before`` and ``after`` give a node's neighbours in the layer before and the layer after.
    """
    content = [list(layer) for layer in layers]
    search = _Search(content, before, after, fixed)
    best, least = search.fewest()
    if content and best[0] != content[0]:
        keeping = replace(search, fixed=fixed | {0})
        kept, count = keeping.fewest(kicks=0)
        if count <= _FOR_CONTENT * least:
            best, fixed = kept, keeping.fixed
    return in_content_order(best, content, before, after, fixed)


@dataclass(slots=True)
class _Search:
    """A search for the order of a graph's layers with the fewest crossings.

    ``settled`` remembers layers, by number and with those beside them, that are known to have no better order.
    """

    content: Layers
    before: Neighbours
    after: Neighbours
    fixed: frozenset[int]
    settled: set[tuple[int, tuple[tuple[int, ...], ...]]] = field(default_factory=set)

    def fewest(self, kicks: int = _MOST_KICKS) -> tuple[Layers, int]:
        """The best order found, and how many crossings it has; ``kicks`` is the most changes of it to try.

        Small flows get more starts and kicks, since there each costs little.
        """
        pairs = max(1, sum(map(len, self.content)) ** 2)
        starts = 2 + min(_MOST_STARTS, _START_PAIRS // pairs)
        kicks = min(kicks, _MOST_KICKS, _KICK_PAIRS // pairs)
        best, least = self.content, crossings(self.content, self.after)
        for number in range(starts + kicks):
            if least == 0:
                break
            turn = number if number < starts else number - starts
            start = self._start(turn) if number < starts else self._kicked(best, turn)
            swept, count = self._swept(start, forwards=turn % 2 == 0)
            if count < least:
                best, least = swept, count
        return best, least

    def _start(self, number: int) -> Layers:
        """An order to start from: twice the content's (swept on, then back), then scattered ones."""
        if number < 2:
            return self.content
        factor = _FACTORS[(number - 2) % len(_FACTORS)] + number - 2
        return [
            layer if place in self.fixed else sorted(layer, key=lambda node: (node + 1) * factor % _PRIME)
            for place, layer in enumerate(self.content)
        ]

    def _kicked(self, layers: Layers, number: int) -> Layers:
        """The order with two nodes exchanged in each free layer, any two: by ``number``."""
        kicked = [list(layer) for layer in layers]
        for place, layer in enumerate(kicked):
            if place not in self.fixed and len(layer) > 1:
                first = (number * _FACTORS[place % len(_FACTORS)]) % _PRIME % len(layer)
                second = (first + 1 + number * 7 % (len(layer) - 1)) % len(layer)
                layer[first], layer[second] = layer[second], layer[first]
        return kicked

    def _swept(self, start: Layers, *, forwards: bool) -> tuple[Layers, int]:
        """The best of the orders that sweeps to and fro come to, and its crossings."""
        current = [list(layer) for layer in start]
        best, least = start, crossings(start, self.after)
        idle = 0
        for sweep in range(_SWEEPS):
            self._sweep(current, forwards=forwards == (sweep % 2 == 0))
            count = crossings(current, self.after)
            idle = 0 if count < least else idle + 1
            if count < least:
                best, least = [list(layer) for layer in current], count
            if idle == 2 or least == 0:
                break
        return best, least

    def _sweep(self, layers: Layers, *, forwards: bool) -> None:
        """Order every free layer against the layers beside it, from first to last or back."""
        for number in range(len(layers)) if forwards else range(len(layers) - 1, -1, -1):
            if number in self.fixed or len(layers[number]) < 2 or _with_sides(layers, number) in self.settled:
                continue
            sides = sides_of(layers, number, self.before, self.after)
            layers[number], settled = best_order(layers[number], sides, sides[0] if forwards else sides[1])
            if settled:
                self.settled.add(_with_sides(layers, number))


def _with_sides(layers: Layers, number: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """A layer and those beside it: all that its order depends on."""
    return number, tuple(map(tuple, layers[max(0, number - 1) : number + 2]))
