"""Colours for series from those of a theme, so that everybody can tell them apart, in greyscale too."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from docgen.layout.rgb import contrast, luminance, tint
from docgen.layout.series_colours import (
    LEAST_DISTANCE,
    LEAST_GREY_CONTRAST,
    LEAST_NEIGHBOUR_DISTANCE,
    VISIONS,
    distance,
)

Tone = tuple[str, int, int]
"""A colour of the theme made darker or lighter: its slot, and the percents of its luminance and added to it."""

# The luminances that are tried, what contrasts with the page to be seen, and room beyond the least differences.
_LEVELS = (0.1, 0.15, 0.2, 0.28, 0.36, 0.44, 0.52, 0.6, 0.68, 0.76, 0.84)
_SEEN, _READ = 1.4, 4.6
_AMPLE = 1.05
# Colours of different series in solid fills, for the usual eye (CIE L*a*b*).
_LEAST_USUAL = 20.0
_ANOTHER_HUE = 4.0
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_MOST_TRIED = 20_000


def tone_of(slot: str, rgb: str, level: float) -> Tone:
    """A theme's colour at a luminance from 0 to 1.

    >>> tone_of("accent1", "808080", 0.25)
    ('accent1', 50, 0)
    """
    own = luminance(rgb)
    if level <= own:
        return (slot, round(100 * level / own) if own else 100, 0)
    off = round(100 * (level - own) / (1 - own))
    return (slot, 100 - off, off)


def rgb_of_tone(tone: Tone, theme: Mapping[str, str]) -> str:
    """The RGB of a tone of a theme."""
    slot, mod, off = tone
    return theme[slot] if (mod, off) == (100, 0) else tint(theme[slot], mod / 100, off / 100)


def series_tones(
    order: Sequence[str],
    slots: Mapping[str, str],
    theme: Mapping[str, str],
    paper: str,
    read_on: Mapping[str, Sequence[str]],
) -> Mapping[str, Tone] | None:
    """Tones for the colours of an ``order``, each near its slot's own; None where none can be told apart.

    Those of ``read_on`` are colours of text as well, which stand out from grounds (RGB): they keep the hue that the
    house gives them where that can be.
    """
    for hues in ((), _ACCENTS):
        choices = [
            _choices((slots[name], *(hues if name in read_on else _ACCENTS)), theme, paper, read_on.get(name, ()))
            for name in order
        ]
        found = _search(choices, (), iter(range(_MOST_TRIED)))
        if found is not None:
            return dict(zip(order, found, strict=True))
    return None


def all_apart(colours: Sequence[str]) -> bool:
    """Whether all colours (RGB) of series in an order can be told apart."""
    return all(_apart(colours[i], colours[j], j - i == 1) for i, j in combinations(range(len(colours)), 2))


def _choices(
    hues: Sequence[str], theme: Mapping[str, str], paper: str, grounds: Sequence[str]
) -> list[tuple[Tone, str]]:
    """The tones for a colour with their RGB, the nearest to its own first; the first of ``hues`` is its own slot."""
    costs: dict[Tone, float] = {}
    for slot in dict.fromkeys(hues):
        usual = luminance(theme[slot])
        for level in (usual, *_LEVELS):
            tone = (slot, 100, 0) if level == usual else tone_of(slot, theme[slot], level)
            costs.setdefault(tone, abs(level - usual) * 10 + (0 if slot == hues[0] else _ANOTHER_HUE))
    seen = [(tone, rgb_of_tone(tone, theme)) for tone in sorted(costs, key=lambda tone: costs[tone])]
    return [
        (tone, rgb)
        for tone, rgb in seen
        if contrast(rgb, paper) >= _SEEN and all(contrast(rgb, ground) >= _READ for ground in grounds)
    ]


def _search(
    choices: Sequence[Sequence[tuple[Tone, str]]], taken: tuple[tuple[Tone, str], ...], budget: Iterator[int]
) -> tuple[Tone, ...] | None:
    if len(taken) == len(choices):
        return tuple(tone for tone, _ in taken)
    for tone, rgb in choices[len(taken)]:
        if next(budget, None) is None:
            return None
        if all(_apart(other, rgb, place == len(taken) - 1) for place, (_, other) in enumerate(taken)):
            found = _search(choices, (*taken, (tone, rgb)), budget)
            if found is not None:
                return found
    return None


@functools.lru_cache(maxsize=65536)
def _apart(first: str, second: str, beside: bool) -> bool:
    """Whether two colours can be told apart, of segments that touch or not."""
    if beside and contrast(first, second) < LEAST_GREY_CONTRAST * _AMPLE:
        return False
    if distance(first, second) < _LEAST_USUAL:
        return False
    least = LEAST_NEIGHBOUR_DISTANCE if beside else LEAST_DISTANCE
    return all(distance(first, second, vision) >= least * _AMPLE for vision in VISIONS)
