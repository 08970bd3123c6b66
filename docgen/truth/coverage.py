"""How many numbers of a deck's sentences were judged, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from docgen.bearing.amounts import cells
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import cue
from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.ledger import bearer_of
from docgen.bearing.named_tables import NamedTables, named_tables
from docgen.breach import Spot
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.context import same_slide
from docgen.truth.near import near
from docgen.truth.sentence import sentences
from docgen.value import value

_AS_IT_STANDS = frozenset({"cell", "extreme", "label", "base", "statement", "target"})


@value(frozen=True, slots=True)
class Coverage:
    """Of the numbers that sentences give: how many a cell or another sentence has too (``borne_out``), how many are
    computed of cells (``derived``), those that nothing bears out (``unsupported``), and how many of these are accepted.
    """

    borne_out: int = 0
    derived: int = 0
    unsupported: tuple[Spot, ...] = ()
    accepted: int = 0

    @property
    def read(self) -> int:
        """How many numbers were read."""
        return self.borne_out + self.derived + len(self.unsupported) + self.accepted

    def accepting(self, spots: Iterable[Spot]) -> Coverage:
        """The same where those of the unsupported numbers that are among ``spots`` are accepted.

        >>> read = Coverage(unsupported=(Spot("輸出は3件。", 3, 5), Spot("輸入は5件。", 3, 5)))
        >>> read.accepting([Spot("輸入は5件。", 3, 5)]).row()
        {'read': 2, 'borne_out': 0, 'derived': 0, 'unsupported': 1, 'accepted': 1}
        """
        accepted = Counter(spots)
        left = tuple((Counter(self.unsupported) - accepted).elements())
        return replace(self, unsupported=left, accepted=self.accepted + len(self.unsupported) - len(left))

    def row(self) -> dict[str, int]:
        """The counts by their names, for programs."""
        return {
            "read": self.read,
            "borne_out": self.borne_out,
            "derived": self.derived,
            "unsupported": len(self.unsupported),
            "accepted": self.accepted,
        }


_MOST = 60
"""Numbers of one text that are asked for each other."""

Origin = Callable[[Statement, Claim], Bearer | None]
"""What a number of a text was printed from; None where that is not known."""


def coverage(texts: Sequence[Statement], evidence: Evidence, origin: Origin | None = None) -> Coverage:
    """What of the numbers of ``texts`` their tables bear out: those of the slide, and those whose labels a text names.

    A number whose ``origin`` is known is borne out by that.
    """
    judged = [(_how(bearer), spot) for bearer, spot in _judged(texts, evidence, origin)]
    counted = Counter(how for how, _ in judged)
    unsupported = tuple(spot for how, spot in judged if how == "unsupported")
    return Coverage(counted["borne_out"], counted["derived"], unsupported)


def _judged(
    texts: Sequence[Statement], evidence: Evidence, origin: Origin | None
) -> Iterator[tuple[Bearer | None, Spot]]:
    slides, tables = near(evidence), named_tables(evidence)
    for text in texts:
        for words, found, start in _readings(text):
            numbers = _numbers(found)
            if not numbers:
                continue
            known = [None if origin is None else origin(text, claim.moved(start)) for claim in numbers]
            sought = not all(known) and len(numbers) <= _MOST
            own = Evidence(tables=tuple(slides.beside(text)) if sought else ())
            elsewhere = cache(partial(_named_elsewhere, text, words, tables))
            for claim, bearer in zip(numbers, known, strict=True):
                if bearer is None and sought:
                    bearer = bearer_of(words, found, claim, own) or _cell_of(words, found, claim, elsewhere())
                yield bearer, Spot(text.text, start + claim.start, start + claim.end)


def _readings(text: Statement) -> Iterator[tuple[str, Sequence[Claim], int]]:
    """A text in half-width letters with its claims and where it begins: whole, or by sentences where it has many numbers.

    What a number is computed of may stand in the sentence before; to ask each number of many for all others takes
    as long as their square.
    """
    found = claims(text.text)
    if len(_numbers(found)) <= _MOST:
        yield plain(text.text), found, 0
    else:
        yield from ((sentence.words, sentence.claims, sentence.start) for sentence in sentences(text))


def _numbers(found: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in found if claim.kind not in ("period", "identifier")]


def _named_elsewhere(text: Statement, words: str, tables: NamedTables) -> Sequence[FactTable]:
    """The tables of other slides of which a text names a label."""
    return [table for table in tables.in_sentence(words) if not same_slide(text, table)]


def _cell_of(words: str, found: Sequence[Claim], claim: Claim, tables: Iterable[FactTable]) -> Bearer | None:
    """The cell of one of some tables that has a number, where its labels and period are named."""
    having = (table for table in tables if table.measures(claim.unit) and any(_has(fact, claim) for fact in table.facts))
    borne = (bearer for table in having for bearer in cells(cue(words, found, claim, table)) if bearer.bears(claim))
    return next(borne, None)


def _has(fact: Fact, claim: Claim) -> bool:
    """Whether a fact is a number of a text, whatever it is called."""
    return same_unit(claim.unit, fact.unit) and fact.bears(claim)


def _how(bearer: Bearer | None) -> str:
    if bearer is None:
        return "unsupported"
    return "borne_out" if bearer.how in _AS_IT_STANDS else "derived"
