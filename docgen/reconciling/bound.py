"""Which characters of a printed text a template took from the data, and whether as they stand or computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from docgen.errors import DocgenError
from docgen.prose.markup import plain
from docgen.value import value

_EXPRESSION = re.compile(r"\{\{(?P<expression>.*?)\}\}", re.DOTALL)
_STATEMENT = re.compile(r"\{[%#]")
_COMPUTED = re.compile(
    r"\|\s*(?:multiple_of|share_of|tenths|tenths_of|percentage|average|sum)|\bcount\s*\(|[-+*/]\s|"
    r"\.(?:change|percent_change|points|multiple|ratio)\b"
)
# Stand for expressions while markup is read: no text has them.
_FIRST = 0xF0000


@value(frozen=True, slots=True)
class Bound:
    """The characters ``text[start:end]`` that an expression printed: ``computed`` of numbers, or one as it stands."""

    start: int
    end: int
    computed: bool


@lru_cache(maxsize=8192)
def bound(template: str, text: str) -> tuple[Bound, ...]:
    """What a template took from the data in the text that it printed, markup left out; () where that cannot be told.

    >>> bound("輸出は{{ exports.latest }}で、{{ exports.percent_change }}。", "輸出は3件で、5.0%増。")
    (Bound(start=3, end=5, computed=False), Bound(start=7, end=12, computed=True))
    """
    expressions = [match["expression"] for match in _EXPRESSION.finditer(template)]
    if not expressions or _STATEMENT.search(template):
        return ()
    numbers = iter(range(len(expressions)))
    marked = _EXPRESSION.sub(lambda _: chr(_FIRST + next(numbers)), template)
    try:
        words = plain(marked)
    except DocgenError:
        return ()
    match = re.fullmatch("".join(_pattern(words)), text, re.DOTALL)
    if match is None:
        return ()
    return tuple(
        Bound(*match.span(index), computed=bool(_COMPUTED.search(expression)))
        for index, expression in enumerate(expressions, start=1)
    )


def _pattern(words: str) -> Iterator[str]:
    for character in words:
        yield "(.*?)" if ord(character) >= _FIRST else re.escape(character)
