"""Where the boxes of a flow stand within their layers: even gaps, boxes centred on what they connect to.

Positions run along the layers (down the page where the flow runs to the right), in points from the first
edge. The fullest layer leads: its boxes are spread over the length. From there outwards, the boxes of every
other layer are drawn to the middle of the boxes that they connect to, as near as their neighbours let them.
Layers in which frames stand are drawn together, so that each frame is one rectangle with no other box in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.blocks.flow.axis import Span
from docgen.blocks.flow.frame_room import edges_around, fitting
from docgen.blocks.flow.graph import Neighbours
from docgen.blocks.flow.rows import Gaps, Row, Sizes, Spaces, edges_of_frame, joined_length
from docgen.blocks.flow.separation import END, floors, nearest
from docgen.blocks.flow.spread import SNAP, spread, wish
from docgen.value import value

# Boxes of several links that face one of their partners but for this much are moved to face it (points).
_FACING = 2.0
# For a straight link a gap may be this part of the least one.
_STRAIGHT = 0.8
# What a place without a wish of its own weighs: it goes where its neighbours leave it.
_FAINT = 1e-3
# Drawing a layer may move others that a frame joins to it: so often all are drawn then.
_PASSES = 3


@value(frozen=True, slots=True)
class Placement:
    """The first edge and the extent along its layer of every node, and of every frame's edges.

    Channels and edges of frames have an extent of 0.
    """

    starts: Mapping[int, float]
    extents: Mapping[int, float]

    def centre(self, node: int) -> float:
        """The middle of a node along its layer."""
        return self.starts[node] + self.extents[node] / 2

    def span(self, node: int) -> Span:
        """The first and the last edge of a node along its layer."""
        return self.starts[node], self.starts[node] + self.extents[node]

    def frame(self, number: int) -> Span:
        """The first and the last edge of a frame."""
        first, last = edges_of_frame(number)
        return self.starts[first], self.starts[last]

    @property
    def end(self) -> float:
        """The last edge of all."""
        return max([start + self.extents[item] for item, start in self.starts.items()], default=0.0)


def least_length(rows: Sequence[Row], extents: Sizes, spaces: Spaces) -> float:
    """The least length that holds every row with its boxes' least extents, and every frame."""
    sizes = _with_edges(rows, extents)
    if any(row.frames for row in rows):
        return joined_length(rows, [row.gaps(spaces, spaces.least) for row in rows], sizes)
    return max([row.length(sizes, spaces, spaces.least) for row in rows], default=0.0)


def placed(
    rows: Sequence[Row], extents: Sizes, before: Neighbours, after: Neighbours, spaces: Spaces, length: float
) -> Placement:
    """Every node and frame placed within ``length``, which is at least :func:`least_length`."""
    least = _with_edges(rows, extents)
    wide = spread(rows, least, before, after, spaces, length)
    gaps, sizes = fitting(rows, wide.gaps, wide.sizes, least, spaces, length)
    placing = _Placing(rows, gaps, sizes, spaces, dict(wide.starts))
    outwards = [*range(wide.lead - 1, -1, -1), *range(wide.lead + 1, len(rows))]
    for number in outwards * (_PASSES if any(row.frames for row in rows) else 1):
        placing.place(number, after if number < wide.lead else before, wide.used, length)
    for earlier, later in pairwise(rows):
        placing.straighten(earlier, later, before, after, length)
    starts = placing.starts | edges_around(rows, placing.starts, sizes)
    if spaces.centred and starts:
        spare = length - min(starts.values()) - Placement(starts, sizes).end
        starts = {item: start + spare / 2 for item, start in starts.items()}
    return Placement(starts, sizes)


def _with_edges(rows: Sequence[Row], extents: Sizes) -> dict[int, float]:
    """The extents of nodes, and those of frames' edges, which are 0."""
    return {item: extents.get(item, 0.0) for row in rows for item in row.items}


