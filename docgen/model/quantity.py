"""Numbers with a unit and a precision, printed as official documents print them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from docgen.errors import WrongValue
from docgen.model.cells.text import text_of

_IN_YEN = {"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8, "兆円": 10**12}
_OKU_IN_CHO = 10_000

Places = Annotated[int, Field(ge=0, le=10)]
"""How many decimal places a record asks for."""


def plain_unit(unit: object) -> object:
    """A unit as docgen spells it: ％ is %, whose differences are points.

    >>> plain_unit("％"), plain_unit("人")
    ('%', '人')
    """
    return "%" if unit == "％" else unit


Unit = Annotated[str, BeforeValidator(plain_unit)]
"""The unit of a number."""
# Room for the longest number that is read, with as many decimal places again: rounding adds digits.
_EXACT = Context(prec=100)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` in ``unit``; ``decimals`` places are printed (None: as many as it was written with).

    >>> str(Quantity.of("1744", "億円")), str(Quantity.of(13184, "億円")), str(Quantity.of("47.90", "%"))
    ('1,744億円', '1兆3,184億円', '47.90%')
    >>> Quantity.of("-0.4", "ポイント").format(minus="△"), Quantity.of("0.1", decimals=2).format(sign=True)
    ('△0.4ポイント', '+0.10')
    >>> str(Quantity.of(45, "億円").convert("百万円")), str(Quantity.of(40, "%") - Quantity.of(38, "%"))
    ('4,500百万円', '2ポイント')
    """

    value: Decimal
    unit: str = ""
    decimals: int | None = None

    @classmethod
    def of(cls, value: Decimal | int | float | str, unit: str = "", decimals: int | None = None) -> Quantity:
        """A quantity from any number, also of numpy or pandas; WrongValue where ``value`` is not one."""
        try:
            number = Decimal((value if isinstance(value, str) else text_of(value)).replace(",", ""))
        except ArithmeticError as error:
            raise WrongValue("not-a-number", text=str(value)) from error
        if not number.is_finite():
            raise WrongValue("not-a-number", text=str(value))
        return cls(number, unit, decimals)

    @property
    def places(self) -> int:
        """How many decimal places are printed."""
        if self.decimals is not None:
            return self.decimals
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    def __str__(self) -> str:
        return self.format()

    def format(self, *, minus: str = "-", sign: bool = False) -> str:
        """As printed. ``minus`` stands for a negative sign, ``sign`` writes + before a positive number."""
        number = rounded(self.value, self.places)
        lead = minus if number < 0 else "+" if sign and number > 0 else ""
        size = number.copy_abs()
        if self.unit == "億円" and size >= _OKU_IN_CHO:
            return lead + _in_cho(size, self.places)
        return f"{lead}{size:,.{self.places}f}{self.unit}"

    def convert(self, unit: str) -> Quantity:
        """The same amount of yen in another unit: 45億円 is 4,500百万円. WrongValue for other units."""
        if self.unit == unit:
            return self
        if self.unit not in _IN_YEN or unit not in _IN_YEN:
            raise WrongValue("unit-not-convertible", unit=self.unit, other=unit)
        value = self.value * _IN_YEN[self.unit] / _IN_YEN[unit]
        return Quantity(_plain(value), unit)

    def __sub__(self, other: Quantity) -> Quantity:
        if self.unit != other.unit:
            raise WrongValue("units-differ", first=self, second=other)
        unit = "ポイント" if self.unit == "%" else self.unit
        return Quantity(self.value - other.value, unit, max(self.places, other.places))


def rounded(value: Decimal, places: int) -> Decimal:
    """``value`` to so many decimal places, halves away from zero, as Japanese statistics round."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT)


def plain_places(value: Decimal) -> int:
    """How many decimal places a number needs without zeros at its end.

    >>> plain_places(Decimal("15.40")), plain_places(Decimal(100))
    (1, 0)
    """
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _in_cho(oku: Decimal, places: int) -> str:
    cho, rest = _EXACT.divmod(oku, Decimal(_OKU_IN_CHO))
    return f"{cho:,.0f}兆{rest:,.{places}f}億円" if rest else f"{cho:,.0f}兆円"


def _plain(value: Decimal) -> Decimal:
    normal = value.normalize()
    exponent = normal.as_tuple().exponent
    return normal.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else normal
