"""Changes as values: what they are about, what was there before and what is there now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Subject = Literal["page", "value", "measure", "budget", "text", "table", "figure"]
How = Literal["added", "dropped", "moved", "changed"]

_LEADS: Mapping[Subject, str] = {
    "page": "page ",
    "measure": "measure ",
    "budget": "budget ",
    "table": "table of ",
    "figure": "figure of ",
}
_HEADINGS: Mapping[Subject, str] = {
    "page": "Pages",
    "value": "Indicators",
    "measure": "Measures",
    "budget": "Budgets",
    "text": "Texts",
    "table": "Tables",
    "figure": "Figures",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as printed; equal where it is told although it stayed."""

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        if self.before == self.after:
            return f"{self.name} {self.after} unchanged"
        label = f"{self.name} " if self.name else ""
        return f"{label}{self.before or '—'} → {self.after or '—'}"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``page`` is the page's id, ``number`` its first slide in the new deck (the old one for
    what was dropped), ``name`` what the change is about: "I-1065 交通事故死者数".
    """

    subject: Subject
    how: How
    page: str
    number: int
    name: str
    fields: tuple[FieldChange, ...] = ()

    @property
    def label(self) -> str:
        """What the change is about, with its subject where the name alone does not tell it: "page 交通事故"."""
        return f"{_LEADS.get(self.subject, '')}{self.name}"

    def __str__(self) -> str:
        """The change in a line: ``I-1065 交通事故死者数: 2,636人 → 2,610人, trend ↘ unchanged, p. 14``."""
        told = ", ".join(str(field) for field in self.fields)
        what = told if self.how == "changed" else ", ".join(filter(None, (self.how, told)))
        return f"{self.label}: {what}, p. {self.number}"

    def row(self) -> dict[str, Any]:
        """The change as JSON holds it."""
        return {
            "subject": self.subject,
            "how": self.how,
            "page": self.page,
            "number": self.number,
            "label": self.label,
            "fields": [asdict(field) for field in self.fields],
        }


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

    def row(self) -> dict[str, Any]:
        """The comparison as JSON holds it."""
        return {"old": self.old, "new": self.new, "changes": [change.row() for change in self.changes]}

    def __str__(self) -> str:
        """The changes in lines, under a heading for each subject."""
        lines = [f"{self.old} → {self.new}"]
        for subject, heading in _HEADINGS.items():
            changes = self.about(subject)
            if changes:
                lines += ["", f"{heading} ({len(changes)})", *(f"  {change}" for change in changes)]
        count = len(self.changes)
        lines += ["", f"{count} change{'s' if count != 1 else ''}" if count else "no differences"]
        return "\n".join(lines)
