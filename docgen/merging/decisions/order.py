"""The order of slides three ways."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def moved(built: Sequence[T], other: Sequence[T]) -> bool:
    """Whether what both have stands in another order."""
    here, there = set(built), set(other)
    return [each for each in built if each in there] != [each for each in other if each in here]


def woven(first: Sequence[T], second: Sequence[T]) -> list[T]:
    """``first`` in its order, with what only ``second`` has after what stands before it there."""
    result = list(first)
    known = set(first)
    before: T | None = None
    for each in second:
        if each not in known:
            result.insert(result.index(before) + 1 if before is not None else 0, each)
            known.add(each)
        before = each
    return result
