"""A stored cell as the sheet shows it: 0.456 with the format 0.0% is 45.6%, a day is 2022年4月1日, *2,610 has a mark."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal

from docgen.errors import WrongValue
from docgen.model.mark import is_period, mark_in, without_mark
from docgen.reading.workbook.coded import coded
from docgen.reading.workbook.dates import shown_moment
from docgen.reading.workbook.number_format import GENERAL, Section, section_for
from docgen.reading.workbook.sheet import StoredCell
from docgen.value import value

RemarkKind = Literal["", "rounded", "scaled", "unit", "hidden", "instead"]

# Excel computes and shows no more digits than these; the rest are of the machine's arithmetic.
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP, Emax=999, Emin=-999)
# Signs around the digits that are read from the number itself, or are of a currency.
_SIGNS = re.compile(r"[()（）+\-−－―—–\s¥￥\\$€£]")
_TRIANGLES = re.compile("[△▲]")
_PLUS, _BRACKET = re.compile("[+＋]"), re.compile("[(（]")
_CURRENCY = re.compile(r"(?:US|HK|NT|AU|CA|SG)[$＄]|USD|EUR|JPY|GBP|CNY|KRW")
# Errors that were pasted as texts.
_ERROR = re.compile(r"#(?:[A-Z]+/)?[A-Z0]+[!?]|#N/A(?: N/A)?|#GETTING_DATA")


@value(frozen=True, slots=True)
class Remark:
    """What is to be said of how a cell was read.

    ``detail`` is the unit in its format, the digits it holds, or what it shows ``instead`` of a number.
    """

    kind: RemarkKind = ""
    detail: str = ""


NOTHING = Remark()


@value(frozen=True, slots=True)
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
        if _ERROR.fullmatch(cell.stored):
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
    code = coded(text, section)
    if code is not None:
        return ShownCell(code)
    currency = section.before.strip() if _CURRENCY.fullmatch(section.before.strip()) else ""
    before, after = _SIGNS.sub("", section.before.replace(currency, "")), _SIGNS.sub("", section.after)
    if before and not section.has_digits:
        return ShownCell(before)
    text = _signed(text, section)
    before = _TRIANGLES.sub("", before)
    mark = _mark(before, text, after)
    percent = "%" if section.percent else ""
    if (before or after) and not mark and (before or is_period(f"{text}{after}")):
        if not text.startswith("-"):
            before, after = _TRIANGLES.sub("", section.before).strip(), section.after.strip()
        return ShownCell(f"{before}{text}{percent}{after}")
    of_words = after in ("%", "％")
    remark = _remark(scaled, text, section, "" if mark or of_words else after or currency)
    return ShownCell(f"{text}%" if percent or of_words else text, True, bool(percent) or of_words, mark, remark)


def _signed(text: str, section: Section) -> str:
    """A number's text with the triangle for its minus, or the plus, of its format."""
    triangle = _TRIANGLES.search(section.before)
    if text.startswith("-"):
        return f"{triangle[0]}{text[1:]}" if triangle is not None else text
    return f"+{text}" if _PLUS.search(section.before) else text


def _mark(before: str, text: str, after: str) -> str:
    """The mark that a format puts before or behind a number; "R"0 makes a name of it, R5, as it is in a text."""
    if bool(before) == bool(after):
        return ""
    return mark_in(before or after) if without_mark(f"{before}{text}{after}")[1] else ""


def _remark(scaled: Decimal, text: str, section: Section, unit: str) -> Remark:
    """What is to be said of a number whose cell holds something else than it shows."""
    seen = Decimal(text.lstrip("-△▲+").replace(",", ""))
    if section.is_hidden or _is_blank(seen, section):
        around = f"{section.before}{section.after}".strip()
        return Remark("instead", around) if around else Remark("hidden", text)
    if section.thousands:
        return Remark("scaled", f"1{',000' * section.thousands}{f'（{unit}）' if unit else ''}")
    if unit:
        return Remark("unit", unit)
    if scaled > 0 and _BRACKET.search(section.before):
        return Remark("unit", f"{section.before.strip()}{section.after.strip()}")
    return Remark("rounded", plain(scaled)) if seen != abs(scaled) else NOTHING


def _is_blank(seen: Decimal, section: Section) -> bool:
    """Whether a format shows no digit of a number: it has none, or has # and ? only and the number is zero."""
    return not section.has_digits or (section.most is not None and not seen and not section.zeros and not section.least)


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
