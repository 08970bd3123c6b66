"""A text measured in em, which is the same at every size: how wide its lines and its parts are, and how many
lines it takes in a width.

A table tries its texts at many sizes; from a profile a width at a size is one multiplication. Programs round
the advance of each character to dots, so what is drawn differs by half a dot a character at the most: what
counts lines by a profile keeps a reserve for that.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import NamedTuple

from docgen.typeset.breaking import line_ends
from docgen.typeset.fonts import FontMetrics
from docgen.typeset.opportunities import unbreakable
from docgen.typeset.scripts import gap_places
from docgen.typeset.setting import GAP, Setting, with_gaps

# What rounding adds to a character at the most, in em: half a dot of the 67 that an em of 8 pt has.
_ROUNDED = 0.5 / 67

Piece = tuple[str, bool, float, bool]
"""A text of one look: whether it is bold, its size as a part of the size of the whole, whether it is a link."""


class TextProfile(NamedTuple):
    """The width of each explicit line of a text on one line in a table cell, and of its widest part that no line
    may break, rounding included; em. ``gaps`` are how many gaps between Japanese and Latin each line has;
    ``whole`` says whether every character is one em wide, so that none is rounded."""

    lines: tuple[float, ...]
    gaps: tuple[int, ...]
    unit: float
    whole: bool


@functools.lru_cache(maxsize=8192)
def text_profile(pieces: tuple[Piece, ...], font: FontMetrics) -> TextProfile:
    """The profile of a text in pieces; no tabs."""
    text = "".join([piece[0] for piece in pieces])
    advances = _advances(pieces, font)
    if "\n" not in text:
        width, gaps, unit = _line(text, advances)
        return TextProfile((width,), (gaps,), unit, advances.count(1.0) == len(text) and not gaps)
    lines: list[tuple[float, int, float]] = []
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        lines.append(_line(line, advances[begin:end]))
        begin = end + 1
    widths, counts, units = zip(*lines, strict=True)
    whole = advances.count(1.0) == len(text) - text.count("\n") and not any(counts)
    return TextProfile(widths, counts, max(units), whole)


def _line(line: str, advances: Sequence[float]) -> tuple[float, int, float]:
    """The width of a line, its gaps, and the width of its widest part that no line may break."""
    places = gap_places(line)
    gaps = len(places) * GAP["cell"]
    unit = widest = max(advances, default=0.0) + _ROUNDED
    for begin, end in unbreakable(line):
        # Most parts are too short to be the widest.
        if (end - begin) * widest + gaps > unit:
            inside = sum([begin < place < end for place in places])
            unit = max(unit, sum(advances[begin:end]) + (end - begin) * _ROUNDED + inside * GAP["cell"])
    return sum(advances) + gaps, len(places), unit


def line_count_in_em(pieces: tuple[Piece, ...], font: FontMetrics, room: float, first: float | None) -> int:
    """The number of lines that a text in pieces takes in a room (em); ``first`` is the first line's where it
    differs. No tabs."""
    count = 0
    for setting in _settings(pieces, font):
        count += len(line_ends(setting, room, first))
        first = None
    return count


def _advances(pieces: Sequence[Piece], font: FontMetrics) -> list[float]:
    if len(pieces) == 1 and pieces[0][2] == 1.0:
        return list(map(font.advances(pieces[0][1]).__getitem__, pieces[0][0]))
    return [width * size for text, bold, size, _ in pieces for width in map(font.advances(bold).__getitem__, text)]


@functools.lru_cache(maxsize=4096)
def _settings(pieces: tuple[Piece, ...], font: FontMetrics) -> tuple[Setting, ...]:
    """The setting of each explicit line, in em."""
    text = "".join([piece[0] for piece in pieces])
    advances = _advances(pieces, font)
    links = _links(pieces)
    settings: list[Setting] = []
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        inside = [(max(a, begin) - begin, min(b, end) - begin) for a, b in links if a < end and b > begin]
        settings.append(with_gaps(line, advances[begin:end], itertools.repeat(GAP["cell"]), inside))
        begin = end + 1
    return tuple(settings)


def _links(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Where the linked pieces begin and end in the whole text."""
    ends = list(itertools.accumulate([len(piece[0]) for piece in pieces]))
    return [(end - len(piece[0]), end) for piece, end in zip(pieces, ends, strict=True) if piece[3] and piece[0]]
