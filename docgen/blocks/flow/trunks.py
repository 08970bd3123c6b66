"""Trunks: lines along a gutter that several links share, side by side where they would run together.

This is channel routing, as between the rows of a circuit's cells. Links through a gutter are gathered into nets,
each drawn as one trunk with a branch to every box at its ends. A trunk takes a track; trunks whose spans meet
take different ones. Where two nets have a branch at one level, a reader must not get from one net into the
other, so that the one has to turn before the other (vertical constraints: :func:`_constraints`).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from docgen.blocks.flow.axis import Span
from docgen.placed.box import ROUNDING
from docgen.value import value

Link = tuple[int, int]
Key = TypeVar("Key", bound=Hashable)

# Levels nearer than this (points) would be seen as one.
_SAME = 1.5


@value(frozen=True, slots=True)
class Net:
    """Links of one gutter on one trunk: the nodes before the gutter that they come from, those after it that they
    lead to."""

    key: Hashable
    links: tuple[Link, ...]
    sources: tuple[int, ...]
    targets: tuple[int, ...]

    @classmethod
    def of(cls, key: Hashable, links: Sequence[Link]) -> Net:
        """The net of some links."""
        sources, targets = (tuple(dict.fromkeys(nodes)) for nodes in zip(*links, strict=True))
        return cls(key, tuple(links), sources, targets)

    def span(self, levels: Mapping[int, float]) -> Span:
        """The first and the last level of its branches."""
        met = [levels[node] for node in (*self.sources, *self.targets)]
        return min(met), max(met)

    def is_straight(self, levels: Mapping[int, float]) -> bool:
        """Whether all its branches are on one level, so that it has no trunk."""
        low, high = self.span(levels)
        return high - low < ROUNDING


def told_apart(nets: Sequence[Net], levels: Mapping[int, float]) -> list[Net]:
    """The nets with links taken out of them, each to a net of its own, until all can be told apart.

    Two nets that share a target are told apart if only one of them has other targets as well, and so for
    sources. A straight net runs through every trunk, so that no other may share its boxes.
    """
    apart = list(nets)
    while True:
        mixed = _mixed(apart, levels)
        if mixed is None:
            return apart
        number, taken = mixed
        net = apart[number]
        apart[number] = Net.of(net.key, [link for link in net.links if link != taken])
        apart.append(Net.of(("link", *taken), (taken,)))


def _mixed(nets: Sequence[Net], levels: Mapping[int, float]) -> tuple[int, Link] | None:
    """The number of a net of several links, with the link by which it runs into another net."""
    nets_at = _nets_at(nets)
    several = [(len(net.sources) > 1, len(net.targets) > 1) for net in nets]
    straight = [len(net.links) == 1 and net.is_straight(levels) for net in nets]
    for number, net in enumerate(nets):
        for end in (0, 1):
            if several[number][end]:
                for link in net.links:
                    others = [other for other in nets_at[link[end]] if other != number]
                    if any(straight[other] or several[other][end] for other in others):
                        return number, link
    return None


def _nets_at(nets: Sequence[Net]) -> dict[int, list[int]]:
    """The numbers of the nets by the nodes that they come from or lead to."""
    nets_at: dict[int, list[int]] = {}
    for number, net in enumerate(nets):
        for node in (*net.sources, *net.targets):
            nets_at.setdefault(node, []).append(number)
    return nets_at


def _constraints(nets: Sequence[Net], levels: Mapping[int, float]) -> set[tuple[int, int]]:
    """Pairs of nets of which the first must have its trunk before the other's.

    Where two share a target, the one with other targets too comes first; where they share a source, the one with
    other sources comes last. Where a branch of one ends and another's begins on one level, the one that
    comes from there is first.
    """
    nets_at = _nets_at(nets)
    pairs: set[tuple[int, int]] = set()
    for node, numbers in nets_at.items():
        for number in numbers:
            others = [other for other in numbers if other != number]
            is_target = node in nets[number].targets
            if is_target and len(nets[number].targets) > 1:
                pairs |= {(number, other) for other in others}
            if not is_target and len(nets[number].sources) > 1:
                pairs |= {(other, number) for other in others}
    sources = {node for net in nets for node in net.sources}
    targets = {node for net in nets for node in net.targets}
    for source in sources:
        for target in targets:
            if abs(levels[source] - levels[target]) < _SAME:
                pairs |= {(net, other) for net in nets_at[source] for other in nets_at[target] if net != other}
    return pairs


def density(nets: Sequence[Net], levels: Mapping[int, float]) -> int:
    """How many trunks at least stand side by side somewhere."""
    spans = [net.span(levels) for net in nets if not net.is_straight(levels)]
    return max((sum(1 for other in spans if _meet((low, low), other)) for low, _ in spans), default=0)


def trunk_tracks(nets: Sequence[Net], levels: Mapping[int, float]) -> dict[Hashable, int] | None:
    """The track of each net's trunk, from 0, such that no two run together and few lines cross.

    Nets without a trunk have none. None where no order of tracks tells all nets apart.
    """
    bent = [net for net in nets if not net.is_straight(levels)]
    constraints = _constraints(bent, levels)
    spans = [net.span(levels) for net in bent]
    order = _ordered(constraints, _costs(bent, spans, levels))
    if order is None:
        return None
    track: dict[int, int] = {}
    for net in order:
        earlier = [track[other] for other in track if (other, net) in constraints or _meet(spans[other], spans[net])]
        track[net] = max(earlier, default=-1) + 1
    return {bent[net].key: number for net, number in track.items()}


def _ordered(constraints: set[tuple[int, int]], costs: Sequence[Sequence[int]]) -> list[int] | None:
    """An order that keeps the constraints: each time the net that costs least before all that are left.

    None where constraints run in a circle.
    """
    left = list(range(len(costs)))
    order: list[int] = []
    # What it costs more to have a net before all others that are left than after them.
    more = [sum(costs[net][other] - costs[other][net] for other in left) for net in left]
    waiting = [0] * len(costs)
    for _, later in constraints:
        waiting[later] += 1
    while left:
        free = [net for net in left if not waiting[net]]
        if not free:
            return None
        chosen = min(free, key=more.__getitem__)
        left.remove(chosen)
        order.append(chosen)
        for other in left:
            more[other] -= costs[other][chosen] - costs[chosen][other]
            waiting[other] -= (chosen, other) in constraints
    return order


def _costs(nets: Sequence[Net], spans: Sequence[Span], levels: Mapping[int, float]) -> list[list[int]]:
    """For each net and each other one the lines that cross where the first's trunk is before the other's."""
    into = [[levels[node] for node in net.sources] for net in nets]
    out = [[levels[node] for node in net.targets] for net in nets]
    costs = [[0] * len(nets) for _ in nets]
    for net, (low, high) in enumerate(spans):
        for other, (begin, end) in enumerate(spans):
            if net != other and low < end and begin < high:
                costs[net][other] = sum([low < level < high for level in into[other]]) + sum(
                    [begin < level < end for level in out[net]]
                )
    return costs


def _meet(span: Span, other: Span) -> bool:
    return span[0] < other[1] + _SAME and other[0] < span[1] + _SAME


def crowded(spans: Sequence[Span]) -> bool:
    """Whether two of the spans (first and last level) meet, so that their lines would run together."""
    reached = float("-inf")
    for low, high in sorted(spans):
        if low < reached + _SAME:
            return True
        reached = max(reached, high)
    return False


def tracks(spans: Mapping[Key, Span]) -> dict[Key, int]:
    """The track of each span, from 0, such that no two on one track meet (the left-edge algorithm)."""
    ends: list[float] = []
    track: dict[Key, int] = {}
    for key, (low, high) in sorted(spans.items(), key=lambda item: item[1]):
        free = next((number for number, end in enumerate(ends) if end + _SAME <= low), len(ends))
        ends[free : free + 1] = [high]
        track[key] = free
    return track
