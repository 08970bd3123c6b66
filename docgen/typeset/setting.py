"""A text measured: the width of each of its characters and where each ends, in dots.

LibreOffice sets text on a grid of 600 dots an inch: the font's size and every advance are whole dots, so that
text of 10.5 pt comes out 0.6 % narrower than its size says and text of 8 pt 0.5 % wider. Found by measuring.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from docgen.errors import DocgenError
from docgen.typeset.fonts import Advances, FontMetrics
from docgen.typeset.scripts import gap_places, latin_edges

Container = Literal["shape", "cell"]

# The gap between Japanese and Latin (and after neutral characters with which a Japanese text begins) is a
# fifth of the line's own pitch: 1.2 em in shapes and the font's, 1 em, in table cells.
GAP: dict[Container, float] = {"shape": 0.24, "cell": 0.20}
# The grid: dots in a point, and hundredths of a millimetre, in which sizes are kept, in a point and a dot.
DOTS = 600 / 72
_HUNDREDTHS = 2540 / 72
_HUNDREDTHS_A_DOT = 2540 / 600


class Setting(NamedTuple):
    """A text without explicit breaks, measured in dots: for each character its own width and where it ends.

    ``ends`` counts from the text's start and holds the gaps; ``edges`` are the bounds of the Latin stretches;
    ``links`` are the bounds of linked text.
    """

    text: str
    widths: Sequence[float]
    ends: Sequence[float]
    edges: Sequence[int]
    tabs: bool
    links: Sequence[tuple[int, int]] = ()


@functools.lru_cache(maxsize=16384)
def setting(text: str, font: FontMetrics, size: float, bold: bool, where: Container) -> Setting:
    """The setting of a text of one look."""
    em = dots(size)
    widths = list(dot_advances(font, bold, em).of(text))
    return with_gaps(text, widths, itertools.repeat(gap_after(em, where)))


@functools.lru_cache(maxsize=1024)
def dots(size: float) -> int:
    """The em of a size in points, in whole dots. Raises DocgenError where the size is no number above 0."""
    if not (math.isfinite(size) and size > 0):
        raise DocgenError(f"a text cannot be set at a size of {size} pt", expected="a size above 0 pt")
    return max(1, math.floor(math.floor(size * _HUNDREDTHS + 0.5) / _HUNDREDTHS_A_DOT + 0.5))


def gap_after(em: int, where: Container) -> float:
    """The gap after a character of ``em`` dots where Japanese and Latin meet, in dots."""
    return GAP[where] * em


class DotAdvances(dict[str, float]):
    """Advances in whole dots by character, taken from a font's as they are asked for."""

    def __init__(self, advances: Advances, em: int) -> None:
        super().__init__()
        self.advances = advances
        self.em = em

    def __missing__(self, character: str) -> float:
        width = self[character] = float(int(self.advances[character] * self.em + 0.5))
        return width

    def of(self, text: str) -> Iterator[float]:
        """The advance of each character of a text."""
        return map(self.__getitem__, text)


@functools.lru_cache(maxsize=1024)
def dot_advances(font: FontMetrics, bold: bool, em: int) -> DotAdvances:
    """The advances of a font at one size, in whole dots."""
    return DotAdvances(font.advances(bold), em)


def with_gaps(
    text: str, widths: list[float], gaps: Iterable[float], links: Sequence[tuple[int, int]] = ()
) -> Setting:
    """A setting from the characters' widths, with ``gaps`` where Japanese and Latin meet."""
    spaced = widths
    places = gap_places(text)
    if places:
        spaced = widths.copy()
        for place, gap in zip(places, gaps, strict=False):
            spaced[place] += gap
    return Setting(text, widths, list(itertools.accumulate(spaced)), latin_edges(text), "\t" in text, links)
