"""A text whose numbers are being bound: its spots, and what each of them is found to mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from docgen.binding.choice import Candidate
from docgen.binding.content_text import ContentText
from docgen.binding.evidence import Context, context_of
from docgen.binding.reference import Reference
from docgen.binding.spot import Spot, spots
from docgen.prose.parser import LONGEST
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

_EXPRESSION = re.compile(r"\{\{\s*(.*?)\s*\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# Stands for what a template prints; no text has it, and no pattern of sentences knows it.
_BLANK = "\ue000"
_STATEMENT = re.compile(r"\{%|\{#")
# What an expression names, without the form in which it is printed.
_NAMED = re.compile(
    r"(?:values(?:\[[^\]]+\]|\.\w+){2}|facts\[[^\]]+\]|[^\W\d]\w*)(?:\.(?:past|latest|forecast|target))?"
)


@dataclass(slots=True)
class Passage:
    """A text being bound. ``sentence`` is it in half-width letters, its expressions blank.

    ``meant`` are the candidates that are chosen, by the places of their spots, ``doubtful`` those that may be; ``said`` are
    the data that the text names already, ``known`` all that it can name.
    """

    text: ContentText
    sentence: str
    claims: Sequence[Claim]
    spots: Sequence[Spot]
    contexts: Sequence[Context]
    known: Sequence[Reference]
    said: Sequence[Reference] = ()
    meant: dict[int, Candidate] = field(default_factory=dict)
    doubtful: dict[int, Sequence[Candidate]] = field(default_factory=dict)

    @property
    def data(self) -> list[Reference]:
        """The data that the text says, as far as that is known, each once."""
        every = [*self.said, *(reference for place in sorted(self.meant) for reference in self.meant[place].of)]
        return list({reference.datum: reference for reference in every}.values())

    def before(self, place: int) -> Candidate | None:
        """What the number before a spot means, as far as that is known; the last that is not computed."""
        known = (self.meant[earlier] for earlier in range(place - 1, -1, -1) if earlier in self.meant)
        return next((candidate for candidate in known if not candidate.is_computed), None)

    def stands_once(self, spot: Spot) -> bool:
        """Whether the text has the number of a spot once."""
        return self.sentence.count(self.sentence[spot.digits : spot.end]) == 1


def passage(text: ContentText, known: Mapping[str, Reference]) -> Passage | None:
    """A text to be bound; ``known`` are the references by their names there. None for one with conditions or loops, and
    for one that is too long to become a template."""
    if _STATEMENT.search(text.text) or len(text.text) > LONGEST:
        return None
    sentence = plain(_EXPRESSION.sub(lambda found: _BLANK * len(found.group()), text.text))
    found = claims(sentence)
    numbers = [_with_time_beside(spot, sentence, text.beside) for spot in spots(sentence, found)]
    periods = [claim for claim in found if claim.kind == "period"]
    ends = [0, 0, *(spot.end for spot in numbers)]
    pairs = zip(numbers, pairwise(ends), strict=False)
    contexts = [context_of(text, sentence, spot, pair, periods) for spot, pair in pairs]
    return Passage(text, sentence, found, numbers, contexts, tuple(known.values()), tuple(_said(text.text, known)))


def _with_time_beside(spot: Spot, sentence: str, beside: str) -> Spot:
    """A number that is all of its text holds at the one period named beside it: 新規採択（2020年度）, 6拠点."""
    if spot.period is not None or sentence.strip() != sentence[spot.start : spot.end]:
        return spot
    named = {claim.period for claim in claims(plain(beside)) if claim.kind == "period"}
    return replace(spot, period=named.pop()) if len(named) == 1 else spot


def _said(text: str, known: Mapping[str, Reference]) -> Iterator[Reference]:
    for expression in _EXPRESSION.finditer(text):
        for name in _NAMED.findall(expression[1] or ""):
            if name in known:
                yield known[name]
