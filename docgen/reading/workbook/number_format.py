"""Number formats of cells: a format code parted into its sections, and each section into what it does to a number.

A code such as ``#,##0;"△"#,##0`` is for people who look at the sheet; here it says which digits they see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

from docgen.value import value

# The codes that files name by number. Where they depend on the country, as Excel shows them in Japan.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00",
    8: "#,##0.00;-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 27: "ge.m.d", 28: 'ggge"年"m"月"d"日"', 29: 'ggge"年"m"月"d"日"', 30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"',
    36: "ge.m.d", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0", 42: "#,##0;-#,##0", 43: "#,##0.00;-#,##0.00", 44: "#,##0.00;-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: "ge.m.d", 51: 'ggge"年"m"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"',
    57: "ge.m.d", 58: 'ggge"年"m"月"d"日"',
}  # fmt: skip
GENERAL = "General"

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<space>_.)|(?P<filled>\*.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|標準|G/標準)|(?P<half>AM/PM|A/P|午前/午後)|(?P<exponent>E[+-]0+)|(?P<fraction>/ *[1-9]\d*)"
    r"|(?P<date>y+|m+|d+|h+|s+|g+|e+|a{3,4}|b{2,4})|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
_COMPARED = {"<=": le, ">=": ge, "<>": ne, "<": lt, ">": gt, "=": eq}
_DATE, _NUMBER = frozenset({"date", "elapsed", "half"}), frozenset({"digit", "general", "text"})
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


@value(frozen=True, slots=True)
class Token:
    """A part of a section: ``kind`` is literal, date, half (AM/PM), elapsed ([h]), digit, text (@) or general."""

    kind: str
    text: str


@value(frozen=True, slots=True)
class Section:
    """What one section of a format code does. ``condition`` is for which numbers it is meant, where it says so.

    ``is_date`` where it shows a number as a day or a time, ``has_digits`` where it shows the number itself, with the
    words ``before`` and ``after``. ``least`` and ``most`` are the decimal places shown; None in a section that shows a
    number's own digits. ``percent`` and ``thousands`` count the signs % and the commas that multiply by 100 and divide
    by 1,000. ``zeros`` is the least number of digits before the point; with ``gannen`` the first year of an era is 元.
    """

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None
    is_date: bool
    has_digits: bool
    before: str
    after: str
    least: int | None = None
    most: int | None = None
    percent: int = 0
    thousands: int = 0
    grouped: bool = False
    zeros: int = 1
    gannen: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether the section shows nothing at all, as in ``;;;``."""
        return not self.tokens

    def fits(self, number: Decimal) -> bool:
        """Whether the section's condition holds for a number; one without a condition is for all."""
        return self.condition is None or bool(_COMPARED[self.condition[0]](number, self.condition[1]))


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code.

    >>> [(each.before, each.most, each.percent) for each in sections('0.0%;"△"0.0%')]
    [('', 1, 1), ('△', 1, 1)]
    """
    return tuple(_section(tokens) for tokens in _parted(code))


def section_for(code: str, number: Decimal) -> Section:
    """The section of a format code that shows a number."""
    parts = sections(code)[:3]
    if any(part.condition is not None for part in parts):
        return next((part for part in parts if part.fits(number)), parts[-1])
    if number < 0 and len(parts) > 1:
        return parts[1]
    if number != 0 or len(parts) < 3:
        return parts[0]
    # A dash for zero among percents stands for 0%.
    return parts[2] if parts[2].has_digits else replace(parts[2], percent=parts[0].percent)


@dataclass(slots=True)
class _Draft:
    """A section while its tokens are read."""

    tokens: list[Token] = field(default_factory=list)
    brackets: list[str] = field(default_factory=list)


def _parted(code: str) -> Iterator[_Draft]:
    draft = _Draft()
    for match in _TOKEN.finditer(code):
        kind, text = str(match.lastgroup or "quoted"), match[match.lastgroup or "quoted"] or ""
        if kind == "other" and text == ";":
            yield draft
            draft = _Draft()
        elif kind == "bracket":
            _bracket(text, draft)
        elif kind in ("quoted", "escaped"):
            draft.tokens.append(Token("literal", text))
        elif kind == "other":
            draft.tokens.append(Token({"@": "text"}.get(text, "digit" if text in "0#?.,%/" else "literal"), text))
        elif kind in ("exponent", "fraction"):
            draft.tokens.append(Token("digit", text))
        elif kind not in ("space", "filled"):
            draft.tokens.append(Token(kind, text))
    yield draft


def _bracket(text: str, draft: _Draft) -> None:
    """A currency's sign is a literal, [h] is a token; conditions, colours and countries are kept aside."""
    if _ELAPSED.fullmatch(text):
        draft.tokens.append(Token("elapsed", text))
    elif text.startswith("$") and text[1:].split("-")[0]:
        draft.tokens.append(Token("literal", text[1:].split("-")[0]))
    draft.brackets.append(text)


def _section(draft: _Draft) -> Section:
    condition = next(filter(None, map(_CONDITION.fullmatch, draft.brackets)), None)
    tokens = tuple(draft.tokens)
    first = next((index for index, token in enumerate(tokens) if token.kind in _NUMBER), len(tokens))
    section = Section(
        tokens,
        (condition[1], Decimal(condition[2])) if condition is not None else None,
        is_date=any(token.kind in _DATE for token in tokens),
        has_digits=first < len(tokens),
        before="".join(token.text for token in tokens[:first] if token.kind == "literal"),
        after="".join(token.text for token in tokens[first:] if token.kind == "literal"),
        gannen=any("gannen" in bracket.lower() for bracket in draft.brackets),
    )
    return section if section.is_date else _with_digits(section)


def _with_digits(section: Section) -> Section:
    """The section with what its signs 0 # ? . , % do."""
    digits = "".join(token.text for token in section.tokens if token.kind == "digit")
    percent, digits = digits.count("%"), digits.replace("%", "")
    if not set(digits) & set("0#?") or "/" in digits or "E" in digits.upper():
        return replace(section, percent=percent)
    whole, _, places = digits.partition(".")
    bare = (places or whole).rstrip(",")
    return replace(
        section,
        least=places.count("0"),
        most=sum(places.count(sign) for sign in "0#?"),
        percent=percent,
        thousands=len(places or whole) - len(bare),
        grouped="," in (whole if places else bare),
        zeros=whole.count("0"),
    )
