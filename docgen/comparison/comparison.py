"""A comparison: all changes from one compendium to another, as values, as lines and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docgen.comparison.brief import brief_lines
from docgen.comparison.change import HEADINGS, Change, Subject
from docgen.comparison.shifts import Shift, shifted
from docgen.messages import Language, current_language, message


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes from one compendium to another; ``old`` and ``new`` are their titles and years."""

    old: str
    new: str
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.changes)

    def about(self, *subjects: Subject) -> tuple[Change, ...]:
        """The changes of some kinds only."""
        return tuple(change for change in self.changes if change.subject in subjects)

    @property
    def parted(self) -> tuple[tuple[Shift, ...], tuple[Change, ...]]:
        """The mechanical changes by their kinds, and what is left of the others."""
        return shifted(self.changes)

    def row(self) -> dict[str, Any]:
        """The comparison as JSON holds it: all changes, and how many are mechanical, by their kinds."""
        shifts, _ = self.parted
        changes = [change.row() for change in self.changes]
        return {"old": self.old, "new": self.new, "shifts": [shift.row() for shift in shifts], "changes": changes}

    def text(self, language: Language) -> str:
        """The changes as people read them: what is mechanical in a line a kind, the others under their subjects."""
        return "\n".join((self._head, *brief_lines(*self.parted, language), "", self._total(language)))

    def whole_text(self, language: Language) -> str:
        """Every change in a line, whole, under a heading for each subject."""
        lines = [self._head]
        for subject, heading in HEADINGS.items():
            changes = self.about(subject)
            if changes:
                lines += ["", message("diff-heading", heading=heading, count=len(changes)).text(language)]
                lines += [f"  {change.text(language)}" for change in changes]
        return "\n".join((*lines, "", self._total(language)))

    @property
    def _head(self) -> str:
        return f"{self.old} → {self.new}"

    def _total(self, language: Language) -> str:
        count = len(self.changes)
        return (message("diff-count", count=count) if count else message("diff-nothing")).text(language)

    def __str__(self) -> str:
        return self.text(current_language())
