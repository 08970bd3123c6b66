"""How many lines a paragraph takes at least and at the most, told from its width without breaking it.

A paragraph of a line or two is mostly told so; breaking it would give the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from docgen.placed import Paragraph
from docgen.typeset.fonts import Fonts
from docgen.typeset.profile import Piece, text_profile
from docgen.typeset.setting import DOTS, GAP, Container, dots

# What may hang over the end of a line, in em.
HANGING = 1.0
# A line that is not its text's last ends where an unbreakable part does not fit any more: it is shorter than its
# room by that part at the most, and by the gap before it and rounding, in em (measured: 0.36).
EARLY = 0.6
# What a gap between Japanese and Latin is wider in a shape than in a cell (em).
_WIDER = GAP["shape"] - GAP["cell"]
# In a room that is narrower than this (em), a character may be wider than its line.
_NARROW = 2.0

Bounds = tuple[int, float]
"""A paragraph has no fewer lines and no more."""
UNTOLD: Bounds = (1, math.inf)


def line_bounds(paragraph: Paragraph, width: float, fonts: Fonts, where: Container) -> Bounds:
    """The bounds of a paragraph in a width (points, inside the insets); UNTOLD where its look changes inside it,
    or where tabs or links rule where its lines end."""
    known = _widths(paragraph, width, fonts, where)
    if known is None:
        return UNTOLD
    lines, rounding, first, room, unit = known
    fewest, most = 0, 0.0
    for line in lines:
        low, high = explicit_line_bounds(line, rounding, first, room, unit + EARLY)
        fewest, most, first = fewest + low, most + high, room
    return fewest, most


def ends_long(paragraph: Paragraph, width: float, fonts: Fonts, where: Container, least: float) -> bool:
    """Whether it can be told that the paragraph is one line, or that its last line is wider than ``least`` (em)."""
    known = _widths(paragraph, width, fonts, where)
    if known is None or len(known[0]) > 1:
        return False
    (line,), rounding, first, room, unit = known
    fewest, most = explicit_line_bounds(line, rounding, first, room, unit + EARLY)
    if fewest < most:
        return False
    return fewest == 1 or line - rounding - first - (fewest - 2) * room - (fewest - 1) * HANGING > least


def _widths(
    paragraph: Paragraph, width: float, fonts: Fonts, where: Container
) -> tuple[Sequence[float], float, float, float, float] | None:
    """The width of each explicit line, what rounding adds or takes, the room of the first line and of the others,
    and the longest unbreakable part; em. None where they do not tell how many lines there are."""
    runs = paragraph.runs
    if not runs or math.isnan(width):
        return None
    size, font = runs[0].size, runs[0].font
    pieces: list[Piece] = []
    length = 0
    for run in runs:
        text = run.text
        if run.size != size or run.font != font or run.superscript or run.link or "\t" in text:
            return None
        pieces.append((text, run.bold, 1.0, False))
        length += len(text)
    lines, gaps, unit, _ = text_profile(tuple(pieces), fonts.for_role(font))
    em = dots(size)
    room = (width - paragraph.indent) * DOTS / em
    first = room if paragraph.bullet else room + paragraph.hanging * DOTS / em
    if where == "shape" and any(gaps):
        lines = tuple([line + count * _WIDER for line, count in zip(lines, gaps, strict=True)])
    # Each character is rounded to dots.
    return lines, length * 0.5 / em, first, room, unit


def explicit_line_bounds(natural: float, rounding: float, first: float, room: float, early: float) -> Bounds:
    """The bounds of an explicit line of a ``natural`` width, give or take the ``rounding``, in a ``room`` and a
    ``first`` one, each of whose lines may end ``early``; all em."""
    if natural + rounding <= first:
        return 1, 1
    narrower = first if first < room else room
    if narrower < _NARROW:
        return UNTOLD
    beyond = natural - rounding - first - HANGING
    fewest = 1 + math.ceil(beyond / (room + HANGING)) if beyond > 0 else 1
    if narrower - early < 1:
        return fewest, math.inf
    return fewest, 1 + max(0.0, (natural + rounding - first + early) // (room - early) + 1)
