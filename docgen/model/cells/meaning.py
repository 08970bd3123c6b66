"""Whether two cells mean the same, though they are written differently: 2022, ２０２２, 2022年度 and 令和4年度."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from docgen.errors import WrongValue
from docgen.model.cells.number import read_number
from docgen.model.period import Period, PeriodKind

_BARE_YEAR = re.compile(r"[12][0-9]{3}")
_OF_A_YEAR: frozenset[PeriodKind] = frozenset({"year", "fiscal_year", "year_end", "fiscal_year_end"})


def cells_meaning(wanted: str, cells: Iterable[str]) -> frozenset[str]:
    """The cells that a wanted value means: those written as it is, else the one spelling that means the same.

    WrongValue where cells of several meanings could be meant, such as 2022年 and 2022年度 by 2022.

    >>> cells_meaning("2022", ["2021年度", "2022年度"]), cells_meaning("男", ["男", "女"])
    (frozenset({'2022年度'}), frozenset({'男'}))
    """
    present = dict.fromkeys(cells)
    if wanted in present:
        return frozenset({wanted})
    alike = [cell for cell in present if same_meaning(wanted, cell)]
    kinds = {_kind(cell) for cell in alike}
    if len(kinds) > 1:
        raise WrongValue("cell-may-mean-several", text=wanted, cells=tuple(alike))
    return frozenset(alike)


@functools.lru_cache(maxsize=4096)
def same_meaning(wanted: str, cell: str) -> bool:
    """Whether a cell means a wanted value: the same letters in another width, the same number, the same period.

    A bare year means any period that is called by it.
    """
    plain, other = _plain(wanted), _plain(cell)
    if plain == other:
        return True
    period, found = period_in(plain), period_in(other)
    if period is not None and found is not None:
        if _BARE_YEAR.fullmatch(plain) or _BARE_YEAR.fullmatch(other):
            return period.number == found.number and {period.kind, found.kind} <= _OF_A_YEAR
        return period == found
    number = number_in(plain)
    return number is not None and number == number_in(other)


def within(cell: str, first: str | None, last: str | None) -> bool:
    """Whether a cell lies in a range, both ends included; ends that are years take in all that is called by them.

    WrongValue where the cell and an end are neither numbers nor periods.

    >>> within("2022年度", "2020", "2022"), within("2023年3月", "2020", "2022年度"), within("3", "1", "2")
    (True, True, False)
    """
    begins = first is None or _in_order(first, cell, lambda period: period.start)
    return begins and (last is None or _in_order(cell, last, lambda period: period.end))


def is_sortable(cells: Sequence[str]) -> bool:
    """Whether all cells are numbers, or all are periods."""
    return all(number_in(cell) is not None for cell in cells) or all(period_in(cell) is not None for cell in cells)


@functools.lru_cache(maxsize=4096)
def period_in(text: str) -> Period | None:
    """The period that a text names; None where it names none."""
    try:
        return Period.parse(text)
    except ValueError:
        return None


@functools.lru_cache(maxsize=4096)
def number_in(text: str) -> Decimal | None:
    """The number that a text is; None where it is none, or a gap."""
    try:
        return read_number(text)
    except ValueError:
        return None


def _in_order(earlier: str, later: str, day: Callable[[Period], date]) -> bool:
    """Whether ``earlier`` is not after ``later``: by their years, by a day of the periods, or as numbers."""
    first, second = period_in(earlier), period_in(later)
    if first is not None and second is not None:
        years = {first.kind, second.kind} <= _OF_A_YEAR
        if years or _BARE_YEAR.fullmatch(_plain(earlier)) or _BARE_YEAR.fullmatch(_plain(later)):
            return first.number <= second.number
        return day(first) <= day(second)
    small, large = number_in(earlier), number_in(later)
    if small is None or large is None:
        wrong = earlier if small is None and first is None else later
        raise WrongValue("neither-number-nor-period", text=wrong)
    return small <= large


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _kind(cell: str) -> object:
    period = period_in(cell)
    return period if period is not None else number_in(cell) or _plain(cell)
