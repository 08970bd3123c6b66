"""A stored cell as the sheet shows it: 0.456 with the format 0.0% is 45.6%, a day is 2022年4月1日, *2,610 has a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal

from docgen.errors import WrongValue
from docgen.model.mark import is_period, mark_in, without_mark
from docgen.reading.workbook.dates import shown_moment
from docgen.reading.workbook.number_format import GENERAL, Section, section_for
from docgen.reading.workbook.sheet import StoredCell

RemarkKind = Literal["", "rounded", "scaled", "unit", "hidden"]

# Excel computes and shows no more digits than these; the rest are of the machine's arithmetic.
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP, Emax=999, Emin=-999)
# Signs around the digits that are read from the number itself, or are of a currency.
_SIGNS = re.compile(r"[()（）+\-−－―—–\s¥￥\\$€£]")
_TRIANGLES = re.compile("[△▲]")
# Errors that were pasted as texts.
_ERRORS = frozenset({"#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of how a cell was read: ``detail`` is the unit in its format, or the digits it holds."""

    kind: RemarkKind = ""
    detail: str = ""


NOTHING = Remark()


@dataclass(frozen=True, slots=True)
class ShownCell:
    """What a cell shows. ``is_number`` where the sheet holds a number; ``percent`` where it is shown as one."""

    text: str
    is_number: bool = False
    percent: bool = False
    mark: str = ""
    remark: Remark = NOTHING


def shown(cell: StoredCell, since_1904: bool, all_digits: bool) -> ShownCell:
    """A cell as its sheet shows it, or with ``all_digits`` that it holds. WrongValue for one without a value."""
    if cell.formula and not cell.stored:
        raise WrongValue("formula-without-result")
    if cell.kind == "error":
        raise WrongValue("error-cell", text=cell.stored)
    if cell.kind == "boolean":
        return ShownCell("TRUE" if cell.stored in ("1", "true") else "FALSE")
    if cell.kind == "date":
        return ShownCell(cell.stored.removesuffix("T00:00:00").replace("T", " "))
    if cell.kind == "text":
        if cell.stored in _ERRORS:
            raise WrongValue("error-cell", text=cell.stored)
        text, mark = without_mark(cell.stored)
        return ShownCell(text, mark=mark)
    try:
        number = _DIGITS.create_decimal(cell.stored)
    except InvalidOperation as error:
        raise WrongValue("cell-number-odd", text=cell.stored) from error
    if not number.is_finite():
        raise WrongValue("cell-number-odd", text=cell.stored)
    if cell.format == GENERAL:
        return ShownCell(plain(number), is_number=True)
    section = section_for(cell.format, number)
    if section.is_date:
        return ShownCell(shown_moment(number, section, since_1904))
    return _number(number, section, all_digits)


def _number(number: Decimal, section: Section, all_digits: bool) -> ShownCell:
    """A number by the section of its format: scaled, rounded, with the words that the format puts around it."""
    scaled = number.scaleb(2 * section.percent - 3 * section.thousands, _DIGITS)
    text = plain(scaled) if section.most is None or all_digits else _rounded(scaled, section)
    before, after = section.before, section.after
    if before or after:
        before, after = _SIGNS.sub("", before), _SIGNS.sub("", after)
    if before and not section.has_digits:
        return ShownCell(before)
    triangle = _TRIANGLES.search(before)
    before = _TRIANGLES.sub("", before)
    if triangle is not None and text.startswith("-"):
        text = f"{triangle[0]}{text[1:]}"
    mark = mark_in(before or after) if bool(before) != bool(after) else ""
    if (before or after) and not mark and (before or is_period(f"{text}{after}")):
        return ShownCell(f"{before}{text}{after}")
    percent = bool(section.percent) or after in ("%", "％")
    remark = _remark(scaled, text, section, "" if mark or percent else after)
    return ShownCell(f"{text}%" if percent else text, True, percent, mark, remark)


def _remark(scaled: Decimal, text: str, section: Section, after: str) -> Remark:
    """What is to be said of a number whose cell holds something else than it shows."""
    if section.is_hidden:
        return Remark("hidden", text)
    if section.thousands:
        unit = f"（{after}）" if after else ""
        return Remark("scaled", f"1{',000' * section.thousands}{unit}")
    if after:
        return Remark("unit", after)
    seen = Decimal(text.lstrip("-△▲").replace(",", ""))
    return Remark("rounded", plain(scaled)) if seen != abs(scaled) else NOTHING


def _rounded(number: Decimal, section: Section) -> str:
    """A number with the decimal places, the leading zeros and the commas of its format."""
    most, least = section.most or 0, section.least or 0
    exact = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, Context(prec=400))
    whole, _, places = f"{abs(exact):f}".partition(".")
    while len(places) > least and places.endswith("0"):
        places = places[:-1]
    whole = whole.zfill(section.zeros)
    if section.grouped:
        whole = f"{int(whole):,}" if len(whole) == len(whole.lstrip("0")) or whole == "0" else whole
    text = f"{whole}.{places}" if places else whole
    return f"-{text}" if exact < 0 else text


def plain(number: Decimal) -> str:
    """A number with its digits written out, and no more of them than it needs.

    >>> plain(Decimal("47.90")), plain(Decimal("1.5E-5")), plain(Decimal("26E2"))
    ('47.9', '0.000015', '2600')
    """
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
