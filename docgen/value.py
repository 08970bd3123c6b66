"""``value``: a dataclass for what docgen makes by the ten thousand, such as the runs and boxes of a page.

For the type checker it is a frozen dataclass, and mypy refuses every assignment to a field. At run time it is not
frozen: a frozen dataclass sets each of its fields by a call, which makes a run of text four times as slow to make, and
composing a compendium by a sixth. It also has methods of its own that refuse assignments, and one that spells it, which
Python compiles when the class is made: of the hundreds of classes of a build that is a part of its start that is felt.
So all values are spelled by one function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from collections.abc import Callable
    from dataclasses import dataclass, fields
    from reprlib import recursive_repr

    @recursive_repr()
    def _spelled(self: object) -> str:
        """A value as it is made: ``Box(x=0, y=0, width=10, height=5)``."""
        told = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
        return f"{type(self).__qualname__}({told})"

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """The decorator of such a dataclass; ``frozen`` is what the type checker reads and gives it a hash."""

        def made(kind: type) -> type:
            kind = dataclass(slots=slots, repr=False, unsafe_hash=frozen)(kind)
            if "__repr__" not in vars(kind):
                kind.__repr__ = _spelled
            return kind

        return made


__all__ = ["value"]
