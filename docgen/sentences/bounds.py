"""What words beside a number do to it: 約, 余り, 以上, 未満, 数十; and the interval that is left."""

from __future__ import annotations

from decimal import Decimal

from docgen.sentences.numerals import Numeral

Interval = tuple[Decimal | None, Decimal | None]
"""The lowest and the highest value, None where it is open."""

ABOUT_BEFORE = "約|およそ|おおよそ|概ね|おおむね|ほぼ|凡そ"
AFTER = "以上|以下|以内|未満|超え|超|を超え|を割|余り|あまり|余|強|弱|近く|程度|ほど|前後|内外|くらい|ぐらい|台"
"""Patterns of the words before and after a number that widen or open it."""

_LOWEST = Decimal("0.9")


def interval(number: Numeral, about: bool, after: str) -> Interval:
    """The values that a number may stand for, by its precision and the words around it.

    >>> from docgen.sentences.numerals import numeral
    >>> [tuple(map(str, interval(numeral(n), a, w))) for n, a, w in (("47.9", False, ""), ("80万", True, ""))]
    [('47.85', '47.95'), ('750000', '850000')]
    >>> interval(numeral("10"), False, "以上"), interval(numeral("3"), False, "余り")
    ((Decimal('10'), None), (Decimal('3'), Decimal('4')))
    """
    value, half, last = number.value, number.step / 2, number.last_digit
    match after:
        case "以上" | "超" | "超え" | "を超え":
            return value, None
        case "以下" | "以内" | "未満":
            return None, value
        case "余り" | "あまり" | "余":
            return value, value + last
        case "強":
            return value, value + last / 2
        case "弱":
            return value - last / 2, value
        case "近く":
            return min(value - last / 2, value * _LOWEST), value
        case "台":
            return value, value + last
        case "程度" | "ほど" | "前後" | "内外" | "くらい" | "ぐらい":
            about = True
    if about:
        half = max(half, min(last / 2, value * (1 - _LOWEST)))
    return value - half, value + half


def several(scale: Decimal) -> Interval:
    """数十 and the like: from two to nine of the scale.

    >>> several(Decimal(10))
    (Decimal('20'), Decimal('99'))
    """
    return 2 * scale, 10 * scale - 1 if scale > 1 else Decimal(9)
