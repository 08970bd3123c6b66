"""How wide a text of one look is that no line breaks: the whole of it, and its widest unit.

Only sums are needed for these, not where each character stands, so that a text that fits on its line is
never set.
"""

from __future__ import annotations

import functools

from docgen.typeset.fonts import FontMetrics
from docgen.typeset.opportunities import unbreakable
from docgen.typeset.scripts import gap_places
from docgen.typeset.setting import Where, dot_advances, dots, gap_after


@functools.lru_cache(maxsize=16384)
def unbroken_width(text: str, font: FontMetrics, size: float, bold: bool, where: Where) -> float:
    """The width of a text without tabs and line feeds on one line, in dots."""
    em = dots(size)
    advances = dot_advances(font, bold, em)
    return sum(map(advances.__getitem__, text)) + len(gap_places(text)) * gap_after(em, where)


@functools.lru_cache(maxsize=16384)
def widest_unit(text: str, font: FontMetrics, size: float, bold: bool, where: Where) -> float:
    """The width of the widest part of a text that no line may break, in dots; at least its widest character."""
    em = dots(size)
    advance = dot_advances(font, bold, em).__getitem__
    gap = gap_after(em, where)
    units = [sum(map(advance, unit)) + gaps * gap for unit, gaps in _units(text)]
    return max(*units, max(map(advance, text), default=0.0), 0.0)


@functools.lru_cache(maxsize=8192)
def _units(text: str) -> tuple[tuple[str, int], ...]:
    """The different units of several characters, each with the number of gaps within it."""
    places = gap_places(text)
    units = [
        (text[begin:end], sum([begin < place < end for place in places])) for begin, end in unbreakable(text)
    ]
    return tuple(dict.fromkeys(units))
