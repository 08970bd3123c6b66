"""What is found on the way: edits and conflicts of one slide, settled by the user's rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.comparison.words import short
from docgen.merging.conflict import Conflict, HandEdit, Rule

_MOST_CHARACTERS = 80


@dataclass(slots=True)
class Ledger:
    """The findings of one slide; ``name`` says which in messages."""

    name: str
    rule: Rule
    edits: list[HandEdit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def kept(self, shape: str, what: str, before: str = "", after: str = "") -> None:
        """Note an edit by hand that is kept."""
        self.edits.append(HandEdit(self.name, shape, what, before, after))

    def clash(self, shape: str, what: str, built: str, by_hand: str, by_content: str) -> bool:
        """Note a conflict; whether the edited deck's side is taken."""
        told = [short(each, _MOST_CHARACTERS) for each in (built, by_hand, by_content)]
        self.conflicts.append(Conflict(self.name, shape, what, told[0], told[1], told[2], self.rule))
        return self.rule == "theirs"

    @property
    def take_theirs(self) -> bool:
        """Whether conflicts go to the edited deck."""
        return self.rule == "theirs"

    @property
    def told(self) -> tuple[Conflict, ...]:
        """The conflicts that are told on the slide itself."""
        return tuple(self.conflicts) if self.rule == "both" else ()
