"""A house's way to write a word: what is expected, and the spellings that it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.errors import Position
from docgen.value import value


@value(frozen=True, slots=True)
class Spelled:
    """The characters ``start`` to ``end`` of a text, and what is expected in their place."""

    start: int
    end: int
    right: str


@value(frozen=True, slots=True)
class HouseTerm:
    """A rule of a list of terms: where ``pattern``, a regular expression of Python, is found, ``expected`` should stand.

    ``expected`` may name groups of the pattern as \\g<1>. A find whose group ``must_be_empty`` holds something is none.
    ``note`` is what the list says of the rule; ``where`` is its place in the file.
    """

    expected: str
    pattern: str
    must_be_empty: int | None = None
    note: str = ""
    where: Position | None = None

    def found(self, text: str) -> Iterator[Spelled]:
        """Where a text has another spelling than the expected one.

        >>> term = HouseTerm("サーバー", "サーバー?")
        >>> [(one.start, one.right) for one in term.found("サーバとサーバー")]
        [(0, 'サーバー')]
        """
        for match in compiled(self.pattern).finditer(text):
            empty = self.must_be_empty is None or not match[self.must_be_empty]
            right = match.expand(self.expected)
            start, end = match.span()
            if empty and start < end and right != match.group() and not _is_right(text, start, end, right):
                yield Spelled(start, end, right)

    def corrected(self, text: str) -> str:
        """A text with all other spellings replaced."""
        for one in reversed(list(self.found(text))):
            text = f"{text[: one.start]}{one.right}{text[one.end :]}"
        return text


def _is_right(text: str, start: int, end: int, right: str) -> bool:
    """Whether the characters stand within the expected word: サーバ of サーバー."""
    begin = text.find(right, max(0, end - len(right)))
    return 0 <= begin <= start and end <= begin + len(right)


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, made once."""
    return re.compile(pattern, re.MULTILINE)
