"""What a sentence says will be, of which nothing in the deck tells: 2030年に12兆円に達する見込みである."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.base_units import same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_AHEAD = re.compile(r"[^。]{0,20}?(?P<word>見込み?|予測|推計|見通し|想定|予想)(?:され|である|が示|と[なさし]|[だ。、ま]|$)")
_CHANGED = re.compile("増|減|上昇|低下|達|超|上回|下回|割|拡大|縮小|なる")
_YEARS = frozenset({"year", "fiscal_year", "span", "year_end", "fiscal_year_end"})


def forecasts_are_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A forecast for a year past all that the table beside has, with a number, where no text and no target has that year.

    A text on a slide may have it from a source of its own, and is left alone.
    """
    tables = near(evidence)
    for sentence in sentences:
        if sentence.statement.where is not None or sentence.statement.on:
            continue
        for table in tables.on_page(sentence):
            found = _forecast(sentence, table)
            if found is not None and not _is_told(found[0].period, sentence, evidence):
                yield sentence.breach(
                    "year-not-in-table",
                    sentence.spot(found[0].start, found[1]),
                    level="notice",
                    period=found[0].text,
                    place=str(table.where) if table.where is not None else table.title,
                )
                break


def _forecast(sentence: Sentence, table: FactTable) -> tuple[Claim, int] | None:
    """The year that a sentence tells a number ahead for, and where that ends; None where it tells none of the table's."""
    last = max((fact.period.end for fact in table.facts if fact.period is not None), default=None)
    if last is None or not mentions(sentence.words, table.labels):
        return None
    for claim in sentence.claims:
        if claim.kind != "period" or claim.period is None or claim.period.kind not in _YEARS or claim.period.end <= last:
            continue
        numbers = [one for one in sentence.numbers if one.start >= claim.end and _is_of(one, table)]
        match = _AHEAD.match(sentence.words, numbers[0].end) if numbers else None
        if match is not None:
            return claim, match.end("word")
    return None


def _is_of(claim: Claim, table: FactTable) -> bool:
    """Whether a number may be one of the table's, or what one changes by."""
    changed = claim.kind in ("change", "multiple", "points", "share")
    return bool(claim.unit) and (changed or any(same_unit(claim.unit, fact.unit) for fact in table.facts))


def _is_told(period: Period | None, sentence: Sentence, evidence: Evidence) -> bool:
    if period is None or any(goal.period is not None and goal.period.end >= period.end for goal in evidence.goals):
        return True
    if any(fact.period is not None and fact.period.end >= period.end for one in evidence.tables for fact in one.facts):
        return True
    others = (one.text for one in evidence.statements if one.text != sentence.statement.text)
    told = (claim.period for text in others for claim in claims(text) if claim.kind == "period")
    return any(one is not None and one.end >= period.end for one in told)
