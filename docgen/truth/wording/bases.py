"""What a mark judges by another value of its row: that of 平年, where the marks mean 平年の80%未満, or that of a year."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.fact import Fact, FactTable
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.wording.aim import Aim

BASE = "前回"
"""What the base is called in a meaning that is to be judged."""
_SHORTEST = 2


def against_base(
    table: FactTable, row: str, meanings: Collection[str], told: Sequence[Period] = ()
) -> tuple[Aim, str] | None:
    """The value of a row against the column or the year that the meanings name, and what this is called; None for none.

    Against a year, of several values that is the one of the period ``told``, or the last.
    """
    facts = [fact for fact in table.facts if fact.row == row]
    bases = [fact for fact in facts if _is_named(fact, meanings)]
    if len(bases) > 1:
        # What is spoken of in 実績が定員を上回る is no base.
        bases = [fact for fact in bases if not _is_topic(fact, meanings)]
    if not bases:
        return _against_year(facts, meanings, told)
    if len(bases) != 1:
        return None
    [base] = bases
    others = [fact for fact in facts if fact is not base and same_unit(fact.unit, base.unit)]
    if len(others) != 1:
        return None
    return _aim(base, others[0]), plain(base.column)


def _against_year(facts: Sequence[Fact], meanings: Collection[str], told: Sequence[Period]) -> tuple[Aim, str] | None:
    dated = [claim for meaning in meanings for claim in claims(meaning) if claim.kind == "period" and claim.period]
    named = sorted({claim.period.start: claim for claim in dated if claim.period}.items())
    if not named or len({fact.column for fact in facts}) != 1:
        return None
    since = named[0][1]
    bases = _at(facts, since)
    last = max((fact.period.end for fact in facts if fact.period), default=None)
    own = [fact for fact in facts if fact.period and fact.period.end == last]
    if len(named) > 1:
        own = _at(facts, named[-1][1])
    elif later := [one for one in told if since.period and not same_period(one, since.period)]:
        own = [fact for fact in facts if any(same_period(fact.period, one) for one in later)]
    if len(bases) != 1 or len(own) != 1 or own == bases or not same_unit(own[0].unit, bases[0].unit):
        return None
    return _aim(bases[0], own[0]), since.text


def _at(facts: Sequence[Fact], claim: Claim) -> list[Fact]:
    return [fact for fact in facts if claim.period and same_period(fact.period, claim.period)]


def _aim(base: Fact, own: Fact) -> Aim:
    return Aim((own.value,), ((base.value, own.value),), own.unit, None, "", False, None, (own,), own.place)


def _is_named(fact: Fact, meanings: Collection[str]) -> bool:
    column = plain(fact.column)
    return len(column) >= _SHORTEST and any(column in meaning for meaning in meanings)


def _is_topic(fact: Fact, meanings: Collection[str]) -> bool:
    return any(re.search(f"{re.escape(plain(fact.column))}[がは]", meaning) for meaning in meanings)
