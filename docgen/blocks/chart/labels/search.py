"""The cheapest arrangement of labels that choose together: apart, and in the order of their points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.blocks.chart.labels.order import Anchor, disorder_cost
from docgen.blocks.chart.labels.spots import Spot
from docgen.placed import Box
from docgen.value import value

# More steps than any category of a compendium needs; where they are used up, the best found so far stands.
_MOST_STEPS = 4000


@value(frozen=True, slots=True)
class Candidate:
    """A label at one of its spots: its box, the point it belongs to, and what it costs by itself."""

    spot: Spot
    box: Box
    anchor: Anchor | None
    cost: float


Arrangement = tuple[Candidate | None, ...]


def pair_cost(first: Candidate | None, second: Candidate | None) -> float:
    """What two labels cost together: they never overlap, and should stand in the order of their points."""
    if first is None or second is None:
        return 0.0
    if first.box.overlaps(second.box):
        return math.inf
    return disorder_cost(first.anchor, first.box, second.anchor, second.box)


def cheapest(choices: Sequence[Sequence[Candidate]], without: Sequence[float]) -> Arrangement:
    """One candidate of each label, or None at what it costs to go ``without`` it: the cheapest arrangement."""
    ranked = [
        sorted((*((one.cost, one) for one in some), (price, None)), key=lambda pair: pair[0])
        for some, price in zip(choices, without, strict=True)
    ]
    rest = [0.0]
    for some in reversed(ranked):
        rest.append(rest[-1] + some[0][0])
    search = _Search(tuple(map(tuple, ranked)), tuple(reversed(rest)), iter(range(_MOST_STEPS)))
    found = search.best((), 0.0, math.inf)
    assert found is not None
    return found[1]


@dataclass(frozen=True, slots=True)
class _Search:
    """Branch and bound: each label's candidates, cheapest first; the least that labels from each on can cost."""

    ranked: tuple[tuple[tuple[float, Candidate | None], ...], ...]
    rest: tuple[float, ...]
    steps: Iterator[int]

    def best(self, chosen: Arrangement, cost: float, bound: float) -> tuple[float, Arrangement] | None:
        """The cheapest arrangement that begins with ``chosen`` and costs less than ``bound``."""
        at = len(chosen)
        if at == len(self.ranked):
            return cost, chosen
        found = None
        for own, candidate in self.ranked[at]:
            if cost + own + self.rest[at + 1] >= bound:
                break
            if bound < math.inf and next(self.steps, None) is None:
                break
            together = cost + own + sum(pair_cost(other, candidate) for other in chosen)
            if together + self.rest[at + 1] < bound:
                better = self.best((*chosen, candidate), together, bound)
                if better is not None:
                    found, bound = better, better[0]
        return found
