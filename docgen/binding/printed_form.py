"""The form of a reference that prints what stands in a sentence: with fewer decimals, in another unit, without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.bearing.base_units import base_unit
from docgen.binding.spot import Spot
from docgen.derive.words import Change
from docgen.errors import DocgenError, WrongValue
from docgen.prose.filters import convert, myriads, rounded
from docgen.prose.number import Number
from docgen.sentences.plain import plain

_MEASURE = re.compile("%|％|割|倍|位|ポイント|円|ドル|年|月|点|^つ$")
_YEN = re.compile("兆円|億円|百万円|万円|千円|円")
_CONTINUES = re.compile(r"[0-9]|[.,][0-9]")
# 増 of 増加 and 減 of 減少 belong to the word; ％ of %ポイント does, too.
_WORD_GOES_ON = {"増": "加額員産設収益えやし", "減": "少額税免産収益りっらるじ", "%": "ポ"}
# Words with which a unit goes on: 機関 is no 機, か国・地域 no か国.
_UNIT_GOES_ON = re.compile(r"[・／/](?![0-9])|当たり")


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """What follows a reference's name, and the characters ``[start:end]`` of the sentence that it prints then.

    ``same_unit`` tells whether the unit of the sentence is the reference's own.
    """

    suffix: str
    start: int
    end: int
    same_unit: bool


def printed_form(number: Number | str, sentence: str, spot: Spot) -> PrintedForm | None:
    """How ``number``, a text where it is printed in one way only, stands at a spot of a half-width sentence, if it does."""
    for suffix, printed, bare in _spellings(number, sentence, spot):
        at = _at(plain(printed), sentence, spot)
        if at is not None:
            unit = number.unit if isinstance(number, Number) else ""
            own = spot.shared if spot.shared else "" if bare else sentence[spot.unit : spot.end]
            same = own == plain(unit) if (bare or spot.shared) else at[1] >= spot.end
            if spot.shared and not same:
                continue
            return PrintedForm(suffix, *at, same)
    return None


def _spellings(number: Number | str, sentence: str, spot: Spot) -> Iterator[tuple[str, str, bool]]:
    """What may follow the name, what is printed then, and whether that is without the number's unit."""
    if isinstance(number, str):
        yield "", number, False
        return
    try:
        if spot.shared:
            yield ".number", number.number, True
            return
        if not number.endless:
            yield "", str(number), False
        if isinstance(number, Change):
            yield ".amount", str(number.amount), False
            return
        if number.endless or (spot.places < number.quantity.places and _may_round(spot)):
            yield f"|decimals({spot.places})", str(number.to(spot.places)), False
        yield from _to_tens(number, spot)
        yield from _in_yen(number, sentence, spot)
        if number.unit and not number.endless and number.decimal == int(number.decimal):
            yield "|myriads", myriads(number), False
        counts = spot.kind in ("number", "base") and _counts(sentence[spot.unit : spot.end])
        if counts and number.unit and _counts(number.unit):
            yield ".number", number.number, True
    except (DocgenError, WrongValue):
        return


def _may_round(spot: Spot) -> bool:
    """Whether a number may be one that was rounded: 約 stands before it, and it has two digits."""
    return spot.significant >= 2 and spot.about


def _counts(unit: str) -> bool:
    """Whether a unit counts things, which may be called otherwise: no measure, no share, no rank."""
    return not _MEASURE.search(unit)


def _to_tens(number: Number, spot: Spot) -> Iterator[tuple[str, str, bool]]:
    """The number to the tens, hundreds or further that 約 leaves: 約2,600人."""
    precision = spot.precision / base_unit(number.unit)[1]
    tens = precision.adjusted()
    if tens > 0 and not number.endless and number.decimal % precision:
        yield f"|round(-{tens})", str(rounded(number, -tens)), False


def _in_yen(number: Number, sentence: str, spot: Spot) -> Iterator[tuple[str, str, bool]]:
    unit = _YEN.search(sentence, spot.digits, spot.end)
    if unit is None or not number.unit.endswith("円") or number.unit == unit.group():
        return
    other = convert(number, unit.group())
    yield f'|convert("{unit.group()}")', str(other), False
    if spot.places < other.quantity.places and _may_round(spot):
        yield f'|convert("{unit.group()}")|decimals({spot.places})', str(other.to(spot.places)), False


def _at(printed: str, sentence: str, spot: Spot) -> tuple[int, int] | None:
    """The characters at the spot that are ``printed``, where no number or word goes on behind them."""
    for start in dict.fromkeys((spot.start, spot.digits - 1, spot.digits)):
        end = start + len(printed)
        if start < spot.start or not sentence.startswith(printed, start) or end < spot.unit:
            continue
        goes_on = _WORD_GOES_ON.get(printed[-1], "")
        if _CONTINUES.match(sentence, end) or sentence[end : end + 1] in (*goes_on,):
            continue
        if end > spot.unit and (end < spot.end or _UNIT_GOES_ON.match(sentence, end)):
            continue
        return start, end
    return None
