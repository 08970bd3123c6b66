"""Which target or judgement a sentence speaks of, by the words of its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Goal, StatedJudgement
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence

_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}")
_END, _BEGINNING = 2, 3  # letters of the shortest end and beginning of a word
_COMMON = frozenset({"割合", "件数", "目標", "目標値", "年度", "架空", "我が国", "全国", "推移", "状況"})


def goal_of(sentence: Sentence, evidence: Evidence) -> Goal | None:
    """The target that a sentence speaks of: the only one, or the one whose words it has."""
    about = f"{sentence.words} {plain(sentence.statement.page)}"
    scored = sorted(((alike(goal.of, about), at) for at, goal in enumerate(evidence.goals)), reverse=True)
    if not scored:
        return None
    (best, at), others = scored[0], scored[1:]
    # Among several, and where there are several tables, half of its name must stand there.
    alone = len(evidence.goals) == 1 and len(evidence.tables) < 2
    if best and not (others and others[0][0] == best) and (alone or 2 * best >= _letters(evidence.goals[at].of)):
        return evidence.goals[at]
    titles = " ".join(table.title for table in evidence.tables)
    only = len(evidence.goals) == len(evidence.tables) == 1 and bool(alike(evidence.goals[0].of, titles))
    return evidence.goals[0] if only else None


def named_goals(words: str, evidence: Evidence) -> list[Goal]:
    """The targets whose names stand in some words."""
    return [goal for goal in evidence.goals if alike(goal.of, words) > 1]


def judgement_of(sentence: Sentence, evidence: Evidence) -> StatedJudgement | None:
    """The judgement stated by hand for what a sentence speaks of; it goes before the computed one."""
    about = f"{sentence.words} {plain(sentence.statement.page)}"
    found = [stated for stated in evidence.judgements if alike(stated.of, about)]
    return found[0] if len(found) == 1 else None


def alike(of: str, about: str) -> int:
    """How many characters of a target's name stand in a text, as words, or as their ends (率 aside)."""
    named = [parts for end, beginning, parts in _parts_of(of) if end in about or (beginning and beginning in about)]
    return sum(next((len(part) for part in parts if part in about), 0) for parts in named)


@lru_cache(maxsize=4096)
def _parts_of(of: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The words of a name, each as its parts, the longest first: its ends, then its beginnings.

    Before them stand the letters that all of its ends have, and those that all of its beginnings have.
    """
    words = [word for word in _WORD.findall(plain(of)) if word not in _COMMON]
    parted = [(word, tuple(part for part in _parts(word) if part not in _COMMON)) for word in words]
    return tuple((word[-_END:], word[:_BEGINNING] if len(word) > _BEGINNING else "", parts) for word, parts in parted)


def _letters(of: str) -> int:
    return sum(len(word) for word in _WORD.findall(plain(of)) if word not in _COMMON)


def _parts(word: str) -> Sequence[str]:
    ends = [word[start:] for start in range(len(word) - _END + 1)]
    return ends + [word[:end] for end in range(len(word) - 1, _BEGINNING - 1, -1)]
