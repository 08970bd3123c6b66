"""Trunks: lines along a gutter that several links share, side by side where they would run together.

Links through a gutter are gathered into nets, each drawn as one trunk with a branch from every box that it
comes from and one to every box that it leads to. Where two nets have a branch at one level, a reader must not
get from one net into the other: see :func:`_rules`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Span = tuple[float, float]
Link = tuple[int, int]
Key = TypeVar("Key", bound=Hashable)

# Levels nearer than this (points) would be seen as one.
_SAME = 1.5
_LEVEL = 0.01


@dataclass(frozen=True, slots=True)
class Net:
    """Links of one gutter on one trunk, the nodes at its first edge that they come from, and those they lead to."""

    key: Hashable
    links: tuple[Link, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]

    @classmethod
    def of(cls, key: Hashable, links: Sequence[Link]) -> Net:
        """The net of some links."""
        first, last = (tuple(dict.fromkeys(nodes)) for nodes in zip(*links, strict=True))
        return cls(key, tuple(links), first, last)

    def span(self, levels: Mapping[int, float]) -> Span:
        """The first and the last level of its branches."""
        found = [levels[node] for node in (*self.first, *self.last)]
        return min(found), max(found)

    def is_straight(self, levels: Mapping[int, float]) -> bool:
        """Whether all its branches are on one level, so that it has no trunk."""
        low, high = self.span(levels)
        return high - low < _LEVEL


def told_apart(nets: Sequence[Net], levels: Mapping[int, float]) -> list[Net]:
    """The nets with links taken out of them, each to a net of its own, until all can be told apart.

    Two nets that share a box they lead to are told apart if only one of them leads to other boxes as well, and so
    for boxes that they come from. A straight net runs through every trunk, so that no other may do so.
    """
    found = list(nets)
    while True:
        mixed = _mixed(found, levels)
        if mixed is None:
            return found
        at, taken = mixed
        net = found[at]
        found[at] = Net.of(net.key, [link for link in net.links if link != taken])
        found.append(Net.of(("link", *taken), (taken,)))


def _mixed(nets: Sequence[Net], levels: Mapping[int, float]) -> tuple[int, Link] | None:
    """The number of a net of several links, with the link by which it runs into another net."""
    there = _nets_at(nets)
    several = [(len(net.first) > 1, len(net.last) > 1) for net in nets]
    straight = [len(net.links) == 1 and net.is_straight(levels) for net in nets]
    for at, net in enumerate(nets):
        for end in (0, 1):
            if several[at][end]:
                for link in net.links:
                    if any(straight[other] or several[other][end] for other in there[link[end]] if other != at):
                        return at, link
    return None


def _nets_at(nets: Sequence[Net]) -> dict[int, list[int]]:
    """The numbers of the nets by the nodes that they come from or lead to."""
    there: dict[int, list[int]] = {}
    for at, net in enumerate(nets):
        for node in (*net.first, *net.last):
            there.setdefault(node, []).append(at)
    return there


def _rules(nets: Sequence[Net], levels: Mapping[int, float]) -> set[tuple[int, int]]:
    """Pairs of nets of which the first must have its trunk before the other's.

    Where two share a box that they lead to, the one that leads to others too comes first; where they share one
    that they come from, it comes last. Where a branch of one ends and another's begins on one level, the
    one that comes from there is first.
    """
    there = _nets_at(nets)
    rules: set[tuple[int, int]] = set()
    for node, numbers in there.items():
        for one in numbers:
            leads = node in nets[one].last
            if leads and len(nets[one].last) > 1:
                rules |= {(one, two) for two in numbers if two != one}
            if not leads and len(nets[one].first) > 1:
                rules |= {(two, one) for two in numbers if two != one}
    first = {node for net in nets for node in net.first}
    last = {node for net in nets for node in net.last}
    for left in first:
        for right in last:
            if abs(levels[left] - levels[right]) < _SAME:
                rules |= {(one, two) for one in there[left] for two in there[right] if one != two}
    return rules


def depth(nets: Sequence[Net], levels: Mapping[int, float]) -> int:
    """How many trunks at least stand side by side somewhere."""
    spans = [net.span(levels) for net in nets if not net.is_straight(levels)]
    return max((sum(1 for other in spans if _meet((low, low), other)) for low, _ in spans), default=0)


def trunk_tracks(nets: Sequence[Net], levels: Mapping[int, float]) -> dict[Hashable, int] | None:
    """The track of each net's trunk, from 0, such that no two run together and few lines cross.

    Nets without a trunk have none. None where no order of tracks tells all nets apart.
    """
    bent = [net for net in nets if not net.is_straight(levels)]
    rules = _rules(bent, levels)
    spans = [net.span(levels) for net in bent]
    order = _ordered(rules, _costs(bent, spans, levels))
    if order is None:
        return None
    found: dict[int, int] = {}
    for net in order:
        before = [found[other] for other in found if (other, net) in rules or _meet(spans[other], spans[net])]
        found[net] = max(before, default=-1) + 1
    return {bent[number].key: track for number, track in found.items()}


def _ordered(rules: set[tuple[int, int]], costs: Sequence[Sequence[int]]) -> list[int] | None:
    """An order that keeps the rules, each time the one that costs least before all that are left."""
    left = list(range(len(costs)))
    order: list[int] = []
    # What it costs more to have a net before all others that are left than after them.
    more = [sum(costs[one][other] - costs[other][one] for other in left) for one in left]
    waiting = [0] * len(costs)
    for _, two in rules:
        waiting[two] += 1
    while left:
        free = [one for one in left if not waiting[one]]
        if not free:
            return None
        chosen = min(free, key=more.__getitem__)
        left.remove(chosen)
        order.append(chosen)
        for other in left:
            more[other] -= costs[other][chosen] - costs[chosen][other]
            waiting[other] -= (chosen, other) in rules
    return order


def _costs(nets: Sequence[Net], spans: Sequence[Span], levels: Mapping[int, float]) -> list[list[int]]:
    """For each net and each other one the lines that cross where the first's trunk is before the other's."""
    comes = [[levels[node] for node in net.first] for net in nets]
    leads = [[levels[node] for node in net.last] for net in nets]
    costs = [[0] * len(nets) for _ in nets]
    for one, (low, high) in enumerate(spans):
        for two, (begin, end) in enumerate(spans):
            if one != two and low < end and begin < high:
                costs[one][two] = sum([low < level < high for level in comes[two]]) + sum(
                    [begin < level < end for level in leads[one]]
                )
    return costs


def _meet(one: Span, two: Span) -> bool:
    return one[0] < two[1] + _SAME and two[0] < one[1] + _SAME


def crowded(spans: Sequence[Span]) -> bool:
    """Whether two of the stretches (first and last level) meet, so that they would run together."""
    reached = float("-inf")
    for low, high in sorted(spans):
        if low < reached + _SAME:
            return True
        reached = max(reached, high)
    return False


def tracks(spans: Mapping[Key, Span]) -> dict[Key, int]:
    """The number of a line for each stretch, from 0, such that no two on one line meet."""
    ends: list[float] = []
    track: dict[Key, int] = {}
    for key, (low, high) in sorted(spans.items(), key=lambda item: item[1]):
        free = next((number for number, end in enumerate(ends) if end + _SAME <= low), len(ends))
        ends[free : free + 1] = [high]
        track[key] = free
    return track
