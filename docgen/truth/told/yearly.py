"""What a mean yearly rate must be: 10年間に年平均7.1％のペースで増えた."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.cue import Cue
from docgen.bearing.fact import Fact
from docgen.bearing.selection import grouped

_YEARLY = re.compile("年(?:平均|率)(?:の|で|にして|して)?(?:(?:伸び|増加|成長|減少|上昇|低下)率?)?(?:は|が|で)?、?約?$")
_FALLS = re.compile("減少|低下|減|縮小")
_TWO = 2


def yearly_told(own: Cue) -> tuple[Bearer, ...]:
    """The rates that make an older value the newer one in so many years, compound or plain; () where no words tell one."""
    claim = own.claim
    if claim.unit != "%" or not _YEARLY.search(own.sentence, 0, claim.start):
        return ()
    signed = claim.high is not None and (claim.high < 0 or not _FALLS.search(own.sentence))
    facts = [fact for fact in own.table.facts if fact.period is not None and fact.unit != "%" and own.fits(fact)]
    lines = grouped(facts, lambda fact: (fact.row, fact.column, fact.unit))
    return tuple(bearer for line in lines for bearer in _rates(own, line, signed)) if len(lines) == 1 else ()


def _rates(own: Cue, line: list[Fact], signed: bool) -> Iterator[Bearer]:
    by_year = {fact.period.end.year: fact for fact in line if fact.period is not None}
    years = sorted(by_year)
    for first, last in _ends(own, years):
        old, new = by_year[first].value, by_year[last].value
        if old > 0 and new > 0:
            growth = new / old
            compound = 100 * (growth ** (1 / Decimal(last - first)) - 1)
            for rate in (compound, 100 * (growth - 1) / (last - first)):
                yield exactly("yearly", rate if signed else abs(rate), by_year[last], by_year[first])


def _ends(own: Cue, years: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last year: those that are named, or those of a table that are so many years apart."""
    named = sorted({year for period in own.periods for year in (period.start.year, period.end.year) if year in years})
    if len(named) >= _TWO:
        yield named[0], named[-1]
        return
    durations = [other for other in own.others if other.kind == "duration" and other.unit.startswith(("年", "か年"))]
    lasting = {int(other.low + other.high) // 2 for other in durations if other.low and other.high}
    for first in years:
        for last in years:
            apart = last - first in lasting if lasting else (first, last) == (years[0], years[-1])
            if first < last and apart and (not named or named[0] in (first, last)):
                yield first, last
