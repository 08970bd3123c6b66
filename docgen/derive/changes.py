"""The change between two points of a figure, computed: a difference, a rate, a mean rate a year, a multiple."""

from __future__ import annotations

from decimal import Decimal

from docgen.errors import DocgenError, Where
from docgen.model import Period, Quantity
from docgen.model.annotation import ChangeKind
from docgen.model.printing import Printing
from docgen.model.quantity import rounded
from docgen.value import value

_RANK, _POINTS = "位", "ポイント"
_RATE_PLACES = 1
_MONTHS = 12


@value(frozen=True, slots=True)
class Ends:
    """The two values of a change, both printed in ``unit`` with ``decimals`` places, and where they stand.

    ``periods`` are those of the two categories, None where these are none.
    """

    values: tuple[Decimal, Decimal]
    categories: tuple[str, str]
    unit: str
    decimals: int
    periods: tuple[Period, Period] | None = None

    @property
    def is_of_ranks(self) -> bool:
        """Whether they are ranks, of which the smaller is the better."""
        return self.unit == _RANK


def change_text(ends: Ends, shows: ChangeKind | None, printing: Printing, where: Where) -> str:
    """The change as an arrow says it: ＋240億円, ＋12.3%, 年平均＋2.1%, 1.6倍, 3位上昇.

    Without ``shows`` a rate; of percentages and of ranks the difference. DocgenError where it cannot be computed.
    """
    kind = shows or ("difference" if ends.is_of_ranks or ends.unit == "%" else "rate")
    if kind == "difference":
        return _difference(ends, printing)
    first, last = ends.values
    if ends.is_of_ranks:
        raise DocgenError("change-of-ranks", where=where)
    # A rate needs a size to be measured by; one from or to a loss says nothing.
    if first <= 0 or last < 0 or (kind == "annual" and last == 0):
        raise DocgenError("rate-from-nothing", where=where, first=str(first), last=str(last))
    if kind == "multiple":
        return f"{Quantity(last / first, '倍', _RATE_PLACES)}"
    if kind == "rate":
        return _signed((last / first - 1) * 100, "%", _RATE_PLACES, printing)
    return "年平均" + _signed(_annual(last / first, ends, where), "%", _RATE_PLACES, printing)


def _difference(ends: Ends, printing: Printing) -> str:
    """The difference of the values as they are printed, so that a reader who subtracts finds the same."""
    first, last = (rounded(value, ends.decimals) for value in ends.values)
    if ends.is_of_ranks:
        places = Quantity(abs(last - first), _RANK, ends.decimals)
        return "変わらず" if first == last else f"{places}{'低下' if last > first else '上昇'}"
    unit = _POINTS if ends.unit == "%" else ends.unit
    return _signed(last - first, unit, ends.decimals, printing)


def _annual(growth: Decimal, ends: Ends, where: Where) -> Decimal:
    """The rate a year in percent by which a value grows so many times from the one period to the other."""
    if ends.periods is None:
        raise DocgenError("change-without-years", where=where, first=ends.categories[0], last=ends.categories[1])
    first, last = (period.end for period in ends.periods)
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    if months <= 0:
        raise DocgenError("change-without-years", where=where, first=ends.categories[0], last=ends.categories[1])
    # Decimal powers are the same on every machine, those of floats are not.
    return (growth ** (Decimal(_MONTHS) / Decimal(months)) - 1) * 100


def _signed(value: Decimal, unit: str, places: int, printing: Printing) -> str:
    """A number with its sign, ± where it is printed as nothing: ＋12.3%, －0.4ポイント."""
    number = Quantity(value, unit, places)
    if rounded(value, places) == 0:
        return f"±{Quantity(Decimal(0), unit, places)}"
    minus = "－" if printing.minus == "-" else printing.minus
    return number.format(minus=minus, sign=True).replace("+", "＋", 1)
