"""What is the same of a text at every size: how many characters have which width, and its parts that no line
may break.

A table tries its texts at many sizes. From a profile a width at a size takes a few multiplications, and is the
width that measuring each character gives.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from docgen.typeset.fonts import FontMetrics
from docgen.typeset.opportunities import unbreakable
from docgen.typeset.scripts import gap_places
from docgen.typeset.setting import GAP

_WIDEST_GAP = max(GAP.values())
# What rounding adds to a character or takes from it, in em: half a dot of an em of at least 8 dots (1 pt).
_ROUNDED = 0.5 / 8


class Profile(NamedTuple):
    """Characters on one line: how many are as wide as the em (``full``), how many have each other width in em,
    and how many gaps there are between Japanese and Latin."""

    full: int
    others: tuple[tuple[float, int], ...]
    gaps: int


class TextProfile(NamedTuple):
    """The explicit lines of a text, and those of its unbreakable parts that may be the widest at some size."""

    lines: tuple[Profile, ...]
    units: tuple[Profile, ...]

    def at(self, em: int, gap: float) -> tuple[list[float], float]:
        """How wide each explicit line is on one line, and the widest unbreakable part, in dots; ``em`` and the
        ``gap`` between Japanese and Latin are in dots too."""
        units = _widths(self.units, em, gap)
        return _widths(self.lines, em, gap), units[0] if len(units) == 1 else max(units, default=0.0)


def _widths(profiles: Sequence[Profile], em: int, gap: float) -> list[float]:
    widths = []
    for full, others, gaps in profiles:
        width = full * em
        for advance, count in others:
            # As the width of a character is rounded: a half goes up.
            width += int(advance * em + 0.5) * count
        widths.append(width + gaps * gap)
    return widths


@functools.lru_cache(maxsize=4096)
def text_profile(pieces: tuple[tuple[str, bool], ...], font: FontMetrics) -> TextProfile:
    """The profile of a text in pieces, each with whether it is bold; no tabs."""
    text = "".join([piece for piece, _ in pieces])
    advances: list[float] = []
    for piece, bold in pieces:
        advances.extend(map(font.advances(bold).__getitem__, piece))
    lines: list[Profile] = []
    units: list[_Unit] = []
    begin = 0
    for line in text.split("\n"):
        own = advances[begin : begin + len(line)]
        places = gap_places(line)
        lines.append(_profile(own, len(places)))
        units.extend(_units(line, own, places))
        begin += len(line) + 1
    return TextProfile(tuple(lines), _widest(units))


def _profile(advances: Sequence[float], gaps: int) -> Profile:
    counts = {advance: advances.count(advance) for advance in set(advances)}
    return Profile(counts.pop(1.0, 0), tuple(counts.items()), gaps)


class _Unit(NamedTuple):
    """A part that no line may break: its width in em without gaps, its characters' widths, its gaps."""

    width: float
    advances: Sequence[float]
    gaps: int


def _units(line: str, advances: Sequence[float], places: Sequence[int]) -> list[_Unit]:
    units = []
    for begin, end in unbreakable(line):
        own = advances[begin:end]
        units.append(_Unit(sum(own), own, sum([begin < place < end for place in places]) if places else 0))
    if advances:
        widest = max(advances)
        units.append(_Unit(widest, (widest,), 0))
    return units


def _widest(units: Sequence[_Unit]) -> tuple[Profile, ...]:
    """Those of the units that may be the widest at some size, by what rounding and the gaps make of them."""
    bound = max([unit.width - len(unit.advances) * _ROUNDED for unit in units], default=0.0)
    found = [
        _profile(unit.advances, unit.gaps)
        for unit in units
        if unit.width + unit.gaps * _WIDEST_GAP + len(unit.advances) * _ROUNDED >= bound
    ]
    return tuple(dict.fromkeys(found))
