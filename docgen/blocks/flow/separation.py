"""Places on a line that keep least distances, as near to wishes as can be.

Chains say how far one place lies after another at least. Without wishes all places are at their floor, the lowest
that the chains allow from START. Every place is told by its level, how far it lies beyond its floor: along a
single chain, levels only must not decrease. The levels nearest to those wished, by weighted squares, are then an
isotonic regression, found exactly by pooling adjacent violators. Where chains share places, pools are merged
across chains in the same way (as in the solver VPSC of Dwyer, Marriott and Stuckey, without its refinement).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from docgen.value import value

Chain = tuple[Sequence[int], Sequence[float]]
"""Places in order, and the distance from each to the next, from the last one to END."""

# The places before the first and after the last one of every chain; all others are other numbers.
START, END = -1, -2


@value(frozen=True, slots=True)
class _Pool:
    """Places that move together: their common level, and each one's own on top.

    ``into`` are the separations into the pool: a place before, one in the pool, and how much higher than the
    other the level of this one must be at least.
    """

    level: float
    weight: float
    levels: Mapping[int, float]
    into: Sequence[tuple[int, int, float]]

    def of(self, place: int) -> float:
        """The level of a place."""
        return self.level + self.levels[place]

    def after(self, first: _Pool, apart: float) -> _Pool:
        """One pool of ``first`` and this one, whose level is ``apart`` from the first's; immovable if either is."""
        weight = self.weight + first.weight
        if first.weight == inf:
            level = first.level
        elif self.weight == inf:
            level = self.level - apart
        else:
            level = ((self.level - apart) * self.weight + first.level * first.weight) / weight
        levels = {**first.levels, **{place: level + apart for place, level in self.levels.items()}}
        into = [separation for separation in (*first.into, *self.into) if separation[0] not in levels]
        return _Pool(level, weight, levels, into)


def floors(chains: Sequence[Chain]) -> dict[int, float]:
    """The floor of every place; that of END is the least length of all chains."""
    floor = {place: 0.0 for places, _ in chains for place in places} | {END: 0.0}
    while True:
        raised = False
        for places, distances in chains:
            reached = 0.0
            for place, distance in zip(places, distances, strict=True):
                if floor[place] < reached:
                    floor[place], raised = reached, True
                reached = floor[place] + distance
            floor[END] = max(floor[END], reached)
        # A chain by itself is right at once.
        if not raised or len(chains) == 1:
            return floor


def nearest(
    chains: Sequence[Chain],
    floor: Mapping[int, float],
    wished: Mapping[int, float],
    weights: Mapping[int, float],
    length: float,
) -> dict[int, float]:
    """The places whose levels are nearest to those wished, within ``length``, which is at least END's floor."""
    goals = {**wished, END: max(0.0, length - floor[END])}
    into: dict[int, list[tuple[int, int, float]]] = {place: [] for place in goals}
    for places, distances in chains:
        for (before, place), distance in zip(pairwise((START, *places, END)), (0.0, *distances), strict=True):
            reached = floor[before] + distance if before != START else 0.0
            into[place].append((before, place, reached - floor[place]))
    pool_of = {START: _Pool(0.0, inf, {START: 0.0}, [])}
    # Sorted by their floors, places come after all before them.
    for place in sorted(goals, key=lambda place: (place == END, floor[place])):
        pool = pool_of[place] = _Pool(goals[place], weights.get(place, inf), {place: 0.0}, into[place])
        while pool.into:
            excess = [pool_of[before].of(before) + distance - pool.of(later) for before, later, distance in pool.into]
            worst = max(excess)
            if worst <= 0:
                break
            before, later, distance = pool.into[excess.index(worst)]
            first = pool_of[before]
            pool = pool.after(first, first.levels[before] + distance - pool.levels[later])
            pool_of.update(dict.fromkeys(pool.levels, pool))
    return {place: pool_of[place].of(place) + floor[place] for place in wished}
