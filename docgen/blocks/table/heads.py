"""Heads of columns that break between phrases, as a reader would pause, and not inside them."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import Grid
from docgen.placed.box import fits
from docgen.typeset.fonts import FontMetrics
from docgen.typeset.phrases import phrase_starts
from docgen.typeset.profile import ScaledRun

# A longer phrase reads well on two lines: it is made of words (em).
_LONGEST_PHRASE = 8.5
# A last phrase this short stays with the one before it, where the two are no longer than this (em).
_SHORT_END, _LONGEST_END = 2.4, 11.0
# What a line leaves free, so that rounding never breaks it (em).
_SPARE = 0.1


def heads_are_whole(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> bool:
    """Whether each head of a column has room for the longest of its phrases in columns of these widths, so that it
    breaks between them at most. A long phrase may break: it is made of words."""
    for cell, column, span in grid.column_cells:
        text, width = texts[cell], fsum(widths[column : column + span])
        if is_head(text) and not fits(text.unbroken, width) and not fits(head_width(text), width):
            return False
    return True


def with_room_for_heads(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> tuple[float, ...]:
    """Stated widths of columns, changed so that each head has room for its phrases: the widest column gives what they
    lack, where it has that beyond its own head. So all parts of a table, which have its heads, have its widths."""
    needs = [
        max([head_width(texts[cell]) for cell in cells if is_head(texts[cell])], default=0.0) for cells in grid.by_column
    ]
    widest = max(range(len(widths)), key=lambda column: widths[column], default=0)
    lack = fsum([max(0.0, need - width) for need, width in zip(needs, widths, strict=True)])
    if not lack or widths[widest] - lack < needs[widest]:
        return tuple(widths)
    changed = [max(need, width) for need, width in zip(needs, widths, strict=True)]
    changed[widest] = widths[widest] - lack
    return tuple(changed)


def is_head(text: CellText) -> bool:
    """Whether a cell stands in a header row."""
    return text.cell.row_kind is None


def head_width(text: CellText) -> float:
    """The width of a head's cell in which it breaks between phrases at most, in points, insets included; no smaller
    than that of its parts that no line breaks."""
    longest = max([_longest_phrase(item.text.runs, item.text.font) + item.indent for item in text.profile.items])
    return max(text.least, min(text.unbroken, (longest + _SPARE) * text.look.em + text.look.inset_width))


@functools.lru_cache(maxsize=2048)
def _longest_phrase(runs: tuple[ScaledRun, ...], font: FontMetrics) -> float:
    """The width of the longest phrase of a text that may not break, in em; a short end is one with what it ends."""
    printed = "".join([run for run, *_ in runs])
    advances = [font.advances(bold)[letter] * size for run, bold, size, _ in runs for letter in run]
    ends = {end + 1 for end, letter in enumerate(printed) if letter == "\n"}
    places = sorted({0, len(printed), *phrase_starts(printed), *ends})
    phrases = [fsum(advances[begin:end]) for begin, end in pairwise(places)]
    longest = max([width for width in phrases if width <= _LONGEST_PHRASE], default=0.0)
    if len(phrases) > 1 and phrases[-1] <= _SHORT_END and phrases[-2] + phrases[-1] <= _LONGEST_END:
        longest = max(longest, phrases[-2] + phrases[-1])
    return longest
