"""Values that are made by the ten thousand: dataclasses that are frozen for the type checker alone.

A dataclass that is frozen at run time sets each of its fields by a call, which makes a run of text four times
as costly to make. mypy refuses every assignment to a field before the code runs, so nothing is left to watch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from collections.abc import Callable
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """A decorator: a dataclass with a hash; ``frozen`` is what the type checker reads."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["value"]
