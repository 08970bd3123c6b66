"""Changes as values: what they are about, what was there before and what is there now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from docgen.messages import Language, Message, Phrase, current_language, message, text_of

Subject = Literal["name", "page", "value", "measure", "budget", "text", "table", "figure", "hand"]
How = Literal["added", "dropped", "moved", "changed"]

HEADINGS: Mapping[Subject, Message] = {
    "name": message("diff-names"),
    "page": message("diff-pages"),
    "value": message("diff-indicators"),
    "measure": message("diff-measures"),
    "budget": message("diff-budgets"),
    "text": message("diff-texts"),
    "table": message("diff-tables"),
    "figure": message("diff-figures"),
    "hand": message("diff-hands"),
}
"""What the changes of each subject are called, in their order."""

HOW: Mapping[How, Message] = {
    "added": message("diff-added"),
    "dropped": message("diff-dropped"),
    "moved": message("diff-moved"),
}
"""What happened to what a change is about; nothing is said where it changed."""

_ARROW = "→"
# Stands for a side that has nothing.
_NOTHING: Mapping[Language, str] = {"en": "—", "ja": "－"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as printed; equal where it is told although it stayed.

    Words of the compendium are texts, docgen's own (``trend``, a status) messages that have a text in each language.
    ``name`` is empty where the field is what the change is about.
    """

    name: Phrase
    before: Phrase
    after: Phrase

    def text(self, language: Language) -> str:
        """The field in a language: "trend ↘ unchanged", "2,636人 → 2,610人"."""
        if self.before == self.after:
            named = message("diff-unchanged", name=self.name, value=self.after)
            return (named if self.name else message("diff-stayed", value=self.after)).text(language)
        before, after = (_side(text_of(side, language), language) for side in (self.before, self.after))
        if not self.name:
            return f"{before} → {after}"
        return message("diff-field", name=self.name, before=before, after=after).text(language)

    def __str__(self) -> str:
        return self.text(current_language())


def _side(text: str, language: Language) -> str:
    """A side as it stands beside an arrow: one that has an arrow itself, such as a trend, in quotes."""
    if _ARROW in text:
        return message("diff-quoted", text=text).text(language)
    return text or _NOTHING[language]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``page`` is the page's id, ``number`` its first slide in the new deck (the old one for
    what was dropped), ``name`` what the change is about: "I-1065 交通事故死者数".
    """

    subject: Subject
    how: How
    page: str
    number: int
    name: Phrase
    fields: tuple[FieldChange, ...] = ()

    @property
    def label(self) -> Phrase:
        """What the change is about, with its subject where the name alone does not tell it: "page 交通事故"."""
        match self.subject:
            case "page":
                return message("diff-of-page", name=self.name)
            case "measure":
                return message("diff-of-measure", name=self.name)
            case "budget":
                return message("diff-of-budget", name=self.name)
            case "table":
                return message("diff-of-table", name=self.name)
            case "figure":
                return message("diff-of-figure", name=self.name)
            case "value" | "text" | "name" | "hand":
                return self.name

    def text(self, language: Language) -> str:
        """The change in a line: ``I-1065 交通事故死者数: 2,636人 → 2,610人, trend ↘ unchanged, p. 14``."""
        how = (HOW[self.how].text(language),) if self.how in HOW else ()
        told = tuple(filter(None, (*how, *(field.text(language) for field in self.fields))))
        return message("diff-line", label=self.label, changes=told, number=self.number).text(language)

    def __str__(self) -> str:
        return self.text(current_language())

    def row(self) -> dict[str, Any]:
        """The change as JSON holds it, whatever the language: names in English, values as the pages print them."""
        return {
            "subject": self.subject,
            "how": self.how,
            "page": self.page,
            "number": self.number,
            "label": text_of(self.label, "en"),
            "fields": [
                {
                    "name": text_of(field.name, "en"),
                    "before": text_of(field.before, "ja"),
                    "after": text_of(field.after, "ja"),
                }
                for field in self.fields
            ],
        }
