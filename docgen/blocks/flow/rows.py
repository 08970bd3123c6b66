"""Rows: what stands along the layers of a flow, how far apart, and what lengths that needs. Lengths are in points.

A row holds a layer's nodes in order, with the edges of frames among them. Nodes are boxes, or channels of links
that pass the layer, whose extent is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import Literal

from docgen.blocks.flow.frame_order import Run
from docgen.blocks.flow.separation import END, Chain, floors
from docgen.value import value

Sizes = Mapping[int, float]
"""The extents of items along their row; frames' edges have none."""
Gaps = Sequence[Sequence[float]]
"""The distances between neighbours in each row."""
Joint = Literal["box", "beside", "channel", "inside"]
"""How two items are parted: as boxes, as a box and a channel, as channels, as a frame's edge and what is inside."""


_HALVINGS = 24


@value(frozen=True, slots=True)
class Spaces:
    """Distances in points.

    Between boxes (``least``, the wished ``gap``, ``most``), what a border between groups adds (wished, most),
    what a box may grow beyond its text, and the room beside a channel. ``centred`` says that what does not fill the
    length stands in its middle, not at its beginning.
    """

    least: float
    gap: float
    most: float
    group: float
    group_most: float
    stretch: float
    clear: float = 3
    centred: bool = False


@value(frozen=True, slots=True)
class Inside:
    """The room along the layers that a frame takes before its first box and after its last (points)."""

    before: float
    after: float


@value(frozen=True, slots=True)
class Row:
    """The items of a layer in order, nodes and edges of frames, and the joints between them.

    ``insides`` is the room that a frame takes in each joint, 0 but inside frames. ``frames`` says, by a frame's
    number, at which places of ``items`` its two edges stand.
    """

    items: tuple[int, ...]
    joints: tuple[Joint, ...]
    insides: tuple[float, ...]
    frames: Mapping[int, tuple[int, int]]

    def gaps(self, spaces: Spaces, gap: float) -> list[float]:
        """The distances between neighbours where boxes stand ``gap`` apart."""
        return self.distances(gap, max(spaces.clear, gap / 2), spaces.clear)

    def distances(self, box: float, beside: float, channel: float) -> list[float]:
        """The distances between neighbours with these for the joints of each kind."""
        distance: dict[Joint, float] = {"box": box, "beside": beside, "channel": channel, "inside": 0.0}
        return [distance[joint] + inside for joint, inside in zip(self.joints, self.insides, strict=True)]

    def length(self, sizes: Sizes, spaces: Spaces, gap: float) -> float:
        """The length where boxes stand ``gap`` apart."""
        return self.extent(sizes) + fsum(self.gaps(spaces, gap))

    def extent(self, sizes: Sizes) -> float:
        """The length of all boxes without gaps."""
        return fsum([sizes[item] for item in self.items])

    def fitting_gap(self, sizes: Sizes, spaces: Spaces, length: float) -> float:
        """The wished gap, or as much of it as the length has room for."""
        wished = self.length(sizes, spaces, spaces.gap)
        if wished <= length:
            return spaces.gap
        least = self.length(sizes, spaces, spaces.least)
        # The length is convex in the gap, so that a share of the gap never takes more than that share.
        share = max(0.0, length - least) / (wished - least)
        return spaces.least + share * (spaces.gap - spaces.least)

    def chain(self, sizes: Sizes, gaps: Sequence[float]) -> Chain:
        """The items, and how far the first edge of each is at least from that of the next."""
        return self.items, [sizes[item] + gap for item, gap in zip(self.items, [*gaps, 0.0], strict=False)]

    def boxes(self, sizes: Sizes) -> list[int]:
        """The items that are boxes."""
        return [item for item in self.items if sizes[item]]


def joined_length(rows: Sequence[Row], gaps: Gaps, sizes: Sizes) -> float:
    """The least length of all rows together, where frames stand in several of them."""
    return floors([row.chain(sizes, distances) for row, distances in zip(rows, gaps, strict=True)])[END]


def largest(fits: Callable[[float], bool], low: float, high: float) -> float:
    """The largest number that fits, found by halving: ``high``, or one from ``low``, which fits."""
    if fits(high):
        return high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def edges_of_frame(frame: int) -> tuple[int, int]:
    """The items that are a frame's first and last edge: below those that stand for nodes, or for START and END."""
    return END - 2 * frame - 1, END - 2 * frame - 2


def rows_of(layers: Sequence[Sequence[Run]], boxes: int, insides: Sequence[Inside]) -> tuple[Row, ...]:
    """The rows of layers whose first ``boxes`` nodes are boxes; ``insides`` are the frames'."""
    return tuple(_row(layer, boxes, insides) for layer in layers)


def _row(layer: Sequence[Run], boxes: int, insides: Sequence[Inside]) -> Row:
    items: list[int] = []
    frames: dict[int, tuple[int, int]] = {}
    for run in layer:
        if run.frame is None:
            items += run.nodes
        else:
            first, last = edges_of_frame(run.frame)
            frames[run.frame] = (len(items), len(items) + len(run.nodes) + 1)
            items += (first, *run.nodes, last)
    kinds: tuple[Joint, ...] = ("box", "beside", "channel")
    joints = [kinds[sum(item >= boxes for item in pair)] for pair in pairwise(items)]
    rooms = [0.0] * len(joints)
    for frame, (first, last) in frames.items():
        joints[first] = joints[last - 1] = "inside"
        rooms[first] += insides[frame].before
        rooms[last - 1] += insides[frame].after
    return Row(tuple(items), tuple(joints), tuple(rooms), frames)
