"""Where the boxes of a flow stand within their layers: even gaps, boxes centred on what they connect to.

Positions run along the layers (down the page where the flow runs to the right), in points from the first
edge. The fullest layer leads: its boxes are spread over the length; the others are drawn to the middle
of the boxes they connect to, as near as their neighbours let them. A node whose extent is 0 is the channel
of a link that passes its layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.blocks.flow.least_squares import drawn_together

Layer = Sequence[int]
Extents = Mapping[int, float]
Neighbours = Mapping[int, Sequence[int]]

# A box on a trunk snaps to the level of a box it connects to where that is nearer than this (points).
_SNAP = 7.0
# Boxes of several links that face one of their partners but for this much are moved to face it (points).
_FACING = 2.0
# For a straight link a gap may be this part of the least one.
_STRAIGHT = 0.8
# Boxes are made level up to so many times the median extent of their layer.
_LEVEL = 1.3
# A layer as full as this part of the fullest may lead; one less full than this part of the length grows along.
_NEARLY = 0.8
_SLACK = 0.75
# At most so much is added to a gap so that boxes beside it stand at their wish: gaps stay even (points).
_MOST_WANTED = 10.0


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances in points.

    Between boxes (``least``, the wished ``gap``, ``most``), what a border between groups adds (wished, most),
    what a box may grow beyond its text, and the room beside a channel.
    """

    least: float
    gap: float
    most: float
    group: float
    group_most: float
    stretch: float
    clear: float = 3


@dataclass(frozen=True, slots=True)
class Placement:
    """The first edge and the extent of every node along its layer; a channel's extent is 0."""

    starts: Mapping[int, float]
    extents: Mapping[int, float]

    def centre(self, node: int) -> float:
        """The middle of a node along its layer."""
        return self.starts[node] + self.extents[node] / 2


def least_length(layers: Sequence[Layer], extents: Extents, spaces: Spaces) -> float:
    """The least length that holds every layer with its boxes' least extents."""
    return max((_length(layer, extents, spaces, spaces.least) for layer in layers), default=0)


def placed(
    layers: Sequence[Layer],
    extents: Extents,
    before: Neighbours,
    after: Neighbours,
    spaces: Spaces,
    length: float,
) -> Placement:
    """Every node placed within ``length``, which is at least :func:`least_length`."""
    sizes = dict(extents)
    for layer in layers:
        sizes.update(_levelled(layer, sizes, length - _length(layer, sizes, spaces, spaces.gap)))
    lead = _leading(layers, sizes, spaces)
    sides = ([(layers[lead - 1], after)] if lead > 0 else []) + (
        [(layers[lead + 1], before)] if lead + 1 < len(layers) else []
    )
    starts, sizes, used, growth = _spread(layers[lead], sides, sizes, before, spaces, length)
    for number in [*range(lead - 1, -1, -1), *range(lead + 1, len(layers))]:
        layer, links = layers[number], after if number < lead else before
        sizes.update(_grown(layer, sizes, growth, spaces, length))
        gaps = _gaps(layer, sizes, spaces, _fitting_gap(layer, sizes, spaces, length))
        gaps = _with_borders(gaps, _borders(layer, sizes, before), layer, sizes, spaces, length)
        wishes = [wish(links.get(node, ()), starts, sizes) for node in layer]
        needed = sum(gaps) + sum(sizes[node] for node in layer)
        starts.update(drawn_together(layer, sizes, gaps, wishes, min(length, max(used, needed))))
    for earlier, later in pairwise(layers):
        facing = _facing(earlier, later, before, after)
        _straighten((earlier, later), facing, starts, sizes, spaces, length)
    return Placement(starts, sizes)


def _facing(
    layer: Layer, later: Layer, before: Neighbours, after: Neighbours
) -> list[tuple[int, list[int], frozenset[int]]]:
    """The linked boxes of the later layer: each with its partners in the layer before, and those of them that
    have no other partner, as it has none."""
    inside = set(layer)
    found = []
    for node in later:
        partners = [other for other in before.get(node, ()) if other in inside]
        if partners:
            alone = len(before[node]) == 1
            found.append((node, partners, frozenset(other for other in partners if alone and len(after[other]) == 1)))
    return found


def _straighten(
    layers: tuple[Layer, Layer],
    facing: Sequence[tuple[int, list[int], frozenset[int]]],
    starts: dict[int, float],
    sizes: Extents,
    spaces: Spaces,
    length: float,
) -> None:
    """Move boxes that almost face each other, so that their link is straight: the later one, then the earlier.

    Boxes that are each other's only partner may move further than others.
    """
    layer, later = layers
    for node, partners, alone in facing:
        partner = min(partners, key=lambda other: abs(_centre(other, starts, sizes) - _centre(node, starts, sizes)))
        move = _centre(partner, starts, sizes) - _centre(node, starts, sizes)
        if move == 0 or abs(move) >= (_SNAP if partner in alone else _FACING):
            continue
        low, high = _free(node, later, starts, sizes, spaces, length)
        own = min(max(move, low), high)
        low, high = _free(partner, layer, starts, sizes, spaces, length)
        if low <= own - move <= high:
            starts[node] += own
            starts[partner] += own - move


