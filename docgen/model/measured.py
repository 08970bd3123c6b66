"""A value with its unit, in two keys or in one: ``{value: 1744, unit: 億円}`` or ``{value: "1,744億円"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import model_validator

from docgen.errors import WrongValue
from docgen.model.cells.number import read_number
from docgen.model.mark import mark_in
from docgen.model.quantity import plain_unit
from docgen.model.record import Record

_DIGITS = "0-9０-９"
# A unit has digits at its end only (m2, CO2), so that 10～20人 and 1e5 are no amounts.
_UNIT = rf"(?![eE][+\-]?[{_DIGITS}])[^{_DIGITS}\s.,．，～〜~+\-−–_*/=][^{_DIGITS}]*(?:(?<=[mO])[23])?"
_AMOUNT = re.compile(rf"\s*([△▲−－\-]?[{_DIGITS}](?:[{_DIGITS},，.．]*[{_DIGITS}])?)\s*({_UNIT})")
_CHO_AND_OKU = re.compile(rf"([△▲−－\-]?)([{_DIGITS},，]+)兆([{_DIGITS},，]+)億円")


class Measured(Record):
    """A record with a ``value`` and its ``unit``; an amount written out with its unit is parted into the two."""

    @model_validator(mode="before")
    @classmethod
    def _parted(cls, given: Any) -> Any:
        """What is given with its value as a number. ValueError where value and unit state two units."""
        if not isinstance(given, Mapping) or not isinstance(given.get("value"), str):
            return given
        parts = parted(given["value"])
        if parts is None:
            return given
        number, unit = parts
        stated = plain_unit(given.get("unit") or unit)
        mark = mark_in(unit)
        if mark:
            raise WrongValue("value-with-mark", mark=mark, value=given["value"])
        if stated != unit:
            raise WrongValue("two-units", unit=unit, stated=str(stated), value=given["value"])
        return {**given, "value": number, "unit": unit}


def parted(text: str) -> tuple[str, str] | None:
    """The number and the unit of an amount; None where the text is no number with a unit behind it.

    >>> parted("△1,744億円"), parted("1兆3,184億円"), parted("４７.９％")
    (('△1,744', '億円'), ('13184', '億円'), ('４７.９', '%'))
    >>> parted("1,744"), parted("10～20人"), parted("1e5")
    (None, None, None)
    """
    whole = _CHO_AND_OKU.fullmatch(text.strip())
    if whole is not None:
        cho, oku = (read_number(whole[part]) or 0 for part in (2, 3))
        return f"{whole[1]}{cho * 10_000 + oku}", "億円"
    amount = _AMOUNT.fullmatch(text)
    return (amount[1], str(plain_unit(amount[2].strip()))) if amount is not None else None
