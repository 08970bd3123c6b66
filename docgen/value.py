"""``value``: a dataclass for what docgen makes by the ten thousand, such as the runs and boxes of a page.

A value is never changed: who reads ``frozen=True`` may rely on it, and mypy refuses every assignment to a field. But
nothing refuses it at run time, for two costs of a frozen dataclass:

- It sets each of its fields by a call: a run of text takes six times as long to make, a compendium a sixth longer.
- Python compiles methods for each class that refuse assignments, and one that spells it: a build makes hundreds of
  classes at its start. Here one function spells all values, to the letter as a dataclass does: fingerprints of decks
  and signatures of pages are made of that.

So what is made often, or by every build, is a value; elsewhere a frozen dataclass does as well.
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
