"""A line of text measured: the width of each of its characters and where each ends, in dots.

LibreOffice sets text on a grid of 600 dots an inch: the font's size and every advance are whole dots, so that
text of 10.5 pt comes out 0.6 % narrower than its size says and text of 8 pt 0.5 % wider. Found by measuring.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from math import fsum
from typing import Literal, NamedTuple

from docgen.errors import DocgenError
from docgen.placed import Run
from docgen.typeset.characters import gap_places, latin_edges
from docgen.typeset.fonts import Advances, FontMetrics, Fonts
from docgen.typeset.kept import KEPT

Container = Literal["shape", "cell"]
Reading = Literal["spaced", "plain"]
"""How a program sets a line: with gaps between Japanese and Latin, on a grid of dots, with punctuation that hangs over
the edge (LibreOffice); or with the font's own advances alone (ONLYOFFICE)."""
READINGS: tuple[Reading, ...] = ("spaced", "plain")

# The gap between Japanese and Latin (and after neutral characters with which a Japanese text begins) is a
# fifth of the line's own pitch: 1.2 em in shapes and the font's, 1 em, in table cells.
GAP: dict[Container, float] = {"shape": 0.24, "cell": 0.20}
# The size of a superscript, as a part of the size of its run: 58 % in LibreOffice, 2/3 in PowerPoint.
SUPERSCRIPT = 2 / 3
# Sums of advances differ from the drawn widths by rounding only (dots).
ROUNDING = 1e-6
# The grid: dots in a point, and hundredths of a millimetre, in which sizes are kept, in a point and a dot.
DOTS = 600 / 72
_HUNDREDTHS = 2540 / 72
_HUNDREDTHS_A_DOT = 2540 / 600

SizedRun = tuple[str, float, bool, FontMetrics, bool]
"""A text of one look: its characters, size (points), whether it is bold, its font, whether it is a link."""


class MeasuredLine(NamedTuple):
    """An explicit line of text, which may break into several; for each character its own width and where it ends.

    ``ends`` counts from the text's start and holds the gaps; ``edges`` are the bounds of the Latin stretches;
    ``links`` are the bounds of linked text. Widths are in dots, in a profile in em.
    """

    text: str
    widths: Sequence[float]
    ends: Sequence[float]
    edges: Sequence[int]
    tabs: bool
    links: Sequence[tuple[int, int]] = ()


_EMPTY = MeasuredLine("", (), (), (), tabs=False)


def measured_lines(
    runs: Sequence[Run], fonts: Fonts, container: Container, reading: Reading = "spaced"
) -> Sequence[MeasuredLine]:
    """The explicit lines of runs, at least one."""
    if not runs:
        return (_EMPTY,)
    if reading == "plain":
        return _plain_lines(tuple([_sized(run, fonts) for run in runs]))
    run = run_of_one_look(runs, fonts)
    if run is None:
        return _lines_of_several_looks(tuple([_sized(run, fonts) for run in runs]), container)
    text, size, bold, font, _ = run
    if "\n" not in text:
        return (measured_line(text, font, size, bold, container),)
    return [measured_line(part, font, size, bold, container) for part in text.split("\n")]


def run_of_one_look(runs: Sequence[Run], fonts: Fonts) -> SizedRun | None:
    """A single run without a link; None for any others."""
    return _sized(runs[0], fonts) if len(runs) == 1 and not runs[0].link else None


def _sized(run: Run, fonts: Fonts) -> SizedRun:
    size = run.size * SUPERSCRIPT if run.superscript else run.size
    return (run.text, size, run.bold, fonts.for_role(run.font), run.link is not None)


@functools.lru_cache(maxsize=KEPT)
def measured_line(text: str, font: FontMetrics, size: float, bold: bool, container: Container) -> MeasuredLine:
    """A text of one look without line feeds."""
    em = dots(size)
    widths = tuple(_dot_advances(font, bold, em).of(text))
    return with_gaps(text, widths, itertools.repeat(GAP[container] * em))


