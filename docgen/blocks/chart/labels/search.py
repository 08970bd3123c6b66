"""The cheapest arrangement of labels that choose together: apart, and in the order of their points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from docgen.blocks.chart.labels.cost import Anchor, disorder_cost
from docgen.blocks.chart.labels.spots import Spot
from docgen.placed import Box
from docgen.value import value

# More steps than any category of a compendium needs; where they are used up, the best found so far stands.
_MOST_STEPS = 4000


@value(frozen=True, slots=True)
class Label:
    """A label at one of its spots: its box, the point it belongs to, and what it costs there by itself."""

    spot: Spot
    box: Box
    anchor: Anchor | None
    cost: float

    @property
    def shift(self) -> tuple[float, float]:
        """How far it is moved from its usual place, right and down, in points."""
        return self.spot.shift(self.box.width, self.box.height)


Arrangement = tuple[Label | None, ...]
"""Where each label of a group stands; None for one that is left out."""


def pair_cost(first: Label | None, second: Label | None) -> float:
    """What two labels cost together: they never overlap, and should stand in the order of their points."""
    if first is None or second is None:
        return 0.0
    if first.box.overlaps(second.box):
        return math.inf
    return disorder_cost(first.anchor, first.box, second.anchor, second.box)


def cheapest(choices: Sequence[Sequence[Label]], costs_without: Sequence[float]) -> Arrangement:
    """One choice for each label, or None at what it costs to go without it, so that the sum is the least.

    Branch and bound: a branch ends where even the least that the labels after it can cost is too much.
    """
    ranked = [
        sorted((*((label.cost, label) for label in labels), (cost_without, None)), key=lambda pair: pair[0])
        for labels, cost_without in zip(choices, costs_without, strict=True)
    ]
    least_rest = [*accumulate((options[0][0] for options in reversed(ranked)), initial=0.0)][::-1]
    steps = iter(range(_MOST_STEPS))

    def best(chosen: Arrangement, cost: float, bound: float) -> tuple[float, Arrangement] | None:
        """The cheapest arrangement that begins with ``chosen`` and costs less than ``bound``, with its cost."""
        index = len(chosen)
        if index == len(ranked):
            return cost, chosen
        found = None
        for own, label in ranked[index]:
            if cost + own + least_rest[index + 1] >= bound:
                break
            if bound < math.inf and next(steps, None) is None:
                break
            together = cost + own + sum(pair_cost(other, label) for other in chosen)
            if together + least_rest[index + 1] < bound:
                better = best((*chosen, label), together, bound)
                if better is not None:
                    found, bound = better, better[0]
        return found

    cheapest_found = best((), 0.0, math.inf)
    assert cheapest_found is not None
    return cheapest_found[1]
