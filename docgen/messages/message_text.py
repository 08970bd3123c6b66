"""A message: a code of the catalogue and the values that its text names. It is a value, and has a text in each language."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from docgen.messages.catalogue import entry
from docgen.messages.language import Language, current_language

Part = Literal["what", "expected", "hint"]
"""A part of a message: what is wrong, what would have been right, what to do."""

_CODE = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)+|[a-z0-9]+")
# {name}, {name!r} in quotes, {name:.1f} by a format, {name:|row|rows} by number.
_VALUE = re.compile(r"\{([a-z_]+)(!r)?(?::([^{}\s][^{}]*))?\}")
_COMMA = {"en": ", ", "ja": "、"}


@runtime_checkable
class Said(Protocol):
    """What has a text in each language: a message, an error, a broken rule. It may stand in a message as a value."""

    def text(self, language: Language) -> str:
        """The text in a language."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is said under a code of the catalogue, with the ``values`` that the text names.

    ``str`` is its text in the language of the environment.
    """

    code: str
    values: tuple[tuple[str, Hashable], ...] = ()

    def text(self, language: Language, part: Part = "what") -> str:
        """A part of the message in a language; empty where the message has no such part.

        >>> message("did-you-mean", name="latest").text("ja")
        '「latest」のことでしょうか。'
        """
        texts = entry(self.code)
        if texts is None:
            # A single word that a pack gave for a code.
            return self.code if part == "what" else ""
        values, template = dict(self.values), texts[language].get(part, "")
        return _VALUE.sub(lambda found: _shown(values[found[1]], bool(found[2]), found[3] or "", language), template)

    def plain_values(self, language: Language) -> dict[str, Plain]:
        """The values for programs: numbers and texts as they are, the rest in words.

        >>> message("several-rows", count=2, lines=(3, 8)).plain_values("en")
        {'count': 2, 'lines': [3, 8]}
        """
        return {name: _plain(value, language) for name, value in self.values}

    def __str__(self) -> str:
        return self.text(current_language())


Plain = str | int | float | None | list["Plain"]
"""A value as JSON holds it."""

Phrase = Message | str
"""Words: a message of the catalogue, or text as a user wrote it, which is the same in all languages."""


def message(code: str, /, **values: Hashable) -> Message:
    """The message of a code; ``values`` are those that its text names.

    >>> str(message("did-you-mean", name="latest"))
    "did you mean 'latest'?"
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"{code!r} is no code of a message; words of your own: DocgenError.said({code!r})")
    return Message(code, tuple(values.items()))


def text_of(phrase: Phrase, language: Language) -> str:
    """A phrase in a language."""
    return phrase.text(language) if isinstance(phrase, Message) else phrase


def _plain(value: Hashable, language: Language) -> Plain:
    if isinstance(value, tuple):
        return [_plain(each, language) for each in value]
    if isinstance(value, Said):
        return value.text(language)
    return value if value is None or isinstance(value, int | float) else str(value)


def _shown(value: Hashable, quoted: bool, form: str, language: Language) -> str:
    """A value as it stands in a text: in quotes, by a format; several parted by commas."""
    if isinstance(value, tuple):
        return _COMMA[language].join(_shown(each, quoted, form, language) for each in value)
    if isinstance(value, Said):
        return value.text(language)
    if form.startswith("|"):
        one, several = form[1:].split("|")
        return one if value == 1 else several
    if not quoted:
        return format(value, form)
    if language == "ja":
        return f"「{value}」"
    return repr(str(value)) if isinstance(value, str) else repr(value)
