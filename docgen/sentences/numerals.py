"""Numerals as Japanese prose writes them: 1,744, 1.5, 1兆3,184億, 40万2千, 4,500百万, 千二百九十, 十七."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import docgen.patterns as re
from docgen.value import value

ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALE = "(?:[十百千]?[万億兆]|[十百千])"
MIXED = rf"{ARABIC}(?:{_SCALE}(?:{ARABIC}{_SCALE})*(?:(?<=[万億兆]){ARABIC})?)?"
KANJI = r"[一二三四五六七八九○十百千万億兆]+"

_DIGITS = {digit: number for number, digit in enumerate("○一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "億": 10**8, "兆": 10**12}
_TOKEN = re.compile(rf"{ARABIC}|[一二三四五六七八九○十百千万億兆]")


@value(frozen=True, slots=True)
class Numeral:
    """A number as written. ``step`` is the place of its last written digit: 0.1 for 47.9, 10**8 for 1兆3,184億."""

    value: Decimal
    step: Decimal

    @property
    def last_digit(self) -> Decimal:
        """The place of the last digit that is not zero: 10 for 120, 0.1 for 47.9; ``step`` for 0."""
        if not self.value:
            return self.step
        exponent = self.value.normalize().as_tuple().exponent
        return max(self.step, Decimal(1).scaleb(int(exponent)))


@lru_cache(maxsize=16384)
def numeral(written: str) -> Numeral:
    """The number that ``written`` (in :data:`MIXED` or :data:`KANJI` form, half-width) stands for.

    >>> numeral("1兆3,184億").value, numeral("4,500百万").value, numeral("千二百九十").value, numeral("47.9").step
    (Decimal('1318400000000'), Decimal('4500000000'), Decimal('1290'), Decimal('0.1'))
    """
    total = group = number = Decimal(0)
    pending, counted, step = False, False, Decimal(1)
    for token in _TOKEN.findall(written):
        if token in _BIG:
            total += (group + number if counted else Decimal(1)) * _BIG[token]
            step *= _BIG[token]
            group, number, pending, counted = Decimal(0), Decimal(0), False, False
        elif token in _SMALL:
            group += (number if pending else Decimal(1)) * _SMALL[token]
            step = (step if pending else Decimal(1)) * _SMALL[token]
            number, pending, counted = Decimal(0), False, True
        elif token in _DIGITS:
            number = number * 10 + _DIGITS[token] if pending else Decimal(_DIGITS[token])
            pending, counted, step = True, True, Decimal(1)
        else:
            number, pending, counted = Decimal(token.replace(",", "")), True, True
            step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    value = total + group + number
    exact = not any(character.isdigit() for character in written) and step < _BIG["万"]
    return Numeral(value, Decimal(1) if exact else step)
