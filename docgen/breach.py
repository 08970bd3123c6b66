"""What a check returns: content, a page, a file or a layout pack that breaks a rule."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Located, place_in_order
from docgen.messages import Language, Message, Phrase, current_language, message, text_of
from docgen.value import value

Level = Literal["error", "notice"]
"""An error must be mended before the deck is handed in; a notice is worth knowing, such as data still to come."""


@value(frozen=True, slots=True)
class Spot:
    """The characters of a text that a breach is about: from ``start`` up to ``end``, which are places in ``text``.

    >>> Spot("輸出は3件であった。", 3, 5).words
    '3件'
    """

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The characters themselves."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True, init=False)
class Breach:
    """A rule that is broken, and where.

    ``text_code`` names its text in the catalogue (docgen/messages): the rule's code, with a dot and another word where
    the rule has several texts ("reading-order.column"); the other names are values that the text names. ``where`` is
    the place in a file or workbook, or the id of the slide. A ``hint`` that is given stands for that of the catalogue.
    ``spot`` tells which characters of a text are amiss, where it is some of them.
    ``str`` is the text in the language of the environment, :meth:`text` in a stated one.

    >>> print(Breach("title", "I-1065/traffic"))
    I-1065/traffic: error: the slide has no title [title]
    """

    code: str
    where: Located
    message: Message
    level: Level
    given_hint: Phrase | None
    spot: Spot | None

    def __init__(
        self,
        text_code: str,
        where: Located,
        *,
        hint: Phrase | None = None,
        level: Level = "error",
        spot: Spot | None = None,
        **values: Hashable,
    ) -> None:
        object.__setattr__(self, "code", text_code.partition(".")[0])
        object.__setattr__(self, "where", where)
        object.__setattr__(self, "message", message(text_code, **values))
        object.__setattr__(self, "level", level)
        object.__setattr__(self, "given_hint", hint)
        object.__setattr__(self, "spot", spot)

    @property
    def what(self) -> str:
        """What is amiss, in the language of the environment."""
        return str(self.message)

    @property
    def hint(self) -> str:
        """What to do, in the language of the environment; empty where there is nothing to say."""
        return self.hint_in(current_language())

    def hint_in(self, language: Language) -> str:
        """What to do, in a language."""
        return self.message.text(language, "hint") if self.given_hint is None else text_of(self.given_hint, language)

    def text(self, language: Language) -> str:
        """The place, the level, what is amiss, the rule's code and the hint, in a language."""
        level = message("level-error") if self.level == "error" else message("level-notice")
        what = self.message.text(language)
        line = f"{self.where}: {level.text(language)}: {what} [{self.code}]"
        hint = self.hint_in(language)
        return f"{line}\n  {message('label-hint', text=hint).text(language)}" if hint else line

    def __str__(self) -> str:
        return self.text(current_language())


def by_place(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Breaches in the order of their files and lines."""
    return tuple(sorted(breaches, key=lambda breach: place_in_order(breach.where)))
