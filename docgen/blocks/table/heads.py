"""Heads of columns that break between phrases, as a reader would pause, and not inside them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import Literal

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.grid import Grid, width_across
from docgen.placed.box import fits
from docgen.typeset.fonts import FontMetrics
from docgen.typeset.loanwords import loanword_starts
from docgen.typeset.phrases import phrase_starts
from docgen.typeset.profile import ScaledRun

# A longer phrase reads well on two lines: it is made of words (em).
_LONGEST_PHRASE = 8.5
# A last phrase this short stays with the one before it, where the two are no longer than this (em).
_SHORT_END, _LONGEST_END = 2.4, 11.0
# Where a word of a phrase begins: a bracket, or a kanji after one that ends words.
_ENDS_WORDS = "的化性力型者人員等権率額費別数"
_WORD = re.compile(f"(?<=.)[（(［\\[]|(?<=[{_ENDS_WORDS}])(?![{_ENDS_WORDS}])[一-鿿々]")
# What a line leaves free, so that rounding never breaks it (em).
_SPARE = 0.1


Parting = Literal["phrases", "long phrases", "words"]
"""How heads are parted: between phrases, a short end kept with what it ends; long phrases between words, too; all
phrases between words."""
PARTINGS: tuple[Parting, ...] = ("phrases", "long phrases", "words")


def heads_are_whole(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> bool:
    """Whether each head of a column has room for the longest of its phrases in columns of these widths, so that it
    breaks between them at most. A long phrase may break: it is made of words."""
    for cell, column, span in grid.column_cells:
        text = texts[cell]
        if is_head(text):
            width = width_across(widths, column, span)
            if not fits(text.unbroken, width) and not fits(head_width(text), width):
                return False
    return True


def with_room_for_heads(grid: Grid, texts: Sequence[CellText], widths: Sequence[float]) -> tuple[float, ...]:
    """Stated widths of columns, changed so that each head has room for its phrases: the widest column gives what they
    lack, where it has that beyond its own head. So all parts of a table, which have its heads, have its widths."""
    widest = max(range(len(widths)), key=lambda column: widths[column], default=0)
    for parting in PARTINGS:
        needs = [
            max([head_width(texts[cell], parting) for cell in cells if is_head(texts[cell])], default=0.0)
            for cells in grid.by_column
        ]
        lack = fsum([max(0.0, need - width) for need, width in zip(needs, widths, strict=True)])
        if not lack:
            break
        if widths[widest] - lack >= needs[widest]:
            changed = [max(need, width) for need, width in zip(needs, widths, strict=True)]
            changed[widest] = widths[widest] - lack
            return tuple(changed)
    return tuple(widths)


def is_head(text: CellText) -> bool:
    """Whether a cell stands in a header row."""
    return text.cell.row_kind is None


def head_width(text: CellText, parting: Parting = "phrases") -> float:
    """The width of a head's cell in which it breaks between phrases at most, or as ``parting`` says, in points, insets
    included; no smaller than that of its parts that no line breaks."""
    longest = max(
        [_longest_part(item.text.runs, item.text.font, parting) + item.indent for item in text.profile.items]
    )
    return max(text.least, min(text.unbroken, (longest + _SPARE) * text.look.em + text.look.inset_width))


@functools.lru_cache(maxsize=2048)
def _longest_part(runs: tuple[ScaledRun, ...], font: FontMetrics, parting: Parting) -> float:
    """The width of the longest part of a text that may not break, in em."""
    printed = "".join([run for run, *_ in runs])
    advances = [font.advances(bold)[letter] * size for run, bold, size, _ in runs for letter in run]
    phrases = [0, *sorted(phrase_starts(printed) | {end + 1 for end, letter in enumerate(printed) if letter == "\n"})]
    widths = _widths(advances, phrases)
    if parting == "phrases":
        longest = max([width for width in widths if width <= _LONGEST_PHRASE], default=0.0)
        if len(widths) > 1 and widths[-1] <= _SHORT_END and widths[-2] + widths[-1] <= _LONGEST_END:
            return max(longest, widths[-2] + widths[-1])
        return longest
    words = {*loanword_starts(printed), *[word.start() for word in _WORD.finditer(printed)]}
    if parting == "long phrases":
        ends = [*phrases[1:], len(printed)]
        long = [range(*part) for *part, width in zip(phrases, ends, widths, strict=True) if width > _LONGEST_PHRASE]
        words = {word for word in words if any(word in part for part in long)}
    return max([width for width in _widths(advances, sorted({*phrases, *words})) if width <= _LONGEST_PHRASE], default=0.0)


def _widths(advances: Sequence[float], starts: Sequence[int]) -> list[float]:
    """The widths of the parts of a text that begin at these places; em."""
    return [fsum(advances[begin:end]) for begin, end in pairwise((*starts, len(advances)))]
