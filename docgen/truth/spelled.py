"""A value as findings print it."""

from __future__ import annotations

from decimal import Decimal

_SCALES = ((Decimal(10**12), "兆"), (Decimal(10**8), "億"), (Decimal(10**4), "万"))
_LARGE = 10**6


def spelled(value: Decimal, unit: str) -> str:
    """A value in its base unit, the greatest scale that leaves no more than four decimals; shares to two.

    >>> spelled(Decimal("4500000000"), "円"), spelled(Decimal("12610"), "人"), spelled(Decimal("47.94666"), "%")
    ('45億円', '12,610人', '47.95%')
    """
    if abs(value) >= _LARGE:
        for scale, word in _SCALES:
            part = value / scale
            if abs(part) >= 1 and part == round(part, 4):
                return f"{_plain(part)}{word}{unit}"
    return f"{_plain(round(value, 2))}{unit}"


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
