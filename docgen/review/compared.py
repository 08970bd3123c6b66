"""The two values of a breach that cannot both be true, and where each stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from docgen.breach import Breach
from docgen.messages import Language
from docgen.messages.message_text import Said
from docgen.value import value

# What rules call the values of their texts: what is said, what it is instead, and where that stands.
_SAID = ("number", "value", "total", "word", "name")
_OTHER = ("right", "other", "published")
PLACES = ("place", "places", "parts")
"""What rules call the values of their texts that are places, as against what stands there."""


@value(frozen=True, slots=True)
class Compared:
    """What is said, what stands against it, and the place of that; each is "" where a breach has none."""

    value: str
    other: str
    other_where: str


def compared(breach: Breach, language: Language) -> Compared:
    """The values of a breach by what its rule calls them; what is said is the words of its spot, where it has one.

    >>> breach = Breach("one-fact-two-values.tables", "p9", label="輸出", value="3件", other="5件", place="p2")
    >>> compared(breach, "ja")
    Compared(value='3件', other='5件', other_where='p2')
    """
    values = dict(breach.message.values)
    said = breach.spot.words if breach.spot is not None else _first(values.get(name) for name in _SAID)
    other = _first(values.get(name) for name in _OTHER)
    where = _first(values.get(name) for name in PLACES)
    return Compared(_words(said, language), _words(other, language), _words(where, language))


def _first(values: Iterable[Hashable | None]) -> Hashable:
    return next((value for value in values if value is not None), "")


def _words(value: Hashable, language: Language) -> str:
    if isinstance(value, tuple):
        return "、".join(_words(each, language) for each in value)
    return value.text(language) if isinstance(value, Said) else str(value)
