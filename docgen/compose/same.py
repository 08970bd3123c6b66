"""Whether a pass over the placed deck changed anything, so that what it left alone is not made again."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_


def same(new: Sequence[object], old: Sequence[object]) -> bool:
    """Whether each of as many parts is the very one of before."""
    return all(map(is_, new, old))
