"""Many names, found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.value import value

_HEAD = 2


@value(frozen=True, slots=True)
class Mention:
    """The characters ``start`` to ``end`` of a text are ``name``."""

    start: int
    end: int
    name: str


class NameIndex:
    """Names by their first letters, so that a text is searched for all of them at the cost of its length.

    >>> [mention.name for mention in NameIndex(["月見大学", "月見大学病院", "霞原県"]).mentions("霞原県の月見大学病院")]
    ['霞原県', '月見大学病院']
    """

    __slots__ = ("_by_head", "_letters")

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for name in sorted({name for name in names if name}, key=len, reverse=True):
            self._by_head.setdefault(name[:_HEAD], []).append(name)
        self._letters = frozenset(head[0] for head in self._by_head)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Where a text has one of the names, the longest first; mentions do not overlap."""
        end = 0
        for place in [place for place, letter in enumerate(text) if letter in self._letters]:
            if place >= end and (name := self._at(text, place)):
                end = place + len(name)
                yield Mention(place, end, name)

    def _at(self, text: str, place: int) -> str:
        for size in (_HEAD, 1):
            for name in self._by_head.get(text[place : place + size], ()):
                if text.startswith(name, place):
                    return name
        return ""
