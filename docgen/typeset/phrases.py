"""Where the phrases of a Japanese text begin, by BudouX: a small model learned from where readers would pause.

The model looks at three characters before a place and three after it. So one place is told without the others, and
like places of other texts are told once.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

# Which characters each group of the model's features looks at, counted from the place.
_LOOKS_AT = {
    "UW1": (-3, -2), "UW2": (-2, -1), "UW3": (-1, 0), "UW4": (0, 1), "UW5": (1, 2), "UW6": (2, 3),
    "BW1": (-2, 0), "BW2": (-1, 1), "BW3": (0, 2),
    "TW1": (-3, 0), "TW2": (-2, 1), "TW3": (-1, 2), "TW4": (0, 3),
}  # fmt: skip
AROUND = 3
"""How many characters before a place, and after it, tell whether a phrase begins there."""


def phrase_starts(text: str) -> frozenset[int]:
    """Where the phrases of a text begin: ``phrase_starts("総合知の活用")`` is {4}."""
    return frozenset([place for place in range(1, len(text)) if begins_phrase(text, place)])


def begins_phrase(text: str, place: int) -> bool:
    """Whether a phrase begins at a place inside a text: ``begins_phrase("総合知の活用", 4)``."""
    return _begins(text[max(0, place - AROUND) : place], text[place : place + AROUND])


@functools.lru_cache(maxsize=16384)
def _begins(before: str, after: str) -> bool:
    """Whether a phrase begins between up to three characters before a place and three after it."""
    around, place = before + after, len(before)
    groups, half = _model()
    score = 0
    for first, last, scores in groups:
        if place + first >= 0:
            score += scores.get(around[place + first : place + last], 0)
    return score > half


@functools.cache
def _model() -> tuple[tuple[tuple[int, int, Mapping[str, int]], ...], float]:
    """The scores of each group of features with what it looks at, and half of all scores: more begin a phrase."""
    # Imported here: many commands set no text.
    from budoux.parser import load_default_japanese_parser

    model = load_default_japanese_parser().model
    groups = tuple((first, last, model.get(name, {})) for name, (first, last) in _LOOKS_AT.items())
    return groups, sum(sum(scores.values()) for _, _, scores in groups) / 2
