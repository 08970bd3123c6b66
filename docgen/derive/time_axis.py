"""Where the periods of a figure lie on an axis of time: 2022 and 2025 are three times as far apart as 2021 and 2022."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import MAXYEAR
from itertools import pairwise

from docgen.model import Period
from docgen.model.mark import period_words, without_mark
from docgen.ready import TimeAxis

_Form = Callable[[Period], str]

# What a value of a period is, said behind it: 2030年予測.
_STATED = re.compile(r"(?:実績|見込み|見込|予測|推計|目標)$")
_YEARS = ("year", "fiscal_year", "year_end", "fiscal_year_end")
# More places than these are no axis that a reader counts along.
_MOST_PLACES = 100
_FEWEST = 3
_FORMS: tuple[_Form, ...] = (
    lambda period: period.format(),
    lambda period: period.format(era=True),
    lambda period: str(period.number),
    lambda period: period.format(era=True).removesuffix("年"),
)


def time_axis(written: Sequence[str], printed: Sequence[str]) -> TimeAxis | None:
    """The places of categories that are periods at unlike distances; None where they stand right side by side.

    ``written`` are the periods in full, ``printed`` their names. A place between two of them has its name where
    it can be named as they are, else none.

    >>> years = ("2018年", "2020年", "2025年")
    >>> axis = time_axis(years, years)
    >>> axis.places, axis.names[:4]
    ((0, 2, 7), ('2018年', '2019年', '2020年', '2021年'))
    """
    periods = [_period(text) for text in written]
    known = [period for period in periods if period is not None]
    if len(known) < max(_FEWEST, len(periods)) or any(period.kind == "span" for period in known):
        return None
    months = [period.end.year * 12 + period.end.month for period in known]
    steps = [later - earlier for earlier, later in pairwise(months)]
    if min(steps) <= 0:
        return None
    unit = math.gcd(*steps)
    places = tuple((month - months[0]) // unit for month in months)
    if max(steps) == unit or places[-1] >= _MOST_PLACES:
        return None
    return TimeAxis(_names(known, printed, places, unit), places)


def without_stated(period: str) -> str:
    """The period without what is said behind it of its value.

    >>> without_stated("2030年予測")
    '2030年'
    """
    return _STATED.sub("", period)


def _period(text: str) -> Period | None:
    try:
        return Period.parse(without_stated(period_words(text)))
    except ValueError:
        return None


def _names(
    periods: Sequence[Period], printed: Sequence[str], places: Sequence[int], unit: int
) -> tuple[str, ...]:
    """The names of all places; "" between periods that have no form in common."""
    form = _form(periods, [without_mark(name)[0] for name in printed])
    own = dict(zip(places, printed, strict=True))
    return tuple(
        own[place] if place in own else form(_later(periods[0], place * unit)) if form is not None else ""
        for place in range(places[-1] + 1)
    )


def _form(periods: Sequence[Period], names: Sequence[str]) -> _Form | None:
    """How all the periods are printed, where they are of one kind whose later ones can be told."""
    kinds = {period.kind for period in periods}
    if len(kinds) > 1 or not kinds <= {*_YEARS, "month"} or periods[-1].end.year >= MAXYEAR:
        return None
    pairs = list(zip(periods, names, strict=True))
    return next((form for form in _FORMS if all(form(period) == name for period, name in pairs)), None)


def _later(first: Period, months: int) -> Period:
    """The period of the kind of ``first``, so many months later."""
    if first.kind != "month":
        year = first.number + months // 12
        return Period.for_fiscal_year(year) if first.kind == "fiscal_year" else Period.parse(_named(first, year))
    month = first.start.year * 12 + first.start.month - 1 + months
    return Period.parse(f"{month // 12}年{month % 12 + 1}月")


def _named(first: Period, year: int) -> str:
    return first.format().replace(str(first.number), str(year))
