"""The spot of each label that is wanted: those of lines at one category, near each other, choose together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from docgen.blocks.chart.labels.cost import Anchor, anchor_of, gridline_cost, label_cost, mistaken_cost
from docgen.blocks.chart.labels.search import Arrangement, Label, cheapest, pair_cost
from docgen.blocks.chart.labels.spots import LIFTS, farthest_edge, label_box
from docgen.blocks.chart.labels.surroundings import Surroundings
from docgen.blocks.chart.labels.wanted import WantedLabel
from docgen.blocks.chart.texts import label_height, text_width
from docgen.layout.style import Style
from docgen.placed import Box

Group = list[WantedLabel]
"""Labels that choose their spots together."""

# The sides of a point; what each less preferred spot costs (half as much beyond the sides).
_SIDES, _ORDER = 4, 0.4
# What each point costs that a label stands farther from its point than one that is lifted over a gridline.
_FAR = 0.5


def in_groups(wanted: Sequence[WantedLabel], surroundings: Surroundings, style: Style) -> list[Group]:
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


def arranged(group: Group, surroundings: Surroundings, taken: Sequence[Box], style: Style) -> Arrangement:
    """The labels of a group where they cost least in sum; None for those that are better left out.

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


def _turn(group: Group) -> tuple[int, int, int]:
    """When a group chooses: by weight, then by series and category."""
    return -max(label.weight for label in group), min(label.series for label in group), group[0].spots[0].point


def _near_groups(anchored: Sequence[tuple[Anchor, WantedLabel]], apart: float) -> list[Group]:
    """The labels of a category from the top down, in a group as long as points lie no more than ``apart``."""
    ordered = sorted(anchored, key=lambda pair: (pair[0].y, pair[0].beside))
    groups = [[ordered[0][1]]]
    for (upper, _), (lower, label) in pairwise(ordered):
        if lower.y - upper.y > apart:
            groups.append([])
        groups[-1].append(label)
    return groups


def _best(
    wanted: WantedLabel, surroundings: Surroundings, taken: Sequence[Box], style: Style
) -> Label | None:
    """A label at the spot that costs least; None where it costs more than to leave it out."""
    best, least = None, wanted.cost_without
    for rank, label in enumerate(choices_of(wanted, surroundings, taken, style)):
        if label.cost < least:
            best, least = label, label.cost
        if _rank_cost(rank + 1) >= least:
            break
    return best


def _rank_cost(rank: int) -> float:
    """What a spot costs for its place in the order of preference."""
    return _ORDER * min(rank, _SIDES) + _ORDER / 2 * max(0, rank - _SIDES)
