"""Comparisons that the values do not bear out: 前年を上回る of what fell, 100人を超える of 98人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import same_unit
from docgen.breach import Breach
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.comparison import Comparison, comparisons
from docgen.truth.wording.every import is_quantified
from docgen.truth.wording.members import Held, compared, members_of, period_named
from docgen.truth.wording.subject import subject_of


def comparisons_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A comparison of a value with another period, another label or a number that the values of a table contradict."""
    tables = near(evidence.tables)
    for sentence in sentences:
        for comparison in comparisons(sentence):
            if not is_quantified(sentence, comparison.begin, comparison.end):
                held = _contrary(sentence, comparison, tables)
                if held is not None:
                    yield _breach(sentence, comparison, held)


def _contrary(sentence: Sentence, comparison: Comparison, tables: Near) -> Held | None:
    found: list[Held] = []
    for table in tables.spoken_of(sentence):
        subject = subject_of(sentence, comparison.begin, comparison.start, table)
        if subject is None:
            continue
        period = period_named(sentence, comparison.begin, comparison.start)
        if period is not None and (period.period is None or period.period.kind == "span"):
            continue
        for member in members_of(table, subject, period.period if period else None):
            held = compared(sentence, comparison, table, member)
            if held is not None and (held.holds or _holds_as_stated(sentence, comparison, held)):
                return None
            found += [held] if held else []
    return found[0] if found else None


def _holds_as_stated(sentence: Sentence, comparison: Comparison, held: Held) -> bool:
    """Whether the sentence itself gives a number for which the comparison holds: then that number may be wrong."""
    bound = comparison.number.low if comparison.number is not None and held.other is None else None
    if bound is None and held.other is not None:
        bound = held.other.value
    for claim in sentence.claims:
        own = comparison.begin <= claim.start and claim.end <= comparison.start
        own = own and claim.kind in ("number", "share", "rank")
        if own and bound is not None and claim.low is not None and claim.high is not None:
            above = claim.low >= bound if comparison.sign > 0 else claim.high <= bound
            if above and same_unit(claim.unit, held.fact.unit):
                return True
    return False


def _breach(sentence: Sentence, comparison: Comparison, held: Held) -> Breach:
    start = comparison.start if comparison.number is comparison.period is None and not comparison.before else comparison.at
    with_number = comparison.number is not None
    return Breach(
        "comparison-against-values",
        sentence.where,
        spot=sentence.spot(comparison.at if with_number else start, comparison.end),
        sentence=sentence.printed,
        word=sentence.words[comparison.at : comparison.end],
        label=held.member.name,
        value=spelled(held.fact.value, held.fact.unit),
        other=_other(comparison, held),
        place="、".join(fact.place for fact in (held.fact, held.other) if fact is not None),
    )


def _other(comparison: Comparison, held: Held) -> str:
    if held.other is None:
        return comparison.number.text if comparison.number else ""
    name = " ".join(filter(None, (held.other.row, held.other.column, str(held.other.period or ""))))
    return f"{name} {spelled(held.other.value, held.other.unit)}"
