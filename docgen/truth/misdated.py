"""A change that its series has, but between other years than the sentence says: of both, either may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.fact import Fact, FactTable
from docgen.breach import Spot
from docgen.sentences.claim import Claim
from docgen.truth.nearly import has_digits
from docgen.truth.sentence import Sentence

_HOW: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "difference": lambda new, old: new - old,
    "percent_change": lambda new, old: 100 * (new - old) / old,
    "multiple": lambda new, old: new / old,
    "level": lambda new, old: 100 * new / old,
}
_IN_BRACKETS = re.compile(r"[^、。()0-9]{0,6}\([^()]*")


def is_of_other_years(claim: Claim, bearer: Bearer, tables: Sequence[FactTable]) -> bool:
    """Whether a number is computed as ``bearer`` is, of two other facts of its row and column."""
    how = _HOW.get(bearer.how)
    facts = [fact for table in tables for fact in table.facts]
    pair = [fact for fact in facts if fact.place in bearer.of]
    if how is None or len(pair) != 2 or len({_series(fact) for fact in pair}) != 1 or not has_digits(claim, 2):
        return False
    line = [fact for fact in facts if _series(fact) == _series(pair[0]) and fact.period is not None and fact.value > 0]
    line.sort(key=lambda fact: fact.period.end.toordinal() if fact.period else 0)
    return any(exactly("", how(new.value, old.value)).bears(claim) for old, new in combinations(line, 2))


def _series(fact: Fact) -> tuple[str, str, str]:
    return fact.row, fact.column, fact.unit


def years_of_change(sentence: Sentence, claim: Claim) -> Spot | None:
    """A change with the years that stand beside it in its clause or in brackets behind it; None where none do."""
    periods = [one for one in sentence.claims if one.kind == "period"]
    behind = _IN_BRACKETS.match(sentence.words, claim.end)
    if behind is not None and any(claim.end < one.start and one.end <= behind.end() for one in periods):
        return sentence.spot(claim.start, behind.end())
    begin = max(sentence.words.rfind(mark, 0, claim.start) for mark in "、。") + 1
    before = [one for one in periods if begin <= one.start and one.end <= claim.start]
    return sentence.spot(before[0].start, claim.end) if before else None
