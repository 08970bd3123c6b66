"""Values that are made by the ten thousand: dataclasses that are frozen for the type checker alone.

A dataclass that is frozen at run time sets each of its fields by a call, which makes a run of text four times
as costly to make. mypy refuses every assignment to a field before the code runs, so nothing is left to watch.
Likewise ``replace`` is that of dataclasses for mypy, which knows the fields and their types; at run time it
looks at nothing but the values, at a fifth of the cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
    from dataclasses import replace
else:
    from collections.abc import Callable
    from dataclasses import dataclass
    from itertools import repeat

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """A decorator: a dataclass with a hash; ``frozen`` is what the type checker reads."""
        return dataclass(slots=slots, unsafe_hash=frozen)

    def replace(old: object, /, **changes: object) -> object:
        """The dataclass ``old`` with other values of the fields named."""
        kind = type(old)
        names = kind.__match_args__
        return kind(*map(changes.get, names, map(getattr, repeat(old), names)))


__all__ = ["replace", "value"]
