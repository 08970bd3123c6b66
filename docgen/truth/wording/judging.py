"""What a mark in a sentence judges: the value of a row, its change, its target, or a value that stands beside the mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence, Legend
from docgen.bearing.fact import Fact, FactTable
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.truth.context import same_slide
from docgen.truth.sentence import Sentence
from docgen.truth.wording.aim import Aim, aim_of, periods_told
from docgen.truth.wording.bases import BASE, against_base
from docgen.truth.wording.changes import changes_of
from docgen.truth.wording.marks import Use, meanings
from docgen.truth.wording.meaning import TARGET, is_relative, meets
from docgen.truth.wording.owners import owners_of, told_at
from docgen.value import value

_AMOUNTS = frozenset({"number", "share", "ratio", "duration"})
_TWO = 2
_BOUND = re.compile("以上|以下|未満|超")


@value(frozen=True, slots=True)
class Judging:
    """Which marks hold, None where that is not known; where the value stands; the characters that tell the mark."""

    held: Mapping[str, bool | None]
    place: str
    at: tuple[int, int]


def judged_by(sentence: Sentence, legend: Legend, use: Use, evidence: Evidence) -> Iterator[Judging]:
    """Which marks of a legend hold for what a mark in a sentence judges, for each row that it is told of."""
    known = meanings(legend)
    beside = [table for table in evidence.tables if same_slide(sentence.statement, table)]
    rows = tuple(row for table in beside for row in table.rows)
    told = periods_told(sentence, use.scope)
    based = [
        found
        for table in beside
        for row in owners_of(sentence.words, use, table.rows)
        if (found := against_base(table, row, known.values(), told)) is not None
    ]
    own = [(aim, "") for aim in _aims(sentence, legend, use, evidence, beside)]
    # A target is no base: there may be none of it (計画を定めていない).
    aimed = any(aim.none or aim.target is not None for aim, _ in own)
    aims = own if aimed and based and TARGET.search(based[0][1]) else based or own
    for aim, base in aims:
        held = {mark: meets(meaning.replace(base, BASE) if base else meaning, aim) for mark, meaning in known.items()}
        row = aim.facts[-1].row if aim.facts else ""
        yield Judging(held, aim.place, told_at(sentence.words, use, rows, row))


def narrowest(marks: list[str], known: Mapping[str, str]) -> str:
    """The mark whose bound is the nearest, where a value lies within several: A of 2以下 and B of 3以下."""
    if len(marks) < 2:
        return marks[0] if marks else ""
    bounds = {mark: [c for c in claims(known[mark]) if c.high is not None or c.low is not None] for mark in marks}
    if all(len(found) == 1 and found[0].high is not None and found[0].low is None for found in bounds.values()):
        return min(marks, key=lambda mark: bounds[mark][0].high or 0)
    if all(len(found) == 1 and found[0].low is not None and found[0].high is None for found in bounds.values()):
        return max(marks, key=lambda mark: bounds[mark][0].low or 0)
    return ""


def _aims(
    sentence: Sentence, legend: Legend, use: Use, evidence: Evidence, beside: Sequence[FactTable]
) -> Iterator[Aim]:
    """The values beside a mark, or those of the row that is named, or a value and its target."""
    bounds = [claim for meaning in meanings(legend).values() for claim in claims(meaning)]
    banded = [one for one in bounds if one.kind in _AMOUNTS and _BOUND.search(one.text)]
    meant = "".join(meanings(legend).values())
    aimed = TARGET.search(meant) is not None
    if is_relative(meant) and not aimed:
        yield from changes_of(sentence, use.scope, beside)
        return
    if banded and not is_relative(meant) and not aimed and "過去" not in meant:
        yield from _valued(sentence, use, banded[0], evidence.tables)
        return
    aim = aim_of(sentence, use.scope, evidence)
    told = periods_told(sentence, use.scope)
    of_another = len(told) == 1 and aim is not None and aim.facts and use.scope != (0, len(sentence.words))
    if of_another and aim is not None and not same_period(aim.facts[-1].period, told[0]):
        # 2021年度は「順調」、2022年度は「遅れ」: not of the last value.
        return
    if aim is not None:
        # A legend of the content, whose targets are all known: without one there is none.
        none = aim.none or (aim.target is None and legend.where is None and not evidence.goals)
        yield replace(aim, none=none)


def _valued(sentence: Sentence, use: Use, bound: Claim, tables: Sequence[FactTable]) -> Iterator[Aim]:
    every = [fact for table in tables for fact in _of_owners(sentence, use, bound, table)]
    named = Counter((fact.row, fact.period if not fact.row else None) for fact in every)
    owned = [fact for fact in every if named[fact.row, fact.period if not fact.row else None] == 1]
    for fact in owned:
        yield Aim((fact.value,), (), bound.unit, None, "", False, None, (fact,), fact.place)
    start, end = use.scope
    beside = [c for c in sentence.numbers if start <= c.start and c.end <= end and c.unit == bound.unit]
    beside = [claim for claim in beside if not _BOUND.search(claim.text)]
    if not owned and len(beside) == 1 and beside[0].low is not None and beside[0].high is not None:
        value = (beside[0].low + beside[0].high) / 2
        yield Aim((value,), (), bound.unit, None, "", False, None, (), beside[0].text)


def _of_owners(sentence: Sentence, use: Use, bound: Claim, table: FactTable) -> Iterator[Fact]:
    """The values, one for each row that a mark is told of: the only one of its unit, or that of the period told."""
    periods = [claim.period for claim in sentence.claims if claim.kind == "period" and claim.period]
    start, end = use.scope
    if not table.rows and len(table.columns) < _TWO:
        told = [c.period for c in sentence.claims if c.kind == "period" and start <= c.start and c.end <= end]
        own = [fact for fact in table.facts if same_unit(fact.unit, bound.unit)]
        for period in told:
            yield from (fact for fact in own if same_period(fact.period, period))
    for row in owners_of(sentence.words, use, table.rows):
        facts = [fact for fact in table.facts if fact.row == row and same_unit(fact.unit, bound.unit)]
        if len(facts) > 1 and len(periods) == 1:
            facts = [fact for fact in facts if same_period(fact.period, periods[0])]
        if len(facts) == 1:
            yield facts[0]
