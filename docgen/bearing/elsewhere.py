"""What the rest of the deck says: the same number in another statement, a target, and how far it is off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.evidence import Evidence, Goal
from docgen.bearing.fact import Fact
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims

_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{2,}")
# Words that say nothing of what is counted.
_COMMON = frozenset(
    {"年度", "割合", "件数", "全体", "合計", "増加", "減少", "低下", "上昇", "目標", "目標値", "時点", "今後"}
)


def stated_elsewhere(sentence: str, claim: Claim, evidence: Evidence) -> Iterator[Bearer]:
    """The numbers of the same unit, kind and period that other statements give for what shares a word with this one."""
    words = _words(sentence)
    for statement in evidence.statements:
        if statement.text == sentence:
            continue
        for other in numbers_of(statement.text):
            same = other.kind == claim.kind and same_unit(other.unit, claim.unit)
            at_once = same and same_period(other.period, claim.period)
            if at_once and words & _words(statement.text) and other.low is not None and other.high is not None:
                yield Bearer("statement", (statement.text,), other.low, other.high)


def goals(sentence: str, claim: Claim, cues: Sequence[Cue], evidence: Evidence) -> Iterator[Bearer]:
    """A target, how far a fact is off it, and what part of it a fact has reached."""
    for goal in evidence.goals:
        if not _speaks_of(sentence, goal):
            continue
        if same_unit(claim.unit, goal.unit):
            yield Bearer("target", (goal.of,), goal.value, goal.value)
        for cue in cues:
            for fact in cue.table.facts:
                if same_unit(fact.unit, goal.unit):
                    yield from _towards(claim, fact, goal)


def _towards(claim: Claim, fact: Fact, goal: Goal) -> Iterator[Bearer]:
    if claim.kind in ("points", "number", "change"):
        yield exactly("to_target", abs(goal.value - fact.value), fact)
        yield exactly("to_target", fact.value - goal.value, fact)
    if claim.kind == "share" and goal.value:
        yield exactly("of_target", 100 * fact.value / goal.value, fact)
    if claim.kind == "multiple" and goal.value:
        yield exactly("of_target", fact.value / goal.value, fact)
    if claim.kind == "change" and claim.unit == "%" and goal.value:
        yield exactly("of_target", 100 * (fact.value - goal.value) / goal.value, fact)


def _speaks_of(sentence: str, goal: Goal) -> bool:
    return "目標" in sentence or bool(_words(sentence) & _words(goal.of))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _COMMON


@lru_cache(maxsize=4096)
def numbers_of(text: str) -> tuple[Claim, ...]:
    """The claims by numbers in a text."""
    return tuple(claim for claim in claims(text) if claim.kind not in ("period", "identifier"))


