"""Tracks: whether bundles of connectors can share one line along a gutter, and which lines they need."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Span = tuple[float, float]
Key = TypeVar("Key", bound=Hashable)

# Stretches nearer than this (points) would be seen as one.
_SAME = 1.5


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