def _centre(node: int, starts: Mapping[int, float], sizes: Extents) -> float:
    return starts[node] + sizes[node] / 2


def _free(
    node: int, layer: Layer, starts: Mapping[int, float], sizes: Extents, spaces: Spaces, length: float
) -> tuple[float, float]:
    """How far a box may move back and on between its neighbours."""
    at = layer.index(node)
    low, high = 0.0, length
    gap = _STRAIGHT * spaces.least
    if at:
        one = layer[at - 1]
        low = starts[one] + sizes[one] + (gap if sizes[one] and sizes[node] else spaces.clear)
    if at + 1 < len(layer):
        two = layer[at + 1]
        high = starts[two] - (gap if sizes[two] and sizes[node] else spaces.clear)
    return min(0.0, low - starts[node]), max(0.0, high - starts[node] - sizes[node])


def wish(linked: Sequence[int], starts: Mapping[int, float], sizes: Extents) -> float | None:
    """The level that a box wants its centre on: the middle of what it connects to, or a box near there."""
    centres = [starts[node] + sizes[node] / 2 for node in linked if node in starts]
    if not centres:
        return None
    middle = (min(centres) + max(centres)) / 2
    nearest = min(centres, key=lambda centre: abs(centre - middle))
    return nearest if abs(nearest - middle) < _SNAP else middle


def _gaps(layer: Layer, sizes: Extents, spaces: Spaces, gap: float) -> list[float]:
    """The distances between neighbours of a layer where boxes stand ``gap`` apart."""
    beside, channels = max(spaces.clear, gap / 2), spaces.clear
    return [
        (gap if sizes[two] else beside) if sizes[one] else (beside if sizes[two] else channels)
        for one, two in pairwise(layer)
    ]


def _length(layer: Layer, sizes: Extents, spaces: Spaces, gap: float) -> float:
    return sum(sizes[node] for node in layer) + sum(_gaps(layer, sizes, spaces, gap))


def _fitting_gap(layer: Layer, sizes: Extents, spaces: Spaces, length: float) -> float:
    """The wished gap, or as much of it as the length has room for."""
    least = _length(layer, sizes, spaces, spaces.least)
    wished = _length(layer, sizes, spaces, spaces.gap)
    if wished <= length:
        return spaces.gap
    # The length is convex in the gap, so that a share of the gap never takes more than that share.
    share = max(0.0, length - least) / (wished - least)
    return spaces.least + share * (spaces.gap - spaces.least)


