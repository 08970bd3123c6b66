"""What a merge reports: edits by hand that are kept, and conflicts, where both sides changed the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from docgen.comparison.texts import short
from docgen.merging.versions import Versions

T = TypeVar("T")

Rule = Literal["theirs", "ours", "both"]
"""Which side of a conflict is taken: the edited deck's, the new content's, or the new content's with the
edited deck's told on the slide."""

GONE = "（削除）"
"""Stands in a conflict for what one side deleted."""

_MOST_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A change by hand: where it is, what it is, and the texts before and after."""

    slide: str
    shape: str
    what: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        change = f": {self.before or '—'} → {self.after or '—'}" if self.before or self.after else ""
        return f"{f'{self.slide} {self.shape}'.rstrip()}: {self.what}{change}"


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
        return (
            f"{f'{self.slide} {self.shape}'.strip()}: {self.what}: built {self.built or '—'}, "
            f"by hand {self.by_hand or '—'}, by content {self.by_content or '—'} (taken: {self.taken})"
        )


@dataclass(slots=True)
class SlideReport:
    """Gathers the edits and conflicts of one slide; ``rule`` settles its conflicts."""

    slide: str
    rule: Rule
    edits: list[HandEdit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def takes_edited(self) -> bool:
        """Whether the rule gives conflicts to the edited deck."""
        return self.rule == "theirs"

    @property
    def told_on_slide(self) -> tuple[Conflict, ...]:
        """The conflicts that a note on the slide tells."""
        return tuple(self.conflicts) if self.rule == "both" else ()

    def keep(self, shape: str, what: str, before: str = "", after: str = "") -> None:
        """Note an edit by hand that is kept."""
        self.edits.append(HandEdit(self.slide, shape, what, before, after))

    def conflict(self, shape: str, what: str, texts: Versions[str]) -> bool:
        """Note a conflict, each side as a text. Returns whether the edited deck's side is taken."""
        told = texts.map(lambda text: short(text, _MOST_CHARACTERS))
        self.conflicts.append(Conflict(self.slide, shape, what, told.built, told.edited, told.new, self.rule))
        return self.takes_edited

    def takes(
        self,
        shape: str,
        what: str,
        versions: Versions[T],
        same: Callable[[T, T], bool],
        text_of: Callable[[T], str],
    ) -> bool:
        """Whether the merged deck takes an edit, which is noted.

        It does where the content left the thing as it was built, or changed it in the same way (``same``);
        else this is a conflict. ``text_of`` gives the text of a version that the report shows.
        """
        texts = versions.map(text_of)
        if same(versions.built, versions.new) or same(versions.new, versions.edited):
            self.keep(shape, what, texts.built, texts.edited)
            return True
        return self.conflict(shape, what, texts)
