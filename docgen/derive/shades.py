"""Shaded periods of a figure: which of its categories, and which places of its time axis, lie in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from docgen.derive.figure_data import FigureData, index_of
from docgen.derive.time_axis import without_stated
from docgen.errors import DocgenError, Where
from docgen.model import Figure, Period
from docgen.model.annotation import ShadedPeriod
from docgen.model.cells.text import ended
from docgen.model.lookup import one_of
from docgen.model.mark import period_words
from docgen.ready import TimeAxis
from docgen.ready.annotation import ReadyShade
from docgen.value import value

_BARE_YEAR = re.compile("[0-9]{4}")


@value(frozen=True, slots=True)
class _Stretch:
    """From the first to the last day of a shade."""

    first: date
    last: date

    def holds(self, period: Period, months: int = 0) -> bool:
        """Whether the middle of a period, so many months later, lies in it."""
        # By its last day and its length, so that the end of a year lies in that year.
        days = 1 if period.kind.endswith("_end") else (period.end - period.start).days + 1
        return self.first <= _later(period.end, months) - timedelta(days=days // 2) <= self.last


def ready_shade(
    shade: ShadedPeriod, figure: Figure, data: FigureData, axis: TimeAxis | None, where: Where
) -> ReadyShade:
    """The shade by categories; of periods those whose middle lies in it, whether its ends are categories or not.

    DocgenError for an end that is no category where these are no periods, and for a shade in which none lies.
    """
    last = shade.first if shade.last is None else shade.last
    periods = periods_of(data.categories, figure)
    if periods is None:
        ends = (index_of(shade.first, figure, data, "from", where), index_of(last, figure, data, "to", where))
        return ReadyShade(shade.name, min(ends), max(ends))
    stretch = _Stretch(_named(shade.first, periods[0], where).start, _named(last, periods[0], where).end)
    inside = [index for index, period in enumerate(periods) if stretch.holds(period)]
    places = () if axis is None else _places(stretch, periods, axis)
    if not inside:
        raise DocgenError(
            "shade-of-nothing", where=where, expected=one_of(data.categories), name=shade.name, figure=figure.id
        )
    return ReadyShade(shade.name, inside[0], inside[-1], (places[0], places[-1]) if places else None)


def periods_of(categories: Sequence[str], figure: Figure) -> list[Period] | None:
    """The periods that all categories are; None where one is none, or they run backwards."""
    periods = []
    for category in categories:
        try:
            periods.append(Period.parse(ended(without_stated(period_words(category)), figure.x_suffix)))
        except ValueError:
            return None
    ends = [period.end for period in periods]
    return periods if periods and ends == sorted(ends) else None


def _named(name: str | int, like: Period, where: Where) -> Period:
    """An end of a shade; a bare year is one as the categories are, so a fiscal one among such."""
    text = str(name)
    if _BARE_YEAR.fullmatch(text) and like.kind.startswith("fiscal"):
        return Period.for_fiscal_year(int(text))
    try:
        return Period.parse(text)
    except ValueError as error:
        raise DocgenError("shade-end-not-a-period", where=where, text=text) from error


def _places(stretch: _Stretch, periods: Sequence[Period], axis: TimeAxis) -> tuple[int, ...]:
    """The places of a time axis that lie in a shade."""
    first, last = periods[0].end, periods[-1].end
    months = (last.year - first.year) * 12 + last.month - first.month
    unit = months // axis.places[-1]
    return tuple(place for place in range(len(axis.names)) if stretch.holds(periods[0], place * unit))


def _later(day: date, months: int) -> date:
    """The last day of the month so many months later; the day itself where these are none."""
    if not months:
        return day
    count = day.year * 12 + day.month + months
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)
