"""Heads of columns that a larger size would break where no reader would pause."""

from __future__ import annotations

from itertools import pairwise
from math import fsum

from docgen.blocks.table.cell_text import CellText
from docgen.blocks.table.layout import TableLayout
from docgen.placed.box import fits
from docgen.typeset.phrases import phrase_starts

# A longer phrase reads well on two lines: it is made of words (em).
_LONGEST_WORD = 8


def heads_are_whole(layout: TableLayout) -> bool:
    """Whether each head of a column has room for the longest of its phrases, so that it breaks between them at most.

    A phrase of more than eight em may break: it is made of words, and reads well on two lines.
    """
    for area in layout.grid.areas:
        if area.row < layout.header_rows:
            cell, column, span = layout.grid.column_cells[area.column_cell]
            text, width = layout.texts[cell], fsum(layout.widths[column : column + span])
            if not fits(text.unbroken, width) and not fits(_longest_phrase(text), width):
                return False
    return True


def _longest_phrase(text: CellText) -> float:
    """The width of a cell in which its longest phrase stands on one line, in points, insets included.

    Phrases of more than eight em are left out.
    """
    longest = 0.0
    for item in text.profile.items:
        printed = "".join([run for run, *_ in item.text.runs])
        advances = [
            item.text.font.advances(bold)[letter] * size
            for run, bold, size, _ in item.text.runs
            for letter in run
        ]
        ends = {end + 1 for end, letter in enumerate(printed) if letter == "\n"}
        places = sorted({0, len(printed), *phrase_starts(printed), *ends})
        phrases = [fsum(advances[begin:end]) for begin, end in pairwise(places)]
        longest = max([longest, *[width + item.indent for width in phrases if width <= _LONGEST_WORD]])
    return longest * text.look.em + text.look.inset_width