def _levelled(layer: Layer, sizes: Extents, spare: float) -> dict[int, float]:
    """The boxes' extents with the smallest raised towards one level, as far as the spare length goes."""
    boxes = sorted((node for node in layer if sizes[node]), key=lambda node: sizes[node])
    if len(boxes) < 2 or spare <= 0:
        return {}
    top = min(sizes[boxes[-1]], _LEVEL * sizes[boxes[len(boxes) // 2]])
    level = sizes[boxes[0]]
    for count, node in enumerate(boxes[1:], start=1):
        rise = min(sizes[node], top) - level
        if rise * count >= spare or sizes[node] >= top:
            level += max(0.0, min(rise, spare / count))
            break
        level += rise
        spare -= rise * count
    return {node: max(sizes[node], level) for node in boxes}


def _spread(
    layer: Layer,
    sides: Sequence[tuple[Layer, Neighbours]],
    sizes: dict[int, float],
    before: Neighbours,
    spaces: Spaces,
    length: float,
) -> tuple[dict[int, float], dict[int, float], float, float]:
    """The leading layer's first edges, all extents after its growth, the length used, and its boxes' growth."""
    spare = length - _length(layer, sizes, spaces, _fitting_gap(layer, sizes, spaces, length))
    gaps = [0.0, *_gaps(layer, sizes, spaces, _fitting_gap(layer, sizes, spaces, length)), 0.0]
    borders = _borders(layer, sizes, before)
    gaps, spare = _shared_out(gaps, [spaces.group * border for border in borders], spare)
    for beside, links in sides:
        wanted = _room_wanted(layer, beside, links, sizes, gaps, spaces, _most_wanted(borders))
        gaps, spare = _shared_out(gaps, wanted, spare)
    boxes = sum(1 for node in layer if sizes[node])
    more = [
        max(0.0, spaces.most + border * spaces.group_most - gap) if inner else 0.0
        for gap, border, inner in zip(gaps, borders, _inner(layer, sizes), strict=True)
    ]
    demand = sum(more) + boxes * spaces.stretch
    share = min(1.0, max(0.0, spare) / demand) if demand else 0.0
    gaps = [gap + share * add for gap, add in zip(gaps, more, strict=True)]
    grown = sizes | {node: sizes[node] + share * spaces.stretch for node in layer if sizes[node]}
    used = sum(gaps) + sum(grown[node] for node in layer)
    return _stacked(layer, grown, gaps), grown, used, share * spaces.stretch


def _leading(layers: Sequence[Layer], sizes: Extents, spaces: Spaces) -> int:
    """The layer to spread evenly: the one with most boxes among those that are nearly as full as the fullest."""
    lengths = [_length(layer, sizes, spaces, spaces.gap) for layer in layers]
    full = [number for number, length in enumerate(lengths) if length >= _NEARLY * max(lengths)]
    boxes = [sum(1 for node in layer if sizes[node]) for layer in layers]
    return max(full, key=lambda number: (boxes[number], lengths[number]))


def _grown(layer: Layer, sizes: Extents, growth: float, spaces: Spaces, length: float) -> dict[int, float]:
    """Boxes grown as the leading layer's were, where the layer keeps slack for its wishes."""
    boxes = [node for node in layer if sizes[node]]
    if _length(layer, sizes, spaces, spaces.gap) + growth * len(boxes) > _SLACK * length:
        return {}
    return {node: sizes[node] + growth for node in boxes}


def _with_borders(
    gaps: list[float], borders: Sequence[int], layer: Layer, sizes: Extents, spaces: Spaces, length: float
) -> list[float]:
    """The gaps with the borders between groups added, where the length has room for them."""
    wider = [gap + spaces.group * border for gap, border in zip(gaps, borders[1:], strict=False)]
    return wider if sum(wider) + sum(sizes[node] for node in layer) <= length else gaps


def _inner(layer: Layer, sizes: Extents) -> list[bool]:
    """For each gap (the two outer ones included) whether it parts two boxes."""
    return [False, *(bool(sizes[a] and sizes[b]) for a, b in pairwise(layer)), False]


def _borders(layer: Layer, sizes: Extents, before: Neighbours) -> list[int]:
    """1 for each gap between boxes that share no box of the layer before, where there is such a layer."""
    borders = [0] * (len(layer) + 1)
    if not any(before.get(node) for node in layer):
        return borders
    for at, (one, two) in enumerate(pairwise(layer), start=1):
        if sizes[one] and sizes[two]:
            borders[at] = int(not set(before.get(one, ())) & set(before.get(two, ())))
    return borders


def _shared_out(gaps: list[float], wanted: Sequence[float], spare: float) -> tuple[list[float], float]:
    """The gaps with what is wanted added, or the share of it that the spare length allows; what is left."""
    demand = sum(wanted)
    if demand <= 0 or spare <= 0:
        return gaps, spare
    share = min(1.0, spare / demand)
    return [gap + share * want for gap, want in zip(gaps, wanted, strict=True)], spare - share * demand


def _most_wanted(borders: Sequence[int]) -> list[float]:
    """What may be added to each gap: only borders between groups give way, where there are groups."""
    within = 0.0 if any(borders) else _MOST_WANTED
    return [_SNAP, *(_MOST_WANTED if border else within for border in borders[1:-1]), _SNAP]


def _room_wanted(
    layer: Layer,
    beside: Layer,
    links: Neighbours,
    sizes: Extents,
    gaps: Sequence[float],
    spaces: Spaces,
    most: Sequence[float],
) -> list[float]:
    """What to add to the leading layer's gaps so that a layer beside it can stand at its wishes."""
    at = {node: number for number, node in enumerate(layer)}
    reach = {node: sorted(at[n] for n in links.get(node, ()) if n in at) for node in beside}
    distances = _gaps(beside, sizes, spaces, spaces.gap)
    wanted = [0.0] * len(gaps)
    shift, floor, last = 0.0, 0.0, -1
    starts = _stacked(layer, sizes, gaps)
    for number, node in enumerate(beside):
        linked = reach[node]
        half = sizes[node] / 2
        level = wish([layer[n] for n in linked], starts, sizes)
        top = floor if level is None else level + shift - half
        if top < floor and linked and linked[0] > last:
            more = min(floor - top, most[linked[0]] - wanted[linked[0]])
            wanted[linked[0]] += more
            shift += more
            top = floor
        last = max(last, linked[-1]) if linked else last
        floor = max(top, floor) + 2 * half + (distances[number] if number < len(distances) else 0)
    end = sum(gaps) + sum(sizes[node] for node in layer) + shift
    wanted[-1] = min(most[-1], max(0.0, floor - end))
    return wanted


def _stacked(layer: Layer, sizes: Extents, gaps: Sequence[float]) -> dict[int, float]:
    """First edges from the gaps: one before the first node, one between neighbours, one after the last."""
    starts: dict[int, float] = {}
    at = 0.0
    for gap, node in zip(gaps, layer, strict=False):
        at += gap
        starts[node] = at
        at += sizes[node]
    return starts
