"""The number in a cell, as Japanese statistics write numbers, gaps and what stands beside a number.

A gap is an empty cell, a dash of any kind, …, ・ (項目がない), x or X (秘匿), ***, n.a. and the words of ``_GAP_WORDS``.
Minus is △, ▲, − or a hyphen. ％ says that the number is in percent; it is never divided.
What may mean two things is refused: (1,234) is a minus in accounts and a
part of a whole (内数) in tables.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from decimal import Decimal

from docgen.errors import WrongValue
from docgen.model.cells.text import text_of
from docgen.value import value

MOST_DIGITS = 28
"""The most digits of a number before its decimal point, after it, and in all."""

_PLAIN: Mapping[int, str] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((0x3000, 0xA0, 0x2009, 0x202F), " "),
    **dict.fromkeys(map(ord, "△▲−–‐‑"), "-"),
}
_DASHES = frozenset("-‐‑–—―−ー─ｰ")
_DOTS = frozenset("….・･‥")
_GAP_WORDS = frozenset({
    "", "x", "***", "n.a.", "n.a", "n/a", "na",
    "不詳", "不明", "未詳", "秘匿", "該当なし", "該当無し", "なし", "データなし",
    "未公表", "非公表", "未集計", "集計中", "調査中", "未調査",
})  # fmt: skip
_NUMBER = re.compile(
    r"(?P<sign>[+-]|±(?=[0.]*%?$))? *(?P<digits>(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?|\.[0-9]+)"
    r"(?P<power>[eE][+-]?[0-9]{1,4})? *(?P<percent>%)?"
)
# More digits than a double holds: a spelling of the machine's arithmetic where fewer say the same.
_LONG = re.compile(r"[+-]?[0-9]+\.[0-9]{2,}(?:[eE][+-]?[0-9]+)?")
_SHORTEST, _SHORT, _HELD = 5, 12, 15
# A number as programs print small and large ones, which no code of an office looks like: 1E3 may be one.
_PROGRAM = re.compile(r"-?[0-9](?:\.[0-9]+)?[eE][+-][0-9]{2}")


@value(frozen=True, slots=True)
class CellNumber:
    """The ``value`` in a cell, None for a gap; ``unit`` is % where the cell says so."""

    value: Decimal | None
    unit: str = ""


def read_number(text: str) -> Decimal | None:
    """The number in a cell; None for a gap. WrongValue (a ValueError) for anything else.

    >>> read_number("△1,744.5"), read_number("－"), read_number("1.5e-05"), read_number("４５．６％")
    (Decimal('-1744.5'), None, Decimal('0.000015'), Decimal('45.6'))
    """
    return read_cell(text).value


@functools.lru_cache(maxsize=4096)
def read_cell(text: str) -> CellNumber:
    """The number in a cell with its unit. WrongValue where it is none.

    >>> read_cell("2,610"), read_cell("45.6 ％")
    (CellNumber(value=Decimal('2610'), unit=''), CellNumber(value=Decimal('45.6'), unit='%'))
    """
    plain = text.translate(_PLAIN).strip()
    # △ alone is no dash: a sign whose number is missing.
    if _is_gap(plain) and not set(text) & set("△▲"):
        return CellNumber(None)
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise _not_a_number(text, plain)
    number = Decimal(f"{found['digits'].replace(',', '')}{found['power'] or ''}")
    _check_size(number, text)
    if number.as_tuple().exponent > 0:  # type: ignore[operator]  # a finite number
        number = Decimal(f"{number:f}")
    return CellNumber(-number if found["sign"] == "-" else number, found["percent"] or "")


def without_noise(text: str) -> str:
    """A cell of a text file without the digits of the machine's arithmetic that a program wrote into it.

    >>> without_noise("45.599999999999994"), without_noise("1.5e-05"), without_noise("0.12345678901234567")
    ('45.6', '0.000015', '0.12345678901234567')
    """
    if len(text) < _SHORTEST:
        return text
    if _PROGRAM.fullmatch(text):
        return text_of(float(text)) if len(text) > _HELD else f"{Decimal(text):f}"
    if len(text) < _HELD + 2 or not _LONG.fullmatch(text):
        return text
    short = Decimal(format(float(text), f".{_HELD}g")).normalize()
    same = Decimal(repr(float(text))) == Decimal(text)
    return f"{short:f}" if same and len(short.as_tuple().digits) <= _SHORT else text


def _is_gap(plain: str) -> bool:
    bare = plain[1:-1].strip() if plain[:1] == "(" and plain[-1:] == ")" else plain
    signs = set(bare)
    if bare and (signs <= _DASHES or signs <= _DOTS):
        return bare != "."
    return bare.casefold() in _GAP_WORDS and (bare != "" or plain == "")


def _check_size(number: Decimal, text: str) -> None:
    shown = text if len(text) <= 40 else f"{text[:37]}…"
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    if not number:
        too_long = -exponent > MOST_DIGITS
    else:
        too_long = len(digits) > MOST_DIGITS or number.adjusted() >= MOST_DIGITS or -exponent > MOST_DIGITS
    if too_long:
        raise WrongValue("number-too-long", text=shown, most=MOST_DIGITS)


def _not_a_number(text: str, plain: str) -> WrongValue:
    inner = plain[1:-1].strip() if plain[:1] == "(" and plain[-1:] == ")" else ""
    if _NUMBER.fullmatch(inner):
        return WrongValue("number-in-parentheses", text=text)
    return WrongValue("not-a-number", text=text)
