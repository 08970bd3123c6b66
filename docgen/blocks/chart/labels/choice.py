"""The spot of each label that is wanted: those of lines at one category, near each other, choose together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from docgen.blocks.chart.frame import text_width
from docgen.blocks.chart.labels.cost import INTOLERABLE, gridline_cost, label_cost
from docgen.blocks.chart.labels.order import Anchor, anchor_of, mistaken_cost
from docgen.blocks.chart.labels.search import Arrangement, Candidate, cheapest, pair_cost
from docgen.blocks.chart.labels.spots import LIFTS, Spot, label_box, reach
from docgen.blocks.chart.labels.surroundings import Surroundings
from docgen.layout.style import Style
from docgen.placed import Box
from docgen.value import value

# Less than two lines through it.
_TOO_MUCH_FOR_ONE_OF_MANY = 12.0
# The sides of a point; what each less preferred spot costs (half as much beyond the sides).
_SIDES, _ORDER = 4, 0.4
# What each point costs that a label stands farther from its point than one that is lifted over a gridline.
_FAR = 0.5
_PITCH_EM = 1.15


@value(frozen=True, slots=True)
class Wish:
    """A label that is wanted: its text, and the spots where it may stand, the best first."""

    series: int
    text: str
    spots: tuple[Spot, ...]
    weight: int

    @property
    def without(self) -> float:
        """What it costs that the label is left out: less for one of many."""
        return INTOLERABLE if self.weight > 1 else _TOO_MUCH_FOR_ONE_OF_MANY


def groups(wishes: Sequence[Wish], around: Surroundings, style: Style) -> list[list[Wish]]:
    """The labels that choose together, weightier ones first; a column's and a target line's choose alone."""
    alone: list[list[Wish]] = []
    categories: dict[int, list[tuple[Anchor, Wish]]] = {}
    for wish in wishes:
        category = wish.spots[0].point
        anchor = anchor_of(around, wish.series, category)
        if anchor is None or any(spot.point != category for spot in wish.spots):
            alone.append([wish])
        else:
            categories.setdefault(category, []).append((anchor, wish))
    apart = 2 * reach(_pitch(style))
    near = [group for each in categories.values() for group in _parted(each, apart)]
    return sorted((*alone, *near), key=_turn)


def chosen(group: Sequence[Wish], around: Surroundings, taken: Sequence[Box], style: Style) -> Arrangement:
    """The labels of a group where they cost least in sum; None for those that are better left out."""
    each = tuple(_best(wish, around, taken, style) for wish in group)
    if not any(pair_cost(first, second) for first, second in combinations(each, 2)):
        return each
    every = [tuple(candidates(wish, around, taken, style)) for wish in group]
    return cheapest(every, [wish.without for wish in group])


def candidates(wish: Wish, around: Surroundings, taken: Sequence[Box], style: Style) -> Iterator[Candidate]:
    """A label at each of its spots, with what it costs there, where other texts have ``taken`` their places."""
    width, pitch, series = text_width(wish.text, style, "chart_label"), _pitch(style), wish.series
    for at, spot in enumerate(wish.spots):
        box = label_box(around.plot, series, spot, width, pitch)
        anchor = anchor_of(around, series, spot.point)
        cost = _preference(at) + _FAR * max(0.0, spot.lift - LIFTS[1])
        cost += label_cost(box, series, spot.point, around, taken)
        cost += mistaken_cost(anchor, box, series, around)
        if anchor is not None and len(wish.spots) > 1:
            cost += gridline_cost(box, around)
        yield Candidate(spot, box, anchor, cost)


def _turn(group: Sequence[Wish]) -> tuple[int, int, int]:
    """When a group chooses: by weight, then by series and category."""
    return -max(one.weight for one in group), min(one.series for one in group), group[0].spots[0].point


def _parted(anchored: Sequence[tuple[Anchor, Wish]], apart: float) -> list[list[Wish]]:
    """The labels of a category from the top down, parted where points lie more than ``apart`` from each other."""
    ordered = sorted(anchored, key=lambda pair: (pair[0].y, pair[0].beside))
    found = [[ordered[0][1]]]
    for (upper, _), (lower, wish) in pairwise(ordered):
        if lower.y - upper.y > apart:
            found.append([])
        found[-1].append(wish)
    return found


def _best(wish: Wish, around: Surroundings, taken: Sequence[Box], style: Style) -> Candidate | None:
    """A label at the spot that costs least; None where it costs more than to leave it out."""
    best, least = None, wish.without
    for at, candidate in enumerate(candidates(wish, around, taken, style)):
        if candidate.cost < least:
            best, least = candidate, candidate.cost
        if _preference(at + 1) >= least:
            break
    return best


def _preference(at: int) -> float:
    """What a spot costs for its place in the order of preference."""
    return _ORDER * min(at, _SIDES) + _ORDER / 2 * max(0, at - _SIDES)


def _pitch(style: Style) -> float:
    """The height of a label, in points."""
    return style.text("chart_label").size * _PITCH_EM
