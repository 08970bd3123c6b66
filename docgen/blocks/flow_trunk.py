"""Trunks: lines along a gutter that several links share, side by side where they would run together.

Links through a gutter are gathered into nets, each drawn as one trunk with a branch from every box that it
comes from and one to every box that it leads to. Where two nets have a branch at one level, a reader must not
get from one net into the other: see :func:`_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Span = tuple[float, float]
Link = tuple[int, int]

# Levels nearer than this (points) would be seen as one.
_SAME = 1.5
_LEVEL = 0.01


@dataclass(frozen=True, slots=True)
class Net:
    """Links of one gutter, each from a node at its first edge to one at its last, on one trunk."""

    key: Hashable
    links: tuple[Link, ...]

    @property
    def first(self) -> tuple[int, ...]:
        """The nodes that the net comes from."""
        return tuple(dict.fromkeys(one for one, _ in self.links))

    @property
    def last(self) -> tuple[int, ...]:
        """The nodes that the net leads to."""
        return tuple(dict.fromkeys(two for _, two in self.links))

    def span(self, levels: Mapping[int, float]) -> Span:
        """The first and the last level of its branches."""
        found = [levels[node] for link in self.links for node in link]
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
        link = next(_mixed(found, levels), None)
        if link is None:
            return found
        net, taken = link
        left = tuple(each for each in net.links if each != taken)
        found[found.index(net)] = Net(net.key, left)
        found.append(Net(("link", *taken), (taken,)))


def _mixed(nets: Sequence[Net], levels: Mapping[int, float]) -> Iterator[tuple[Net, Link]]:
    """Nets of several links with the link by which they run into another net."""
    for net in nets:
        if len(net.links) < 2:
            continue
        for link in net.links:
            for end, others in enumerate((net.first, net.last)):
                rivals = [
                    other for other in nets if other is not net and link[end] in (other.first, other.last)[end]
                ]
                if len(others) > 1 and any(
                    other.is_straight(levels) or len((other.first, other.last)[end]) > 1 for other in rivals
                ):
                    yield net, link


def _rules(nets: Sequence[Net], levels: Mapping[int, float]) -> set[tuple[int, int]]:
    """Pairs of nets of which the first must have its trunk before the other's.

    Where two share a box that they lead to, the one that leads to others too comes first; where they share one
    that they come from, it comes last. Where a branch of one ends and another's begins on one level, the
    one that comes from there is first.
    """
    rules: set[tuple[int, int]] = set()
    for one, first in enumerate(nets):
        for two, second in enumerate(nets):
            if one == two:
                continue
            shared_last = set(first.last) & set(second.last) and len(first.last) > 1
            shared_first = set(first.first) & set(second.first) and len(second.first) > 1
            level = any(
                abs(levels[left] - levels[right]) < _SAME for left in first.first for right in second.last
            )
            if shared_last or shared_first or level:
                rules.add((one, two))
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
    costs = [[_crossings(one, two, levels) for two in bent] for one in bent]
    order = _ordered(len(bent), rules, lambda one, two: costs[one][two])
    if order is None:
        return None
    found: dict[int, int] = {}
    for net in order:
        before = [found[other] for other in found if (other, net) in rules or _meet(spans[other], spans[net])]
        found[net] = max(before, default=-1) + 1
    return {bent[number].key: track for number, track in found.items()}


def _ordered(
    count: int, rules: set[tuple[int, int]], cost: Callable[[int, int], int]
) -> list[int] | None:
    """An order that keeps the rules, each time the one that costs least before all that are left."""
    left = list(range(count))
    order: list[int] = []
    while left:
        free = [one for one in left if not any((other, one) in rules for other in left)]
        if not free:
            return None
        chosen = min(
            free, key=lambda one: sum(cost(one, other) - cost(other, one) for other in left if other != one)
        )
        left.remove(chosen)
        order.append(chosen)
    return order


def _crossings(one: Net, two: Net, levels: Mapping[int, float]) -> int:
    """The lines that cross where the first net's trunk is before the second's."""
    (low, high), (begin, end) = one.span(levels), two.span(levels)
    return sum(1 for node in two.first if low < levels[node] < high) + sum(
        1 for node in one.last if begin < levels[node] < end
    )


def _meet(one: Span, two: Span) -> bool:
    return one[0] < two[1] + _SAME and two[0] < one[1] + _SAME
