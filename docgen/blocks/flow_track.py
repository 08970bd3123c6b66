"""Tracks in the gutter between two layers: where each bundle of connectors runs along the layers.

A net is what shares a trunk: the links of one box. Its connectors come in on one side of the gutter at the
levels of their boxes, run along one track, and leave on the other side. Nets whose stretches overlap get
different tracks, ordered so that few connectors cross and none runs on top of another's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Levels nearer than this (points) would be seen as one line.
_SAME = 1.5
# A stretch of two lines on top of each other counts as so many crossings.
_COVERED = 20
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Net:
    """The levels at which a net's connectors meet its track from the left and from the right, sorted."""

    left: tuple[float, ...]
    right: tuple[float, ...]

    @property
    def low(self) -> float:
        return min(self.left[0] if self.left else self.right[0], self.right[0] if self.right else self.left[0])

    @property
    def high(self) -> float:
        return max(self.left[-1] if self.left else self.right[-1], self.right[-1] if self.right else self.left[-1])

    @property
    def level(self) -> bool:
        """Whether it needs no track: everything lies on one level."""
        return self.high - self.low < 0.01


def tracks(nets: Mapping[object, Net]) -> tuple[dict[object, int], int]:
    """The number of each net's track, counted from the left, and how many tracks there are."""
    keys = list(nets)
    order = _ordered(keys, nets)
    track: dict[object, int] = {}
    for at, key in enumerate(order):
        net = nets[key]
        earlier = [track[other] for other in order[:at] if _apart(nets[other], net)]
        track[key] = max(earlier, default=-1) + 1
    return track, max(track.values(), default=-1) + 1


def _apart(one: Net, two: Net) -> bool:
    """Whether two nets must not share a track: their stretches touch, or their lines would meet."""
    return one.low - _SAME < two.high and two.low - _SAME < one.high


def _ordered(keys: Sequence[object], nets: Mapping[object, Net]) -> list[object]:
    """The nets from left to right: each inserted where it costs least, then moved while that helps."""
    cost = {
        (one, two): _cost(nets[one], nets[two])
        for one in keys
        for two in keys
        if one != two and _apart(nets[one], nets[two])
    }
    order: list[object] = []
    for key in keys:
        order.insert(_best_place(key, order, cost), key)
    for _ in range(_ROUNDS if cost else 0):
        before = list(order)
        for key in keys:
            order.remove(key)
            order.insert(_best_place(key, order, cost), key)
        if order == before:
            break
    return order


def _best_place(key: object, order: Sequence[object], cost: Mapping[tuple[object, object], int]) -> int:
    here = sum(cost.get((key, other), 0) for other in order)
    best, place = here, 0
    for at, other in enumerate(order, start=1):
        here += cost.get((other, key), 0) - cost.get((key, other), 0)
        if here < best:
            best, place = here, at
    return place


def _cost(left: Net, right: Net) -> int:
    """What it costs that one net's track lies left of the other's: crossings, and lines on top of lines."""
    crossings = _inside(left.right, right) + _inside(right.left, left)
    covered = sum(1 for level in left.right if _meets(level, right.left))
    return crossings + _COVERED * covered


def _inside(levels: Sequence[float], net: Net) -> int:
    return bisect_left(levels, net.high) - bisect_right(levels, net.low)


def _meets(level: float, levels: Sequence[float]) -> bool:
    at = bisect_left(levels, level - _SAME)
    return at < len(levels) and levels[at] < level + _SAME
