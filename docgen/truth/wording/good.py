"""Which way a value goes by a word of direction: a rank that rises has a smaller number, what improves may fall."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Goal
from docgen.truth.wording.trend import Does
from docgen.truth.wording.vocabulary import LESS_IS_BETTER, MORE_IS_BETTER, OF_RANKS

_SIGNS = {"rise": 1, "fall": -1}
_OF_RANKS = re.compile(OF_RANKS)
_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{2,}")


def sign_of(does: Does, word: str, of_rank: bool, called: str, goals: Sequence[Goal] = ()) -> int:
    """1 where a value, a rank where ``of_rank``, that does so grows, -1 where it falls, 0 where that is not known.

    ``called`` is what names the value; a goal for it tells what is better.

    >>> sign_of("rise", "上昇", True, ""), sign_of("worse", "悪化", False, "失業率"), sign_of("rise", "増加", True, "")
    (-1, 1, 0)
    """
    if of_rank:
        if not _OF_RANKS.match(word):
            return 0
        return -1 if does in ("rise", "better") else 1
    better = _better(called, goals)
    if does in _SIGNS:
        # 解像度が80cmから40cmに向上: what gets better may be less.
        return better if better and word.startswith("向上") else _SIGNS[does]
    return better if does == "better" else -better


def _better(called: str, goals: Sequence[Goal]) -> int:
    stated = {goal.better for goal in goals if goal.better and set(_WORD.findall(goal.of)) & set(_WORD.findall(called))}
    if len(stated) == 1:
        return 1 if stated == {"higher"} else -1
    less, more = LESS_IS_BETTER.search(called), MORE_IS_BETTER.search(called)
    if bool(less) == bool(more):
        return 0
    return -1 if less else 1
