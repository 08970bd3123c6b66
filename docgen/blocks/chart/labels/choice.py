"""The spot of each label that is wanted: those of lines at one category, near each other, choose together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from docgen.blocks.chart.labels.cost import Anchor, anchor_of, gridline_cost, label_cost, mistaken_cost
from docgen.blocks.chart.labels.search import Arrangement, Candidate, cheapest, pair_cost
from docgen.blocks.chart.labels.spots import LIFTS, farthest_edge, label_box
from docgen.blocks.chart.labels.surroundings import Surroundings
from docgen.blocks.chart.labels.wanted import WantedLabel
from docgen.blocks.chart.texts import text_width
from docgen.layout.style import Style
from docgen.placed import Box

Group = list[WantedLabel]
"""Labels that choose their spots together."""

# The sides of a point; what each less preferred spot costs (half as much beyond the sides).
_SIDES, _ORDER = 4, 0.4
# What each point costs that a label stands farther from its point than one that is lifted over a gridline.
_FAR = 0.5
_HEIGHT_EM = 1.15


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
    apart = 2 * farthest_edge(_height(style))
    for anchored in categories.values():
        groups += _near_groups(anchored, apart)
    return sorted(groups, key=_turn)


def arranged(group: Group, surroundings: Surroundings, taken: Sequence[Box], style: Style) -> Arrangement:
    """The labels of a group where they cost least in sum; None for those that are better left out.

    ``taken`` are the boxes of other texts.
    """
    alone = tuple(_best(label, surroundings, taken, style) for label in group)
    if not any(pair_cost(first, second) for first, second in combinations(alone, 2)):
        return alone
    choices = [tuple(candidates(label, surroundings, taken, style)) for label in group]
    return cheapest(choices, [label.cost_without for label in group])


def candidates(
    label: WantedLabel, surroundings: Surroundings, taken: Sequence[Box], style: Style
) -> Iterator[Candidate]:
    """A label at each of its spots, with what it costs there."""
    width, height, series = text_width(label.text, style, "chart_label"), _height(style), label.series
    for rank, spot in enumerate(label.spots):
        box = label_box(surroundings.plot, series, spot, width, height)
        anchor = anchor_of(surroundings, series, spot.point)
        cost = _rank_cost(rank) + _FAR * max(0.0, spot.lift - LIFTS[1])
        cost += label_cost(box, series, spot.point, surroundings, taken)
        cost += mistaken_cost(anchor, box, series, surroundings)
        if anchor is not None and len(label.spots) > 1:
            cost += gridline_cost(box, surroundings)
        yield Candidate(spot, box, anchor, cost)


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
    label: WantedLabel, surroundings: Surroundings, taken: Sequence[Box], style: Style
) -> Candidate | None:
    """A label at the spot that costs least; None where it costs more than to leave it out."""
    best, least = None, label.cost_without
    for rank, candidate in enumerate(candidates(label, surroundings, taken, style)):
        if candidate.cost < least:
            best, least = candidate, candidate.cost
        if _rank_cost(rank + 1) >= least:
            break
    return best


def _rank_cost(rank: int) -> float:
    """What a spot costs for its place in the order of preference."""
    return _ORDER * min(rank, _SIDES) + _ORDER / 2 * max(0, rank - _SIDES)


def _height(style: Style) -> float:
    """The height of a label, in points."""
    return style.text("chart_label").size * _HEIGHT_EM
