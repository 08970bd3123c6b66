"""When the numbers of a sentence hold: the period in the parentheses behind them, or the one that was named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.model.period import Period
from docgen.sentences.claim import Claim

_COMPARISONS = frozenset({"change", "points", "multiple"})
_UNDATED = frozenset({"period", "identifier", "duration"})
# Between two numbers that one pair of parentheses dates: 55か国・174件(2008～2023年).
_JOINED = re.compile(r"[・、と/]|及び|並びに|\s")
# Behind a period, or behind its number: what follows is compared with it, and holds later.
_COMPARED_WITH = re.compile(r"比|から|より|に比べ|と比べ|に対し|以降|以来|を|並み")


def dated(sentence: str, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of one sentence, in their order, each number with the period at which it holds, where one is named."""
    return tuple(
        claim if claim.kind in _UNDATED else replace(claim, period=_period(sentence, claims, index))
        for index, claim in enumerate(claims)
    )


def _period(sentence: str, claims: Sequence[Claim], index: int) -> Period | None:
    claim = claims[index]
    latest = claim.kind in _COMPARISONS
    own = _in_parentheses_behind(sentence, claims, index) or _beside(sentence, claims, index)
    if own:
        return max(own) if latest else own[0]
    before = [named for named in claims[:index] if named.period and not _in_parentheses(sentence, named)]
    before = [named for named in before if named.kind == "period"]
    after = [named for named in claims[index:] if named.kind == "period" and _in_parentheses(sentence, named)]
    later = next((named.period for named in after if named.period), None)
    if latest:
        return later or max((named.period for named in before if named.period), default=None)
    return next((n.period for n in reversed(before) if not _compared_with(sentence, claims, n, claim)), later)


def _in_parentheses_behind(sentence: str, claims: Sequence[Claim], index: int) -> list[Period]:
    """The periods in the parentheses right behind a number, or behind the numbers that are joined to it."""
    end = claims[index].end
    for claim in claims[index + 1 :]:
        between = sentence[end : claim.start]
        if between.startswith("(") and ")" not in between:
            close = sentence.find(")", end)
            close = len(sentence) if close < 0 else close
            inside = (named for named in claims if named.kind == "period" and end < named.start < close)
            return [named.period for named in inside if named.period]
        if not _JOINED.fullmatch(between) or claim.kind in _UNDATED:
            return []
        end = claim.end
    return []


def _beside(sentence: str, claims: Sequence[Claim], index: int) -> list[Period]:
    """The last period named before a number within the parentheses that both stand in."""
    if not _in_parentheses(sentence, claims[index]):
        return []
    start = sentence.rfind("(", 0, claims[index].start)
    named = [claim.period for claim in claims[:index] if claim.kind == "period" and claim.start > start]
    return [period for period in named[-1:] if period]


def _in_parentheses(sentence: str, claim: Claim) -> bool:
    return sentence.count("(", 0, claim.start) > sentence.count(")", 0, claim.start)


def _compared_with(sentence: str, claims: Sequence[Claim], named: Claim, claim: Claim) -> bool:
    """Whether ``claim`` is compared with the period ``named``: 前年度から 5件増, 2018年の240万kWから288万kW."""
    first = next(other for other in claims if other.start >= named.end and other.kind not in _UNDATED)
    ends = [named.end] if first is claim else [named.end, first.end]
    return any(_COMPARED_WITH.match(sentence, end) for end in ends)
