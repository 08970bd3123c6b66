"""The numbers of sentences: decimal to 28 digits, with their unit, printed as tables print them.

A number from the data has a unit and thousands separators (2,610人). A plain number, as it is written in a template
or as the ratio of two quantities, has neither: 2023 stays 2023.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Context, Decimal
from typing import ClassVar

from docgen.errors import DocgenError
from docgen.messages import message
from docgen.model.printing import PLAIN, Printing
from docgen.model.prose import NUMBER_WORDS
from docgen.model.quantity import Quantity, rounded
from docgen.prose.arithmetic import calculated
from docgen.value import value

_POINTS = "ポイント"
# The most digits of a plain number that a reader can take in; one from the data has separators and a unit.
_LONGEST = 16


class Words:
    """Something in a sentence that has parts: ``WORDS`` are the names that may follow it after a dot."""

    __slots__ = ()
    WORDS: ClassVar[tuple[str, ...]] = ()


class Phrase(Words):
    """Words that can be printed themselves."""

    __slots__ = ()


@value(frozen=True, slots=True, eq=False)
class Number(Phrase):
    """A number in a sentence; ``decimals`` places are printed (None: as many as it has).

    ``grouped`` numbers have thousands separators. An ``endless`` one was rounded to 28 digits, such as 1 / 3, and is
    printed only to a stated number of decimals.

    >>> str(Number.plain(Decimal("0.1")) + Number.plain(Decimal("0.2")))
    '0.3'
    >>> str(Number.of(Quantity.of(2610, "人")) * 2)
    '5,220人'
    """

    WORDS: ClassVar[tuple[str, ...]] = NUMBER_WORDS

    decimal: Decimal
    unit: str = ""
    decimals: int | None = None
    grouped: bool = False
    endless: bool = False
    printing: Printing = PLAIN

    @classmethod
    def plain(cls, amount: Decimal | int, printing: Printing = PLAIN) -> Number:
        """A number without a unit and without thousands separators."""
        return cls(Decimal(amount), printing=printing)

    @classmethod
    def of(cls, quantity: Quantity, printing: Printing = PLAIN) -> Number:
        """The number of a quantity."""
        return cls(quantity.value, quantity.unit, quantity.decimals, grouped=True, printing=printing)

    @property
    def value(self) -> Number:
        """The plain number, without its unit."""
        return Number(self.decimal, endless=self.endless, printing=self.printing)

    @property
    def number(self) -> str:
        """The number without its unit, printed as in tables: 2,610."""
        return str(Number(self.decimal, "", self.decimals, True, self.endless, self.printing))

    @property
    def quantity(self) -> Quantity:
        """The number as a quantity of the model."""
        return Quantity(self.decimal, self.unit, self.decimals)

    def to(self, decimals: int) -> Number:
        """The number printed with so many decimal places, and no longer endless."""
        return Number(self.decimal, self.unit, decimals, grouped=True, printing=self.printing)

    def __str__(self) -> str:
        if self.endless and self.decimals is None:
            raise DocgenError("number-endless", number=f"{self.decimal:.6f}")
        if self.grouped or self.unit:
            return self.printing.quantity(self.quantity)
        number = rounded(self.decimal, self.quantity.places) if self.decimals is not None else self.decimal
        if number.adjusted() >= _LONGEST:
            raise DocgenError("number-long", digits=number.adjusted() + 1, most=_LONGEST)
        return f"{self.printing.minus if number < 0 else ''}{abs(number):f}"

    def __bool__(self) -> bool:
        return bool(self.decimal)

    def __hash__(self) -> int:
        return hash(self.decimal)

    def __index__(self) -> int:
        whole = int(self.decimal)
        if whole != self.decimal:
            raise TypeError(f"{self} is not a whole number")
        return whole

    def __neg__(self) -> Number:
        decimal, _ = calculated(Context.minus, self.decimal)
        return Number(decimal, self.unit, self.decimals, self.grouped, self.endless, self.printing)

    def __pos__(self) -> Number:
        return self

    def __abs__(self) -> Number:
        return -self if self.decimal < 0 else self

    def __add__(self, other: object) -> Number:
        return self._combined(other, Context.add, _of_sum)

    def __radd__(self, other: object) -> Number:
        return _must_be_number(other, "+", self) + self

    def __sub__(self, other: object) -> Number:
        return self._combined(other, Context.subtract, _of_difference)

    def __rsub__(self, other: object) -> Number:
        return _must_be_number(other, "-", self) - self

    def __mul__(self, other: object) -> Number:
        number = _must_be_number(other, "*", self)
        if self.unit and number.unit:
            raise _two_units(self, number)
        product = calculated(Context.multiply, self.decimal, number.decimal)
        return self._with(product, self.unit or number.unit, number)

    def __rmul__(self, other: object) -> Number:
        return self * other

    def __truediv__(self, other: object) -> Number:
        return self._divided(other, Context.divide)

    def __rtruediv__(self, other: object) -> Number:
        return _must_be_number(other, "/", self) / self

    def __floordiv__(self, other: object) -> Number:
        return self._divided(other, Context.divide_int)

    def __rfloordiv__(self, other: object) -> Number:
        return _must_be_number(other, "//", self) // self

    def __mod__(self, other: object) -> Number:
        number = _aligned(_must_be_number(other, "%", self), self)
        return self._with(calculated(Context.remainder, self.decimal, number.decimal), self.unit, number)

    def __rmod__(self, other: object) -> Number:
        return _must_be_number(other, "%", self) % self

    def __pow__(self, other: object) -> Number:
        number = _must_be_number(other, "**", self)
        if self.unit or number.unit:
            raise _two_units(self, number)
        return self._with(calculated(Context.power, self.decimal, number.decimal), "", number)

    def __rpow__(self, other: object) -> Number:
        return _must_be_number(other, "**", self) ** self

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):  # never equal, whatever the text: 2610 is not "2,610人"
            raise not_computed(self, "==", other)
        number = as_number(other)
        return number is not None and self.decimal == _aligned(number, self).decimal

    def __lt__(self, other: object) -> bool:
        return self.decimal < _aligned(_must_be_number(other, "<", self), self).decimal

    def __le__(self, other: object) -> bool:
        return self.decimal <= _aligned(_must_be_number(other, "<=", self), self).decimal

    def __gt__(self, other: object) -> bool:
        return self.decimal > _aligned(_must_be_number(other, ">", self), self).decimal

    def __ge__(self, other: object) -> bool:
        return self.decimal >= _aligned(_must_be_number(other, ">=", self), self).decimal

    def _combined(
        self,
        other: object,
        operation: Callable[[Context, Decimal, Decimal], Decimal],
        unit_of: Callable[[str, str], str | None],
    ) -> Number:
        """The sum or the difference; its decimals are those of the more precise of the two."""
        number = _must_be_number(other, "+", self)
        unit = unit_of(self.unit, number.unit)
        if unit is None:
            number = _aligned(number, self)
            unit = self.unit or number.unit
        result = self._with(calculated(operation, self.decimal, number.decimal), unit, number)
        if self.decimals is None and number.decimals is None:
            return result
        return replace(result, decimals=max(self.quantity.places, number.quantity.places))

    def _divided(self, other: object, operation: Callable[[Context, Decimal, Decimal], Decimal]) -> Number:
        number = _must_be_number(other, "/", self)
        if number.unit:
            number = _aligned(number, self, both=True)
        quotient = calculated(operation, self.decimal, number.decimal)
        unit = "" if number.unit else self.unit
        return self._with(quotient, unit, number, grouped=bool(unit))

    def _with(
        self, result: tuple[Decimal, bool], unit: str, other: Number | None = None, grouped: bool | None = None
    ) -> Number:
        """The result of an operation, in the unit that it has."""
        amount, inexact = result
        further = other is not None and other.endless
        either = self.grouped or (other is not None and other.grouped)
        return Number(
            amount,
            unit,
            grouped=either if grouped is None else grouped,
            endless=self.endless or further or inexact,
            printing=self.printing,
        )


def as_number(value: object) -> Number | None:
    """A value as a number; None for one that is none. Truth values are none."""
    if isinstance(value, Number):
        return value
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Number.plain(value)
    return Number.of(value) if isinstance(value, Quantity) else None


def not_computed(one: object, operator: str, other: object) -> DocgenError:
    """The error for an operation on something that is no number."""
    return DocgenError("number-operation", one=_shown(one), operator=operator, other=_shown(other))


def _must_be_number(value: object, operator: str, beside: Number) -> Number:
    number = as_number(value)
    if number is None:
        raise not_computed(beside, operator, value)
    return number


def _shown(value: object) -> str:
    if isinstance(value, str):
        return repr(value)
    return str(value) if isinstance(value, Number) and not value.endless else type(value).__name__


def _aligned(number: Number, other: Number, *, both: bool = False) -> Number:
    """``number`` in the unit of ``other``; one without a unit is taken to be in it, unless ``both`` must have one."""
    if number.unit == other.unit or (not both and not (number.unit and other.unit)):
        return number
    try:
        converted = number.quantity.convert(other.unit)
    except ValueError as error:
        raise _two_units(other, number) from error
    return replace(number, decimal=converted.value, unit=other.unit, decimals=None)


def _of_sum(unit: str, other: str) -> str | None:
    """The unit of a percentage to which points are added."""
    return unit if (unit, other) == ("%", _POINTS) else None


def _of_difference(unit: str, other: str) -> str | None:
    """The unit of a difference: two percentages differ by points."""
    return {("%", "%"): _POINTS, ("%", _POINTS): "%"}.get((unit, other))


def _two_units(one: Number, other: Number) -> DocgenError:
    none = message("no-unit")
    return DocgenError("number-units", one=one.unit or none, other=other.unit or none)
