"""A text, sentence by sentence, each with its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.bearing.evidence import Statement
from docgen.breach import Spot
from docgen.errors import Located
from docgen.messages import Message
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

_DIRECTION = re.compile(r"の?(?:増|減|上|低|下|拡|縮|伸|高|改|悪|回復)[一-龥]*[ぁ-ん]{0,4}")
_SENTENCE = re.compile(r"[^。\n\v]+[。]?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ``statement`` in half-width letters, as printed (``printed``), and the claims in it.

    ``start`` is where it begins in the statement's text; the places of its claims count from there.
    """

    statement: Statement
    start: int
    words: str
    printed: str
    claims: tuple[Claim, ...]

    @property
    def where(self) -> Located:
        """Its place in the deck, or the title of its slide."""
        where = self.statement.where
        return str(where) if isinstance(where, Message) else where or self.statement.page

    @property
    def numbers(self) -> tuple[Claim, ...]:
        """The claims by numbers."""
        return tuple(claim for claim in self.claims if claim.kind not in ("period", "identifier"))

    def spot(self, start: int, end: int) -> Spot:
        """Some characters of the sentence, counted from its beginning, as a place in the statement's text."""
        return Spot(self.statement.text, self.start + start, self.start + end)

    def spot_of(self, claim: Claim) -> Spot:
        """The characters of one of its claims."""
        return self.spot(claim.start, claim.end)

    def spot_with_direction(self, claim: Claim) -> Spot:
        """The characters of a claim and of the word behind it that tells whether it is a gain or a loss: 20%増加した."""
        direction = _DIRECTION.match(self.words, claim.end)
        return self.spot(claim.start, direction.end() if direction is not None else claim.end)


def sentences(statement: Statement) -> Iterator[Sentence]:
    """The sentences of a text; periods such as 同年 are counted from those of the sentences before.

    >>> [sentence.printed for sentence in sentences(Statement("輸出は3件。輸入は5件。"))]
    ['輸出は3件。', '輸入は5件。']
    """
    found = claims(statement.text)
    words = plain(statement.text)
    for match in _SENTENCE.finditer(words):
        start, end = match.span()
        own = tuple(
            replace(claim, start=claim.start - start, end=claim.end - start)
            for claim in found
            if start <= claim.start and claim.end <= end
        )
        yield Sentence(statement, start, match.group(), statement.text[start:end].strip(), own)
