"""The time that 前回 means: the one before, of those that a table has."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.fact import FactTable
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_PREVIOUS = re.compile(r"(?P<which>前々?回|前々?期)(?:の?調査)?(?:の|は|では|には?|[(])?、?約?$")


def at_previous(sentence: Sentence, claim: Claim, table: FactTable) -> Period | None:
    """When a number holds that is told of the last time: 2020年 of 前回の54.8％ beside 2022年, asked every two years.

    None where no word says so, or the sentence names none of the times of the table.
    """
    match = _PREVIOUS.search(sentence.words, 0, claim.start)
    if claim.period is not None or match is None:
        return None
    periods = sorted({fact.period for fact in table.facts if fact.period is not None})
    named = [one.period for one in sentence.claims if one.kind == "period" and one.period in periods]
    if len(set(named)) != 1 or named[0] is None:
        return None
    back = 1 + ("々" in match["which"])
    at = periods.index(named[0])
    return periods[at - back] if at >= back else None
