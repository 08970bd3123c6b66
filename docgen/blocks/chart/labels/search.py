"""The spot of each label that is wanted.

Labels of lines at one category, near each other, choose together: they stand apart, in the order of their
points, and where all of them cost least.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from math import fsum

from docgen.blocks.chart.labels.cost import (
    Anchor,
    anchor_of,
    disorder_cost,
    gridline_cost,
    label_cost,
    mistaken_cost,
)
from docgen.blocks.chart.labels.spots import LIFTS, Spot, Surroundings, farthest_edge, label_box
from docgen.blocks.chart.labels.wanted import WantedLabel
from docgen.blocks.chart.texts import label_height, text_width
from docgen.layout.style import Style
from docgen.placed import Box
from docgen.value import value

Group = list[WantedLabel]
"""Labels that choose their spots together."""
# The cost of each less preferred spot: so much for the sides of a point, half as much beyond them.
_SIDES, _ORDER = 4, 0.4
# The cost of each point of distance beyond that of a label that is lifted over a gridline.
_FAR = 0.5
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


Labels = dict[int, dict[int, Label]]
"""Labels by series and by point."""
Arrangement = tuple[Label | None, ...]
"""Where each label of a group stands; None for one that is left out."""


def placed_labels(
    surroundings: Surroundings, wanted: Sequence[WantedLabel], style: Style, reserved: Sequence[Box] = ()
) -> Labels:
    """The labels that found a free spot; weightier ones choose first.

    ``reserved`` are boxes that other texts of the chart already hold.
    """
    taken, labels = list(reserved), Labels()
    for group in _groups(wanted, surroundings, style):
        for wanted_label, label in zip(group, _arranged(group, surroundings, taken, style), strict=True):
            if label is not None:
                taken.append(label.box)
                labels.setdefault(wanted_label.series, {})[label.spot.point] = label
    return labels


def _groups(wanted: Sequence[WantedLabel], surroundings: Surroundings, style: Style) -> list[Group]:
    """The labels that choose together, weightier ones first; a column's and a target line's choose alone."""
    groups: list[Group] = []
    categories: dict[int, list[tuple[Anchor, WantedLabel]]] = {}
    for label in wanted:
        category = label.spots[0].point
        anchor = anchor_of(surroundings, label.series, category)
        if anchor is None or any(spot.point != category for spot in label.spots):
            groups.append([label])
        else:
            categories.setdefault(category, []).append((anchor, label))
    apart = 2 * farthest_edge(label_height(style))
    for anchored in categories.values():
        groups += _near_groups(anchored, apart)
    return sorted(groups, key=_turn)


def _arranged(group: Group, surroundings: Surroundings, taken: Sequence[Box], style: Style) -> Arrangement:
    """The labels of a group at the spots of the least sum of costs; None for those that are better left out.

    ``taken`` are the boxes of other texts.
    """
    alone = tuple(_best(wanted, surroundings, taken, style) for wanted in group)
    if not any(pair_cost(first, second) for first, second in combinations(alone, 2)):
        return alone
    choices = [tuple(choices_of(wanted, surroundings, taken, style)) for wanted in group]
    return cheapest(choices, [wanted.cost_without for wanted in group])


def choices_of(
    wanted: WantedLabel, surroundings: Surroundings, taken: Sequence[Box], style: Style
) -> Iterator[Label]:
    """A label at each of its spots, with what it costs there."""
    width, height, series = text_width(wanted.text, style, "chart_label"), label_height(style), wanted.series
    for rank, spot in enumerate(wanted.spots):
        box = label_box(surroundings.plot, series, spot, width, height)
        anchor = anchor_of(surroundings, series, spot.point)
        cost = _rank_cost(rank) + _FAR * max(0.0, spot.lift - LIFTS[1])
        cost += label_cost(box, series, spot.point, surroundings, taken)
        cost += mistaken_cost(anchor, box, series, surroundings)
        if anchor is not None and len(wanted.spots) > 1:
            cost += gridline_cost(box, surroundings)
        yield Label(spot, box, anchor, cost)


def pair_cost(first: Label | None, second: Label | None) -> float:
    """The cost of two labels together: they never overlap, and should stand in the order of their points."""
    if first is None or second is None:
        return 0.0
    if first.box.overlaps(second.box):
        return math.inf
    return disorder_cost(first.anchor, first.box, second.anchor, second.box)


def cheapest(choices: Sequence[Sequence[Label]], costs_without: Sequence[float]) -> Arrangement:
    """One choice for each label, or None at the cost of leaving it out, so that the sum is the least.

    Branch and bound: a branch ends where it cannot get cheaper than the best arrangement so far.
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
            together = cost + own + fsum(pair_cost(other, label) for other in chosen)
            if together + least_rest[index + 1] < bound:
                better = best((*chosen, label), together, bound)
                if better is not None:
                    found, bound = better, better[0]
        return found

    cheapest_found = best((), 0.0, math.inf)
    assert cheapest_found is not None
    return cheapest_found[1]


def _turn(group: Group) -> tuple[int, int, int]:
    """The place of a group in the order of choosing: by weight, then by series and category."""
    return -max(label.weight for label in group), min(label.series for label in group), group[0].spots[0].point


def _near_groups(anchored: Sequence[tuple[Anchor, WantedLabel]], apart: float) -> list[Group]:
    """The labels of a category from the top down, in groups whose points lie more than ``apart`` points apart."""
    ordered = sorted(anchored, key=lambda pair: (pair[0].y, pair[0].beside))
    groups = [[ordered[0][1]]]
    for (upper, _), (lower, label) in pairwise(ordered):
        if lower.y - upper.y > apart:
            groups.append([])
        groups[-1].append(label)
    return groups


def _best(wanted: WantedLabel, surroundings: Surroundings, taken: Sequence[Box], style: Style) -> Label | None:
    """A label at its cheapest spot; None where leaving it out is cheaper."""
    best, least = None, wanted.cost_without
    for rank, label in enumerate(choices_of(wanted, surroundings, taken, style)):
        if label.cost < least:
            best, least = label, label.cost
        if _rank_cost(rank + 1) >= least:
            break
    return best


def _rank_cost(rank: int) -> float:
    """The cost of a spot for its place in the order of preference."""
    return _ORDER * min(rank, _SIDES) + _ORDER / 2 * max(0, rank - _SIDES)
