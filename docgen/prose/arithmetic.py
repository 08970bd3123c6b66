"""Decimal arithmetic: 28 digits, nothing huge, and it is known where digits were lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Subnormal,
)

from docgen.errors import DocgenError, WrongValue

MOST_DIGITS = 28
"""How many digits numbers are computed with."""

_LARGEST_EXPONENT = 99
_DIVISIONS = (Context.divide, Context.divide_int, Context.remainder)


def number_written(digits: str) -> Decimal:
    """A number as it is written in a template. ValueError for one with an exponent, or of too many digits."""
    plain = digits.replace("_", "")
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain) or len(plain) > MOST_DIGITS:
        raise WrongValue("number-not-plain", digits=digits[:40], most=MOST_DIGITS)
    return Decimal(plain)


def calculated(operation: Callable[..., Decimal], *amounts: Decimal) -> tuple[Decimal, bool]:
    """The result of an operation to 28 digits, and whether digits were lost."""
    context = Context(
        prec=MOST_DIGITS,
        rounding=ROUND_HALF_EVEN,
        Emin=-_LARGEST_EXPONENT,
        Emax=_LARGEST_EXPONENT,
        traps=[InvalidOperation, DivisionByZero, Overflow, Subnormal],
    )
    try:
        result = operation(context, *amounts)
    except DecimalException as error:
        if operation in _DIVISIONS and not amounts[1]:
            raise DocgenError("number-by-zero") from error
        raise DocgenError("number-too-large", most=MOST_DIGITS) from error
    return result, bool(context.flags[Inexact])
