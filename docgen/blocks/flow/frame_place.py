"""Where the boxes of a flow with frames stand along their layers: no frame over another's boxes.

Every rule is a least distance between two edges, of boxes or of frames. What keeps all of them is a lattice: the
lowest and the highest places that keep them, the lower or the higher of two that do, and any mean of two
that do all keep them. So wishes are met by pushing apart both ways and taking the middle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.blocks.flow.frame_order import Run
from docgen.blocks.flow.graph import Framed
from docgen.blocks.flow.place import Placement, Spaces, wish

Neighbours = Mapping[int, Sequence[int]]
Span = tuple[float, float]

_SWEEPS = 6
_HALVINGS = 24
_EVENINGS = 12
# Boxes are made level up to so many times the median extent of their layer.
_LEVEL = 1.3
# Looseness: least gaps, the wished ones, boxes of a layer level, all as wide as they may be.
_LOOSEST = 3.0


@dataclass(frozen=True, slots=True)
class Inside:
    """The room along the layers that a frame takes before its first box and after its last (points)."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class FramedLayers:
    """Layers as runs, the frames of the runs, and the room inside each frame."""

    runs: tuple[tuple[Run, ...], ...]
    frames: tuple[Framed, ...]
    insides: tuple[Inside, ...]


@dataclass(frozen=True, slots=True)
class FramedPlacement:
    """Every node placed, and each frame's first and last edge along the layers."""

    placement: Placement
    frames: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Least distances ``(one, two, distance)`` between first edges, in an order in which they can be followed.

    Places 0 to ``nodes`` - 1 are first edges of nodes; then come first and last edge of each frame by turns.
    """

    count: int
    rules: tuple[tuple[int, int, float], ...]
    sizes: Mapping[int, float]

    def low(self, wishes: Sequence[float]) -> list[float]:
        """The lowest places that are not below the wishes."""
        places = list(wishes)
        for one, two, distance in self.rules:
            places[two] = max(places[two], places[one] + distance)
        return places

    def high(self, wishes: Sequence[float]) -> list[float]:
        """The highest places that are not above the wishes."""
        places = list(wishes)
        for one, two, distance in reversed(self.rules):
            places[one] = min(places[one], places[two] - distance)
        return places

    def ends(self, places: Sequence[float]) -> float:
        """The last edge of all."""
        return max((places[at] + self.sizes.get(at, 0.0) for at in range(self.count)), default=0.0)


def least_framed_length(layers: FramedLayers, extents: Mapping[int, float], spaces: Spaces) -> float:
    """The least length that holds every layer with its boxes' least extents and its frames."""
    rules = _rules(layers, extents, spaces, 0.0)
    return rules.ends(rules.low([0.0] * rules.count))


def placed_in_frames(
    layers: FramedLayers,
    extents: Mapping[int, float],
    before: Neighbours,
    after: Neighbours,
    spaces: Spaces,
    length: float,
) -> FramedPlacement:
    """Every node and frame placed within ``length``, which is at least :func:`least_framed_length`."""
    rules = _loosest(layers, extents, spaces, length)
    first = rules.low([0.0] * rules.count)
    last = rules.high([length - rules.sizes.get(at, 0.0) for at in range(rules.count)])
    places = [(one + two) / 2 for one, two in zip(first, last, strict=True)]
    for _ in range(_SWEEPS):
        for neighbours in (before, after):
            wished = _wishes(places, neighbours, rules.sizes, layers)
            wishes = [min(max(each, low), high) for each, low, high in zip(wished, first, last, strict=True)]
            low = [min(pair) for pair in zip(rules.low(wishes), last, strict=True)]
            high = [max(pair) for pair in zip(rules.high(wishes), first, strict=True)]
            places = [(one + two) / 2 for one, two in zip(low, high, strict=True)]
    _even(places, layers, before, after, rules.sizes)
    placement = Placement({node: places[node] for node in rules.sizes}, rules.sizes)
    return FramedPlacement(placement, _spans(layers, placement))


def _even(
    places: list[float], layers: FramedLayers, before: Neighbours, after: Neighbours, sizes: Mapping[int, float]
) -> None:
    """Move boxes that lead to nothing into the middle between two neighbours that come from the same boxes."""
    triples = [
        nodes
        for layer in layers.runs
        for beside in _side_by_side(layer)
        for nodes in zip(beside, beside[1:], beside[2:], strict=False)
        if not after.get(nodes[1]) and len({tuple(sorted(before.get(node, ()))) for node in nodes}) == 1
    ]
    for _ in range(_EVENINGS):
        for one, node, two in triples:
            places[node] = (places[one] + sizes[one] + places[two] - sizes[node]) / 2


def _side_by_side(layer: Sequence[Run]) -> list[tuple[int, ...]]:
    """The nodes that stand beside each other with no frame's edge between them."""
    found: list[tuple[int, ...]] = []
    free: tuple[int, ...] = ()
    for run in layer:
        if run.frame is None:
            free = (*free, *run.nodes)
        else:
            found += [free, run.nodes]
            free = ()
    return [*found, free]


