"""``value``: a dataclass for what is made by the ten thousand, such as the runs and boxes of a page.

For the type checker it is a frozen dataclass, and mypy refuses every assignment to a field. At run time it is
not frozen: a frozen dataclass sets each of its fields by a call, which makes a run of text four times as slow
to make, and composing a compendium by a sixth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from collections.abc import Callable
    from dataclasses import dataclass

    def value(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """The decorator of such a dataclass; ``frozen`` is what the type checker reads and gives it a hash."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["value"]
