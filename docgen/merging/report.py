"""What a merge reports: edits by hand that are kept, and conflicts, where both sides changed the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from docgen.fingerprint.excerpt import short
from docgen.merging.versions import Versions
from docgen.messages import Language, Message, Phrase, current_language, message, text_of

T = TypeVar("T")

Rule = Literal["theirs", "ours", "both"]
"""Which side of a conflict is taken: the edited deck's, the new content's, or the new content's with the
edited deck's told on the slide."""

GONE = message("merge-gone")
"""Stands in a conflict for what one side deleted."""

DECK = "deck"
"""Stands for a slide where something is told of the deck as a whole."""

_MOST_CHARACTERS = 80
# Stands for a side that has no text.
_NOTHING: Mapping[Language, str] = {"en": "—", "ja": "－"}
_LINE_END: Mapping[Language, str] = {"en": " / ", "ja": "／"}


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A change by hand: the slide and the shape, what was done, and the texts before and after.

    ``done`` has a text in each language; ``what`` is it in that of the environment. ``deck`` names the edited deck
    where several are merged.
    """

    slide: Phrase
    shape: str
    done: Message
    before: Phrase = ""
    after: Phrase = ""
    deck: str = ""

    @property
    def what(self) -> str:
        """What was done, in the language of the environment."""
        return str(self.done)

    @property
    def is_look(self) -> bool:
        """Whether the texts stayed, and only their look was changed."""
        return bool(self.after) and self.before == self.after

    def text(self, language: Language) -> str:
        """The edit in a line, in a language."""
        told = f"{_of(self.deck)}{_place(self.slide, self.shape, language)}: {self.done.text(language)}"
        if not self.before and not self.after:
            return told
        if self.is_look:
            return f"{told}: {message('merge-look-of', text=_side(self.after, language)).text(language)}"
        return f"{told}: {_side(self.before, language)} → {_side(self.after, language)}"

    def __str__(self) -> str:
        return self.text(current_language())

    def row(self) -> dict[str, str]:
        """The edit as JSON holds it, in English whatever the language."""
        sides = {"before": text_of(self.before, "en"), "after": text_of(self.after, "en")}
        row = {"slide": text_of(self.slide, "en"), "shape": self.shape, "what": self.done.text("en"), **sides}
        return {"deck": self.deck, **row} if self.deck else row


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed: as it was built, by hand, and by the content; ``taken`` is the rule used.

    ``changed`` has a text in each language; ``what`` is it in that of the environment. Where several decks are merged,
    ``deck`` names the edited one, and ``other`` the one whose hand edit it is that stands against it, "" for the content.
    """

    slide: Phrase
    shape: str
    changed: Message
    built: Phrase
    by_hand: Phrase
    by_content: Phrase
    taken: Rule
    deck: str = ""
    other: str = ""

    @property
    def what(self) -> str:
        """What both sides changed, in the language of the environment."""
        return str(self.changed)

    def text(self, language: Language) -> str:
        """The conflict in a line, in a language."""
        if self.other:
            return message(
                "merge-conflict-of-decks",
                place=_place(self.slide, self.shape, language),
                changed=self.changed,
                built=_side(self.built, language),
                deck=self.deck,
                by_hand=_side(self.by_hand, language),
                other=self.other,
                by_other=_side(self.by_content, language),
                rule=self.taken,
            ).text(language)
        return _of(self.deck) + message(
            "merge-conflict-told",
            place=_place(self.slide, self.shape, language),
            changed=self.changed,
            built=_side(self.built, language),
            by_hand=_side(self.by_hand, language),
            by_content=_side(self.by_content, language),
            rule=self.taken,
        ).text(language)

    def __str__(self) -> str:
        return self.text(current_language())

    def row(self) -> dict[str, str]:
        """The conflict as JSON holds it, in English whatever the language."""
        decks = {"deck": self.deck, "other": self.other} if self.deck else {}
        return {
            **decks,
            "slide": text_of(self.slide, "en"),
            "shape": self.shape,
            "what": self.changed.text("en"),
            "built": text_of(self.built, "en"),
            "by_hand": text_of(self.by_hand, "en"),
            "by_content": text_of(self.by_content, "en"),
            "taken": self.taken,
        }


def _of(deck: str) -> str:
    return f"{deck}: " if deck else ""


def _place(slide: Phrase, shape: str, language: Language) -> str:
    where = message("merge-whole-deck") if (slide, shape) == (DECK, "") else slide
    return f"{text_of(where, language)} {shape}".strip()


def _side(side: Phrase, language: Language) -> str:
    """A side on one line."""
    return _LINE_END[language].join(text_of(side, language).splitlines()) or _NOTHING[language]


@dataclass(slots=True)
class SlideReport:
    """Gathers the edits and conflicts of one slide; ``rule`` settles its conflicts."""

    slide: Phrase
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

    def keep(self, shape: str, done: Message, before: Phrase = "", after: Phrase = "") -> None:
        """Note an edit by hand that is kept."""
        self.edits.append(HandEdit(self.slide, shape, done, before, after))

    def conflict(self, shape: str, changed: Message, texts: Versions[Phrase]) -> bool:
        """Note a conflict, each side as a text. Returns whether the edited deck's side is taken."""
        told = texts.map(lambda text: short(text, _MOST_CHARACTERS) if isinstance(text, str) else text)
        self.conflicts.append(Conflict(self.slide, shape, changed, told.built, told.edited, told.new, self.rule))
        return self.takes_edited

    def takes(
        self,
        shape: str,
        changed: Message,
        versions: Versions[T],
        same: Callable[[T, T], bool],
        shown: Callable[[T], Phrase],
    ) -> bool:
        """Whether the merged deck takes an edit, which is noted.

        It does where the content left the thing as it was built, or changed it in the same way (``same``);
        else this is a conflict. ``shown`` gives the text of a version that the report shows.
        """
        texts = versions.map(shown)
        if same(versions.built, versions.new) or same(versions.new, versions.edited):
            self.keep(shape, changed, texts.built, texts.edited)
            return True
        return self.conflict(shape, changed, texts)
