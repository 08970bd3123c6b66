"""Whether a stretch of years lies in that of the data."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.model.period import Period

_WHOLE = frozenset({"year", "fiscal_year"})
_POINTS = frozenset({"month", "day", "year_end", "fiscal_year_end"})


def outside(named: Period, shown: Sequence[Period]) -> bool:
    """Whether a period that is named reaches out of those that are shown, or counts other years than they.

    >>> years = [Period.parse("2015年度"), Period.parse("2021年度")]
    >>> [outside(Period.parse(text), years) for text in ("2012年度～2021年度", "2015年～2021年", "2018年度～2021年度")]
    [True, True, False]
    """
    if named.kind in _POINTS:
        return not any(one.start <= named.end and named.start <= one.end for one in shown)
    first, last = min(shown, key=lambda one: one.start), max(shown, key=lambda one: one.end)
    whole = {one.kind for one in shown} <= {*_WHOLE, "span"}
    if whole and _is_fiscal(named) != _is_fiscal(first):
        return True
    return _year(named, named.start.year) < _year(first, first.start.year) or _last(named) > _last(last)


def _is_fiscal(period: Period) -> bool:
    return (period.end.month, period.end.day) == (3, 31)


def _year(period: Period, year: int) -> int:
    """The year in which a period begins, that of the fiscal year for one that ends with it."""
    return year - (_is_fiscal(period) and period.start.month < 4)


def _last(period: Period) -> int:
    return period.end.year - _is_fiscal(period)
