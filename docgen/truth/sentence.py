"""A text, sentence by sentence, each with its claims."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import field
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.evidence import Statement
from docgen.breach import Breach, Level, Spot
from docgen.errors import Located
from docgen.messages import Message, Phrase
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.value import value

_OPENING = re.compile(r"\s*[(\[]\s*")
_DIRECTION = re.compile(r"の?(?:増|減|上|低|下|拡|縮|伸|高|改|悪|回復)[一-龥]*[ぁ-ん]{0,4}")
_LONGEST = 1000
"""Characters of a sentence that is judged as one; what rules ask of it grows as the square of its numbers."""

_SENTENCE = re.compile(r"[^。\n\v]+[。]?")


@value(frozen=True, slots=True)
class Sentence:
    """A sentence of ``statement`` in half-width letters, as printed (``printed``), and the claims in it.

    ``start`` is where it begins in the statement's text; the places of its claims count from there. ``numbers`` are the
    claims by numbers.
    """

    statement: Statement
    start: int
    words: str
    printed: str
    claims: tuple[Claim, ...]
    numbers: tuple[Claim, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the claims by numbers, which all rules ask for."""
        numbers = tuple(claim for claim in self.claims if claim.kind not in ("period", "identifier"))
        object.__setattr__(self, "numbers", numbers)

    @property
    def where(self) -> Located:
        """Its place in the deck, or the title of its slide."""
        where = self.statement.where
        return str(where) if isinstance(where, Message) else where or self.statement.page

    def spot(self, start: int, end: int) -> Spot:
        """Some characters of the sentence, counted from its beginning, as a place in the statement's text."""
        return Spot(self.statement.text, self.start + start, self.start + end)

    def breach(
        self, text_code: str, spot: Spot, *, hint: Phrase | None = None, level: Level = "error", **values: Hashable
    ) -> Breach:
        """What is amiss at a spot of the sentence; its text in the catalogue names ``values`` and the {sentence}."""
        return Breach(text_code, self.where, hint=hint, level=level, spot=spot, sentence=self.printed, **values)

    def spot_of(self, claim: Claim) -> Spot:
        """The characters of one of its claims."""
        return self.spot(claim.start, claim.end)

    def is_aside(self, claim: Claim) -> bool:
        """Whether a number stands in brackets right behind one of its unit: it is of another time or part."""
        before = [other for other in self.numbers if other.end <= claim.start and other.unit == claim.unit]
        return bool(before) and _OPENING.fullmatch(self.words, before[-1].end, claim.start) is not None

    def spot_with_direction(self, claim: Claim) -> Spot:
        """The characters of a claim and of the word behind it that tells whether it is a gain or a loss: 20%増加した."""
        direction = _DIRECTION.match(self.words, claim.end)
        return self.spot(claim.start, direction.end() if direction is not None else claim.end)


# Rules ask for those of the other texts of a deck.
@lru_cache(maxsize=16384)
def sentences(statement: Statement) -> tuple[Sentence, ...]:
    """The sentences of a text; periods such as 同年 are counted from those of the sentences before.

    >>> [sentence.printed for sentence in sentences(Statement("輸出は3件。輸入は5件。"))]
    ['輸出は3件。', '輸入は5件。']
    """
    return tuple(_sentences(statement))


def _sentences(statement: Statement) -> Iterator[Sentence]:
    found = claims(statement.text)
    words = plain(statement.text)
    first = 0
    for start, end in _spans(words):
        while first < len(found) and found[first].start < start:
            first += 1
        last = first
        while last < len(found) and found[last].end <= end:
            last += 1
        own = tuple(claim.moved(-start) for claim in found[first:last])
        yield Sentence(statement, start, words[start:end], statement.text[start:end].strip(), own)
        first = last


def _spans(words: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text begin and end; one that no reader takes in is parted at its commas."""
    for match in _SENTENCE.finditer(words):
        start, end = match.span()
        while end - start > _LONGEST:
            comma = words.rfind("、", start, start + _LONGEST)
            parted = comma + 1 if comma > start else start + _LONGEST
            yield start, parted
            start = parted
        yield start, end
