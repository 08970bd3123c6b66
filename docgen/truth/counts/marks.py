"""The marks of a list within a sentence (①…、②…、③…), and whether a count stands beside them."""

from __future__ import annotations

import docgen.patterns as re
from docgen.sentences.claim import Claim

_CIRCLED = re.compile("[①-⑳]")
_BRACKETED = re.compile(r"(?<![0-9一-龥])\((?P<number>[0-9]{1,2})\)(?=[一-龥ぁ-んァ-ヴ「])")
_BEFORE = re.compile(r"(?:の|という|といった|、|の計|、計|の合計|の以上|、以上の?)$")
_BEHIND = re.compile(
    r"(?:の[^、。①(]{1,12})?(?:は|とは|として|である|、|:|\(|、(?:すなわち|つまり|具体的には)"
    r"|に(?:分け|大別|整理|集約|重点)[^、。①]{0,12}|を[^、。①]{0,12})*[、:(]?"
)
_LONGEST = 30
"""How far a count may stand from the beginning of the last item."""


def marks_beside(words: str, claim: Claim) -> tuple[str, ...]:
    """The marks of the one list in a sentence that ends right before a count or begins right behind it; () for none.

    >>> from docgen.sentences.claims import claims
    >>> words = "①延長、②導入、③引下げの二つ"
    >>> marks_beside(words, claims(words)[-1])
    ('①', '②', '③')
    """
    for pattern in (_CIRCLED, _BRACKETED):
        found = list(pattern.finditer(words))
        told = [_number(match) for match in found]
        if len(found) < 2 or told != list(range(1, len(told) + 1)):
            continue
        first, last = found[0], found[-1]
        behind = last.end() <= claim.start <= last.end() + _LONGEST and _BEFORE.search(words, last.end(), claim.start)
        ahead = claim.end <= first.start() and _BEHIND.fullmatch(words, claim.end, first.start())
        inside = words[last.end() : claim.start] if behind else ""
        if (behind and not re.search("[。)]|(?:が|は|を)、", inside)) or ahead:
            return tuple(match.group() for match in found)
    return ()


def _number(match: re.Match[str]) -> int:
    text = match.group()
    return int(match["number"]) if "number" in match.re.groupindex else ord(text) - ord("①") + 1
