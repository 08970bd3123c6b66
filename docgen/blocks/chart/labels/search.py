"""The cheapest arrangement of labels that choose together: apart, and in the order of their points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    """One choice for each label, or None at what it costs to go without it, so that the sum is the least."""
    ranked = tuple(
        tuple(sorted((*((label.cost, label) for label in labels), (cost_without, None)), key=lambda pair: pair[0]))
        for labels, cost_without in zip(choices, costs_without, strict=True)
    )
    least_rest = [0.0]
    for options in reversed(ranked):
        least_rest.append(least_rest[-1] + options[0][0])
    found = _Search(ranked, tuple(reversed(least_rest)), iter(range(_MOST_STEPS))).best((), 0.0, math.inf)
    assert found is not None
    return found[1]


@dataclass(frozen=True, slots=True)
class _Search:
    """Branch and bound over the labels' options, each with its cost, cheapest first.

    ``least_rest`` is the least that the labels from each index on can cost; ``steps`` are those that are left.
    """

    ranked: tuple[tuple[tuple[float, Label | None], ...], ...]
    least_rest: tuple[float, ...]
    steps: Iterator[int]

    def best(self, chosen: Arrangement, cost: float, bound: float) -> tuple[float, Arrangement] | None:
        """The cheapest arrangement that begins with ``chosen`` and costs less than ``bound``, with its cost."""
        index = len(chosen)
        if index == len(self.ranked):
            return cost, chosen
        found = None
        for own, label in self.ranked[index]:
            if cost + own + self.least_rest[index + 1] >= bound:
                break
            if bound < math.inf and next(self.steps, None) is None:
                break
            together = cost + own + sum(pair_cost(other, label) for other in chosen)
            if together + self.least_rest[index + 1] < bound:
                better = self.best((*chosen, label), together, bound)
                if better is not None:
                    found, bound = better, better[0]
        return found