@dataclass(slots=True)
class _Placing:
    """Rows whose items get their places one row after the other: ``starts`` are the first edges so far."""

    rows: Sequence[Row]
    gaps: Gaps
    sizes: Sizes
    spaces: Spaces
    starts: dict[int, float]

    def place(self, number: int, links: Neighbours, used: float, length: float) -> None:
        """Place a row near what it is linked to, within the length ``used`` if it has room there.

        Where frames stand in it, other rows with frames give way, if they have places already.
        """
        items = self.rows[number].items
        joined = [number, *(other for other in range(len(self.rows)) if self._gives_way(other, number))]
        rows = [self.rows[other] for other in joined]
        chains = [row.chain(self.sizes, self.gaps[other]) for row, other in zip(rows, joined, strict=True)]
        floor = floors(chains)
        room = min(length, max(used, floor[END]))
        centres = [wish(links.get(item, ()), self.starts, self.sizes) for item in items]
        levels = [
            None if centre is None else centre - floor[item] - self.sizes[item] / 2
            for item, centre in zip(items, centres, strict=True)
        ]
        spare = max(0.0, room - floor[END])
        own = dict(zip(items, _filled(levels, spare / 2 if self.spaces.centred else 0.0), strict=True))
        wished = {item: self.starts[item] - floor[item] for row in rows[1:] for item in row.items} | own
        weights = dict.fromkeys(wished, 1.0) | {
            item: _FAINT for item, level in zip(items, levels, strict=True) if level is None
        }
        for edge, place in edges_around(rows, {item: wished[item] + floor[item] for item in wished}, self.sizes).items():
            wished[edge], weights[edge] = place - floor[edge], _FAINT
        self.starts |= nearest(chains, floor, wished, weights, room)

    def _gives_way(self, other: int, number: int) -> bool:
        """Whether a row has its places, and may have to give way to that of ``number``."""
        row = self.rows[other]
        framed = bool(row.frames) and bool(self.rows[number].frames)
        return framed and other != number and all(item in self.starts for item in row.items)

    def straighten(self, row: Row, later: Row, before: Neighbours, after: Neighbours, length: float) -> None:
        """Move boxes that almost face each other, so that their link is straight: the later one, then the earlier.

        Boxes that are each other's only partner may move further than others.
        """
        items = set(row.items)
        distances, later_distances = self._straight_distances(row), self._straight_distances(later)
        for node in later.items:
            partners = [other for other in before.get(node, ()) if other in items]
            if not partners:
                continue
            partner = min(partners, key=lambda other: abs(self._centre(other) - self._centre(node)))
            move = self._centre(partner) - self._centre(node)
            alone = len(before[node]) == len(after[partner]) == 1
            if move == 0 or abs(move) >= (SNAP if alone else _FACING):
                continue
            low, high = self._free(node, later, later_distances, length)
            own = min(max(move, low), high)
            low, high = self._free(partner, row, distances, length)
            if low <= own - move <= high:
                self.starts[node] += own
                self.starts[partner] += own - move

    def _centre(self, node: int) -> float:
        return self.starts[node] + self.sizes[node] / 2

    def _straight_distances(self, row: Row) -> list[float]:
        """The least distances between neighbours where boxes move for a straight link."""
        return row.distances(_STRAIGHT * self.spaces.least, self.spaces.clear, self.spaces.clear)

    def _free(self, node: int, row: Row, distances: Sequence[float], length: float) -> tuple[float, float]:
        """How far a box may move back and on between its neighbours."""
        place = row.items.index(node)
        low, high = 0.0, length
        if place:
            previous = row.items[place - 1]
            low = self.starts[previous] + self.sizes[previous] + distances[place - 1]
        if place + 1 < len(row.items):
            high = self.starts[row.items[place + 1]] - distances[place]
        return min(0.0, low - self.starts[node]), max(0.0, high - self.starts[node] - self.sizes[node])


def _filled(levels: Sequence[float | None], default: float) -> list[float]:
    """Missing levels evenly between those known beside them, and as the first or the last known one beyond."""
    known = [(place, level) for place, level in enumerate(levels) if level is not None]
    if not known:
        return [default] * len(levels)
    filled: list[float] = []
    for (place, level), (other, next_level) in pairwise([(-1, known[0][1]), *known, (len(levels), known[-1][1])]):
        filled += [level + (next_level - level) * step / (other - place) for step in range(other - place)]
    return filled[1:]
