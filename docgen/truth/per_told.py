"""What a rate is told for, where its table is of another: 人口1万人当たり131人 for 人口100万人当たり."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.near import near
from docgen.truth.nearly import has_digits
from docgen.truth.sentence import Sentence

_PER = ("当たり", "あたり", "につき")


def rates_per_what_is_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that a table has for so many of something, given for another many of it."""
    tables = near(evidence)
    for sentence in sentences:
        for base in sentence.claims:
            if base.kind == "base" and sentence.words.startswith(_PER, base.end):
                number = next((one for one in sentence.numbers if one.start >= base.end and one.unit), None)
                for table in tables.spoken_of(sentence) if number is not None and has_digits(number, 2) else ():
                    breach = _judged(sentence, base, number, table)
                    if breach is not None:
                        yield breach
                        break


def _judged(sentence: Sentence, base: Claim, number: Claim | None, table: FactTable) -> Breach | None:
    if number is None or base.low is None or base.high is None:
        return None
    told = _told(table, base.unit)
    having = [
        fact
        for fact in table.facts
        if fact.unit and same_unit(number.unit, fact.unit) and fact.bears(number)
    ]
    if len(told) != 1 or not having or base.admits(_middle(told[0])):
        return None
    return sentence.breach(
        "number-not-borne-out.cell",
        sentence.spot_of(base),
        number=base.text,
        right=told[0].text,
        place=having[0].place,
    )


def _middle(claim: Claim) -> Decimal:
    return ((claim.low or Decimal(0)) + (claim.high or Decimal(0))) / 2


def _told(table: FactTable, unit: str) -> list[Claim]:
    """What the title of a table, or its notes, say that its numbers are for, in a unit."""
    texts = (table.title, table.notes)
    found = [(text, claim) for text in texts for claim in claims(text) if claim.kind == "base" and claim.unit == unit]
    every = [claim for text, claim in found if text.startswith(_PER, claim.end)]
    return list({(claim.low, claim.high): claim for claim in every}.values())
