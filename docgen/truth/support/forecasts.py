"""What a sentence says will be, of which nothing in the deck tells: 2030年に12兆円に達する見込みである."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.copies.alike import Statements, statements_of
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_AHEAD = re.compile(r"[^。]{0,20}?(?P<word>見込み?|予測|推計|見通し|想定|予想)(?:され|である|が示|と[なさし]|[だ。、ま]|$)")
_LATER = re.compile("見込|予測|推計|計画|目標|予定")
Told = tuple[Claim, int]
"""The year of a forecast, and where it ends."""

_YEARS = frozenset({"year", "fiscal_year", "span", "year_end", "fiscal_year_end"})


def forecasts_are_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A forecast for a year past all that the table beside has, with a number, where no text and no target has that year.

    A text on a slide may have it from a source of its own, and is left alone.
    """
    tables, statements = near(evidence), statements_of(evidence)
    for sentence in sentences:
        if sentence.statement.where is not None or sentence.statement.on:
            continue
        beside = tables.on_page(sentence)
        found = [(told, table.title) for table in beside if (told := _forecast(sentence, table)) is not None]
        found += [] if beside else _of_statements(sentence, statements)
        for (claim, end), place in found[:1]:
            if not _is_told(claim.period, sentence, evidence):
                yield sentence.breach(
                    "year-not-in-table",
                    sentence.spot(claim.start, end),
                    level="notice",
                    period=claim.text,
                    place=place,
                )


def _of_statements(sentence: Sentence, statements: Statements) -> list[tuple[Told, str]]:
    """The forecast of a summary for a year past all that the texts which it sums up have."""
    ahead = _AHEAD.search(sentence.words)
    dated = [claim for claim in sentence.claims if claim.kind == "period" and claim.period and claim.period.kind in _YEARS]
    if ahead is None or not dated:
        return []
    found: list[tuple[Told, str]] = []
    for statement, _ in statements.like(sentence):
        periods = [one.period for one in claims(statement.text) if one.kind == "period" and one.period]
        last = max((period.end for period in periods), default=None)
        for claim in dated if last is not None and not _LATER.search(statement.text) else ():
            numbers = [one for one in sentence.numbers if one.start >= claim.end and one.unit]
            match = _AHEAD.match(sentence.words, numbers[0].end) if numbers else None
            if match is not None and claim.period is not None and last is not None and claim.period.end > last:
                found.append(((claim, match.end("word")), statement.text))
    return found


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
    return bool(claim.unit) and (changed or table.measures(claim.unit))


def _is_told(period: Period | None, sentence: Sentence, evidence: Evidence) -> bool:
    if period is None or any(goal.period is not None and goal.period.end >= period.end for goal in evidence.goals):
        return True
    if any(fact.period is not None and fact.period.end >= period.end for one in evidence.tables for fact in one.facts):
        return True
    others = (one.text for one in evidence.statements if one.text != sentence.statement.text)
    told = (claim.period for text in others for claim in claims(text) if claim.kind == "period")
    return any(one is not None and one.end >= period.end for one in told)
