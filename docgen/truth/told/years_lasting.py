"""The two years that a change is told over by one of them and their distance: 2022年度までの4年間, 2020年度からの2年間."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import docgen.patterns as re
from docgen.bearing.cue import Cue, same_period
from docgen.bearing.fact import Fact
from docgen.model.period import Period

_LASTS = re.compile(r"(?P<way>から|まで)の(?P<years>\d{1,2})年間")


def years_lasting(own: Cue, ordered: Sequence[Fact]) -> Iterator[tuple[Period, Period]]:
    """The first and the last of so many years that the clause of a change tells, of the periods of a series; or none."""
    begin = own.sentence.rfind("、", 0, own.claim.start) + 1
    known = [fact.period for fact in ordered if fact.period is not None]
    for other in own.others:
        told = _LASTS.match(own.sentence, other.end) if other.kind == "period" and begin <= other.start else None
        if told is not None and other.period is not None and told.end() <= own.claim.start:
            for first, last in combinations(known, 2):
                named = first if told["way"] == "から" else last
                if same_period(named, other.period) and last.end.year - first.end.year == int(told["years"]):
                    yield first, last
