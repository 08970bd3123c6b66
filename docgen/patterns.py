"""Regular expressions that are compiled when they are first used: ``import docgen.patterns as re``, instead of ``re``.

The rules on what a deck says have some nine hundred, of which the sentences of most decks ask for two thirds. To compile
one takes a third of a millisecond, and twenty times as long where it has many words.
"""

from __future__ import annotations

import re
from functools import cached_property
from re import DOTALL, Match, Pattern, escape, findall, finditer, fullmatch, match, search, split, sub
from typing import cast


class _OnFirstUse:
    """A pattern of which only the words are known until it is asked for what a pattern can do."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def _compiled(self) -> Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> object:
        """What the compiled pattern has by a name; it is at hand from then on."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    def __eq__(self, other: object) -> bool:
        """Whether it is another, or the ``match.re`` of what it has found: that is never this very object."""
        return self is other or self._compiled == (other._compiled if isinstance(other, _OnFirstUse) else other)

    def __hash__(self) -> int:
        return hash(self._compiled)


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """A pattern that is compiled when it is first used; ``re.error`` is raised only then, for one that is none.

    >>> compile("[0-9]+件").search("輸出は3件。").group()
    '3件'
    """
    return cast("Pattern[str]", _OnFirstUse(pattern, flags))


__all__ = [
    "DOTALL", "Match", "Pattern", "compile", "escape", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"
]  # fmt: skip
