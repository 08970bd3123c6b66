"""Units as they count: 百万円 as so many 円, 名 as 人, ヘクタール as ha."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

import docgen.patterns as re
from docgen.sentences.plain import plain
from docgen.sentences.units import COUNTED

_SCALES = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "億": 8, "十億": 9, "百億": 10}
_SCALES |= {"兆": 12}
_UNIT = re.compile("(十億|百億|百万|十万|千万|十|百|千|万|億|兆)?(.*)")
_SAME = {
    **dict.fromkeys(("か国", "ヶ国", "カ国", "ヵ国", "箇国"), "国"),
    **dict.fromkeys(("ヶ所", "箇所", "カ所", "ヵ所"), "か所"),
    **{"名": "人", "パーセント": "%", "企業": "社", "t": "トン", "ヘクタール": "ha", "キロメートル": "km"},
    **dict.fromkeys(("m²", "m2", "㎡"), "平方メートル"),
    **dict.fromkeys(("km²", "km2", "㎢", "平方キロ"), "平方キロメートル"),
    **dict.fromkeys(("m³", "m3", "㎥"), "立方メートル"),
    **{"㎞": "km", "㎝": "cm", "㎜": "mm", "㎏": "kg", "㎘": "kL", "ℓ": "L"},
}


@cache
def base_unit(unit: str) -> tuple[str, Decimal]:
    """The base unit of a unit, and how many of it one is.

    >>> base_unit("百万円"), base_unit("千トン"), base_unit("％"), base_unit("千人")
    (('円', Decimal('1000000')), ('トン', Decimal('1000')), ('%', Decimal('1')), ('人', Decimal('1000')))
    """
    words = plain(unit).strip()
    match = _UNIT.fullmatch(words)
    scale, rest = (match[1] or "", match[2]) if match else ("", words)
    return _named(rest), Decimal(10 ** _SCALES[scale])


@cache
def _named(unit: str) -> str:
    """A unit by the name that all its names stand for, also where it is one for each of another: 円/㎡."""
    return "/".join(_SAME.get(part, part) for part in unit.split("/"))


@cache
def is_counted(unit: str) -> bool:
    """Whether a base unit counts persons or things, which are whole: 人, 校; not 円, km.

    >>> is_counted("人"), is_counted("ha"), is_counted("")
    (True, False, False)
    """
    return re.fullmatch(COUNTED, unit) is not None


def is_in_points(unit: str) -> bool:
    """Whether what is measured in a base unit differs by points: shares, and indices.

    >>> is_in_points("%"), is_in_points("指数"), is_in_points("2020年=100"), is_in_points("人")
    (True, True, True, False)
    """
    return unit in ("%", "指数", "ポイント") or unit.endswith("=100")


def same_unit(first: str, second: str) -> bool:
    """Whether two base units count the same: 人 and 名, か国 and 国; a number without a unit is of any."""
    return not first or not second or first == second or _named(first) == _named(second)


_MEASURES: Mapping[str, tuple[str, Decimal]] = {
    unit: (kind, Decimal(10) ** power)
    for kind, units in {
        "W": {"W": 0, "kW": 3, "MW": 6, "GW": 9},
        "Wh": {"kWh": 3, "MWh": 6, "GWh": 9, "TWh": 12},
        "g": {"mg": -3, "g": 0, "kg": 3, "トン": 6},
        "m": {"mm": -3, "cm": -2, "m": 0, "km": 3},
        "m2": {"平方メートル": 0, "a": 2, "ha": 4, "平方キロメートル": 6},
        "L": {"mL": -3, "L": 0, "kL": 3, "立方メートル": 3, "ML": 6, "GL": 9},
        "B": {"KB": 3, "MB": 6, "GB": 9, "TB": 12, "PB": 15},
    }.items()
    for unit, power in units.items()
}


@cache
def factor(first: str, second: str) -> Decimal | None:
    """How many of the second unit one of the first is, where both measure the same: 1,000 kW are 1 MW; else None.

    >>> factor("MW", "kW"), factor("t", "kg"), factor("ha", "km²"), factor("kW", "kWh")
    (Decimal('1000'), Decimal('1000'), Decimal('0.01'), None)
    """
    one, other = (_MEASURES.get(_named(unit)) for unit in (first, second))
    return one[1] / other[1] if one is not None and other is not None and one[0] == other[0] else None
