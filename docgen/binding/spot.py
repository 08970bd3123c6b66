"""A place in a sentence that a reference can take: the characters of one number, parted from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from docgen.model.period import Period
from docgen.sentences.bounds import ABOUT_BEFORE, AFTER
from docgen.sentences.claim import Claim, ClaimKind
from docgen.sentences.numerals import MIXED, Numeral, numeral

_NUMERAL = re.compile(MIXED)
_AFTER = re.compile(f"(?:{AFTER})$")
_ABOUT = re.compile(ABOUT_BEFORE)
_UPPER = re.compile("(?:未満|以下|以内)$")
_CLASS = re.compile("(?<=以上)[0-9]|(?<=超)[0-9]")
_TO = re.compile("～|ないし|-")
# Names and lengths of time are no data, and a period is bound with the number that holds at it.
_NO_DATA = frozenset({"identifier", "duration"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A number in a sentence: it stands at ``[start:end]``, its digits at ``[digits:unit]`` and its unit at ``[unit:end]``.

    ``start`` is before a sign or 約, ``end`` behind the unit and before words such as 程度. ``shared`` is the unit that
    the first number of a range shares with the last, 10 of 10～15%. ``low``, ``high``, ``kind`` and ``period`` are what the
    claim says; ``words`` are its digits, ``numeral`` what they come to; ``about``
    tells that 約 stands before them.
    """

    start: int
    digits: int
    unit: int
    end: int
    low: Decimal | None
    high: Decimal | None
    kind: ClaimKind
    period: Period | None
    words: str
    numeral: Numeral
    about: bool = False
    shared: str = ""

    @property
    def places(self) -> int:
        """How many decimal places the number is written with."""
        number = re.match(r"[0-9,]+(?:\.([0-9]+))?", self.words)
        return len(number[1] or "") if number else 0

    @property
    def precision(self) -> Decimal:
        """The place of the last digit that is told: 100 of 約2,600, 1 of 2,600."""
        return self.numeral.last_digit if self.about and self.significant > 1 else self.numeral.step

    @property
    def significant(self) -> int:
        """How many digits tell the number from others: 1,700 has two."""
        digits = re.sub(r"[^0-9]", "", self.words).lstrip("0")
        return len(digits.rstrip("0") or digits)


def spots(sentence: str, claims: list[Claim]) -> Iterator[Spot]:
    """The numbers of a sentence (in half-width letters) that references can take, in its order.

    >>> from docgen.sentences.claims import claims
    >>> sentence = "大学は87.5～91.2%、計約1,706人程度。"
    >>> [sentence[spot.start : spot.end] for spot in spots(sentence, claims(sentence))]
    ['87.5', '91.2%', '約1,706人']
    """
    for claim in claims:
        if claim.kind not in _NO_DATA and not _bounds_class(sentence, claim):
            yield from _of(sentence, claim)


def _bounds_class(sentence: str, claim: Claim) -> bool:
    """Whether a number is an end of a class: 1億円以上10億円未満, 30日以内."""
    return _UPPER.search(sentence, claim.start, claim.end) is not None or _CLASS.match(sentence, claim.end) is not None


def _of(sentence: str, claim: Claim) -> Iterator[Spot]:
    after = _AFTER.search(sentence, claim.start, claim.end)
    end = after.start() if after and claim.kind != "period" else claim.end
    numerals = list(_NUMERAL.finditer(sentence, claim.start, end))
    if claim.kind == "period":
        numerals = numerals[:1]
    whole = [_spot(sentence, claim, found, end) for found in numerals]
    if len(whole) == 1:
        yield whole[0]
    elif len(whole) == 2 and _TO.search(sentence, whole[0].unit, whole[1].digits):
        first, last = whole
        middle = _TO.search(sentence, first.unit, last.digits)
        assert middle is not None
        unit = sentence[last.unit : end]
        shared = unit if middle.start() == first.unit else ""
        yield replace(first, end=middle.start(), shared=shared, low=None, high=None)
        yield replace(last, start=middle.end(), low=None, high=None)


def _spot(sentence: str, claim: Claim, found: re.Match[str], end: int) -> Spot:
    return Spot(
        claim.start,
        found.start(),
        found.end(),
        end,
        claim.low,
        claim.high,
        claim.kind,
        claim.period,
        found.group(),
        numeral(found.group()),
        _ABOUT.search(sentence, claim.start, found.start()) is not None,
    )
