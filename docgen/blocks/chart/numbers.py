"""Number formats of a chart's values, and the texts that they print."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from docgen.model.quantity import rounded

# Units that stand behind each number; others are said once, in the figure's title.
_SHORT_UNITS = frozenset({"%", "％", "位", "ポイント", "倍", "点"})
_PARTS = re.compile(r'#,##0(?:\.(?P<places>0+))?(?:"(?P<suffix>[^"]*)")?(?:;"(?P<minus>[^"]*)")?')


def number_format(decimals: int, suffix: str = "", minus: str = "-") -> str:
    """The format of numbers with thousands separators, ``decimals`` places and a unit behind them.

    ``minus`` is the pack's sign of negative numbers, such as △.
    """
    base = "#,##0" + ("." + "0" * decimals if decimals else "")
    if suffix:
        base += '"' + suffix.replace('"', "") + '"'
    return base if minus == "-" else f'{base};"{minus}"{base}'


def short_unit(unit: str) -> str:
    """``unit`` where it is printed behind each number, else nothing."""
    return unit if unit in _SHORT_UNITS else ""


@functools.lru_cache(maxsize=4096)
def shown(value: float, code: str) -> str:
    """What a number prints as in a format that :func:`number_format` made."""
    found = _PARTS.match(code)
    if found is None:
        return f"{value:g}"
    places, suffix = len(found["places"] or ""), found["suffix"] or ""
    # Spreadsheets round halves away from zero, Python to even.
    number = rounded(Decimal(repr(value)), places)
    sign = (found["minus"] or "-") if number < 0 else ""
    return f"{sign}{abs(number):,.{places}f}{suffix}"
