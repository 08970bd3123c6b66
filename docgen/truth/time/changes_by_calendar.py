"""A change that a series has between fiscal years, told between calendar years: 2018年から2022年までに for 2018年度から."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import grouped
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

Years = tuple[int, int, bool]
"""The first and the last year, and whether they are fiscal ones."""

_CHANGES = frozenset({"change", "points", "multiple"})
_APRIL = 4


def changes_in_their_calendar(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A change between two years of which the series of the table beside has those of the other calendar, and the change.

    Where any table has years of the calendar that the sentence has, the change may be told of these.
    """
    tables = near(evidence)
    for sentence in sentences:
        for claim in sentence.numbers:
            told = _told(sentence, claim) if claim.kind in _CHANGES and claim.low is not None else None
            for table in tables.on_page(sentence) if told is not None else ():
                first = next((one for one in sentence.claims if one.kind == "period"), claim)
                pair = _pair(sentence, claim, told, table) if told is not None else None
                if pair is not None and told is not None and not _has(evidence, told):
                    yield sentence.breach(
                        "another-period.period",
                        sentence.spot(first.start, max(claim.end, first.end)),
                        number=claim.text,
                        label=pair[1].row or pair[1].column or table.title,
                        at=first.text,
                        period=f"{pair[0].period}～{pair[1].period}",
                        place=pair[1].place,
                    )
                    break


def _told(sentence: Sentence, claim: Claim) -> Years | None:
    """The two years, of one calendar, that a sentence names before a change; None for others, or more."""
    named = [one.period for one in sentence.claims if one.kind == "period" and one.end <= claim.start]
    years = {year for period in named for year in _years(period)}
    fiscal = {is_fiscal for _, is_fiscal in years}
    numbers = sorted({number for number, _ in years})
    return (numbers[0], numbers[1], fiscal.pop()) if len(numbers) == 2 and len(fiscal) == 1 else None


def _years(period: Period | None) -> Iterator[tuple[int, bool]]:
    if period is None:
        return
    fiscal = period.start.month == _APRIL
    yield period.start.year, fiscal
    yield period.end.year - fiscal, fiscal


def _pair(sentence: Sentence, claim: Claim, told: Years, table: FactTable) -> tuple[Fact, Fact] | None:
    """The two facts of a series of the other calendar that the change is between."""
    if not mentions(sentence.words, table.labels):
        return None
    dated = [fact for fact in table.facts if fact.period is not None]
    if any(is_fiscal == told[2] for fact in dated for _, is_fiscal in _years(fact.period)):
        return None
    for line in grouped(dated, lambda fact: (fact.row, fact.column, fact.unit)):
        by_year = {year: fact for fact in line for year, _ in _years(fact.period)}
        old, new = by_year.get(told[0]), by_year.get(told[1])
        if old is not None and new is not None and any(bearer.bears(claim) for bearer in _changes(claim, old, new)):
            return old, new
    return None


def _changes(claim: Claim, old: Fact, new: Fact) -> Iterator[Bearer]:
    if claim.kind == "multiple":
        if old.value:
            yield exactly("multiple", new.value / old.value, new, old)
    elif claim.unit == "%" and new.unit != "%":
        if old.value:
            yield exactly("percent_change", 100 * (new.value - old.value) / old.value, new, old)
    elif claim.unit == new.unit or claim.kind == "points":
        yield exactly("difference", new.value - old.value, new, old)


def _has(evidence: Evidence, told: Years) -> bool:
    """Whether a table has a year of the calendar that is told."""
    facts = (fact for table in evidence.tables for fact in table.facts if fact.period is not None)
    return any((told[1], told[2]) in _years(fact.period) for fact in facts)
