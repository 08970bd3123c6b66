"""The filters of sentences. Those for numbers compute in decimal; those for texts print what tables print.

Besides those that are written here, the ones of jinja2 are offered that neither change what they are given nor can
make a long text or list of a short one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from jinja2 import Undefined
from jinja2 import filters as jinja_filters

from docgen.errors import DocgenError
from docgen.messages import message
from docgen.model.cells.number import read_number
from docgen.model.lookup import one_of
from docgen.model.printing import PLAIN
from docgen.prose.number import Number, Phrase, Words, as_number

LONGEST = 10_000
"""The most characters of a text that a template makes."""
_MOST_PLACES = 20
_ROUNDINGS: Mapping[str, str] = {"common": ROUND_HALF_UP, "ceil": ROUND_CEILING, "floor": ROUND_FLOOR}
_MYRIADS = ("", "万", "億", "兆", "京")
_CONVERSION = re.compile(r"%(?P<zero>0?)(?P<width>[0-9]*)(?:\.(?P<places>[0-9]+))?(?P<kind>.?)")


def number_of(value: object) -> Number:
    """A value as a number; a text that is one, such as 1,744, as well. DocgenError for anything else."""
    number = as_number(value)
    if number is not None:
        return number
    try:
        read = read_number(value) if isinstance(value, str) else None
    except ValueError:
        read = None
    if read is None:
        given = message("a-text", text=value) if isinstance(value, str) else type(value).__name__
        raise DocgenError("number-none", given=given)
    return Number.plain(read)


def printed(value: Any) -> str:
    """What ``{{ value }}`` prints. DocgenError for what is missing, or is neither a text nor a number."""
    if value is None:
        raise DocgenError("template-prints-missing")
    if isinstance(value, Undefined):
        return ""
    if isinstance(value, Words) and not isinstance(value, Phrase):
        raise DocgenError("template-prints-whole", expected=one_of(value.WORDS))
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | Phrase):
        raise DocgenError("template-prints-other", given=type(value).__name__)
    return bounded(str(Number.plain(value) if isinstance(value, Decimal) else value))


def bounded(text: str) -> str:
    """The text itself. DocgenError for one that is longer than a template may make."""
    if len(text) > LONGEST:
        raise DocgenError("template-text-long", most=LONGEST)
    return text


def decimals(value: object, places: object) -> Number:
    """The number to so many decimal places: ``{{ ratio|decimals(1) }}``."""
    return number_of(value).to(_places(places))


def absolute(value: object) -> Number:
    """The number without its sign."""
    return _bare(abs(number_of(value)))


def signed(value: object) -> str:
    """The number with its sign, also where it is a plus."""
    number = number_of(value)
    printed(number)  # refused here where it cannot be
    minus = "－" if number.printing.minus == PLAIN.minus else number.printing.minus
    return number.quantity.format(minus=minus, sign=True).replace("+", "＋", 1)


def convert(value: object, unit: str) -> Number:
    """An amount of yen in another unit: ``{{ amount|convert("百万円") }}``."""
    number = number_of(value)
    return replace(Number.of(number.quantity.convert(unit), number.printing), endless=number.endless)


def tenths(value: object) -> Number:
    """A share, as a ratio or a percentage, in tenths: 0.62 and 62% are 6割."""
    number = number_of(value)
    share = number.value / 10 if number.unit == "%" else number.value * 10
    return replace(share, unit="割", grouped=True).to(0)


def share_of(value: object, whole: object) -> Number:
    """The share of a whole in percent, with one decimal: ``{{ women|share_of(staff) }}`` is 62.5%."""
    return percentage(number_of(value) / number_of(whole))


def percentage(ratio: Number) -> Number:
    """A ratio in percent, with one decimal."""
    return replace(ratio * 100, unit="%").to(1)


def tenths_of(value: object, whole: object) -> Number:
    """The share of a whole in tenths: ``約{{ women|tenths_of(staff) }}`` is 約6割."""
    return tenths(number_of(value) / number_of(whole))


def multiple_of(value: object, other: object) -> str:
    """How many times the other a number is: ``{{ materials|multiple_of(biotechnology) }}`` is 約2.4倍."""
    return multiple(number_of(value) / number_of(other))


def multiple(ratio: Number) -> str:
    """A ratio with one decimal, or none where it is whole: 約1.6倍, 1.5倍, 2倍."""
    whole = not ratio.endless and ratio.decimal == int(ratio.decimal)
    shown = replace(ratio, unit="倍").to(0 if whole else 1)
    exact = not ratio.endless and ratio.decimal == round(ratio.decimal, 1)
    return f"{'' if exact else '約'}{shown}"


def myriads(value: object) -> str:
    """A whole number in 億 and 万: ``{{ contribution|myriads }}`` is 3億883万米ドル."""
    number = number_of(value)
    rest, parts = abs(number.__index__()), []
    for word in _MYRIADS:
        rest, part = divmod(rest, 10_000)
        if part:
            parts.append(f"{part}{word}")
    if rest:
        raise DocgenError("number-myriads", number=str(number))
    return (number.printing.minus if number < 0 else "") + ("".join(reversed(parts)) or "0") + number.unit


def whole(value: object, default: object = None) -> Number:
    """The whole part of a number, with its unit; ``default`` for a text that is no number."""
    number = exact(value, default)
    part = number.decimal.to_integral_value(ROUND_DOWN)
    return replace(_bare(number), decimal=part, decimals=0, endless=False)


def exact(value: object, default: object = None) -> Number:
    """The number itself, as tables print it; ``default`` for a text that is no number."""
    try:
        return number_of(value)
    except DocgenError:
        if default is None:
            raise
        return number_of(default)


def rounded(value: object, precision: object = 0, method: str = "common") -> Number:
    """The number to so many decimal places (or tens, where below zero), halves away from zero."""
    number, places = number_of(value), _places(precision)
    if method not in _ROUNDINGS:
        raise DocgenError("number-rounding", expected=one_of(_ROUNDINGS), method=str(method))
    amount = number.decimal.quantize(Decimal(1).scaleb(-places), rounding=_ROUNDINGS[method])
    return replace(_bare(number), decimal=amount + 0, decimals=max(places, 0), endless=False)


def number(value: object) -> str:
    """The number without its unit: ``{{ low|number }}～{{ high }}``."""
    return number_of(value).number


def average(values: Iterable[object]) -> Number:
    """The arithmetic mean of numbers of one unit."""
    numbers = [number_of(value) for value in values]
    if not numbers:
        raise DocgenError("number-average")
    return sum(numbers[1:], numbers[0]) / len(numbers)


def joined(values: Iterable[object], separator: str = "") -> str:
    """Texts and numbers, as they are printed, one after the other."""
    text = ""
    for index, value in enumerate(values):
        text = bounded(text + (printed(separator) if index else "") + printed(value))
    return text


def replaced(value: object, old: object, new: object, count: object = None) -> str:
    """A text, or a number as it is printed, with another text in the place of one."""
    text, before, after = printed(value), printed(old), printed(new)
    if len(text) + text.count(before) * len(after) > LONGEST:
        raise DocgenError("template-text-long", most=LONGEST)
    return text.replace(before, after, -1 if count is None else number_of(count).__index__())


def formatted(pattern: object, *values: object) -> str:
    """A text with values in it: ``{{ "%s、%.1f"|format(name, ratio) }}``; numbers are rounded as everywhere."""
    waiting = list(values)

    def one(match: re.Match[str]) -> str:
        if match["kind"] == "%":
            return "%"
        if match["kind"] not in ("s", "d", "f") or len(match["width"]) > 2 or not waiting:
            raise DocgenError("number-format", given=match.group())
        text = _formatted(waiting.pop(0), match["kind"], match["places"])
        return text.rjust(int(match["width"] or 0), "0" if match["zero"] else " ")

    text = bounded(_CONVERSION.sub(one, printed(pattern)))
    if waiting:
        raise DocgenError("number-format-more")
    return text


def _on_text(work: Callable[[str], str]) -> Callable[[object], str]:
    """A filter that works on what a value prints."""
    return lambda value: work(printed(value))


def _formatted(value: object, kind: str, places: str | None) -> str:
    if kind == "s":
        return printed(value)
    number = number_of(value).value
    return str(whole(number) if kind == "d" else replace(rounded(number, int(places or 6)), grouped=False))


def _places(value: object) -> int:
    number = as_number(value)
    if number is None or number.decimal != int(number.decimal) or abs(number.decimal) > _MOST_PLACES:
        raise DocgenError("number-places", places=str(value), most=_MOST_PLACES)
    return int(number.decimal)


def _bare(number: Number) -> Number:
    """The number itself, without what an observation or a change adds to it."""
    return Number(
        number.decimal, number.unit, number.decimals, number.grouped, number.endless, number.printing
    )


_JINJA_FILTERS: Mapping[str, Any] = jinja_filters.FILTERS

FILTERS: Mapping[str, Callable[..., Any]] = {
    "abs": absolute,
    "absolute": absolute,
    "average": average,
    "capitalize": _on_text(str.capitalize),
    "convert": convert,
    "decimals": decimals,
    "float": exact,
    "format": formatted,
    "int": whole,
    "join": joined,
    "lower": _on_text(str.lower),
    "multiple_of": multiple_of,
    "myriads": myriads,
    "number": number,
    "replace": replaced,
    "round": rounded,
    "share_of": share_of,
    "signed": signed,
    "string": printed,
    "tenths": tenths,
    "tenths_of": tenths_of,
    "title": _on_text(str.title),
    "trim": _on_text(str.strip),
    "upper": _on_text(str.upper),
    **{
        name: _JINJA_FILTERS[name]
        for name in (
            "count", "d", "default", "first", "last", "length", "list", "max", "min", "reverse", "sort", "sum",
            "unique",
        )
    },
}  # fmt: skip
"""The filters of sentences by name."""
