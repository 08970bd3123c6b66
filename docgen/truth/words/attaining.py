"""Whose attainment a word tells, where a sentence speaks of several: 東町は目標を達成したが、西町は達していない."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence, Goal
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.model.period import Period
from docgen.truth.sentence import Sentence
from docgen.truth.wording.aim import Aim, aim_of_row, facts_of, periods_told
from docgen.truth.wording.marks import Use
from docgen.truth.wording.owners import owners_of

_SEVERAL = 2


def aims_told(
    sentence: Sentence, at: tuple[int, int], aim: Aim | None, goal: Goal | None, evidence: Evidence
) -> Sequence[Aim]:
    """What the word at ``at`` tells of: the rows that are its topic, the year before it, or what its sentence does."""
    words = sentence.words
    for table in evidence.tables:
        named = {mention.label for mention in mentions(words, table.rows)}
        aims = {row: found for row in named if (found := _of_row(sentence, at, table, row, goal)) is not None}
        if len(aims) >= _SEVERAL:
            owners = owners_of(words, Use("", *at, (0, len(words))), tuple(aims))
            return [aims[row] for row in owners]
    if aim is None:
        return ()
    told = _told_before(sentence, at)
    facts = facts_of(aim.goal, evidence, words) if told and aim.goal is not None else ()
    own = next((fact for fact in facts if told and same_period(fact.period, told)), None)
    return [aim if own is None else replace(aim, values=(own.value,), place=own.place)]


def _of_row(sentence: Sentence, at: tuple[int, int], table: FactTable, row: str, goal: Goal | None) -> Aim | None:
    """The value of a row and its target: its own, or one that all rows have."""
    told = _told_before(sentence, at)
    periods = (told,) if told else periods_told(sentence, (0, len(sentence.words)))
    own = aim_of_row(table, row, periods)
    if own is not None or goal is None or any(label in goal.of for label in table.rows):
        return own if own is None or own.target is not None else None
    facts = [fact for fact in table.facts if fact.row == row and same_unit(fact.unit, goal.unit)]
    facts = [fact for fact in facts if any(same_period(fact.period, one) for one in periods)] or facts
    if len({fact.column for fact in facts}) != 1:
        return None
    last = facts[-1]
    return Aim((last.value,), (), last.unit, goal.value, goal.better, False, goal, (last,), last.place)


def _told_before(sentence: Sentence, at: tuple[int, int]) -> Period | None:
    """The last of several periods before a word, where that tells of which of them it is."""
    periods = periods_told(sentence, (0, len(sentence.words)))
    before = periods_told(sentence, (0, at[0]))
    return before[-1] if before and len(set(periods)) >= _SEVERAL else None