def _loosest(layers: FramedLayers, extents: Mapping[int, float], spaces: Spaces, length: float) -> _Rules:
    """The rules with the widest gaps and the largest boxes that the length holds."""
    low, high = 0.0, _LOOSEST
    rules = _rules(layers, extents, spaces, high)
    if rules.ends(rules.low([0.0] * rules.count)) <= length:
        return rules
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        rules = _rules(layers, extents, spaces, middle)
        fits = rules.ends(rules.low([0.0] * rules.count)) <= length
        low, high = (middle, high) if fits else (low, middle)
    return _rules(layers, extents, spaces, low)


def _rules(layers: FramedLayers, extents: Mapping[int, float], spaces: Spaces, looseness: float) -> _Rules:
    """The rules at a looseness from 0 (least gaps and extents) to :data:`_LOOSEST`."""
    to_gap, to_level, to_most = (min(1.0, max(0.0, looseness - step)) for step in (0, 1, 2))
    gap = spaces.least + to_gap * (spaces.gap - spaces.least) + to_most * max(0.0, spaces.most - spaces.gap)
    sizes: dict[int, float] = {}
    for layer in layers.runs:
        boxes = sorted(extents[node] for run in layer for node in run.nodes if extents[node])
        level = min(boxes[-1], _LEVEL * boxes[len(boxes) // 2]) if boxes else 0.0
        for node in (node for run in layer for node in run.nodes):
            size = extents[node]
            more = to_level * max(0.0, level - size) + to_most * spaces.stretch
            sizes[node] = size + more if size else 0.0
    count = len(sizes)
    found = [rule for layer in layers.runs for rule in _layer_rules(layer, layers, sizes, count, gap, spaces)]
    return _Rules(count + 2 * len(layers.frames), _in_order(found, count + 2 * len(layers.frames)), sizes)


def _layer_rules(
    layer: Sequence[Run],
    layers: FramedLayers,
    sizes: Mapping[int, float],
    count: int,
    gap: float,
    spaces: Spaces,
) -> list[tuple[int, int, float]]:
    """The rules of a layer: runs one after the other, and the nodes of a frame inside it."""
    beside = max(spaces.clear, gap / 2)

    def between(one: int, two: int) -> float:
        if sizes[one] and sizes[two]:
            return gap
        return beside if sizes[one] or sizes[two] else spaces.clear

    rules: list[tuple[int, int, float]] = []
    for run in layer:
        rules += [(one, two, sizes[one] + between(one, two)) for one, two in pairwise(run.nodes)]
        if run.frame is not None:
            begin, end, inside = count + 2 * run.frame, count + 2 * run.frame + 1, layers.insides[run.frame]
            rules.append((begin, end, inside.before + inside.after))
            rules += [(begin, node, inside.before) for node in run.nodes[:1]]
            rules += [(node, end, sizes[node] + inside.after) for node in run.nodes[-1:]]
    for one, two in pairwise(layer):
        first = one.nodes[0] if one.frame is None else count + 2 * one.frame + 1
        second = two.nodes[0] if two.frame is None else count + 2 * two.frame
        channel = any(run.frame is None and not sizes[run.nodes[0]] for run in (one, two))
        if one.frame is None and two.frame is None:
            distance = between(one.nodes[0], two.nodes[0])
        else:
            distance = beside if channel else gap
        rules.append((first, second, distance + (sizes[first] if one.frame is None else 0.0)))
    return rules


def _in_order(rules: Sequence[tuple[int, int, float]], count: int) -> tuple[tuple[int, int, float], ...]:
    """The rules such that each comes after all that push what it pushes from."""
    leaving: dict[int, list[tuple[int, int, float]]] = {}
    waiting = [0] * count
    for rule in rules:
        leaving.setdefault(rule[0], []).append(rule)
        waiting[rule[1]] += 1
    ready = [at for at in range(count) if not waiting[at]]
    ordered: list[tuple[int, int, float]] = []
    while ready:
        for rule in leaving.get(ready.pop(), ()):
            ordered.append(rule)
            waiting[rule[1]] -= 1
            if not waiting[rule[1]]:
                ready.append(rule[1])
    return tuple(ordered)


def _wishes(
    places: Sequence[float], neighbours: Neighbours, sizes: Mapping[int, float], layers: FramedLayers
) -> list[float]:
    """Each node in the middle of its neighbours, where it has any; frames close around their nodes."""
    starts = {node: places[node] for node in sizes}
    wishes = dict(starts)
    for node in sizes:
        level = wish(neighbours.get(node, ()), starts, sizes)
        if level is not None:
            wishes[node] = level - sizes[node] / 2
    edges = [edge for span in _spans(layers, Placement(wishes, sizes)) for edge in span]
    return [wishes[node] for node in range(len(sizes))] + edges


def _spans(layers: FramedLayers, placement: Placement) -> tuple[Span, ...]:
    """Each frame's edges close around its nodes."""
    return tuple(
        (
            min(placement.starts[node] for node in frame.nodes) - inside.before,
            max(placement.starts[node] + placement.extents[node] for node in frame.nodes) + inside.after,
        )
        for frame, inside in zip(layers.frames, layers.insides, strict=True)
    )
