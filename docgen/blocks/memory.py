"""What was measured while blocks were laid out, so that nothing is measured twice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_BY_VALUE = frozenset((float, int, str))


class Memory:
    """The results of functions by their arguments.

    Compose makes one for each page and clears it when the page is placed: a block that stands in several
    arrangements is laid out once, and what a page measured is of no use to the next one.

    >>> def doubled(number: int) -> int:
    ...     print("doubled")
    ...     return 2 * number
    >>> memory = Memory()
    >>> memory.once(doubled, 3) + memory.once(doubled, 3)
    doubled
    12
    """

    def __init__(self, most: int = sys.maxsize) -> None:
        """A memory that forgets everything when it holds so many results."""
        self._most = most
        self._results: dict[tuple[object, ...], tuple[object, object]] = {}

    def once(self, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """``function(*arguments)``, or its result from before for the same arguments.

        Numbers and texts are the same where they are equal; all else (blocks, styles) where it is the same
        object. It is kept beside the result, so that its identity is not given to another object.
        """
        key = (function, *[given if type(given) in _BY_VALUE else id(given) for given in arguments])
        known = self._results.get(key)
        if known is None:
            if len(self._results) >= self._most:
                self._results.clear()
            known = self._results[key] = (arguments, function(*arguments))
        result: T = known[1]  # type: ignore[assignment]
        return result

    def clear(self) -> None:
        """Forget everything."""
        self._results.clear()
