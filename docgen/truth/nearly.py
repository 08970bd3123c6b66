"""Whether a number is nearly another: a digit off, two swapped, one dropped, a factor of ten, another sign."""

from __future__ import annotations

from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.bearer import Bearer
from docgen.sentences.claim import Claim

_SIDED = re.compile("(?P<below>弱|近く)$|(?:強|余り|余)$")
_CLOSE = 20  # of few digits, a value is another only where it is this much nearer than it is printed
SURE = 3
"""From how many digits on one that differs tells a slip; fewer digits are too often nearly alike."""


def nearly(claim: Claim, bearer: Bearer, digits: int = SURE) -> bool:
    """Whether a claim is the bearer's value but for a slip of the hand; a slip is told from so many ``digits`` on.

    >>> from docgen.sentences.claims import claims
    >>> value = Bearer("cell", (), Decimal("46899.5"), Decimal("46900.5"))
    >>> [nearly(claims(text)[0], value) for text in ("49,600人", "46,800人", "469,000人", "4,690人", "41,200人")]
    [True, True, True, True, False]
    """
    if claim.low is None or claim.high is None:
        return False
    value, right = (claim.low + claim.high) / 2, (bearer.low + bearer.high) / 2
    step = claim.high - claim.low
    if not value or not right or value == right:
        return False
    if is_opposite(claim, bearer):
        return True
    if (value < 0) != (right < 0):
        return False
    if is_beside(claim, bearer):
        return True
    written, meant = _digits(value, step), _digits(right, step or Decimal(1))
    return _is_slip(written, meant, digits) or _is_scaled(value, right, step, digits)


def has_digits(claim: Claim, digits: int) -> bool:
    """Whether a number is known to so many digits, noughts at its end left out."""
    if claim.low is None or claim.high is None:
        return False
    return len(_digits((claim.low + claim.high) / 2, claim.high - claim.low).rstrip("0")) >= digits


def is_opposite(claim: Claim, bearer: Bearer) -> bool:
    """Whether a claim is the bearer's value with the other sign: a loss where there is a gain."""
    if claim.kind not in ("change", "points"):
        return False
    return Bearer("", (), -bearer.high, -bearer.low).bears(claim)


def is_beside(claim: Claim, bearer: Bearer) -> bool:
    """Whether a claim is the bearer's value, rounded, but for the word that tells on which side of it the value is.

    >>> from docgen.sentences.claims import claims
    >>> value = Bearer("cell", (), Decimal("26479.5"), Decimal("26480.5"))
    >>> [is_beside(claims(text)[0], value) for text in ("2万6,000件弱", "2万6,000件", "3万件弱")]
    [True, False, False]
    """
    sided = _SIDED.search(claim.text)
    if sided is None or claim.low is None or claim.high is None:
        return False
    mark, width = (claim.high, 1) if sided["below"] else (claim.low, -1)
    other_side = (mark, mark + width * (claim.high - claim.low))
    return min(other_side) < bearer.low and bearer.high < max(other_side)


def _digits(value: Decimal, step: Decimal) -> str:
    """The digits of a value, counted in steps of the last one."""
    return str(int((abs(value) / step if step else abs(value)).to_integral_value()))


def _is_slip(written: str, meant: str, digits: int) -> bool:
    written, meant = written.rstrip("0"), meant.rstrip("0")
    longer, shorter = sorted((written, meant), key=len, reverse=True)
    if len(longer) == len(shorter):
        differing = [index for index in range(len(longer)) if longer[index] != shorter[index]]
        swapped = 1 < len(differing) <= SURE and sorted(longer) == sorted(shorter) and len(longer) >= digits - 1
        return swapped or (len(differing) == 1 and len(longer) >= digits)
    dropped = any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))
    return len(longer) - len(shorter) == 1 and len(shorter) >= digits and dropped


def _is_scaled(value: Decimal, right: Decimal, step: Decimal, digits: int) -> bool:
    """Whether two values have the same digits and another scale: 186.2億 and 1,862億."""
    tens = right.adjusted() - value.adjusted()
    scaled = right.scaleb(-tens)
    significant = len(_digits(value, step).rstrip("0"))
    meets = abs(scaled - value) <= (step / 2 if significant >= SURE else step / _CLOSE)
    return bool(tens) and abs(tens) <= 4 and significant >= digits - 1 and meets
