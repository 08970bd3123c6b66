"""What a column keeps on one line: numbers, dates, ids and words, and some room for texts.

A cell whose number goes on in the next line is read as another number. So no column is narrower than that: the table
is set tighter instead, and where that is not enough it goes on beside itself, on further pages (``column_parts.py``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum

from docgen.blocks.table.cell_profile import SAFETY
from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import Grid, width_across
from docgen.placed.box import fits
from docgen.typeset.characters import gap_places
from docgen.typeset.measured_line import GAP
from docgen.typeset.opportunities import unbreakable
from docgen.typeset.profile import ROUNDED, TextProfile, advances_of
from docgen.typeset.together import inside_numbers

# A word or an id, or what else has letters in it, is kept whole up to this; longer ones are addresses and such (em).
_LONGEST_WORD = 12.0
# A date or an id whose parts are joined, such as 2024/4/1 or; a number with its sign.
_JOINED = re.compile(r"[0-9A-Za-z]+(?:[-‐/._:][0-9A-Za-z]+)+|[-‐−–+±△▲][0-9][0-9,.]*[%％]?")
# A text below the head has room for so many characters on a line, or for all that it has (em).
_LEAST_OF_TEXT = 4.0


def broken(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> bool:
    """Whether a cell breaks in columns of these widths what stays whole."""
    for cell, column, span in grid.column_cells:
        text = texts[cell]
        width = width_across(widths, column, span)
        if width < text.unbroken and not fits(kept_whole(text), width):
            return True
    return False


def kept_whole(text: CellText) -> float:
    """The width below which a cell breaks what stays whole; points, insets included."""
    if text.decimal is not None:
        return text.decimal.column_width + text.look.inset_width
    least = 0.0 if text.cell.row_kind is None else _LEAST_OF_TEXT
    kept = max([item.indent + max(min(item.natural, least), _longest_kept(item.text)) for item in text.profile.items])
    return kept * text.look.em + text.look.inset_width


def room_to_keep(text: CellText) -> float:
    """The same with the reserve of those who count its lines."""
    return text.least if text.decimal is not None else kept_whole(text) + SAFETY * text.look.em


@functools.lru_cache(maxsize=2048)
def _longest_kept(text: TextProfile) -> float:
    """The width of the longest part of a text that stays whole, in em."""
    printed = "".join([run for run, *_ in text.runs])
    advances, gap = advances_of(text.runs, text.font), GAP[text.container]
    widest, longest, start = max(advances, default=0.0) + ROUNDED, 0.0, 0
    for line in printed.split("\n"):
        gaps = gap_places(line)
        for begin, end in (*unbreakable(line), *_numbers(line), *[found.span() for found in _JOINED.finditer(line)]):
            # Most parts are too short to be the longest.
            if (end - begin) * widest + len(gaps) * gap <= longest:
                continue
            inside = sum([begin < place < end for place in gaps])
            width = fsum(advances[start + begin : start + end]) + (end - begin) * ROUNDED + gap * inside
            if width <= _LONGEST_WORD or _is_number(line[begin:end]):
                longest = max(longest, width)
        start += len(line) + 1
    return longest


def _numbers(line: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each number with its unit, date or id in a line, and of what stands between them."""
    inside = inside_numbers(line)
    if inside:
        yield from pairwise((0, *[place for place in range(1, len(line)) if place not in inside], len(line)))


def _is_number(part: str) -> bool:
    """Whether a part of a text is a number, whatever is written around its digits, and no word."""
    return any(letter.isdigit() for letter in part) and not any(letter.isalpha() for letter in part)
