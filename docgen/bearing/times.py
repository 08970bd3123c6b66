"""Whether a fact is of a period, and whether a period is a stretch of several times."""

from __future__ import annotations

from docgen.bearing.cue import same_period
from docgen.bearing.fact import Fact
from docgen.model.period import Period

_OF_A_YEAR = 200  # days; a quarter or half of a year is a time of its own


def is_at(period: Period, fact: Fact) -> bool:
    """Whether a fact has a period and it is this one, by whichever name of its end: 2023年3月末 of 2022年度末."""
    return fact.period is not None and same_period(period, fact.period)


def is_stretch(period: Period) -> bool:
    """Whether a period is a stretch of years, and no time of its own: 2018～2022年 is, a quarter is not."""
    return period.kind == "span" and (period.end - period.start).days > _OF_A_YEAR