@functools.lru_cache(maxsize=KEPT)
def unbroken_width(text: str, font: FontMetrics, size: float, bold: bool, container: Container) -> float:
    """The width of a text without tabs and line feeds on one line, in dots: a sum, quicker than measuring each
    character's place."""
    em = dots(size)
    return fsum(_dot_advances(font, bold, em).of(text)) + len(gap_places(text)) * (GAP[container] * em)


@functools.lru_cache(maxsize=KEPT)
def plain_width(text: str, font: FontMetrics, size: float, bold: bool) -> float:
    """As :func:`unbroken_width`, as the font's advances alone have it."""
    return fsum(map(font.advances(bold).__getitem__, text)) * size * DOTS


@functools.lru_cache(maxsize=KEPT)
def _lines_of_several_looks(runs: tuple[SizedRun, ...], container: Container) -> tuple[MeasuredLine, ...]:
    widths: list[float] = []
    ems: list[int] = []
    for text, size, bold, font, _ in runs:
        em = dots(size)
        widths.extend(_dot_advances(font, bold, em).of(text))
        ems.extend(itertools.repeat(em, len(text)))
    whole = "".join([run[0] for run in runs])
    links = link_bounds([(len(run[0]), run[4]) for run in runs])
    lines: list[MeasuredLine] = []
    for begin, text, inside in explicit_lines(whole, links):
        # The gap belongs to the run that ends there.
        gaps = [GAP[container] * ems[begin + place - 1] for place in gap_places(text)]
        lines.append(with_gaps(text, widths[begin : begin + len(text)], gaps, inside))
    return tuple(lines)


@functools.lru_cache(maxsize=KEPT)
def _plain_lines(runs: tuple[SizedRun, ...]) -> tuple[MeasuredLine, ...]:
    """The explicit lines of runs as the font's advances have them; a link breaks as any text."""
    widths: list[float] = []
    for text, size, bold, font, _ in runs:
        em, advances = size * DOTS, font.advances(bold)
        widths.extend([advances[character] * em for character in text])
    lines: list[MeasuredLine] = []
    begin = 0
    for text in "".join([run[0] for run in runs]).split("\n"):
        lines.append(with_gaps(text, widths[begin : begin + len(text)], ()))
        begin += len(text) + 1
    return tuple(lines)


def link_bounds(runs: Iterable[tuple[int, bool]]) -> list[tuple[int, int]]:
    """Where linked runs begin and end in the whole text; ``runs`` are their lengths and whether each is linked."""
    bounds: list[tuple[int, int]] = []
    begin = 0
    for length, linked in runs:
        if linked and length:
            bounds.append((begin, begin + length))
        begin += length
    return bounds


def explicit_lines(
    text: str, links: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, str, tuple[tuple[int, int], ...]]]:
    """Where each explicit line begins in the text, the line, and the bounds of the linked text in it."""
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        inside = [(max(start, begin), min(stop, end)) for start, stop in links if start < end and stop > begin]
        yield begin, line, tuple([(start - begin, stop - begin) for start, stop in inside])
        begin = end + 1


@functools.lru_cache(maxsize=1024)
def dots(size: float) -> int:
    """The em of a size in points, in whole dots. Raises DocgenError where the size is no number above 0."""
    if not (math.isfinite(size) and size > 0):
        raise DocgenError("size-not-settable", size=size)
    return max(1, math.floor(math.floor(size * _HUNDREDTHS + 0.5) / _HUNDREDTHS_A_DOT + 0.5))


class _DotAdvances(dict[str, float]):
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
def _dot_advances(font: FontMetrics, bold: bool, em: int) -> _DotAdvances:
    """The advances of a font at one size, in whole dots."""
    return _DotAdvances(font.advances(bold), em)


def with_gaps(
    text: str, widths: Sequence[float], gaps: Iterable[float], links: Sequence[tuple[int, int]] = ()
) -> MeasuredLine:
    """A line from its characters' widths, with ``gaps`` where Japanese and Latin meet.

    It holds tuples: those of numbers are nothing to the garbage collector, and lines are many.
    """
    spaced = widths
    places = gap_places(text)
    if places:
        spaced = list(widths)
        for place, gap in zip(places, gaps, strict=False):
            spaced[place] += gap
    return MeasuredLine(text, tuple(widths), tuple(itertools.accumulate(spaced)), latin_edges(text), "\t" in text, links)
