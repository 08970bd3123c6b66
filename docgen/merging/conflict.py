"""What a merge found: edits by hand that are kept, and conflicts, where both sides changed the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Rule = Literal["theirs", "ours", "both"]
"""Which side of a conflict is taken: the edited deck's, the new content's, or the new content's with the
edited deck's told on the slide."""


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A change by hand: where it is, what it is, and the texts before and after."""

    slide: str
    shape: str
    what: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        told = f": {self.before or '—'} → {self.after or '—'}" if self.before or self.after else ""
        return (
            f"{self.slide} {self.shape}: {self.what}{told}"
            if self.shape
            else f"{self.slide}: {self.what}{told}"
        )

    def row(self) -> dict[str, Any]:
        """The edit as JSON holds it."""
        names = ("slide", "shape", "what", "before", "after")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed: as it was built, by hand, and by the content; ``taken`` is the rule used."""

    slide: str
    shape: str
    what: str
    built: str
    by_hand: str
    by_content: str
    taken: Rule

    def __str__(self) -> str:
        place = f"{self.slide} {self.shape}".strip()
        return (
            f"{place}: {self.what}: built {self.built or '—'}, by hand {self.by_hand or '—'}, "
            f"by content {self.by_content or '—'} (taken: {self.taken})"
        )

    def row(self) -> dict[str, Any]:
        """The conflict as JSON holds it."""
        names = ("slide", "shape", "what", "built", "by_hand", "by_content", "taken")
        return {name: getattr(self, name) for name in names}
