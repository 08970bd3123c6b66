"""The part of a sentence that belongs to a word: from the word of direction before it to itself."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.truth.wording.vocabulary import DIRECTION, FLAT

_PREDICATE = re.compile(
    rf"{DIRECTION.pattern}|{FLAT}|上回[っりる]|下回[っりる]|超え(?:て|た|る)|達し|届か|最も[一-龥]+[くい]"
    r"|より[^、。]{0,6}(?:多|少な|高|低|大き|小さ|長|短|広|狭)く(?=、)"
)
_STOP = re.compile(r"[、;]")
_COMMA = re.compile(r"[、;]")


def part_before(words: str, at: int) -> int:
    """Where the part begins that a word at ``at`` belongs to.

    >>> words = "輸出は増加したが、輸入は2022年に減少した。"
    >>> words[part_before(words, words.index("減少")) :]
    '輸入は2022年に減少した。'
    """
    begin = 0
    for match in _PREDICATE.finditer(words, 0, at):
        stop = _STOP.search(words, match.end(), at)
        begin = stop.end() if stop else begin
    return begin


def clauses_before(words: str, begin: int, at: int) -> Iterator[tuple[int, int]]:
    """The clauses between two places, the last first, each by its ends."""
    starts = [begin, *(match.end() for match in _COMMA.finditer(words, begin, at))]
    ends = [*starts[1:], at]
    yield from reversed([(start, end) for start, end in zip(starts, ends, strict=True) if start < end])
